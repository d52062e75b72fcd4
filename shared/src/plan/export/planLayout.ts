import type { DocumentLayout } from '../documentStyle.ts'
import { parseActionNumber } from '../import/headings.ts'
import { layoutTables } from './layoutColumns.ts'
import type { LayoutColumn, LayoutField } from './layoutColumns.ts'
import { statusWording } from './layoutPlan.ts'
import type { LayoutAction, LayoutArea, LayoutPlan } from './layoutPlan.ts'
import { numberingOf, rowsOfAction, rowsOfActivities, rowsOfUpdates } from './layoutRows.ts'
import type { RowContext } from './layoutRows.ts'

/** A piece of a document that is taken out, in reading order; what writes it knows nothing of plans. */
export type LayoutBlock =
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'table'; columns: LayoutColumn[]; rows: string[][] }
  /** A text under its heading, or with its label in front. */
  | { kind: 'line'; label?: string; text: string }
  /** What follows fills a sheet of this name. */
  | { kind: 'sheet'; name: string }

/** What the plan is taken out as: a text with tables, or sheets of one. */
export type LayoutKind = 'document' | 'workbook'

/**
 * A plan in its board's own layout: the headings and tables of the document that was brought in, with what the plan
 * says today. Columns, or lines, for words that have no place there follow at the end.
 */
export function planLayout(plan: LayoutPlan, layout: DocumentLayout, kind: LayoutKind): LayoutBlock[] {
  const areFields = layout.style.fields === true && kind === 'document'
  const tables = layoutTables(plan, layout, !areFields)
  const context: RowContext = { tables, style: layout.style, wording: statusWording(plan) }
  const blocks: LayoutBlock[] = []
  let [theme, sheet] = ['', '']
  for (const area of plan.areas) {
    const place = placeOfArea(area, context, areFields)
    const name = layout.style.sheets === 'theme' ? place.theme : area.title
    if (kind === 'workbook' && layout.style.sheets !== undefined && name !== sheet && name !== '') {
      sheet = name
      theme = layout.style.sheets === 'theme' ? name : ''
      blocks.push({ kind: 'sheet', name })
    }
    if (place.theme !== theme) {
      theme = place.theme
      if (theme !== '') blocks.push({ kind: 'heading', level: 1, text: theme })
    }
    const isNamed = kind === 'workbook' && layout.style.sheets === 'area' && area.reference === ''
    if (place.heading !== '' && !isNamed)
      blocks.push({ kind: 'heading', level: theme === '' ? 1 : 2, text: place.heading })
    if (areFields) for (const action of area.actions) addFields(blocks, action, context, theme === '' ? 2 : 3)
    else if (tables.updates === 'table' || tables.activities === 'table')
      for (const action of area.actions) addSheets(blocks, action, place, context)
    else
      addRows(
        blocks,
        area.actions.flatMap((action) => rowsOf(action, place, context)),
        tables.columns,
      )
  }
  return blocks
}

/** Where the names of an area and its theme stand: as headings, or in columns of each of its rows. */
interface AreaPlace {
  theme: string
  heading: string
  cells: Partial<Record<LayoutField, string>>
}

function placeOfArea(area: LayoutArea, context: RowContext, areFields: boolean): AreaPlace {
  // Without a row it stands in no column.
  const columns = area.actions.length > 0 && !areFields ? context.tables.columns : []
  const has = (field: LayoutField) => columns.some((column) => column.field === field)
  const heading = (numberingOf(area.reference, context.style.areaNumbering, true) + area.title).trim()
  const theme = area.theme ?? ''
  const isRow = has('area')
  // Where the document has a column of themes alone, its themes are the areas.
  const isTheme = !isRow && has('theme') && theme === ''
  return {
    theme: has('theme') ? '' : theme,
    heading: isRow || isTheme ? '' : heading,
    cells: {
      ...(has('theme') ? { theme: isTheme ? heading : theme } : {}),
      ...(isRow && has('areaReference')
        ? { areaReference: area.reference, area: area.title }
        : { area: heading }),
    },
  }
}

/** The rows of an action, with the names of its area in the columns for them. */
function rowsOf(action: LayoutAction, { cells }: AreaPlace, context: RowContext): string[][] {
  const rows = rowsOfAction(action, context)
  const [first] = rows
  context.tables.columns.forEach(({ field }, at) => {
    const text = cells[field]
    if (first !== undefined && text !== undefined) first[at] = text
  })
  return rows
}

/** Adds rows to the table before them, where nothing stands between the two. */
function addRows(blocks: LayoutBlock[], rows: string[][], columns: LayoutColumn[]): void {
  if (rows.length === 0) return
  const last = blocks.at(-1)
  if (last?.kind === 'table' && last.columns === columns) for (const row of rows) last.rows.push(row)
  else blocks.push({ kind: 'table', columns, rows })
}

/** An action as a heading with its fields beneath each other. */
function addFields(blocks: LayoutBlock[], action: LayoutAction, context: RowContext, level: number): void {
  const { columns } = context.tables
  const { reference, title } = action
  const label = columns.find(({ field }) => field === 'action')?.heading ?? ''
  const written = numberingOf(reference, context.style.actionNumbering, true) + title
  const isNumber = parseActionNumber(written)?.reference === reference
  // Where nothing is numbered, the word for it tells where each action begins.
  const heading = isNumber ? written : `${numberingOf(reference, undefined, true)}${title}`
  blocks.push({
    kind: 'heading',
    level,
    text: (reference === '' ? `${withoutColon(label)}: ${title}` : heading).trim(),
  })
  for (const row of rowsOfAction(action, context))
    row.forEach((text, at) => {
      const column = columns[at]
      if (column === undefined || text === '' || column.field === 'reference' || column.field === 'action')
        return
      const name = [column.group, column.heading].filter(Boolean).join(' ')
      blocks.push({ kind: 'line', label: withoutColon(name), text })
    })
}

const withoutColon = (label: string): string => label.replace(/\s*:\s*$/, '')

/** An action as a small table of its own, with its updates, what is said of it, and its activities below. */
function addSheets(blocks: LayoutBlock[], action: LayoutAction, place: AreaPlace, context: RowContext): void {
  const { tables } = context
  const has = (...fields: LayoutField[]) => tables.columns.some(({ field }) => fields.includes(field))
  blocks.push({ kind: 'table', columns: tables.columns, rows: rowsOf(action, place, context) })
  const updates = tables.updates === 'table' ? rowsOfUpdates(action.updates, context) : []
  if (updates.length > 0) blocks.push({ kind: 'table', columns: tables.updateColumns, rows: updates })
  if (action.progress && tables.updates === 'table' && !has('progress'))
    addText(blocks, 'Progress', action.progress)
  if (action.comments && tables.updates === 'table' && !has('comments', 'issues'))
    addText(blocks, 'Comments', action.comments)
  const activities = tables.activities === 'table' ? rowsOfActivities(action.activities, context) : []
  if (activities.length > 0) blocks.push({ kind: 'table', columns: tables.activityColumns, rows: activities })
}

function addText(blocks: LayoutBlock[], heading: string, text: string): void {
  blocks.push({ kind: 'heading', level: 3, text: heading }, { kind: 'line', text })
}
