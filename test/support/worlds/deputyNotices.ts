import { newId } from '@boardwork/server/src/db/newId.ts'
import fc from 'fast-check'
import type { Asker } from './attendanceOracle.ts'
import type { AttendanceWorld } from './attendance.ts'

/** What a world holds of mails to deputies who were named for a meeting. */
export interface DeputyNoticeWorld {
  deputyNotices: {
    id: string
    boardId: string
    meetingId: string
    seatId: string
    organisationId: string
    personId: string
  }[]
}

export const deputyNoticeRecipe = fc.array(
  fc.record({ meeting: fc.nat(997), seat: fc.nat(997), person: fc.nat(997) }),
  { maxLength: 3 },
)
type Recipe = typeof deputyNoticeRecipe extends fc.Arbitrary<infer Drawn> ? Drawn : never

interface Places extends Pick<AttendanceWorld, 'meetings'> {
  people: { id: string }[]
  seats: { id: string; boardId: string; organisationId: string }[]
}

/** Mails about seats of the boards' meetings. */
export function makeDeputyNotices(drawn: Recipe, { meetings, people, seats }: Places): DeputyNoticeWorld {
  const ofBoards = meetings.filter(
    ({ boardId, strategy }) => !strategy && seats.some((seat) => seat.boardId === boardId),
  )
  const taken = new Set<string>()
  const deputyNotices = drawn.flatMap(({ meeting, seat, person }) => {
    const held = ofBoards[meeting % ofBoards.length]
    const here = seats.filter(({ boardId }) => boardId === held?.boardId)
    const of = here[seat % here.length]
    const somebody = people[person % people.length]
    if (!held || !of || !somebody || taken.has(`${held.id} ${of.id} ${somebody.id}`)) return []
    taken.add(`${held.id} ${of.id} ${somebody.id}`)
    const { boardId, organisationId } = of
    return [
      { id: newId(), boardId, meetingId: held.id, seatId: of.id, organisationId, personId: somebody.id },
    ]
  })
  return { deputyNotices }
}

/** A change of every row that one may change; see `attempts.ts`. */
export const deputyNoticeChanges = { deputy_notice: `update deputy_notice set sequence = 7` }

/** The rows of one world. */
export function deputyNoticeRows({ deputyNotices }: DeputyNoticeWorld) {
  return {
    deputy_notice: deputyNotices.map((notice) => ({
      board_id: notice.boardId,
      id: notice.id,
      meeting_id: notice.meetingId,
      meeting_kind: 'BOARD',
      seat_id: notice.seatId,
      person_id: notice.personId,
      cause: 'NAMED',
      sequence: 0,
      told_at: new Date().toISOString(),
    })),
  }
}

/**
 * Who sees and writes them, from the design's words and never from the policies: the officers, and the agency's own
 * people; who got the mail sees it, too.
 */
export function deputyNoticeRights({ me, officer, leads, mySeats }: Asker) {
  type Notice = DeputyNoticeWorld['deputyNotices'][number]
  const writes = ({ boardId, seatId, organisationId }: Notice) =>
    officer(boardId) || mySeats.some(({ id }) => id === seatId) || leads(organisationId)
  return {
    sees: {
      deputy_notice: ({ deputyNotices }: DeputyNoticeWorld) =>
        deputyNotices
          .filter((notice) => writes(notice) || (me !== null && notice.personId === me))
          .map(({ id }) => id),
    },
    changes: {
      deputy_notice: ({ deputyNotices }: DeputyNoticeWorld) => deputyNotices.filter(writes).length,
    },
    adds: {
      deputy_notice: ({ deputyNotices }: DeputyNoticeWorld, place: number) => {
        const notice = deputyNotices[place]
        return notice !== undefined && writes(notice)
      },
    },
  }
}
