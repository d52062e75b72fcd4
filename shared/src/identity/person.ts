/** How long the parts of an account may be, in characters. 254 is the longest e-mail address that can be written to (RFC 5321). */
export const personLimits = { name: 100, email: 254 } as const

/** What is wrong with a person's name; null when nothing is. Any script and any form of name is right. */
export function nameProblem(name: string): string | null {
  const trimmed = name.trim()
  if (trimmed === '') return 'Enter a name.'
  if (trimmed.length > personLimits.name) return `Enter a name of at most ${personLimits.name} characters.`
  // A line break in a name could forge a header or a line of a mail.
  if (/\p{Cc}/u.test(trimmed)) return 'Enter a name on one line.'
  return null
}

/** The form in which addresses are kept and compared. */
export function normaliseEmail(email: string): string {
  return email.trim().toLowerCase()
}

/** What is wrong with an e-mail address; null when nothing is. Only a mail that arrives proves an address. */
export function emailProblem(email: string): string | null {
  const normal = normaliseEmail(email)
  if (normal === '') return 'Enter an e-mail address.'
  if (normal.length > personLimits.email)
    return `Enter an e-mail address of at most ${personLimits.email} characters.`
  if (
    !/^[^\s@<>,;:"()[\]\\\p{Cc}]+@[^\s@<>,;:"()[\]\\\p{Cc}.]+(\.[^\s@<>,;:"()[\]\\\p{Cc}.]+)+$/u.test(normal)
  )
    return 'Enter an e-mail address in the right form, like name@example.org.'
  return null
}
