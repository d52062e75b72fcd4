import { createHash } from 'node:crypto'
import { hashToken } from '@boardwork/server/src/access/requestContext.ts'
import { startOf } from './attendance.ts'
import type { CalendarWorld } from './calendar.ts'

type Row = Record<string, unknown>

/** The tables of answers, invitations by mail and calendars, in an order in which they can be filled. */
export const calendarTables = ['meeting_answer', 'answer_reason', 'answer_link', 'calendar_address'] as const
export type CalendarTable = (typeof calendarTables)[number]

export const calendarKeys: Partial<Record<CalendarTable, string>> = {
  answer_reason: 'answer_id',
  calendar_address: 'person_id',
}

/** A change of every row that one may change; see `attempts.ts`. */
export const calendarChanges: Record<CalendarTable, string> = {
  meeting_answer: `update meeting_answer set version = 7`,
  answer_reason: `update answer_reason set reason = 'Changed'`,
  answer_link: `update answer_link set sequence = 7`,
  calendar_address: `update calendar_address set made_at = now()`,
}

const now = new Date().toISOString()
const hash = (of: string) => `\\x${createHash('sha256').update(of).digest('hex')}`

/** What the address of a person's calendar ends with. */
export const calendarToken = (personId: string) => createHash('sha256').update(personId).digest('base64url')

function atPlace(row: CalendarWorld['meetingAnswers'][number] | CalendarWorld['answerLinks'][number]): Row {
  return {
    board_id: row.boardId,
    id: row.id,
    meeting_id: row.meetingId,
    meeting_kind: row.strategy ? 'STRATEGY' : 'BOARD',
    seat_id: row.strategy ? null : row.placeId,
    invitee_id: row.strategy ? row.placeId : null,
    place_id: row.placeId,
  }
}

/** The rows of one world; they answer for the time at which its meetings are. */
export function calendarRows(world: CalendarWorld, today: string): Record<CalendarTable, Row[]> {
  return {
    meeting_answer: world.meetingAnswers.map((row) => ({
      ...atPlace(row),
      organisation_id: row.organisationId,
      answer: row.hasReason ? 'APOLOGIES' : row.deputyId ? 'DEPUTY' : 'ATTENDING',
      deputy_id: row.deputyId,
      deputy_name: row.deputyId && 'Robin Ash',
      starts_at: startOf(row.meetingId, today),
      ends_at: `${today}T12:00:00Z`,
      answered_by_name: 'Robin Ash',
      on_behalf: false,
      answered_at: now,
      version: 1,
    })),
    answer_reason: world.meetingAnswers
      .filter(({ hasReason }) => hasReason)
      .map((row) => ({
        board_id: row.boardId,
        answer_id: row.id,
        place_id: row.placeId,
        organisation_id: row.organisationId,
        meeting_kind: row.strategy ? 'STRATEGY' : 'BOARD',
        reason: `Excuse ${row.id}`,
      })),
    answer_link: world.answerLinks.map((row) => ({
      ...atPlace(row),
      person_id: row.personId,
      token_hash: hash(row.id),
      sequence: 0,
      sent_at: now,
    })),
    calendar_address: world.calendarAddresses.map(({ personId }) => ({
      person_id: personId,
      token_hash: `\\x${hashToken(calendarToken(personId)).toString('hex')}`,
      made_at: now,
    })),
  }
}
