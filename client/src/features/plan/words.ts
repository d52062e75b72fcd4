import type { SourcePlace } from '@boardwork/shared/document/sourceDocument.ts'

/** "22 November 2026", for a day or a moment as the API gives it. */
export function dateText(value: string): string {
  const date = value.length === 10 ? new Date(`${value}T12:00:00Z`) : new Date(value)
  return date.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'Europe/London',
  })
}

/** "50%"; nothing where the document that was brought in does not say it. */
export function percentText(percent: number | null | undefined): string {
  return typeof percent === 'number' ? `${percent}%` : ''
}

/** "14:02" */
export function timeText(date: Date): string {
  return date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
}

/** "1 area", "19 areas" */
export function countText(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`
}

/** Where a text stands in the document: "Line 17". */
export function placeText(source: SourcePlace | undefined): string {
  if (!source) return 'Added by hand'
  if ('line' in source)
    return source.page === undefined ? `Line ${source.line}` : `Page ${source.page}, line ${source.line}`
  if ('sheet' in source) return `Sheet ${source.sheet}, cell ${source.cell}`
  if ('table' in source) return `Table ${source.table}, row ${source.row}`
  return `Paragraph ${source.paragraph}`
}

/** The period or the day that the result of a measure is about. */
export function whenText(result: { period?: string | null; measuredOn: string }): string {
  return result.period ?? dateText(result.measuredOn)
}

/** A reference and a title as one line: "1.1 Write it down". */
export function named(item: { reference: string; title: string }, nameless: string): string {
  return [item.reference, item.title].filter((text) => text.trim() !== '').join(' ') || nameless
}
