import type { DocumentLayout } from '../documentStyle.ts'
import type { ActionStatus } from '../actionStatus.ts'
import { actionsOf, hasOtherAgency, statusWording } from './layoutPlan.ts'
import type { LayoutAction, LayoutPlan, LayoutUpdate } from './layoutPlan.ts'
import { headingOfPeriod } from './periodHeading.ts'
import type { RecognisedColumn, RecognisedHeader } from '../import/planColumns.ts'
import type { PlanField } from '../import/planField.ts'
import { readStatus } from '../import/statusWords.ts'

/** What a column holds: a field of the plan, or one of two that only come about here. */
export type LayoutField = PlanField | 'agencies' | 'earlier'

/** A column of a table that is taken out. */
export interface LayoutColumn {
  heading: string
  /** The heading that spans it and its neighbours. */
  group?: string
  field: LayoutField
  period?: string
  /** One of several columns, each for a status, of which one is ticked. */
  ticked?: true
}

/** Headings of columns that the document has not, in words by which they are recognised when they are read again. */
export const ownHeading: Record<LayoutField, string> = {
  reference: 'Reference',
  theme: 'Theme',
  area: 'Area',
  areaReference: 'Area reference',
  action: 'Action',
  activity: 'Activities',
  evidence: 'Expected evidence',
  deadline: 'Deadline',
  lead: 'Lead officer',
  authorising: 'Authorising officer',
  responsible: 'Responsible',
  responsibleAndDeadline: 'By whom and when',
  period: 'Reporting period',
  status: 'Status',
  percent: 'Percent complete',
  progress: 'Progress',
  issues: 'Issues',
  corrective: 'Corrective actions',
  outcome: 'Outcome',
  comments: 'Comments',
  unplaced: '',
  agencies: 'Agency',
  earlier: 'Earlier updates',
}

/** How the updates of a plan stand in its tables. */
export type UpdateForm =
  /** Each period has columns of its own. */
  | 'columns'
  /** Each update is a row. */
  | 'rows'
  /** They stand in a table of their own below their action. */
  | 'table'
  /** The newest stands in the row of its action. */
  | 'latest'

/** How the activities of an action stand beside it. */
export type ActivityForm = 'column' | 'steps' | 'table' | 'cell'

/** The columns of a plan's tables, and how updates and activities are put into them. */
export interface LayoutTables {
  columns: LayoutColumn[]
  updates: UpdateForm
  activities: ActivityForm
  /** The columns of a table of updates, or of activities, below each action. */
  updateColumns: LayoutColumn[]
  activityColumns: LayoutColumn[]
}

export const updateFields = ['status', 'percent', 'progress', 'issues', 'corrective'] as const
export type UpdateField = (typeof updateFields)[number]

export const isUpdateField = (field: LayoutField): field is UpdateField =>
  updateFields.some((each) => each === field)

/** Whether an update says anything in a field. */
const says = (update: LayoutUpdate, field: UpdateField): boolean => {
  if (field === 'status') return true
  if (field === 'percent') return typeof update.percentComplete === 'number'
  if (field === 'progress') return update.narrative !== ''
  return Boolean(field === 'issues' ? update.issues : update.correctiveActions)
}

const columnsOf = (header: RecognisedHeader | undefined): LayoutColumn[] =>
  (header?.columns ?? []).flatMap(({ heading, group, field, period, ticked }: RecognisedColumn) =>
    // A column without a heading that holds nothing of the plan would stand empty.
    heading === '' && group === undefined && field === 'unplaced'
      ? []
      : {
          heading:
            heading === '' && group === undefined ? ownHeading[field] : heading.replace(/\s*\n\s*/g, ' '),
          ...(group === undefined ? {} : { group }),
          field,
          ...(period === undefined ? {} : { period }),
          ...(ticked === undefined ? {} : { ticked }),
        },
  )

const own = (field: LayoutField): LayoutColumn => ({ heading: ownHeading[field], field })

const has = (columns: readonly LayoutColumn[], ...fields: LayoutField[]): boolean =>
  columns.some((column) => fields.includes(column.field) && isOfAll(column))

/** Whether a column has room for any text: it is not that of one period, nor of one status. */
export const isOfAll = ({ period, ticked }: LayoutColumn): boolean =>
  period === undefined && ticked === undefined

/**
 * Where a status is ticked, and what stands there: what the document has, or a tick below the heading that means the
 * status. Undefined where no column is for it.
 */
