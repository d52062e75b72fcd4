import { attendanceFigures } from '@boardwork/shared/attendance/figures/attendanceFigures.ts'
import {
  boardYearName,
  boardYearOf,
  usualYearStart,
  yearEndsOn,
  yearStartsOn,
} from '@boardwork/shared/attendance/figures/boardYear.ts'
import { attendedBoardOf } from '../features/attendance/figures/attendedBoardOf.ts'
import { boards } from './boards.ts'
import { people } from './people.ts'
import type { World } from './world.ts'

/** What Fernshire published of its attendance: the figures of the year in which its last meeting was held. */
export function makePublication(world: World): void {
  const boardId = world.boardIds.fernshire
  const own = world.meetings.filter((meeting) => meeting.boardId === boardId && meeting.kind === 'BOARD')
  const last = own
    .filter(({ registerClosedAt }) => registerClosedAt)
    .toSorted((one, other) => one.heldOn.localeCompare(other.heldOn))
    .at(-1)
  if (!last) throw new Error('The board of the demonstration has held no meeting.')
  const year = boardYearOf(last.heldOn, usualYearStart)
  const [first, end] = [yearStartsOn(year, usualYearStart), yearEndsOn(year, usualYearStart)]
  const meetings = own.filter(({ heldOn }) => heldOn >= first && heldOn <= end)
  const marks = world.marks.filter(({ meetingId }) => meetings.some(({ id }) => id === meetingId))
  const name = boards.fernshire.name
  const board = attendedBoardOf({ id: boardId, name }, meetings, marks, world.organisations)
  const figures = attendanceFigures(board, year, usualYearStart)
  const { coordinator } = boards.fernshire
  const publishedAt = world.calendar.moment(11, 26)
  const id = world.ids.next()
  world.publications.push({
    boardId,
    id,
    year,
    figures,
    publishedAt,
    publishedById: world.personIds[coordinator],
    publishedByName: people[coordinator].name,
    withdrawnAt: null,
    withdrawnByName: null,
    version: 1,
  })
  world.happenings.push({
    chains: [boardId],
    by: coordinator,
    under: world.under(coordinator, 'COORDINATOR', boardId),
    at: publishedAt,
    action: 'attendance.publish',
    recordType: 'AttendancePublication',
    recordId: id,
    after: { yearName: boardYearName(year, usualYearStart), meetingsHeld: figures.held },
  })
}
