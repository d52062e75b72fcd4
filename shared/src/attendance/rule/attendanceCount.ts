import { isHeld } from './facts.ts'
import type { MarkFact, MeetingFact } from './facts.ts'
import type { Mark } from '../register/mark.ts'

/** How often each mark was given. */
export type Tally = Record<Mark, number>

/** Counts marks. */
export function tallyOf(marks: Iterable<Mark>): Tally {
  const tally = { PRESENT: 0, DEPUTY: 0, APOLOGIES: 0, ABSENT: 0, UNKNOWN: 0 }
  for (const mark of marks) tally[mark] += 1
  return tally
}

/** How often somebody was expected: all marks. */
export function expectedOf(tally: Tally): number {
  return knownOf(tally) + tally.UNKNOWN
}

/** How often it is known whether somebody came. */
export function knownOf(tally: Tally): number {
  return attendedOf(tally) + missedOf(tally)
}

/** How often the holder or a deputy came. */
export function attendedOf(tally: Tally): number {
  return tally.PRESENT + tally.DEPUTY
}

/** How often it is known that nobody came, with apologies or without. */
export function missedOf(tally: Tally): number {
  return tally.APOLOGIES + tally.ABSENT
}

/**
 * The share of attended among those of which it is known, from 0 to 1: what is unknown is left out of both numbers.
 * Null where nothing is known.
 */
export function rateOf(tally: Tally): number | null {
  const known = knownOf(tally)
  return known === 0 ? null : attendedOf(tally) / known
}

/** A rate as a page shows it: "83% (5 of 6), 1 unknown left out". Never 100% or 0% where it is not quite that. */
export function rateText(tally: Tally): string {
  const rate = rateOf(tally)
  const unknown = tally.UNKNOWN === 0 ? '' : `${tally.UNKNOWN} unknown`
  if (rate === null) return unknown === '' ? 'Nothing to count' : `Nothing known, ${unknown}`
  const counted = `${wholePercent(rate)}% (${attendedOf(tally)} of ${knownOf(tally)})`
  return unknown === '' ? counted : `${counted}, ${unknown} left out`
}

/** What counting needs to know of a mark. */
export type CountedMark = Pick<MarkFact, 'placeId' | 'organisationId' | 'organisationName' | 'mark'>

/** What counting needs to know of a meeting. */
export interface CountedMeeting extends Pick<MeetingFact, 'id' | 'heldOn' | 'cancelled' | 'closed'> {
  marks: readonly CountedMark[]
}

/** The counting of one agency, one seat or one person. */
export interface AgencyCount {
  organisationId: string
  /** As it was called when the latest of the marks was written. */
  organisationName: string
  tally: Tally
}

/**
 * Counts each agency's marks over the meetings that were held. An agency is counted once for each meeting, also where
 * several people were asked for it. An agency that merged is counted under the name it had at each meeting.
 */
export function countByAgency(meetings: readonly CountedMeeting[]): Map<string, AgencyCount> {
  const counts = new Map<string, AgencyCount>()
  for (const meeting of heldInOrder(meetings))
    for (const [organisationId, marks] of Map.groupBy(meeting.marks, (mark) => mark.organisationId)) {
      const count = counts.get(organisationId) ?? { organisationId, organisationName: '', tally: tallyOf([]) }
      count.organisationName = marks[0]?.organisationName ?? ''
      count.tally[markOfAgency(marks)] += 1
      counts.set(organisationId, count)
    }
  return counts
}

/** Counts the marks of each seat (of each invitee at strategy meetings) over the meetings that were held. */
export function countByPlace(meetings: readonly CountedMeeting[]): Map<string, Tally> {
  const counts = new Map<string, Tally>()
  for (const { marks } of meetings.filter(isHeld))
    for (const { placeId, mark } of marks) {
      const tally = counts.get(placeId) ?? tallyOf([])
      tally[mark] += 1
      counts.set(placeId, tally)
    }
  return counts
}

/** What a board's meetings come to. */
export interface BoardCount {
  /** Meetings whose register is closed and that were not cancelled. */
  held: number
  cancelled: number
  /** Neither held nor cancelled: their register is still open, or they are to come. */
  open: number
  /** All marks of the meetings that were held. */
  tally: Tally
}

/** Counts a board's meetings and all marks of those that were held. */
export function countOfBoard(meetings: readonly CountedMeeting[]): BoardCount {
  const held = meetings.filter(isHeld)
  const cancelled = meetings.filter((meeting) => meeting.cancelled).length
  return {
    held: held.length,
    cancelled,
    open: meetings.length - held.length - cancelled,
    tally: tallyOf(held.flatMap(({ marks }) => marks.map(({ mark }) => mark))),
  }
}

// Whoever may have been there comes before those of whom it is known that they were not.
const strongest = ['PRESENT', 'DEPUTY', 'UNKNOWN', 'APOLOGIES', 'ABSENT'] as const

/** What one meeting comes to for an agency that has several places at it: there if one of them was. */
export function markOfAgency(marks: readonly Pick<MarkFact, 'mark'>[]): Mark {
  return strongest.find((mark) => marks.some((each) => each.mark === mark)) ?? 'UNKNOWN'
}

/** The meetings that were held, the earliest first. */
export function heldInOrder<Meeting extends Omit<CountedMeeting, 'marks'>>(
  meetings: readonly Meeting[],
): Meeting[] {
  return inOrderOfDays(meetings.filter(isHeld))
}

/** Meetings, the earliest first. */
export function inOrderOfDays<Meeting extends Pick<MeetingFact, 'id' | 'heldOn'>>(
  meetings: readonly Meeting[],
): Meeting[] {
  return meetings.toSorted((one, other) => compare(one.heldOn, other.heldOn) || compare(one.id, other.id))
}

function wholePercent(rate: number): number {
  if (rate === 0 || rate === 1) return rate * 100
  return Math.min(99, Math.max(1, Math.round(rate * 100)))
}

function compare(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
