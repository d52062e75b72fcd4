import type { Day } from '../../board/dates.ts'

/** How somebody whom the list names took part for their agency. */
export const PastRole = {
  HOLDER: 'HOLDER',
  DEPUTY: 'DEPUTY',
  GUEST: 'GUEST',
  LEAVE_OUT: 'LEAVE_OUT',
} as const
export type PastRole = (typeof PastRole)[keyof typeof PastRole]

export const pastRoleName: Record<PastRole, string> = {
  HOLDER: 'Held the seat then',
  DEPUTY: 'Came as a deputy',
  GUEST: 'Came as a guest',
  LEAVE_OUT: 'Leave their marks out',
}

/** What becomes of an agency of the list that is none of the board's: those who came are guests, or it is left out. */
export const asGuest = 'GUEST'

/** A meeting of the list that is none of those that the board has. */
export const newMeeting = 'NEW'

/**
 * What a person chose for a past register, by the keys of what they chose for. What is not chosen waits, unless it is
 * certain.
 */
export interface PastChoices {
  /** Answers to the questions of the document. */
  answers: Record<string, string>
  /** An organisation's id, `asGuest` or `leaveOut` for each agency of the list. */
  agencies: Record<string, string>
  /** A `PastRole` for each person. */
  people: Record<string, string>
  /** The id of a meeting that the board has, or `newMeeting`. */
  meetings: Record<string, string>
  /** `asGuest` or `leaveOut` for each organisation that had no seat on some of the days. */
  seats: Record<string, string>
  /** When the meetings that are new began and ended, as HH:MM. */
  times: { startsAt: string; endsAt: string }
}

export const noChoices: PastChoices = {
  answers: {},
  agencies: {},
  people: {},
  meetings: {},
  seats: {},
  times: { startsAt: '10:00', endsAt: '12:00' },
}

/** A seat of the board, today's or an earlier one. */
export interface KnownSeat {
  id: string
  organisationId: string
  organisation: string
  startsOn: Day
  endsOn: Day | null
  holder: KnownPerson | null
  deputies: readonly KnownPerson[]
}

export interface KnownPerson {
  id: string
  name: string
}

/** A meeting that the board has already. */
export interface KnownMeeting {
  id: string
  day: Day
  title: string
  /** The places that have a mark in its register already. */
  marked: readonly { seatId: string; mark: string }[]
  cancelled: boolean
  /** A register that is closed takes no further marks. */
  closed: boolean
}

/** What a board has, beside which a past register is laid. */
export interface KnownBoard {
  seats: readonly KnownSeat[]
  meetings: readonly KnownMeeting[]
}

/** The part of `PastChoices` that a choice belongs to. */
export const PastPart = {
  ANSWER: 'ANSWER',
  AGENCY: 'AGENCY',
  PERSON: 'PERSON',
  MEETING: 'MEETING',
  SEAT: 'SEAT',
  TIME: 'TIME',
} as const
export type PastPart = (typeof PastPart)[keyof typeof PastPart]

/** One thing that a person chose; null takes a choice back. */
export interface PastChoice {
  part: PastPart
  key: string
  value: string | null
}

/** The choices with some of them made anew. */
export function withChoices(choices: PastChoices, made: readonly PastChoice[]): PastChoices {
  const parts = {
    ANSWER: new Map(Object.entries(choices.answers)),
    AGENCY: new Map(Object.entries(choices.agencies)),
    PERSON: new Map(Object.entries(choices.people)),
    MEETING: new Map(Object.entries(choices.meetings)),
    SEAT: new Map(Object.entries(choices.seats)),
    TIME: new Map(Object.entries(choices.times)),
  }
  for (const { part, key, value } of made) {
    if (value === null) parts[part].delete(key)
    else parts[part].set(key, value)
  }
  return {
    answers: Object.fromEntries(parts.ANSWER),
    agencies: Object.fromEntries(parts.AGENCY),
    people: Object.fromEntries(parts.PERSON),
    meetings: Object.fromEntries(parts.MEETING),
    seats: Object.fromEntries(parts.SEAT),
    times: {
      startsAt: parts.TIME.get('startsAt') ?? noChoices.times.startsAt,
      endsAt: parts.TIME.get('endsAt') ?? noChoices.times.endsAt,
    },
  }
}
