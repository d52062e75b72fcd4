import { countText } from './words.ts'

/** What a page of a list shows of the whole: "Showing 1 to 50 of 312 actions that fit, of 5,000." */
export function listText(list: {
  all: number
  total: number
  lines: number
  before: number
  /** How many lines stand on this page. */
  shown: number
  /** In how many areas the whole is. */
  areas?: number
}): string {
  const { all, total, lines, before, shown, areas } = list
  const number = (count: number) => count.toLocaleString('en-GB')
  const several =
    lines > total ? ` They make ${number(lines)} lines: an action of several stands under each.` : ''
  const range = shown < lines ? `${number(before + 1)} to ${number(before + shown)} of ` : ''
  const what = range && several ? `${countText(lines, 'line')} for ` : ''
  const inAreas = areas === undefined ? '' : ` in ${countText(areas, 'area')}`
  if (total === all)
    return `Showing ${range}${what}${countText(all, 'action')}${inAreas}.${range ? '' : several}`
  if (range) return `Showing ${range}${what}${countText(total, 'action')} that fit, of ${number(all)}.`
  return `Showing ${number(total)} of ${countText(all, 'action')}.${several}`
}
