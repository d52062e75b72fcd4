const owner = 'drafts-of'

/**
 * Drafts stay on the device for the person who typed them. When somebody else signs in, they are taken away before
 * any page is drawn: a council's laptop has many users.
 */
export function keepDraftsOf(personId: string): void {
  const last = whoseDrafts()
  if (last !== null && last !== personId) {
    for (const key of Object.keys(sessionStorage))
      if (key.startsWith('draft:')) sessionStorage.removeItem(key)
  }
  sessionStorage.setItem(owner, personId)
}

/** The id of the person whose drafts these are: whoever is or was last signed in; null before that. */
export function whoseDrafts(): string | null {
  return sessionStorage.getItem(owner)
}
