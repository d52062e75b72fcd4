import { planLimits } from '@boardwork/shared/plan/limits.ts'
import type {
  DraftAction,
  DraftArea,
  DraftEvidence,
  DraftResponsible,
  DraftUnplaced,
  PlanDraft,
} from '@boardwork/shared/plan/planDraft.ts'
import type { SourcePlace } from '@boardwork/shared/plan/sourceDocument.ts'

/** What came is no draft; the message names the place, for whoever writes a client. */
export class NotADraft extends Error {}

const mostUnplaced = 100_000
const mostInAction = 1000

/**
 * Takes from the client what has the form of a draft and nothing else: unknown properties, wrong types, repeated
 * keys and lists past their bounds throw NotADraft. What the texts say is for `validateDraft`.
 */
export function parsePlanDraft(value: unknown): PlanDraft {
  const draft = object(value, 'draft', ['title', 'areas', 'unplaced', 'lastKey'])
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
    'source',
  ])
  return {
    key: key(action['key'], `${path}.key`),
    reference: string(action['reference'], `${path}.reference`),
    title: string(action['title'], `${path}.title`),
    responsible: list(action['responsible'], `${path}.responsible`, mostInAction).map((one, index) =>
      parseResponsible(one, `${path}.responsible.${index}`),
    ),
    expectedEvidence: list(action['expectedEvidence'], `${path}.expectedEvidence`, mostInAction).map(
      (item, index) => parseEvidence(item, `${path}.expectedEvidence.${index}`),
    ),
    ...optionalSource(action['source'], path),
  }
}

function parseResponsible(value: unknown, path: string): DraftResponsible {
  const one = object(value, path, ['postTitle', 'organisationId'])
  const postTitle = string(one['postTitle'], `${path}.postTitle`)
  if (one['organisationId'] === undefined) return { postTitle }
  const organisationId = string(one['organisationId'], `${path}.organisationId`)
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(organisationId))
    throw new NotADraft(`${path}.organisationId is no id.`)
  return { postTitle, organisationId }
}

function parseEvidence(value: unknown, path: string): DraftEvidence {
  const item = object(value, path, ['text', 'deadline'])
  return {
    text: string(item['text'], `${path}.text`),
    deadline: string(item['deadline'], `${path}.deadline`),
  }
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
  if (value === undefined) return {}
  const at = `${path}.source`
  const place = object(value, at, ['line', 'sheet', 'cell', 'table', 'row', 'column', 'paragraph'])
  if ('line' in place) return { source: { line: whole(only(place, at, ['line'])['line'], at) } }
  if ('paragraph' in place)
    return { source: { paragraph: whole(only(place, at, ['paragraph'])['paragraph'], at) } }
  if ('sheet' in place) {
    const { sheet, cell } = only(place, at, ['sheet', 'cell'])
    return { source: { sheet: string(sheet, at), cell: string(cell, at) } }
  }
  const { table, row, column } = only(place, at, ['table', 'row', 'column'])
  return {
    source: {
      table: whole(table, at),
      row: whole(row, at),
      ...(column === undefined ? {} : { column: whole(column, at) }),
    },
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

function whole(value: unknown, path: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
    throw new NotADraft(`${path} has to be a whole number.`)
  return value
}
