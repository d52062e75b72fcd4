import type { Day } from '../../board/dates.ts'
import type { AttendedBoard, AttendedMeeting, AttendedSeat } from './attendedBoard.ts'
import type { MeetingFact } from '../rule/facts.ts'
import { generatedYears } from '../rule/generatedYears.fixture.ts'
import type { AttendedState } from './attendedState.ts'
import type { Mark } from '../register/mark.ts'

/** The board's own meetings of generated years, as the pages are given them, beside the facts they were made from. */
export const attendedYears = generatedYears.map(({ meetings, seats, year, startsMonth }) => {
  const own = meetings.filter(({ kind }) => kind === 'BOARD')
  return { board: boardOf(own, seats), facts: { meetings: own }, year, startsMonth }
})

function boardOf(
  meetings: readonly MeetingFact[],
  seats: readonly Pick<
    AttendedSeat & { id: string },
    'id' | 'organisationId' | 'organisationName' | 'startsOn' | 'endsOn'
  >[],
): AttendedBoard {
  return {
    boardId: 'board',
    boardName: 'Board',
    meetings: meetings.map(({ id, heldOn, cancelled, closed }) => ({
      id,
      heldOn,
      state: cancelled ? 'CANCELLED' : closed ? 'CLOSED' : 'BEGUN',
    })),
    seats: seats.map(({ id, organisationId, organisationName, startsOn, endsOn }) => ({
      seatId: id,
      organisationId,
      organisationName,
      required: true,
      voting: true,
      startsOn,
      endsOn: endsOn ?? null,
      marks: meetings.map((meeting) => meeting.marks.find(({ placeId }) => placeId === id)?.mark ?? null),
    })),
  }
}

/** A meeting that was held. */
export const meetingOf = (id: string, heldOn: Day, state: AttendedState = 'CLOSED'): AttendedMeeting => ({
  id,
  heldOn,
  state,
})

/** A seat of an agency with its marks in the order of the meetings. */
export const seatOf = (
  seatId: string,
  agency: string,
  more: Partial<AttendedSeat>,
  marks: (Mark | null)[] = [],
): AttendedSeat => ({
  seatId,
  organisationId: agency,
  organisationName: `Agency ${agency}`,
  required: true,
  voting: true,
  startsOn: '2020-01-01',
  endsOn: null,
  marks,
  ...more,
})
