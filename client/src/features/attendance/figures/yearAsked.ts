/** The year that an address asks for; null without one, or with what is none. */
export function yearAsked(search: URLSearchParams): number | null {
  const text = search.get('year') ?? ''
  return /^(19|20|21)\d\d$/.test(text) ? Number(text) : null
}
