import type { ActionPart } from '../actionPart.ts'
import type { ActionStatus } from '../actionStatus.ts'
import { referenceMark } from '../documentStyle.ts'
import type { DocumentStyle } from '../documentStyle.ts'
import { parseActionNumber } from '../import/headings.ts'
import { isOfAll, isUpdateField, tickOf } from './layoutColumns.ts'
import type { LayoutColumn, LayoutField, LayoutTables, UpdateField } from './layoutColumns.ts'
import { hasOtherAgency, responsibleWords } from './layoutPlan.ts'
import type { LayoutAction, LayoutActivity, LayoutUpdate } from './layoutPlan.ts'
import { splitResponsible } from '../people.ts'

/** What the cells of a plan need to know of the whole of it. */
export interface RowContext {
  tables: LayoutTables
  style: DocumentStyle
  wording: (update: LayoutUpdate) => string
}

/** Rows of cells that are filled one by one. */
class Cells {
  readonly rows: string[][] = []
  private readonly columns: readonly LayoutColumn[]

  constructor(columns: readonly LayoutColumn[]) {
    this.columns = columns
    this.row(0)
  }

  row(index: number): string[] {
    while (this.rows.length <= index) this.rows.push(this.columns.map(() => ''))
    return this.rows[index] ?? []
  }

  /** Puts a text into the first of the fields that has a column; one that is there already stands above it. */
  put(index: number, text: string | null | undefined, ...fields: LayoutField[]): void {
    for (const field of fields) {
      const at = this.columns.findIndex((column) => column.field === field && isOfAll(column))
      if (at < 0) continue
      this.putAt(index, at, text)
      return
    }
  }

  /** Ticks a status where each has a column of its own, else writes it. */
  putStatus(index: number, words: string, status?: ActionStatus): void {
    const ticked = tickOf(this.columns, words, status)
    if (ticked === undefined) this.put(index, words, 'status')
    else this.putAt(index, ticked.at, ticked.tick)
  }

  putAt(index: number, at: number, text: string | null | undefined): void {
    if (!text) return
    const row = this.row(index)
    row[at] = row[at] ? `${row[at]}\n${text}` : text
  }

  /** The row below all that are filled. */
  get next(): number {
    return this.rows.length
  }
}

/** A reference as the document writes it in front of a title, or in its column: "12. " for "12". */
export function numberingOf(reference: string, form: string | undefined, isPrefix: boolean): string {
  if (reference === '') return ''
  const usual = isPrefix ? `${referenceMark}${reference.includes('.') ? '' : '.'} ` : referenceMark
  const written = (form ?? usual).replace(referenceMark, () => reference)
  return isPrefix ? written : written.trimEnd()
}

/** People and posts in one cell: on lines, where a cell has lines and they are told apart again as they are. */
function peopleIn(names: readonly string[], isLine: boolean): string {
  if (isLine) return names.join('; ')
  const lines = names.join('\n')
  const told = splitResponsible(lines)
  const areSame = told.length === names.length && told.every((name, index) => name === names[index])
  return areSame ? lines : names.join('; ')
}

/** The columns in which who has a part may stand, the best first. */
const columnsOfPart: Record<ActionPart, LayoutField[]> = {
  LEAD: ['lead', 'responsible', 'responsibleAndDeadline'],
  AUTHORISING: ['authorising'],
  RESPONSIBLE: ['responsible', 'responsibleAndDeadline'],
}

/** The rows of one action: what it says once, and below that what it says several times. */
export function rowsOfAction(action: LayoutAction, { tables, style, wording }: RowContext): string[][] {
  const { columns } = tables
  const cells = new Cells(columns)
  putName(cells, columns, action, style, 0)
  putPeople(cells, columns, action, style)
  action.expectedEvidence.forEach(({ text, deadline }, index) => {
    cells.put(index, text, 'evidence')
    cells.put(index, deadline, 'deadline', 'responsibleAndDeadline')
  })
  cells.put(0, action.outcome, 'outcome')
  cells.put(0, action.comments, 'comments', 'issues')
  cells.put(0, action.progress, 'progress')
  putUpdates(cells, action, { tables, style, wording })
  putActivities(cells, action, tables)
  cells.put(
    0,
    [...new Set(action.responsible.filter(hasOtherAgency).map((one) => one.organisationName ?? ''))].join(
      '\n',
    ),
    'agencies',
  )
  return cells.rows
}

function putName(
  cells: Cells,
  columns: readonly LayoutColumn[],
  { reference, title }: Pick<LayoutAction, 'reference' | 'title'>,
  style: DocumentStyle,
  index: number,
): void {
  const hasNumbers = columns.some(({ field }) => field === 'reference')
  if (hasNumbers) cells.put(index, numberingOf(reference, style.actionNumbering, false), 'reference')
  const numbering = hasNumbers ? '' : numberingOf(reference, style.actionNumbering, true)
  cells.put(index, (numbering + title).trim(), 'action')
}

function putPeople(
  cells: Cells,
  columns: readonly LayoutColumn[],
  { responsible }: LayoutAction,
  style: DocumentStyle,
): void {
  const has = (field: LayoutField) => columns.some((column) => column.field === field)
  const byColumn = Map.groupBy(responsible, ({ part }) => columnsOfPart[part].find(has))
  for (const [field, people] of byColumn)
    if (field !== undefined)
      cells.put(0, peopleIn(people.map(responsibleWords), style.fields === true), field)
}

