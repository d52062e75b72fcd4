import { contentOf, numberedShare } from './columnContent.ts'
import type { ColumnContent } from './columnContent.ts'
import { fieldOfHeading, monthOfHeading, periodOfHeading } from './columnHeadings.ts'
import type { PlanField } from './planField.ts'
import { plainForm } from './phrases.ts'
import { monthPeriod } from '../period.ts'
import type { SourcePlace, SourceRow } from '../../document/sourceDocument.ts'
import { isTick, readStatus } from './statusWords.ts'

/** Why a column holds what it holds: a person said so, its heading says so, what stands in it, or where it stands. */
export type ColumnReason = 'person' | 'heading' | 'content' | 'position'

export interface RecognisedColumn {
  /** The heading as the document writes it; empty where the document has none. */
  heading: string
  /** The heading that spans this column and others, where the header has two rows. Its words stand in the header's `groups`. */
  group?: string
  field: PlanField
  why: ColumnReason
  /** What we would have chosen, where a person chose. */
  suggestion?: PlanField
  /** The reporting period that the heading names, in one form. */
  period?: string
  /** One of several columns, each for a status, that are ticked: "Achieved (tick)" beside "On target (tick)". */
  ticked?: true
}

/** A header of the document, the first of its kind; the same rows on a later page are a repeat. */
export interface RecognisedHeader {
  columns: RecognisedColumn[]
  source: SourcePlace
  /** Headings that span several columns, above those of the columns. */
  groups?: string[]
  /** True when the document has no header row and the columns were told by what stands in them. */
  guessed?: true
}

/** A person's own choice of fields, by `columnKey`. */
export type ColumnOverrides = Readonly<Record<string, PlanField>>

/** How a column is named in overrides: its heading without case and marks, or "column 3" without a heading. */
export function columnKey(heading: string, index: number): string {
  const plain = plainForm(heading)
  return plain === '' ? `column ${index + 1}` : plain
}

/** A column's own heading and the one that spans it. */
export interface ColumnHeading {
  heading: string
  group?: string
}

export interface ColumnContext {
  overrides: ColumnOverrides
  /** The financial year that the document speaks of, by its first year. */
  documentYear?: number
  /** Whether the document has columns of actions elsewhere, so that a table of activities belongs to an action. */
  hasActions?: boolean
}

export const rowsLookedAt = 40

interface Choice {
  field: PlanField | undefined
  why: ColumnReason
  period?: string
  ticked?: true
}

const repeatingFields = new Set<PlanField | undefined>([
  'status',
  'percent',
  'progress',
  'issues',
  'corrective',
  'comments',
])

function byHeading({ heading, group }: ColumnHeading, context: ColumnContext): Choice {
  const whole = group === undefined ? heading : `${group} ${heading}`
  const own = periodOfHeading(heading, context.documentYear)
  const spanning = group === undefined ? undefined : periodOfHeading(group, context.documentYear)
  const period = own ?? spanning
  if (period === undefined) return { field: fieldOfHeading(heading) ?? fieldOfHeading(whole), why: 'heading' }
  const groupField = group === undefined ? undefined : fieldOfHeading(group)
  const field = own === undefined ? fieldOfHeading(heading) : (own.field ?? groupField)
  if (field !== undefined && !repeatingFields.has(field)) return { field, why: 'heading' }
  return { field, why: field === undefined ? 'content' : 'heading', period: period.period }
}

