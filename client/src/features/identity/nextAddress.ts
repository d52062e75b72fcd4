/** Where to go after signing in: only ever an address of our own, whatever a link says. */
export function nextAddress(search: URLSearchParams): string {
  const next = search.get('next') ?? '/'
  try {
    const url = new URL(next, location.origin)
    return url.origin === location.origin && /^\/(?![/\\])/.test(next)
      ? url.pathname + url.search + url.hash
      : '/'
  } catch {
    return '/'
  }
}

/** Opens an address by loading the page anew: nothing of who was signed in before stays in its memory. */
export function openAnew(address: string): void {
  location.assign(address)
}
