/**
 * How long a password is, in characters as a reader counts them.
 *
 * 12 is what the National Cyber Security Centre's Cyber Essentials asks of passwords; as it advises, there are no
 * rules of composition, and passwords that many people use are refused (by the server, which holds the list).
 * 200 only bounds the work of hashing; a passphrase fits.
 */
export const passwordLimits = { least: 12, most: 200 } as const

/** What a person would be tempted to put into a password: it must not be most of one. */
export interface PasswordOwner {
  email: string
  name: string
}

/** At least this many characters of a password must be other than the person's own name and address. */
const ofOneself = 8

/**
 * What is wrong with a new password, as far as that can be said without the list of common ones; null when
 * nothing is.
 */
export function passwordProblem(password: string, owner: PasswordOwner): string | null {
  const length = countCharacters(password)
  if (length < passwordLimits.least)
    return `Enter a password of at least ${passwordLimits.least} characters. Three random words make a good one.`
  if (length > passwordLimits.most) return `Enter a password of at most ${passwordLimits.most} characters.`
  const rest = withoutOwnWords(password, owner)
  if (rest !== password && countCharacters(rest) < ofOneself)
    return 'Enter a password that is not made of your name, your e-mail address or “Boardwork”.'
  if (/^(.{1,4}?)\1+$/u.test(password))
    return 'Enter a password that does not repeat the same few characters.'
  return null
}

/** What stands in the password as characters, and not the units in which a computer stores them. */
function countCharacters(text: string): number {
  return Array.from(text).length
}

function withoutOwnWords(password: string, { email, name }: PasswordOwner): string {
  const words = [email, ...email.split(/[@.]/), ...name.split(/\s+/), 'boardwork']
    .map((word) => word.toLowerCase())
    .filter((word) => word.length >= 3)
    .toSorted((a, b) => b.length - a.length)
  let rest = password
  for (const word of words) {
    const lower = rest.toLowerCase()
    // Some letters change their length in lower case; then the places would not match.
    if (lower.length !== rest.length) continue
    let at = lower.indexOf(word)
    while (at >= 0) {
      rest = rest.slice(0, at) + rest.slice(at + word.length)
      at = rest.toLowerCase().indexOf(word)
    }
  }
  return rest
}
