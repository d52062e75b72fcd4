import type { ActionStatus } from '../actionStatus.ts'
import { readDeadlines } from '../deadline.ts'
import { textsOfAction, wordsLost } from './missingWords.ts'
import { plainForm } from './phrases.ts'
import { deadlinesOf, statusOf } from './recognisedPlan.ts'
import type {
  RecognisedAction,
  RecognisedActivity,
  RecognisedArea,
  RecognisedPlan,
  RecognisedUpdate,
  Remainder,
} from './recognisedPlan.ts'
import type { SourcePlace } from '../../document/sourceDocument.ts'
import { readStatus } from './statusWords.ts'

interface JsonDeadline {
  text: string
  earliest?: string
  latest?: string
}

interface JsonActivity {
  title: string
  lead?: string
  deadlines?: JsonDeadline[]
  status?: ActionStatus
  comments?: string
}

interface JsonAction {
  reference?: string
  title: string
  responsible?: string[]
  deadlines?: JsonDeadline[]
  status?: ActionStatus
  updates?: { period?: string; status?: ActionStatus; percentComplete?: number }[]
  progress?: string
  evidence?: string
  outcome?: string
  comments?: string
  seeAlso?: string[]
  activities?: JsonActivity[]
  source: SourcePlace
}

/** A plan as `plan:read --json` prints it. Absent fields are left out. */
export interface PlanReadJson {
  title?: string
  areas: { reference?: string; theme?: string; title?: string; actions: JsonAction[] }[]
  unplaced: Remainder[]
}

type Optional<Value> = { [Key in keyof Value]: Value[Key] | undefined }

/** The object without its undefined fields, empty texts and empty lists. */
function present<Value extends object>(fields: Optional<Value>): Value {
  const kept = Object.entries(fields).filter(
    ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  )
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.fromEntries knows no keys, and what is left out is optional
  return Object.fromEntries(kept) as Value
}

const lines = (texts: readonly (string | undefined)[]): string =>
  texts.filter((text) => text !== undefined && text !== '').join('\n')

const statusIn = (text: string | undefined): ActionStatus | undefined =>
  text === undefined ? undefined : readStatus(text)

const jsonDeadlines = (text: string | undefined): JsonDeadline[] =>
  readDeadlines(text ?? '').map(({ text: words, earliest, latest }) =>
    present<JsonDeadline>({ text: words, earliest, latest }),
  )

const jsonActivity = ({ title, lead, deadline, status, comments }: RecognisedActivity): JsonActivity => ({
  title,
  ...present<Omit<JsonActivity, 'title'>>({
    lead,
    deadlines: jsonDeadlines(deadline),
    status: statusIn(status),
    comments,
  }),
})

function jsonAction(action: RecognisedAction): JsonAction {
  const updates = action.updates ?? []
  const status = statusOf(action)
  const rest = present<Omit<JsonAction, 'title' | 'source'>>({
    reference: action.reference,
    // Who leads and authorises is one person of the plan.
    responsible: action.responsible === undefined ? undefined : [...new Set(action.responsible)],
    deadlines: deadlinesOf(action).map(({ text, earliest, latest }) =>
      present<JsonDeadline>({ text, earliest, latest }),
    ),
    status,
    updates: updates.map((update) => ({
      ...present({
        period: update.period,
        // The only update of a document without periods has the status of its action.
        status: statusIn(update.status) ?? (updates.length === 1 ? status : undefined),
        percentComplete: update.percentComplete,
      }),
    })),
    progress: lines([action.progress, ...updates.map(({ narrative }) => narrative)]),
    evidence: lines(action.expectedEvidence.map(({ text }) => text)),
    outcome: action.outcome,
    comments: lines([
      action.comments,
      action.issues,
      action.correctiveActions,
      ...updates.flatMap((update) => [update.issues, update.correctiveActions]),
    ]),
    seeAlso: action.seeAlso,
    activities: (action.activities ?? []).map(jsonActivity),
  })
  const { reference, ...others } = rest
  return {
    ...(reference === undefined ? {} : { reference }),
    title: action.title,
    ...others,
    source: action.source,
  }
}

