import { ActionStatus } from './actionStatus.ts'
import { DueGroup } from './dueGroup.ts'

/** How a list of a plan's actions is divided. */
export const PlanView = { AREA: 'AREA', AGENCY: 'AGENCY', PERSON: 'PERSON', DEADLINE: 'DEADLINE' } as const
export type PlanView = (typeof PlanView)[keyof typeof PlanView]

/** How a view is called on a page. */
export const planViewName: Record<PlanView, string> = {
  AREA: 'Area',
  AGENCY: 'Agency',
  PERSON: 'Person or post',
  DEADLINE: 'Deadline',
}

/** How an action stands by its newest update. */
export const Standing = { ...ActionStatus, NONE: 'NONE' } as const
export type Standing = (typeof Standing)[keyof typeof Standing]

/** The longest text that is searched for. */
export const longestWords = 200
const mostDays = 3660

/** Which actions of a plan a list shows; what is null narrows nothing. */
export interface ActionFilter {
  status: Standing | null
  /** The id of an agency. */
  agency: string | null
  /** The id of a person, or the words of a post. */
  who: string | null
  /** The id of an area. */
  area: string | null
  due: DueGroup | null
  /** Due within so many days, and not overdue. */
  withinDays: number | null
  /** Due on this day or later, and on this day or before. */
  dueFrom: string | null
  dueTo: string | null
  /** Words in its reference, its title or who is responsible. */
  words: string | null
  /** Those with something that is worth a second look and has no answer. */
  openPointers: boolean
  /** Those without an authorised update for the period that is to be reported. */
  noUpdate: boolean
}

/** What the address of a plan's page says. */
export interface PlanAddress {
  view: PlanView
  filter: ActionFilter
  /** The first is 1. */
  page: number
  /** The names of those parts of the address that mean nothing here. */
  ignored: string[]
}

/** Where a part of the filter stands in the address. */
const parts: Record<keyof ActionFilter, string> = {
  status: 'status',
  agency: 'agency',
  who: 'who',
  area: 'area',
  due: 'due',
  withinDays: 'days',
  dueFrom: 'from',
  dueTo: 'to',
  words: 'words',
  openPointers: 'pointers',
  noUpdate: 'silent',
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** What stands behind the question mark of an address. */
export interface SearchPart {
  get(name: string): string | null
}

/**
 * Reads parts of an address one by one: null where a part is not there, or where it means nothing; `ignored` names
 * the latter.
 */
export function addressReader(search: SearchPart) {
  const ignored: string[] = []
  const read = <Value>(name: string, meaning: (text: string) => Value | null): Value | null => {
    const text = (search.get(name) ?? '').trim()
    if (text === '') return null
    const value = meaning(text)
    if (value === null) ignored.push(name)
    return value
  }
  return { read, ignored }
}

/** Reads the address of a plan's page. What cannot be understood narrows nothing, and is named. */
export function readPlanAddress(search: SearchPart): PlanAddress {
  const { read, ignored } = addressReader(search)
  const yes = (text: string) => (text === 'yes' ? true : null)
  const filter: ActionFilter = {
    status: read(parts.status, (text) => oneOf(Standing, text)),
    agency: read(parts.agency, idIn),
    who: read(parts.who, (text) => (text.length <= 500 ? text : null)),
    area: read(parts.area, idIn),
    due: read(parts.due, (text) => oneOf(DueGroup, text)),
    withinDays: read(parts.withinDays, (text) => wholeNumber(text, 0, mostDays)),
    dueFrom: read(parts.dueFrom, dayIn),
    dueTo: read(parts.dueTo, dayIn),
    words: read(parts.words, (text) => (text.length <= longestWords ? text : null)),
    openPointers: read(parts.openPointers, yes) ?? false,
    noUpdate: read(parts.noUpdate, yes) ?? false,
  }
  return {
    view: read('view', (text) => oneOf(PlanView, text)) ?? 'AREA',
    filter,
    page: read('page', (text) => wholeNumber(text, 1, 5000)) ?? 1,
    ignored,
  }
}

/** Whether a filter narrows anything. */
export function narrows(filter: ActionFilter): boolean {
  return Object.values(filter).some((value) => value !== null && value !== false)
}

export function idIn(text: string): string | null {
  return uuid.test(text) ? text.toLowerCase() : null
}

export function oneOf<Value extends string>(values: Record<string, Value>, text: string): Value | null {
  return Object.values(values).find((value) => value === text) ?? null
}

function wholeNumber(text: string, least: number, most: number): number | null {
  const value = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN
  return value >= least && value <= most ? value : null
}

export function dayIn(text: string): string | null {
  const date = new Date(`${text}T00:00:00Z`)
  // JavaScript turns 30 February into a day of March.
  const isDay = /^(19|20|21)\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime())
  return isDay && date.toISOString().startsWith(text) ? text : null
}
