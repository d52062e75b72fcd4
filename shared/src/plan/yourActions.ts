import { addressReader, idIn, oneOf, Standing } from './actionFilter.ts'
import type { SearchPart } from './actionFilter.ts'

/** What is due about the update of an action, or waits for the reader. */
export const UpdateDue = {
  OVERDUE: 'OVERDUE',
  DUE: 'DUE',
  RUNNING: 'RUNNING',
  NOTHING: 'NOTHING',
  DECIDE: 'DECIDE',
} as const
export type UpdateDue = (typeof UpdateDue)[keyof typeof UpdateDue]

/** How it is called on a page. */
export const updateDueName: Record<UpdateDue, string> = {
  OVERDUE: 'Overdue',
  DUE: 'Due now',
  RUNNING: 'The period still runs',
  NOTHING: 'Nothing is due',
  DECIDE: 'Waits for you to authorise',
}

/** Whether somebody is named for an action in person, or has it through an agency. */
export const Whose = { MINE: 'MINE', AGENCY: 'AGENCY' } as const
export type Whose = (typeof Whose)[keyof typeof Whose]

export const whoseName: Record<Whose, string> = { MINE: 'Named in person', AGENCY: 'Of your agency' }

/** Which of somebody's actions a list shows; what is null narrows nothing. */
export interface YourFilter {
  /** The id of a board. */
  board: string | null
  status: Standing | null
  due: UpdateDue | null
  whose: Whose | null
}

/** A place in a list that moves while somebody works on it: behind this action, as it stood there. */
export interface ListPlace {
  /** The day on which its update was due; `9999-12-31` where nothing was. */
  dueOn: string
  id: string
}

/** The day under which actions stand about which nothing is due: behind all others. */
export const nothingDue = '9999-12-31'

export function readPlace(text: string): ListPlace | null {
  const [, dueOn, given] = /^(\d{4}-\d\d-\d\d)~(.{36})$/.exec(text) ?? []
  const id = given ? idIn(given) : null
  return dueOn && id && !Number.isNaN(Date.parse(dueOn)) ? { dueOn, id } : null
}

export function writePlace({ dueOn, id }: ListPlace): string {
  return `${dueOn}~${id}`
}

/** What the address of the page says. */
export interface YourAddress {
  filter: YourFilter
  /** Behind what the page begins; null for the first. */
  after: string | null
  /** The names of those parts of the address that mean nothing here. */
  ignored: string[]
}

/** Reads the address of "Your actions". What cannot be understood narrows nothing, and is named. */
export function readYourAddress(search: SearchPart): YourAddress {
  const { read, ignored } = addressReader(search)
  return {
    filter: {
      board: read('board', idIn),
      status: read('status', (text) => oneOf(Standing, text)),
      due: read('due', (text) => oneOf(UpdateDue, text)),
      whose: read('whose', (text) => oneOf(Whose, text)),
    },
    after: read('after', (text) => (readPlace(text) ? text : null)),
    ignored,
  }
}