/** Words that a field says in another form: "On Target" as ON_TARGET, "50%" as 50, "Quarter 2" as Q2 2009/10. */
function wordsOfMeaning(action: RecognisedAction): string[] {
  const statuses = [action, ...(action.updates ?? []), ...(action.activities ?? [])].flatMap(({ status }) =>
    status !== undefined && isNameOfStatus(status) ? [status] : [],
  )
  const ofUpdate = (update: RecognisedUpdate): (string | undefined)[] => [
    update.period === undefined || !isOnlyPeriod(update.periodAsWritten ?? '')
      ? undefined
      : update.periodAsWritten,
    update.percentComplete === undefined ? undefined : update.percent,
  ]
  const others = (action.updates ?? []).flatMap(ofUpdate).filter((text) => text !== undefined)
  return [...statuses, ...others]
}

const periodWords =
  /\bq(?=\d)|\b(?:q|qtr|quarter|period|as|at|to|end|of|year|jan[a-z]*|feb[a-z]*|mar[a-z]*|apr[a-z]*|may|june?|july?|aug[a-z]*|sep[a-z]*|oct[a-z]*|nov[a-z]*|dec[a-z]*)\b/gi

/** Whether a text says a period and nothing else. */
const isOnlyPeriod = (text: string): boolean =>
  !text.includes('\n') && !/\p{L}/u.test(text.replace(periodWords, ''))

function isNameOfStatus(text: string): boolean {
  const status = readStatus(text)
  const plain = plainForm(text).replace(/d$/, '')
  return status !== undefined && /^[\p{L}\s-]+$/u.test(text) && plain === plainForm(status).replace(/d$/, '')
}

/** All texts in a value of the JSON. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

/** What an area or action has in the document and its JSON has not: the words around a number, marks between people. */
function leftOver(written: readonly string[], json: unknown, source: SourcePlace): Remainder[] {
  const words = wordsLost(written, textsIn(json))
  return words.length === 0 ? [] : [{ source, text: words.join(' ') }]
}

function leftOverOfArea(area: RecognisedArea, actions: readonly JsonAction[]): Remainder[] {
  const heading = [(area.numbering ?? '') + (area.title ?? '')]
  return [
    ...leftOver(heading, [area.reference, area.title], area.source),
    ...area.actions.flatMap((action, index) => {
      const { source: _source, updates: _updates, ...fields } = actions[index] ?? { source: action.source }
      return leftOver(textsOfAction(action), [fields, wordsOfMeaning(action)], action.source)
    }),
  ]
}

/** The plan as `plan:read --json` prints it: every word of the document is in one of its fields, or unplaced. */
export function planReadJson(plan: RecognisedPlan): PlanReadJson {
  const areas = plan.areas.map((area) => ({ area, actions: area.actions.map(jsonAction) }))
  const used = new Set(plan.areas.map((area) => area.theme))
  const unusedThemes = plan.themes
    .filter(({ title }) => !used.has(title))
    .map(({ title, source }) => ({ source, text: title }))
  const headings = plan.headers
    .map(({ groups = [], columns, source }) => ({
      source,
      text: [...groups, ...columns.map(({ heading }) => heading)].filter((text) => text !== '').join(' '),
    }))
    .filter(({ text }) => text !== '')
  return {
    ...(plan.title === undefined ? {} : { title: plan.title }),
    areas: areas.map(({ area, actions }) => ({
      ...present({ reference: area.reference, theme: area.theme, title: area.title }),
      actions,
    })),
    unplaced: [
      ...unusedThemes,
      ...plan.unplaced,
      ...headings,
      ...plan.repeats,
      ...areas.flatMap(({ area, actions }) => leftOverOfArea(area, actions)),
    ],
  }
}
