import { formatDay } from '../board/dates.ts'

/** An event of a log, as far as its sentence needs it. */
export interface LoggedEvent {
  action: string
  personName: string
  recordType: string
  before: Readonly<Record<string, unknown>>
  after: Readonly<Record<string, unknown>>
}

export type Describe = (event: LoggedEvent) => string

export type Fields = Readonly<Record<string, unknown>>

/** A field as text; empty where it holds none. */
export function text(fields: Fields, key: string): string {
  const value = fields[key]
  return typeof value === 'string' ? value : ''
}

/** A field as text, or other words where it holds none. */
export function named(fields: Fields, key: string, otherwise: string): string {
  return text(fields, key) || otherwise
}

/** A field in quotation marks. */
export function quoted(fields: Fields, key: string): string {
  return `“${text(fields, key)}”`
}

/** A word and the day that a field holds: " on 1 April 2026"; empty where it holds none. */
export function onDay(fields: Fields, key: string, word: string): string {
  const day = text(fields, key)
  return /^\d{4}-\d\d-\d\d$/.test(day) ? ` ${word} ${formatDay(day)}` : ''
}
