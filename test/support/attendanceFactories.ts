import { newId } from '@boardwork/server/src/db/newId.ts'
import type { Mark } from '@boardwork/shared/attendance/register/mark.ts'
import type { Client } from 'pg'
import { day, insert } from './factories.ts'

/** A meeting of the board of 10 to 12 o'clock in universal time; with a reference it is a strategy meeting. */
export const makeMeeting = (
  db: Client,
  boardId: string,
  more: {
    heldOn?: string
    title?: string
    caseReference?: string
    cancelled?: boolean
    closed?: boolean
  } = {},
) => {
  const heldOn = more.heldOn ?? day(7)
  return insert(db, 'meeting', {
    id: newId(),
    board_id: boardId,
    kind: more.caseReference ? 'STRATEGY' : 'BOARD',
    title: more.title ?? 'Quarterly meeting',
    starts_at: `${heldOn}T10:00:00Z`,
    ends_at: `${heldOn}T12:00:00Z`,
    held_on: heldOn,
    place: 'Town hall',
    case_reference: more.caseReference ?? null,
    cancelled_at: more.cancelled ? new Date() : null,
    cancelled_reason: more.cancelled ? 'Snow' : null,
    register_begun_at: more.closed ? new Date() : null,
    register_closed_at: more.closed ? new Date() : null,
    register_closed_by_name: more.closed ? 'Robin Ash' : null,
  })
}

/** An agency, or a person of it, asked to a strategy meeting. */
export const makeInvitee = (
  db: Client,
  boardId: string,
  meetingId: string,
  organisationId: string,
  more: { personId?: string; required?: boolean } = {},
) =>
  insert(db, 'invitee', {
    id: newId(),
    board_id: boardId,
    meeting_id: meetingId,
    meeting_kind: 'STRATEGY',
    organisation_id: organisationId,
    person_id: more.personId ?? null,
    person_name: more.personId ? 'Robin Ash' : null,
    required: more.required ?? true,
  })

/** What the register says of a seat. */
export async function makeMark(
  db: Client,
  boardId: string,
  meetingId: string,
  seatId: string,
  mark: Mark,
  more: { cameName?: string; reason?: string } = {},
): Promise<string> {
  const { rows } = await db.query<{ organisation_id: string; holder_id: string | null; name: string | null }>(
    `select s.organisation_id, s.holder_id, p.name from seat s left join person p on p.id = s.holder_id where s.id = $1`,
    [seatId],
  )
  const [seat] = rows
  if (!seat) throw new Error('There is no such seat.')
  const id = await insert(db, 'register_mark', {
    id: newId(),
    board_id: boardId,
    meeting_id: meetingId,
    meeting_kind: 'BOARD',
    seat_id: seatId,
    organisation_id: seat.organisation_id,
    required: true,
    voting: true,
    holder_id: seat.holder_id,
    holder_name: seat.name,
    mark,
    came_name: more.cameName ?? null,
    source: 'OFFICER',
    marked_by_name: 'Robin Ash',
    marked_at: new Date(),
  })
  if (more.reason)
    await db.query(
      `insert into mark_reason (board_id, mark_id, meeting_kind, seat_id, organisation_id, reason)
       values ($1, $2, 'BOARD', $3, $4, $5)`,
      [boardId, id, seatId, seat.organisation_id, more.reason],
    )
  return id
}

/** Somebody without a place, who was there. */
export const makeGuest = (db: Client, boardId: string, meetingId: string) =>
  insert(db, 'guest', {
    id: newId(),
    board_id: boardId,
    meeting_id: meetingId,
    meeting_kind: 'BOARD',
    kind: 'GUEST',
    name: 'Sam Reed',
  })

/** What the register says of one who was asked to a strategy meeting. */
export async function makeInviteeMark(
  db: Client,
  boardId: string,
  meetingId: string,
  inviteeId: string,
  mark: Mark,
): Promise<string> {
  const { rows } = await db.query<{ organisation_id: string; person_id: string | null; required: boolean }>(
    'select organisation_id, person_id, required from invitee where id = $1',
    [inviteeId],
  )
  const [invitee] = rows
  if (!invitee) throw new Error('There is no such invitation.')
  return insert(db, 'register_mark', {
    id: newId(),
    board_id: boardId,
    meeting_id: meetingId,
    meeting_kind: 'STRATEGY',
    invitee_id: inviteeId,
    organisation_id: invitee.organisation_id,
    required: invitee.required,
    voting: false,
    holder_id: invitee.person_id,
    mark,
    source: 'OFFICER',
    marked_by_name: 'Robin Ash',
    marked_at: new Date(),
  })
}