export function tickOf(
  columns: readonly LayoutColumn[],
  words: string,
  status: ActionStatus | undefined,
): { at: number; tick: string } | undefined {
  const written = columns.findIndex(({ ticked, heading }) => ticked && words.startsWith(`${heading}: `))
  const column = columns[written]
  if (column !== undefined) return { at: written, tick: words.slice(column.heading.length + 2) }
  const meant = columns.findIndex(({ ticked, heading }) => ticked && readStatus(heading) === status)
  return meant < 0 || status === undefined ? undefined : { at: meant, tick: '✓' }
}

const holds = (header: RecognisedHeader, field: PlanField): boolean =>
  header.columns.some((column) => column.field === field)

/**
 * The period of the plan that a column speaks of: by its name, and where the heading gives no year, the first of the
 * plan's that has its quarter.
 */
function periodOfColumn(period: string, periods: readonly string[]): string {
  if (periods.includes(period)) return period
  return periods.find((each) => each.startsWith(`${period} `)) ?? period
}

/** The periods for which the plan has updates, from the oldest. */
function periodsOf(actions: readonly LayoutAction[]): string[] {
  const known = new Map<string, string>()
  // Each action has its own from the oldest to the newest; together they are in order of the year and the quarter.
  for (const { updates } of actions)
    for (const { period } of updates) known.set(period, period.replace(/^(\D+?)(\d?) ?(\d{4}.*)$/, '$3 $1$2'))
  return [...known].toSorted(([, one], [, other]) => one.localeCompare(other)).map(([period]) => period)
}

/** The columns of the periods, with those of new periods after the last one. */
function withPeriods(columns: LayoutColumn[], actions: readonly LayoutAction[]): LayoutColumn[] {
  const periods = periodsOf(actions)
  const dated = columns.map((column) =>
    column.period === undefined ? column : { ...column, period: periodOfColumn(column.period, periods) },
  )
  const last = dated.findLast(({ period }) => period !== undefined)?.period ?? ''
  const model = dated.filter(({ period }) => period === last)
  const knownPeriods = new Set(dated.map(({ period }) => period))
  const updates = actions.flatMap((action) => action.updates)
  const added: LayoutColumn[] = []
  for (const period of periods) {
    const ofPeriod = updates.filter((update) => update.period === period)
    if (!knownPeriods.has(period)) added.push(...model.map((column) => movedTo(column, last, period)))
    const stand = [...dated, ...added].filter((column) => column.period === period)
    for (const field of updateFields)
      if (!stand.some((column) => column.field === field) && ofPeriod.some((update) => says(update, field)))
        added.push({ heading: `${period} ${ownHeading[field].toLowerCase()}`, field, period })
  }
  const at = dated.findLastIndex(({ period }) => period !== undefined) + 1
  return dated.toSpliced(at, 0, ...added)
}

function movedTo({ heading, group, field }: LayoutColumn, from: string, to: string): LayoutColumn {
  const movedGroup = group === undefined ? undefined : headingOfPeriod(group, from, to)
  if (movedGroup !== undefined) return { heading, group: movedGroup, field, period: to }
  const moved = headingOfPeriod(heading, from, to) ?? `${to} ${ownHeading[field].toLowerCase()}`
  return { heading: moved, ...(group === undefined ? {} : { group }), field, period: to }
}

/**
 * The columns and their forms for a plan: those of the document, and at the end those for words that have none there.
 * `inTables` says whether there will be tables, which may have others below them.
 */
