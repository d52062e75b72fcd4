import type { Client } from 'pg'

/** What of the demonstration's meetings stands in the example addresses. */
export interface AttendanceExamples {
  board: string
  /** The next meeting of the board. */
  nextMeeting: string
}

// Of the Fernshire board, but for the last, who belongs to another one.
const coordinator = 'Ada Fern'
const member = 'Marcus Finch'
const outsider = 'Kofi Briar'

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
