import { ActionPart } from '@boardwork/shared/plan/actionPart.ts'
import { ActionStatus } from '@boardwork/shared/plan/actionStatus.ts'
import { planLimits } from '@boardwork/shared/plan/limits.ts'
import { draftActionFieldNames } from '@boardwork/shared/plan/import/planDraft.ts'
import type {
  DraftAction,
  DraftActivity,
  DraftArea,
  DraftEvidence,
  DraftResponsible,
  DraftUnplaced,
  DraftUpdate,
  PlanDraft,
} from '@boardwork/shared/plan/import/planDraft.ts'
import type { SourcePlace } from '@boardwork/shared/document/sourceDocument.ts'

/** What came is no draft; the message names the place, for whoever writes a client. */
export class NotADraft extends Error {}

const mostUnplaced = 100_000
const mostInAction = 1000

/**
 * Takes from the client what has the form of a draft and nothing else: unknown properties, wrong types, repeated
 * keys and lists past their bounds throw NotADraft. What the texts say is for `validateDraft`.
 */
export function parsePlanDraft(value: unknown): PlanDraft {
  const draft = object(value, 'draft', ['title', 'period', 'statuses', 'areas', 'unplaced', 'lastKey'])
  const keys = new Set<string>()
  const key = (given: unknown, path: string): string => {
    const text = string(given, path)
    if (!/^k[1-9]\d{0,8}$/.test(text)) throw new NotADraft(`${path} has to be "k" and a number.`)
    if (keys.has(text)) throw new NotADraft(`${path} is used twice.`)
    keys.add(text)
    return text
  }
  const parsed: PlanDraft = {
    title: string(draft['title'], 'title'),
    period: string(draft['period'], 'period'),
    statuses: list(draft['statuses'], 'statuses', mostInAction).map((known, index) =>
      parseStatus(known, `statuses.${index}`),
    ),
    areas: list(draft['areas'], 'areas', planLimits.areas).map((area, index) =>
      parseArea(area, `areas.${index}`, key),
    ),
    unplaced: list(draft['unplaced'], 'unplaced', mostUnplaced).map((rest, index) =>
      parseUnplaced(rest, `unplaced.${index}`, key),
    ),
    lastKey: whole(draft['lastKey'], 'lastKey'),
  }
  for (const used of keys) {
    if (Number(used.slice(1)) > parsed.lastKey)
      throw new NotADraft(`lastKey is smaller than the key ${used}.`)
  }
  const actions = parsed.areas.reduce((sum, area) => sum + area.actions.length, 0)
  if (actions > planLimits.actions) throw new NotADraft(`A plan has at most ${planLimits.actions} actions.`)
  return parsed
}

function parseStatus(value: unknown, path: string): PlanDraft['statuses'][number] {
  const known = object(value, path, ['words', 'status'])
  return {
    words: string(known['words'], `${path}.words`),
    status: oneOf(known['status'], `${path}.status`, Object.values(ActionStatus)),
  }
}

type TakeKey = (given: unknown, path: string) => string

function parseArea(value: unknown, path: string, key: TakeKey): DraftArea {
  const area = object(value, path, ['key', 'reference', 'theme', 'title', 'actions', 'source'])
  return {
    key: key(area['key'], `${path}.key`),
    reference: string(area['reference'], `${path}.reference`),
    theme: string(area['theme'], `${path}.theme`),
    title: string(area['title'], `${path}.title`),
    actions: list(area['actions'], `${path}.actions`, planLimits.actions).map((action, index) =>
      parseAction(action, `${path}.actions.${index}`, key),
    ),
    ...optionalSource(area['source'], path),
  }
}

function parseAction(value: unknown, path: string, key: TakeKey): DraftAction {
  const action = object(value, path, [
    'key',
    'reference',
    'title',
    'responsible',
    'expectedEvidence',
    'outcome',
    'progress',
    'comments',
    'updates',
    'activities',
    'source',
    'places',
  ])
  return {
    key: key(action['key'], `${path}.key`),
    reference: string(action['reference'], `${path}.reference`),
    title: string(action['title'], `${path}.title`),
    responsible: list(action['responsible'], `${path}.responsible`, mostInAction).map((one, index) =>
      parseResponsible(one, `${path}.responsible.${index}`),
    ),
    expectedEvidence: list(action['expectedEvidence'], `${path}.expectedEvidence`, mostInAction).map(
      (item, index) => parseTexts(item, `${path}.expectedEvidence.${index}`, evidenceTexts),
    ),
    outcome: string(action['outcome'], `${path}.outcome`),
    progress: string(action['progress'], `${path}.progress`),
    comments: string(action['comments'], `${path}.comments`),
    updates: list(action['updates'], `${path}.updates`, mostInAction).map((item, index) =>
      parseTexts(item, `${path}.updates.${index}`, updateTexts),
    ),
    activities: list(action['activities'], `${path}.activities`, mostInAction).map((item, index) =>
      parseTexts(item, `${path}.activities.${index}`, activityTexts),
    ),
    ...optionalSource(action['source'], path),
    ...optionalPlaces(action['places'], path),
  }
}

