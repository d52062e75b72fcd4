import { isNumbering, isFigure, LabelRole, labelRoleName, labelRoleOf } from './listWords.ts'
import { isPersonName } from './personName.ts'
import type { GridCell } from './pastGrid.ts'
import type { RegisterBuilder } from './registerBuilder.ts'

/** A column beside the marks, and what it holds; undefined where that waits for an answer. */
export interface LabelColumn {
  column: number
  role: LabelRole | undefined
}

/** Splits "NHS Dalby ICB – Ann Fell" and "Ann Fell (NHS Dalby ICB)". */
export function splitAgencyAndName(text: string): { agency: string; name: string } {
  const parts = text
    .split(/\s+[-–—]\s+|\n|\s*[(),;/]\s*/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const at = parts.findIndex(isPersonName)
  if (at < 0 || parts.length < 2) return { agency: text.trim(), name: '' }
  return { name: parts[at] ?? '', agency: parts.filter((_, index) => index !== at).join(', ') }
}

/** What the columns beside the marks hold: their headings say it, or a person does. */
export function labelColumns(
  builder: RegisterBuilder,
  columns: readonly number[],
  header: readonly GridCell[],
  body: readonly (readonly GridCell[])[],
): LabelColumn[] {
  const labels: LabelColumn[] = []
  for (const column of columns) {
    const heading = header[column]
    const values = body.map((row) => row[column]?.text ?? '').filter((text) => text !== '')
    if (heading === undefined || (values.length === 0 && heading.text === '')) continue
    if (values.every(isFigure) && (heading.held === '' || isNumbering(heading.held))) {
      for (const row of [header, ...body]) {
        const cell = row[column]
        if (cell !== undefined) builder.uses.set(cell, 'LEFT_OUT', 'It numbers the lines.')
      }
      continue
    }
    builder.uses.set(heading, 'HEADING')
    if (values.length === 0) continue
    labels.push({ column, role: labelRoleOf(heading.held) ?? askedRole(builder, heading, values) })
  }
  return labels
}

function askedRole(
  builder: RegisterBuilder,
  heading: GridCell,
  values: readonly string[],
): LabelRole | undefined {
  const examples = [...new Set(values)].slice(0, 2).map((value) => `“${value.slice(0, 60)}”`)
  const answer = builder.ask({
    key: `column:${heading.key}`,
    text: `What are ${examples.join(', ')} and the others with them?`,
    hint: `${heading.place}${heading.held === '' ? '' : `, under “${heading.held.slice(0, 60)}”`}`,
    choices: Object.entries(labelRoleName).map(([value, label]) => ({ value, label })),
    suggestion: likelyRole(values),
  })
  return Object.values(LabelRole).find((role) => role === answer)
}

function likelyRole(values: readonly string[]): LabelRole {
  const most = (is: (text: string) => boolean): boolean => values.filter(is).length * 2 > values.length
  if (most((text) => splitAgencyAndName(text).name !== '')) return LabelRole.BOTH
  return most(isPersonName) ? LabelRole.NAME : LabelRole.AGENCY
}
