/** What a register says of one who was expected. */
export const Mark = {
  PRESENT: 'PRESENT',
  DEPUTY: 'DEPUTY',
  APOLOGIES: 'APOLOGIES',
  ABSENT: 'ABSENT',
  UNKNOWN: 'UNKNOWN',
} as const
export type Mark = (typeof Mark)[keyof typeof Mark]

/** How a mark is called on a page. */
export const markName: Record<Mark, string> = {
  PRESENT: 'Present',
  DEPUTY: 'Deputy came',
  APOLOGIES: 'Apologies',
  ABSENT: 'Absent',
  UNKNOWN: 'Unknown',
}

/** One letter for each mark: the key that sets it, and what stands in a narrow table. No two are the same. */
export const markLetter: Record<Mark, string> = {
  PRESENT: 'P',
  DEPUTY: 'D',
  APOLOGIES: 'A',
  ABSENT: 'X',
  UNKNOWN: 'U',
}

/** One sign for each mark, told apart by its shape. It stands beside the letter or the name, never alone. */
export const markSymbol: Record<Mark, string> = {
  PRESENT: '✓',
  DEPUTY: '◐',
  APOLOGIES: '–',
  ABSENT: '✕',
  UNKNOWN: '?',
}

/** Whether somebody was there for the seat: its holder or a deputy. */
export function isAttended(mark: Mark): boolean {
  return mark === 'PRESENT' || mark === 'DEPUTY'
}

/** Whether it is known that nobody was there, with apologies or without. What is unknown is never missed. */
export function isMissed(mark: Mark): boolean {
  return mark === 'APOLOGIES' || mark === 'ABSENT'
}
