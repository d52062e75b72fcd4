import { countText } from './words.ts'

/** What a page of a list shows of the whole: "Showing 1 to 50 of 312 actions that fit, of 5,000." */
export function listText(list: {
  all: number
  total: number
  lines: number
  before: number
  /** How many lines stand on this page. */
  shown: number
}): string {
  const { all, total, lines, before, shown } = list
  const number = (count: number) => count.toLocaleString('en-GB')
  const several =
    lines > total ? ` They make ${number(lines)} lines: an action of several stands under each.` : ''
  const range = shown < lines ? `${number(before + 1)} to ${number(before + shown)} of ` : ''
  const what = range && several ? `${countText(lines, 'line')} for ` : ''
  if (total === all) return `Showing ${range}${what}${countText(all, 'action')}.${range ? '' : several}`
  if (range) return `Showing ${range}${what}${countText(total, 'action')} that fit, of ${number(all)}.`
  return `Showing ${number(total)} of ${countText(all, 'action')}.${several}`
}
