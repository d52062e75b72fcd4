import type { AttendedBoard } from '@boardwork/shared/attendance/figures/attendedBoard.ts'
import type { AttendedState } from '@boardwork/shared/attendance/figures/attendedState.ts'
import type { Meeting } from '../meeting/meeting.entity.ts'
import type { RegisterMark } from '../register/registerMark.entity.ts'

/** A board's own meetings and their marks, in the form in which the shared rules count them for publication. */
export function attendedBoardOf(
  { id, name }: { id: string; name: string },
  meetings: readonly Meeting[],
  marks: readonly RegisterMark[],
  organisations: readonly { id: string; name: string }[],
): AttendedBoard {
  const names = new Map(organisations.map((organisation) => [organisation.id, organisation.name]))
  return {
    boardId: id,
    boardName: name,
    meetings: meetings.map((meeting) => ({
      id: meeting.id,
      heldOn: meeting.heldOn,
      state: stateOf(meeting),
    })),
    seats: [...Map.groupBy(marks, ({ seatId }) => seatId ?? '')].flatMap(([seatId, its]) => {
      const [first] = its
      if (!first) return []
      const { organisationId, required, voting } = first
      const organisationName = names.get(organisationId) ?? 'Another agency'
      const markAt = new Map(its.map(({ meetingId, mark }) => [meetingId, mark]))
      return [
        {
          seatId,
          organisationId,
          organisationName,
          required,
          voting,
          // From when to when it was open plays no part in the figures: marks do.
          startsOn: '1900-01-01',
          marks: meetings.map(({ id: meetingId }) => markAt.get(meetingId) ?? null),
        },
      ]
    }),
  }
}

function stateOf({ cancelledAt, registerClosedAt, registerBegunAt }: Meeting): AttendedState {
  if (cancelledAt) return 'CANCELLED'
  if (registerClosedAt) return 'CLOSED'
  return registerBegunAt ? 'BEGUN' : 'TO_COME'
}