export function layoutTables(
  plan: LayoutPlan,
  { headers, style }: DocumentLayout,
  inTables: boolean,
): LayoutTables {
  const actions = actionsOf(plan)
  const main = headers.find((header) => holds(header, 'action'))
  const below = (field: PlanField) =>
    inTables ? headers.find((header) => holds(header, field) && !holds(header, 'action')) : undefined
  const [ofUpdates, ofActivities] = [below('period'), below('activity')]
  const labelled = main === undefined && style.labels !== undefined
  const start = main === undefined ? usualColumns(actions, labelled) : columnsOf(main)
  const updates = updateForm(start, ofUpdates)
  let columns = updates === 'columns' ? withPeriods(start, actions) : start
  const activities = activityForm(columns, ofActivities, style.stepRows === true)
  const all = actions.flatMap((action) => action.updates)
  const wording = statusWording(plan)
  const isTicked = (update: LayoutUpdate) => tickOf(columns, wording(update), update.status) !== undefined
  const saidBy = (field: UpdateField) =>
    all.some((update) => says(update, field) && !(field === 'status' && isTicked(update)))

  const add = (field: LayoutField, isNeeded: boolean) => {
    if (isNeeded) columns = [...columns, own(field)]
  }
  const missing = (...fields: LayoutField[]) => !has(columns, ...fields)
  const some = (test: (action: LayoutAction) => unknown) => actions.some((action) => Boolean(test(action)))
  const named = (part: string) => some(({ responsible }) => responsible.some((one) => one.part === part))
  const stepsSay = (field: 'lead' | 'deadline' | 'status' | 'comments') =>
    (activities === 'column' || activities === 'steps') &&
    some((action) => action.activities.some((activity) => activity[field]))

  add('evidence', missing('evidence') && some((a) => a.expectedEvidence.some(({ text }) => text)))
  add(
    'responsible',
    missing('responsible', 'responsibleAndDeadline') &&
      (named('RESPONSIBLE') || (missing('lead') && stepsSay('lead'))),
  )
  add('lead', missing('lead', 'responsible', 'responsibleAndDeadline') && named('LEAD'))
  add('authorising', missing('authorising') && named('AUTHORISING'))
  add(
    'deadline',
    missing('deadline', 'responsibleAndDeadline') &&
      (some((a) => a.expectedEvidence.some(({ deadline }) => deadline)) || stepsSay('deadline')),
  )
  add('outcome', missing('outcome') && some((a) => a.outcome))
  add('progress', missing('progress') && updates !== 'table' && some((a) => a.progress))
  // Before there is a column of issues for the updates alone.
  add(
    'comments',
    missing('comments', 'issues') &&
      (stepsSay('comments') || (updates !== 'table' && some((a) => a.comments))),
  )
  if (updates === 'latest') {
    add(
      'period',
      !columns.some(({ field }) => field === 'status' || field === 'percent') &&
        !style.labels?.status &&
        all.length > 0,
    )
    for (const field of updateFields) add(field, missing(field) && saidBy(field))
    add(
      'earlier',
      some((a) => a.updates.length > 1),
    )
  }
  if (updates === 'rows') for (const field of updateFields) add(field, missing(field) && saidBy(field))
  add('status', missing('status') && stepsSay('status'))
  add('activity', activities === 'cell' && some((a) => a.activities.length > 0))
  add(
    'agencies',
    some((a) => a.responsible.some(hasOtherAgency)),
  )

  const updateColumns = columnsOf(ofUpdates)
  return {
    columns:
      style.labels === undefined
        ? columns
        : columns.map((column) => labelledColumn(column, style.labels ?? {})),
    updates,
    activities,
    updateColumns: [
      ...updateColumns,
      ...updateFields
        .filter((field) => !has(updateColumns, field) && saidBy(field))
        .map((field) => own(field)),
    ],
    activityColumns: activityColumnsOf(ofActivities, actions),
  }
}

function labelledColumn(column: LayoutColumn, labels: Partial<Record<LayoutField, string>>): LayoutColumn {
  return { ...column, heading: labels[column.field] ?? column.heading }
}

/** The columns of a plan that has no document with tables; of a list, no more than its actions have words for. */
function usualColumns(actions: readonly LayoutAction[], isList: boolean): LayoutColumn[] {
  const isNumbered = actions.some(({ reference }) => reference !== '')
  const usual: LayoutField[] = [
    ...(isNumbered ? (['reference'] as const) : []),
    'action',
    ...(isList ? [] : (['evidence', 'responsible', 'deadline'] as const)),
  ]
  return usual.map((field) => own(field))
}

function updateForm(columns: readonly LayoutColumn[], ofUpdates: RecognisedHeader | undefined): UpdateForm {
  if (columns.some(({ period }) => period !== undefined)) return 'columns'
  if (has(columns, 'period')) return 'rows'
  return ofUpdates === undefined ? 'latest' : 'table'
}

function activityForm(
  columns: readonly LayoutColumn[],
  ofActivities: RecognisedHeader | undefined,
  stepRows: boolean,
): ActivityForm {
  if (has(columns, 'activity')) return 'column'
  if (ofActivities !== undefined) return 'table'
  return stepRows ? 'steps' : 'cell'
}

function activityColumnsOf(
  header: RecognisedHeader | undefined,
  actions: readonly LayoutAction[],
): LayoutColumn[] {
  const columns = columnsOf(header)
  const activities = actions.flatMap((action) => action.activities)
  const missing = (['lead', 'deadline', 'status', 'comments'] as const).filter(
    (field) =>
      !has(columns, field) &&
      !(field === 'lead' && has(columns, 'responsible', 'authorising')) &&
      activities.some((activity) => activity[field]),
  )
  return [...columns, ...missing.map((field) => own(field))]
}