function parseResponsible(value: unknown, path: string): DraftResponsible {
  const one = object(value, path, ['postTitle', 'part', 'organisationId'])
  const postTitle = string(one['postTitle'], `${path}.postTitle`)
  const part = oneOf(one['part'], `${path}.part`, Object.values(ActionPart))
  if (one['organisationId'] === undefined) return { postTitle, part }
  const organisationId = string(one['organisationId'], `${path}.organisationId`)
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(organisationId))
    throw new NotADraft(`${path}.organisationId is no id.`)
  return { postTitle, part, organisationId }
}

const evidenceTexts = ['text', 'deadline'] as const satisfies (keyof DraftEvidence)[]
const updateTexts = [
  'period',
  'status',
  'percentComplete',
  'narrative',
  'issues',
  'correctiveActions',
] as const satisfies (keyof DraftUpdate)[]
const activityTexts = [
  'title',
  'lead',
  'deadline',
  'status',
  'comments',
] as const satisfies (keyof DraftActivity)[]

/** An item of a list that is made of texts alone. */
function parseTexts<Name extends string>(
  value: unknown,
  path: string,
  names: readonly Name[],
): Record<Name, string> {
  const item = object(value, path, [...names])
  const texts = names.map((name) => [name, string(item[name], `${path}.${name}`)])
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each of the names has its text
  return Object.fromEntries(texts) as Record<Name, string>
}

function parseUnplaced(value: unknown, path: string, key: TakeKey): DraftUnplaced {
  const rest = object(value, path, ['key', 'text', 'source', 'kept', 'note'])
  const kept = rest['kept']
  if (kept !== 'unplaced' && kept !== 'dropped')
    throw new NotADraft(`${path}.kept has to be "unplaced" or "dropped".`)
  return {
    key: key(rest['key'], `${path}.key`),
    text: string(rest['text'], `${path}.text`),
    kept,
    ...(rest['note'] === undefined ? {} : { note: string(rest['note'], `${path}.note`) }),
    ...optionalSource(rest['source'], path),
  }
}

function optionalSource(value: unknown, path: string): { source?: SourcePlace } {
  return value === undefined ? {} : { source: parsePlace(value, `${path}.source`) }
}

function optionalPlaces(value: unknown, path: string): Pick<DraftAction, 'places'> {
  if (value === undefined) return {}
  const at = `${path}.places`
  const given = object(value, at, draftActionFieldNames)
  const places: DraftAction['places'] = {}
  for (const field of draftActionFieldNames)
    if (given[field] !== undefined)
      places[field] = list(given[field], `${at}.${field}`, mostInAction).map((place) =>
        parsePlace(place, `${at}.${field}`),
      )
  return { places }
}

function parsePlace(value: unknown, at: string): SourcePlace {
  const place = object(value, at, ['line', 'page', 'sheet', 'cell', 'table', 'row', 'column', 'paragraph'])
  if ('line' in place) {
    const { line, page } = only(place, at, ['line', 'page'])
    return { line: whole(line, at), ...(page === undefined ? {} : { page: whole(page, at) }) }
  }
  if ('paragraph' in place) return { paragraph: whole(only(place, at, ['paragraph'])['paragraph'], at) }
  if ('sheet' in place) {
    const { sheet, cell } = only(place, at, ['sheet', 'cell'])
    return { sheet: string(sheet, at), cell: string(cell, at) }
  }
  const { table, row, column } = only(place, at, ['table', 'row', 'column'])
  return {
    table: whole(table, at),
    row: whole(row, at),
    ...(column === undefined ? {} : { column: whole(column, at) }),
  }
}

function only(
  place: Record<string, unknown>,
  path: string,
  allowed: readonly string[],
): Record<string, unknown> {
  return object(place, path, allowed)
}

function object(value: unknown, path: string, allowed: readonly string[]): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new NotADraft(`${path} has to be an object.`)
  const strange = Object.keys(value).find((name) => !allowed.includes(name))
  if (strange !== undefined)
    throw new NotADraft(`${path} has a property that a draft does not have: ${strange}.`)
  return { ...value }
}

function list(value: unknown, path: string, most: number): unknown[] {
  if (!Array.isArray(value)) throw new NotADraft(`${path} has to be a list.`)
  if (value.length > most) throw new NotADraft(`${path} has more than ${most} items.`)
  return value
}

function string(value: unknown, path: string): string {
  if (typeof value !== 'string') throw new NotADraft(`${path} has to be text.`)
  // PostgreSQL keeps no text with this character.
  if (value.includes('\0')) throw new NotADraft(`${path} holds a character that cannot be kept.`)
  return value
}

function oneOf<Value extends string>(value: unknown, path: string, values: readonly Value[]): Value {
  const known = values.find((each) => each === value)
  if (known === undefined) throw new NotADraft(`${path} has to be one of ${values.join(', ')}.`)
  return known
}

function whole(value: unknown, path: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
    throw new NotADraft(`${path} has to be a whole number.`)
  return value
}
