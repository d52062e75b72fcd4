import type { Client } from 'pg'

/** What of the demonstration's registers stands in the example addresses. */
export interface RegisterExamples {
  board: string
  /** The next meeting of the board, whose register is open. */
  nextMeeting: string
  /** The last meeting of the board whose register is closed, and a seat that has a mark there. */
  heldMeeting: string
  markedSeat: string
}

// Of the Fernshire board, but for the last, who belongs to another one.
const coordinator = 'Ada Fern'
const member = 'Marcus Finch'
const outsider = 'Kofi Briar'

/** The routes of registers. */
export const registerAddresses = [
  {
    route: 'boards/:boardId/quorum',
    address: ({ board }: RegisterExamples) => `/boards/${board}/quorum`,
    heading: 'Quorum',
    opensFor: coordinator,
    hiddenFrom: outsider,
  },
  {
    route: 'meetings/:meetingId/register',
    address: ({ nextMeeting }: RegisterExamples) => `/meetings/${nextMeeting}/register`,
    heading: 'Register of Board meeting',
    opensFor: coordinator,
    hiddenFrom: member,
  },
  {
    route: 'meetings/:meetingId/register/close',
    address: ({ nextMeeting }: RegisterExamples) => `/meetings/${nextMeeting}/register/close`,
    heading: 'Close the register',
    opensFor: coordinator,
    hiddenFrom: member,
  },
  {
    route: 'meetings/:meetingId/register/:placeId/correct',
    address: ({ heldMeeting, markedSeat }: RegisterExamples) =>
      `/meetings/${heldMeeting}/register/${markedSeat}/correct`,
    heading: 'Correct a mark',
    opensFor: coordinator,
    hiddenFrom: member,
  },
  {
    route: 'meetings/:meetingId/check-in',
    address: ({ nextMeeting }: RegisterExamples) => `/meetings/${nextMeeting}/check-in`,
    heading: 'Check in',
    opensFor: member,
    hiddenFrom: outsider,
  },
  {
    route: 'meetings/:meetingId/check-in/screen',
    address: ({ nextMeeting }: RegisterExamples) => `/meetings/${nextMeeting}/check-in/screen`,
    heading: 'Check in with a code',
    opensFor: coordinator,
    hiddenFrom: member,
  },
] as const

export async function findRegister(
  db: Client,
  board: string,
): Promise<Pick<RegisterExamples, 'heldMeeting' | 'markedSeat'>> {
  const { rows } = await db.query<{ heldMeeting: string; markedSeat: string }>(
    `select m.id as "heldMeeting", k.seat_id as "markedSeat"
     from meeting m join register_mark k on k.board_id = m.board_id and k.meeting_id = m.id
     where m.board_id = $1 and m.register_closed_at is not null order by m.held_on desc, k.id limit 1`,
    [board],
  )
  const [found] = rows
  if (!found) throw new Error('The demonstration has no register that is closed.')
  return found
}
