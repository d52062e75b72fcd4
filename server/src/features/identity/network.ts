import { isIPv4, isIPv6 } from 'node:net'

/**
 * The network that counts as one sender: an IPv4 address, or the first 64 bits of an IPv6 address, since one
 * household or office has all addresses behind those.
 */
export function networkOf(address: string): string {
  const [bare = ''] = address.split('%')
  const mapped = /^::ffff:([\d.]+)$/i.exec(bare)?.[1]
  if (mapped && isIPv4(mapped)) return mapped
  if (!isIPv6(bare)) return bare
  const [head = '', tail] = bare.split('::')
  const before = head === '' ? [] : head.split(':')
  if (tail === undefined) return prefix(before)
  // An IPv4 address at the end stands for two groups.
  const after =
    tail === '' ? [] : tail.split(':').flatMap((group) => (group.includes('.') ? [group, group] : [group]))
  return prefix([...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after])
}

function prefix(groups: string[]): string {
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