/** What stands in a column can say that its heading is meant otherwise. */
function corrected(choice: Choice, heading: string, content: ColumnContent): Choice {
  const { field, period } = choice
  const is = (other: PlanField): Choice => ({
    field: other,
    why: 'content',
    ...(period === undefined ? {} : { period }),
  })
  if (content.filled === 0) return period !== undefined && field === undefined ? is('progress') : choice
  if (period !== undefined && field === undefined) {
    if (content.percents >= 0.6) return is('percent')
    return content.statuses >= 0.6 && content.words <= 4 ? is('status') : is('progress')
  }
  if (field === 'progress' || field === 'status' || field === 'comments' || field === 'deadline') {
    if (content.percents >= 0.6) return is('percent')
  }
  if (field === 'status' && content.words > 10 && content.statuses < 0.5) return is('progress')
  if (field === 'period' && content.periods < 0.5) return is(content.times >= 0.5 ? 'deadline' : 'unplaced')
  if (
    (field === 'evidence' || field === 'activity') &&
    content.times >= 0.6 &&
    /target|milestone/i.test(heading)
  )
    return is('deadline')
  if (field === 'deadline' && content.times === 0 && content.people >= 0.9 && content.filled > 2)
    return is('responsible')
  if ((field === 'responsible' || field === 'lead') && content.times >= 0.6 && content.people < 0.5)
    return is('deadline')
  if (field === 'reference' && content.words > 5) return { field: 'action', why: 'content' }
  if ((field === 'area' || field === 'reference') && /priority/i.test(heading) && content.levels >= 0.8)
    return is('unplaced')
  if (field === 'action' && content.codes >= 0.7) return is('reference')
  // "Rec" over "R1" and "R2".
  if (field === 'area' && content.codes >= 0.9 && content.words <= 1.5) return is('reference')
  return choice
}

/** Gives each column a field: by a person's choice, by its heading, or by what stands in the rows below it. */
export function recogniseColumns(
  headings: readonly ColumnHeading[],
  rowsBelow: readonly SourceRow[],
  context: ColumnContext,
): RecognisedColumn[] {
  const rows = rowsBelow.slice(0, rowsLookedAt)
  const contents = headings.map((_, index) => contentOf(rows, index))
  const choices = headings.map((heading, index): Choice => {
    const content = contents[index]
    const choice = byHeading(heading, context)
    return content === undefined ? choice : corrected(choice, heading.heading, content)
  })
  giveYears(choices, headings, context)
  findTicked(choices, headings, rows)
  const keys = headings.map(({ heading, group }, index) =>
    columnKey(group === undefined ? heading : `${group} ${heading}`, index),
  )
  const suggested = choices.map((choice) => ({ ...choice }))
  decideTogether(suggested, headings, contents, context)
  // A person's choice may leave a column of actions over that we would have seen in another.
  const chosen = choices.map((choice, index): Choice => {
    const field = context.overrides[keys[index] ?? '']
    return field === undefined ? choice : { ...choice, field, why: 'person' }
  })
  decideTogether(chosen, headings, contents, context)
  return headings.map(({ heading, group }, index) => {
    const choice: Choice = chosen[index] ?? { field: undefined, why: 'position' }
    const { field = 'unplaced', why, period, ticked } = choice
    const suggestion = suggested[index]?.field ?? 'unplaced'
    return {
      heading,
      ...(group === undefined ? {} : { group }),
      field,
      why,
      ...(why === 'person' ? { suggestion } : {}),
      ...(period === undefined ? {} : { period }),
      ...(ticked === undefined || field !== 'status' ? {} : { ticked }),
    }
  })
}

/** "BRAG Sept" beside "Progress September 2023" is of that month; else the year is that of the document. */
function giveYears(
  choices: Choice[],
  headings: readonly ColumnHeading[],
  { documentYear }: ColumnContext,
): void {
  const known = choices.flatMap(({ period }) => period ?? [])
  headings.forEach(({ heading, group }, index) => {
    const choice = choices[index]
    if (choice === undefined || choice.period !== undefined || group !== undefined) return
    if (!repeatingFields.has(choice.field)) return
    const month = monthOfHeading(heading)
    if (month === undefined) return
    const ofDocument =
      documentYear === undefined ? undefined : monthPeriod(month, documentYear + (month < 4 ? 1 : 0))
    const period = known.find((name) => name.startsWith(monthPeriod(month, 0).slice(0, -1))) ?? ofDocument
    if (period !== undefined) choices[index] = { ...choice, period }
  })
}

