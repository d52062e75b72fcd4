/**
 * A text that a spreadsheet program would take for a formula: it begins with one of its signs, or their wide forms,
 * perhaps after what is not seen.
 */
const beginsFormula = /^[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]/u
const beginsUnseen = /^[\t\r\n]/

/**
 * A cell's text with an apostrophe in front where it would begin a formula. As a text it is none in the workbook
 * itself; but saved as CSV it has no type any more, and a style that marks it as text is lost with it.
 */
export function harmlessCell(text: string): string {
  return beginsFormula.test(text) || beginsUnseen.test(text) ? `'${text}` : text
}

/** The text as it was before `harmlessCell`; an apostrophe in front of anything else stays. */
export function textOfHarmlessCell(cell: string): string {
  const text = cell.slice(1)
  return cell.startsWith("'") && harmlessCell(text) !== text ? text : cell
}
