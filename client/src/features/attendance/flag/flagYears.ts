/** The board year in an address; null where it names none. */
export function yearIn(search: URLSearchParams): number | null {
  const year = search.get('year') ?? ''
  return /^\d{4}$/.test(year) ? Number(year) : null
}

export function flagYearVariables(
  { boardId = '' }: Record<string, string | undefined>,
  search: URLSearchParams,
): { boardId: string; year: number | null } {
  return { boardId, year: yearIn(search) }
}
