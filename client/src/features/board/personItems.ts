import type { SelectItem } from '../../govuk/Select.tsx'

/** People to choose from; `nobody` stands first and chooses none of them. */
export function personItems(
  people: readonly { id: string; name: string }[],
  nobody: string,
  current?: { id: string; name: string } | null,
): SelectItem[] {
  const missing = current && !people.some(({ id }) => id === current.id) ? [current] : []
  return [
    { value: '', text: nobody },
    ...[...missing, ...people].map(({ id, name }) => ({ value: id, text: name })),
  ]
}
