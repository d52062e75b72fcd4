/** The greatest column and row of a sheet, from 1. */
const lastColumn = 16_384
const lastRow = 1_048_576

export interface Address {
  /** Both from 1. */
  column: number
  row: number
}

/** "B12" as numbers; undefined where a sheet has no such cell. */
export function parseAddress(text: string): Address | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?([0-9]{1,7})$/.exec(text)
  if (match === null) return undefined
  let column = 0
  for (const letter of (match[1] ?? '').toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  const row = Number(match[2])
  return column <= lastColumn && row >= 1 && row <= lastRow ? { column, row } : undefined
}

export function columnName(column: number): string {
  let name = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  return name
}

export const addressOf = ({ column, row }: Address): string => `${columnName(column)}${row}`