function putUpdates(cells: Cells, { updates, ...action }: LayoutAction, context: RowContext): void {
  const { tables, style } = context
  const { columns } = tables
  const latest = updates.at(-1)
  if (tables.updates === 'columns')
    columns.forEach(({ field, period }, at) => {
      const update = updates.find((each) => each.period === period)
      if (update && isUpdateField(field)) cells.putAt(0, at, textOf(update, field, context))
    })
  if (tables.updates === 'rows')
    updates.forEach((update, index) => {
      if (index > 0) putName(cells, columns, action, style, index)
      cells.put(index, update.period, 'period')
      putParts(cells, index, update, context)
    })
  else if (latest) {
    cells.put(0, latest.period, 'period')
    if (tables.updates === 'latest') putParts(cells, 0, latest, context)
    else {
      cells.putStatus(0, context.wording(latest), latest.status)
      cells.put(0, textOf(latest, 'percent', context), 'percent')
    }
    cells.put(
      0,
      updates
        .slice(0, -1)
        .map((update) => sentenceOf(update, context))
        .join('\n'),
      'earlier',
    )
  }
}

function putParts(cells: Cells, index: number, update: LayoutUpdate, context: RowContext): void {
  cells.putStatus(index, context.wording(update), update.status)
  cells.put(index, textOf(update, 'percent', context), 'percent')
  cells.put(index, update.narrative, 'progress')
  cells.put(index, update.issues, 'issues')
  cells.put(index, update.correctiveActions, 'corrective')
}

function textOf(update: LayoutUpdate, field: UpdateField, { wording, style }: RowContext): string {
  if (field === 'status') return wording(update)
  if (field === 'percent')
    return typeof update.percentComplete === 'number'
      ? `${update.percentComplete}${style.plainPercent === true ? '' : '%'}`
      : ''
  if (field === 'progress') return update.narrative
  return (field === 'issues' ? update.issues : update.correctiveActions) ?? ''
}

/** A whole update in one text: "Q1 2026/27: On target, 25%. Two homes were visited." */
function sentenceOf(update: LayoutUpdate, context: RowContext): string {
  const standing = [textOf(update, 'status', context), textOf(update, 'percent', context)].filter(Boolean)
  const said = [update.narrative, update.issues, update.correctiveActions].filter(Boolean)
  return [`${update.period}: ${standing.join(', ')}`, ...said].join('. ')
}

function putActivities(cells: Cells, { activities, ...action }: LayoutAction, tables: LayoutTables): void {
  if (tables.activities === 'cell')
    cells.put(
      0,
      activities
        .map((each) =>
          [each.title, each.lead, each.deadline, each.status, each.comments].filter(Boolean).join('; '),
        )
        .join('\n'),
      'activity',
    )
  if (tables.activities === 'steps')
    for (const activity of activities) {
      const index = cells.next
      putStepName(cells, index, activity, tables.columns, 'action')
      putSteps(cells, index, activity)
    }
  if (tables.activities !== 'column' || activities.length === 0) return
  const [only] = activities
  if (activities.length === 1 && only && !only.lead && !only.deadline && !only.status && !only.comments) {
    cells.put(0, only.title, 'activity')
    return
  }
  // What the action itself says stands in its own row, so that none of it is taken for that of a step.
  const saysMore = cells.next > 1 || sharesColumns(action)
  const from = saysMore ? cells.next : 0
  activities.forEach((activity, step) => {
    cells.put(from + step, activity.title, 'activity')
    putSteps(cells, from + step, activity)
  })
}

const sharesColumns = (action: Omit<LayoutAction, 'activities'>): boolean =>
  action.responsible.length > 0 ||
  action.expectedEvidence.length > 0 ||
  action.updates.length > 0 ||
  [action.comments, action.progress, action.outcome].some(Boolean)

/** The title of an activity, with its number in the column of numbers where there is one. */
function putStepName(
  cells: Cells,
  index: number,
  { title }: LayoutActivity,
  columns: readonly LayoutColumn[],
  field: LayoutField,
): void {
  const hasNumbers = columns.some((column) => column.field === 'reference')
  const numbered = hasNumbers ? parseActionNumber(title) : undefined
  cells.put(index, numbered?.numbering.trim(), 'reference')
  cells.put(index, numbered?.title ?? title, field)
}

/** What an activity says beside its title. */
function putSteps(cells: Cells, index: number, { lead, deadline, status, comments }: LayoutActivity): void {
  cells.put(index, lead, 'lead', 'responsible', 'responsibleAndDeadline', 'authorising')
  cells.put(index, deadline, 'deadline', 'responsibleAndDeadline')
  cells.putStatus(index, status ?? '')
  cells.put(index, comments, 'comments', 'issues', 'progress')
}

/** The rows of a table of updates that stands below its action. */
export function rowsOfUpdates(updates: readonly LayoutUpdate[], context: RowContext): string[][] {
  const cells = new Cells(context.tables.updateColumns)
  updates.forEach((update, index) => {
    cells.put(index, update.period, 'period')
    putParts(cells, index, update, context)
  })
  return updates.length === 0 ? [] : cells.rows
}

/** The rows of a table of activities that stands below its action. */
export function rowsOfActivities(activities: readonly LayoutActivity[], context: RowContext): string[][] {
  const cells = new Cells(context.tables.activityColumns)
  activities.forEach((activity, index) => {
    putStepName(cells, index, activity, context.tables.activityColumns, 'activity')
    putSteps(cells, index, activity)
  })
  return activities.length === 0 ? [] : cells.rows
}
