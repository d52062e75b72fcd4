import { createHash, randomBytes } from 'node:crypto'
import { newId } from '@boardwork/server/src/db/newId.ts'
import type { Client } from 'pg'

/** What of the demonstration's meetings stands in the example addresses. */
export interface AttendanceExamples {
  board: string
  police: string
  /** The next meeting of the board. */
  nextMeeting: string
  /** The seat of the member. */
  ownSeat: string
  /** The secret of an invitation to the next meeting. */
  answerToken: string
}

// Of the Fernshire board, but for the last, who belongs to another one.
const coordinator = 'Ada Fern'
const member = 'Marcus Finch'
const outsider = 'Kofi Briar'
const scrutiny = 'Joan Teasel'
const lead = 'Stephen Crake'

/** The routes of meetings and attendance. */
export const attendanceAddresses = [
  {
    route: 'boards/:boardId/meetings',
    address: ({ board }: AttendanceExamples) => `/boards/${board}/meetings`,
    heading: /^Meetings, /,
    opensFor: member,
    hiddenFrom: outsider,
  },
  {
    route: 'boards/:boardId/meetings/new',
    address: ({ board }: AttendanceExamples) => `/boards/${board}/meetings/new`,
    heading: 'Plan a meeting',
    opensFor: coordinator,
    hiddenFrom: member,
  },
  {
    route: 'boards/:boardId/meetings/settings',
    address: ({ board }: AttendanceExamples) => `/boards/${board}/meetings/settings`,
    heading: 'The year and deputies',
    opensFor: coordinator,
    hiddenFrom: member,
  },
  {
    route: 'boards/:boardId/meetings/series',
    address: ({ board }: AttendanceExamples) => `/boards/${board}/meetings/series`,
    heading: 'Plan a series of meetings',
    opensFor: coordinator,
    hiddenFrom: member,
  },
  {
    route: 'meetings',
    address: () => '/meetings',
    heading: 'Your meetings',
    opensFor: member,
    hiddenFrom: null,
  },
  {
    route: 'meetings/calendar',
    address: () => '/meetings/calendar',
    heading: 'Your meetings in your own calendar',
    opensFor: member,
    hiddenFrom: null,
  },
  {
    route: 'meetings/:meetingId/answer/:placeId',
    address: ({ nextMeeting, ownSeat }: AttendanceExamples) => `/meetings/${nextMeeting}/answer/${ownSeat}`,
    heading: 'Who comes?',
    opensFor: member,
    hiddenFrom: outsider,
  },
  {
    route: 'answer/:token',
    address: ({ answerToken }: AttendanceExamples) => `/answer/${answerToken}`,
    heading: 'Board meeting',
    opensFor: null,
    hiddenFrom: null,
  },
  {
    route: 'meetings/:meetingId',
    address: ({ nextMeeting }: AttendanceExamples) => `/meetings/${nextMeeting}`,
    heading: 'Board meeting',
    opensFor: member,
    hiddenFrom: outsider,
  },
  {
    route: 'meetings/:meetingId/change',
    address: ({ nextMeeting }: AttendanceExamples) => `/meetings/${nextMeeting}/change`,
    heading: 'Change the meeting',
    opensFor: coordinator,
    hiddenFrom: member,
  },
  {
    route: 'meetings/:meetingId/cancel',
    address: ({ nextMeeting }: AttendanceExamples) => `/meetings/${nextMeeting}/cancel`,
    heading: 'Cancel the meeting',
    opensFor: coordinator,
    hiddenFrom: member,
  },
  {
    route: 'boards/:boardId/attendance',
    address: ({ board }: AttendanceExamples) => `/boards/${board}/attendance?compare=1`,
    heading: /^Attendance, /,
    opensFor: member,
    hiddenFrom: scrutiny,
  },
  {
    route: 'boards/:boardId/attendance/report',
    address: ({ board }: AttendanceExamples) => `/boards/${board}/attendance/report?figure=attended`,
    heading: 'Paragraph for the annual report',
    opensFor: member,
    hiddenFrom: outsider,
  },
  {
    route: 'boards/:boardId/attendance/publish',
    address: ({ board }: AttendanceExamples) => `/boards/${board}/attendance/publish`,
    heading: /^Publish the figures of /,
    opensFor: coordinator,
    hiddenFrom: member,
  },
  {
    route: 'boards/:boardId/attendance/published',
    address: ({ board }: AttendanceExamples) => `/boards/${board}/attendance/published`,
    heading: 'Published attendance',
    opensFor: scrutiny,
    hiddenFrom: outsider,
  },
  {
    route: 'boards/:boardId/attendance/agencies/:organisationId',
    address: ({ board, police }: AttendanceExamples) => `/boards/${board}/attendance/agencies/${police}`,
    heading: 'Attendance of Larkmere Police',
    opensFor: member,
    hiddenFrom: scrutiny,
  },
  {
    route: 'organisations/:organisationId/attendance',
    address: ({ police }: AttendanceExamples) => `/organisations/${police}/attendance`,
    heading: 'Attendance at all boards',
    opensFor: lead,
    hiddenFrom: member,
  },
] as const

export async function findNextMeeting(db: Client, board: string): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `select id from meeting where board_id = $1 and kind = 'BOARD' and held_on > access.today()
     order by held_on limit 1`,
    [board],
  )
  const [next] = rows
  if (!next) throw new Error('The demonstration has no meeting that is still to come.')
  return next.id
}

/** The seat that the member holds at the board. */
export async function findOwnSeat(db: Client, board: string): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    'select s.id from seat s join person p on p.id = s.holder_id where s.board_id = $1 and p.name = $2',
    [board, member],
  )
  const [seat] = rows
  if (!seat) throw new Error('The member of the demonstration holds no seat.')
  return seat.id
}

/** An invitation to the next meeting that was sent to the member, by its secret. */
export async function makeAnswerLink(db: Client, board: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await db.query(
    `insert into answer_link (board_id, id, meeting_id, meeting_kind, seat_id, place_id, person_id, token_hash, sequence,
       sent_at)
     select s.board_id, $1, $2, 'BOARD', s.id, s.id, s.holder_id, $3, 0, now() from seat s where s.id = $4`,
    [
      newId(),
      await findNextMeeting(db, board),
      createHash('sha256').update(token).digest(),
      await findOwnSeat(db, board),
    ],
  )
  return token
}
