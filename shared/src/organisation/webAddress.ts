import type { FieldMessage } from './checkText.ts'

// Part of every browser and of Node, but of neither's types here: shared code is checked without both.
declare class URL {
  constructor(address: string)
  readonly protocol: string
  readonly username: string
  readonly password: string
}

/** How long an address may be, in characters. */
export const webAddressLimit = 2000

/** Checks the address of something on the web that a page will link to; `address` is trimmed. */
export function checkWebAddress(field: string, address: string): FieldMessage[] {
  const refuse = (message: string) => [{ field, message }]
  if (address === '') return refuse('Enter the address of the page or document.')
  if (address.length > webAddressLimit)
    return refuse(`The address must be ${webAddressLimit.toLocaleString('en-GB')} characters or fewer.`)
  const parsed = parseAddress(address)
  if (!parsed || !['http:', 'https:'].includes(parsed.protocol) || /[\s\p{Cc}]/u.test(address))
    return refuse('Enter a whole web address that begins with https:// or http://.')
  if (parsed.username !== '' || parsed.password !== '')
    return refuse('This address holds a user name or password. Take it out of the address.')
  return []
}

function parseAddress(address: string): URL | null {
  try {
    return new URL(address)
  } catch {
    return null
  }
}