/** Columns that each name a status and hold nothing but ticks: at least two, else a tick is a word like others. */
function findTicked(choices: Choice[], headings: readonly ColumnHeading[], rows: readonly SourceRow[]): void {
  const isOfTicks = (index: number): boolean =>
    rows.every(({ cells }) => (cells[index]?.text ?? '') === '' || isTick(cells[index]?.text ?? ''))
  const found = headings.flatMap(({ heading }, index) =>
    heading.length <= 60 && readStatus(heading) !== undefined && isOfTicks(index) ? [index] : [],
  )
  const isTicked = found.some((index) => rows.some(({ cells }) => isTick(cells[index]?.text ?? '')))
  if (found.length < 2 || !isTicked) return
  for (const index of found) choices[index] = { field: 'status', why: 'content', ticked: true }
}

/** What the columns are to each other: a second one of a kind, and the missing ones. */
function decideTogether(
  choices: Choice[],
  headings: readonly ColumnHeading[],
  contents: readonly ColumnContent[],
  context: ColumnContext,
): void {
  const has = (field: PlanField): boolean => choices.some((choice) => choice.field === field)
  const set = (index: number, field: PlanField, why: ColumnReason): void => {
    const choice = choices[index]
    if (choice !== undefined && choice.why !== 'person') choices[index] = { ...choice, field, why }
  }
  const ofField = (field: PlanField): number[] =>
    choices.flatMap((choice, index) => (choice.field === field ? [index] : []))

  // A code under "Action" beside its words under "Description" is the reference; alone it stays what it is.
  const first = ofField('reference')
  for (const index of first.slice(1)) if ((contents[index]?.words ?? 0) > 2) set(index, 'action', 'content')
  // "Rec no | Recommendation | Action no | Action": the first number is the area's.
  const numbers = ofField('reference')
  const [areaAt] = ofField('area')
  const [firstNumber, secondNumber] = numbers
  if (firstNumber !== undefined && secondNumber !== undefined) {
    const isOfArea = areaAt !== undefined && firstNumber < areaAt && areaAt < secondNumber
    if (isOfArea) set(firstNumber, 'areaReference', 'position')
    for (const index of numbers.slice(isOfArea ? 2 : 1)) set(index, 'unplaced', 'position')
  }

  // "Rec no | Recommendation | Action", and "Ref | …" where the actions bring numbers of their own.
  const [onlyNumber, anotherNumber] = ofField('reference')
  const [actionAt] = ofField('action')
  if (
    onlyNumber !== undefined &&
    anotherNumber === undefined &&
    areaAt === onlyNumber + 1 &&
    actionAt !== undefined &&
    (/^(?:rec|objective|priority|aim|goal|area|finding)/i.test(headings[onlyNumber]?.heading ?? '') ||
      (contents[actionAt]?.numbered ?? 0) >= 0.6)
  )
    set(onlyNumber, 'areaReference', 'position')

  choices.forEach((choice, index) => {
    const content = contents[index]
    if (choice.field !== undefined || content === undefined || content.filled === 0) return
    // A heading that says something else than what we look for: few cells do not outweigh it.
    const isNamed = (headings[index]?.heading ?? '') !== ''
    const enough = isNamed ? 0.7 : 0.6
    // Figures behind the action count something: a baseline, a target.
    const mayNumber = !isNamed || actionAt === undefined || index < actionAt
    if (mayNumber && !has('reference') && content.references >= enough && content.percents < 0.5)
      set(index, 'reference', 'content')
    else if (content.percents >= enough && !has('percent')) set(index, 'percent', 'content')
    else if (!has('deadline') && content.times >= enough) set(index, 'deadline', 'content')
    else if (!has('status') && content.statuses >= 0.8) set(index, 'status', 'content')
    else if (!has('responsible') && !has('lead') && content.people >= 0.8 && content.words <= 8)
      set(index, 'responsible', 'content')
  })

  if (!has('status')) {
    for (const index of ofField('progress')) {
      const content = contents[index]
      if (content !== undefined && content.filled > 1 && content.statuses >= 0.8 && content.words <= 3)
        set(index, 'status', 'content')
    }
  }

  // The outer heading stands to the left, whatever the two are called: "Priority | Workstream".
  const [themeAt] = ofField('theme')
  const [outerAt] = ofField('area')
  if (themeAt !== undefined && outerAt !== undefined && outerAt < themeAt) {
    const isOuter = (contents[outerAt]?.distinct ?? 0) < (contents[themeAt]?.distinct ?? 0)
    if (isOuter && choices[themeAt]?.why !== 'person' && choices[outerAt]?.why !== 'person') {
      set(outerAt, 'theme', 'position')
      set(themeAt, 'area', 'position')
    }
  }

  const areas = ofField('area')
  if (areas.length > 1) {
    const isWeak = (index: number): boolean =>
      /finding|gap|issue|lesson|learning/i.test(headings[index]?.heading ?? '')
    const strong = areas.filter((index) => !isWeak(index))
    if (strong.length > 0) for (const index of areas.filter(isWeak)) set(index, 'comments', 'position')
    const [one, two] = strong
    if (one !== undefined && two !== undefined && !has('theme')) {
      const isOuter = (contents[one]?.distinct ?? 0) <= (contents[two]?.distinct ?? 0)
      set(isOuter ? one : two, 'theme', 'position')
    }
  }

  const actions = ofField('action')
  if (actions.length > 1) {
    // Of several, the one whose heading says "action", else the first with text; the others say more about it.
    const named = actions.find(
      (index) =>
        /action|task|what/i.test(headings[index]?.heading ?? '') && (contents[index]?.filled ?? 0) > 0,
    )
    const kept = named ?? actions.find((index) => (contents[index]?.filled ?? 0) > 0) ?? actions[0]
    for (const index of actions) {
      if (index === kept || choices[index]?.why === 'person') continue
      const isResponse = /response/i.test(headings[index]?.heading ?? '')
      set(index, index < (kept ?? 0) && !isResponse ? 'area' : 'comments', 'position')
    }
  }
  const isOfUpdates = has('period') && (has('status') || has('percent') || has('progress'))
  if (has('action') || (has('activity') && context.hasActions === true)) return
  // A plan without a column of actions says its actions elsewhere: as activities, recommendations, or unnamed.
  const unnamed = choices
    .map((choice, index) => ({ index, free: choice.field === undefined, words: contents[index]?.words ?? 0 }))
    .filter(({ free, words }) => free && words >= 2)
    .toSorted((a, b) => b.words - a.words)[0]?.index
  const candidates = [ofField('activity')[0], ...(isOfUpdates ? [] : [ofField('area').at(-1)]), unnamed]
  const late = isOfUpdates
    ? []
    : [
        choices.findIndex((choice) => choice.field === undefined),
        ofField('theme')[0],
        ofField('evidence')[0],
        ofField('outcome')[0],
      ]
  const found = [...candidates, ...late].find(
    (index) => index !== undefined && index >= 0 && choices[index]?.why !== 'person',
  )
  if (found !== undefined) set(found, 'action', 'position')
}

/**
 * Columns of a table without any header row, told by what stands in them; undefined when nothing shows that
 * the table is a plan (it needs numbers in front of its actions or a column of deadlines).
 */
export function guessColumns(
  rows: readonly SourceRow[],
  context: ColumnContext,
): RecognisedColumn[] | undefined {
  const looked = rows.slice(0, rowsLookedAt)
  const width = Math.min(60, Math.max(...looked.map((row) => row.cells.length)))
  const headings = Array.from({ length: width }, () => ({ heading: '' }))
  const columns = recogniseColumns(headings, looked, context)
  const numbered = columns.some(({ field }) => field === 'reference') || numberedShare(looked, 0) >= 0.5
  const dated = columns.some(({ field }) => field === 'deadline')
  if (rows.length < 2 || (!numbered && !dated)) return undefined
  if (!columns.some(({ field }) => field === 'action')) return undefined
  return columns
}
