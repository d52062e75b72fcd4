import { attendanceFigures, figuresText } from '@boardwork/shared/attendance/figures/attendanceFigures.ts'
import type { AttendanceFigures } from '@boardwork/shared/attendance/figures/attendanceFigures.ts'
import { boardYearName, yearEndsOn, yearStartsOn } from '@boardwork/shared/attendance/figures/boardYear.ts'
import { operation } from '../../../access/operation.ts'
import type { Change } from '../../../access/operation.ts'
import { Conflict, NotReady } from '../../../access/refusals.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import { newId } from '../../../db/newId.ts'
import { Board } from '../../board/board.entity.ts'
import { Organisation } from '../../organisation/organisation.entity.ts'
import { attendancePolicy } from '../attendance.policy.ts'
import { AttendancePublication } from './attendancePublication.entity.ts'
import { attendedBoardOf } from './attendedBoardOf.ts'
import { AttendanceSetting } from '../meeting/attendanceSetting.entity.ts'
import { Meeting } from '../meeting/meeting.entity.ts'
import { usualSetting } from '../meeting/meeting.operations.ts'
import type { PublishAttendanceInput, WithdrawAttendanceInput } from './publication.inputs.ts'
import { RegisterMark } from '../register/registerMark.entity.ts'

const again = (change: Change, id: string) => change.find(AttendancePublication, { id })

/** An officer publishes the figures of a year as they were seen; they take the place of earlier ones of that year. */
export function publishAttendance(
  context: RequestContext,
  input: PublishAttendanceInput,
): Promise<AttendancePublication | NotReady> {
  const line = attendancePolicy.publish
  return operation(context, line, input.clientMutationId, again, async (change) => {
    const board = await change.find(Board, { id: input.boardId })
    change.authorize(line, { boardId: board.id })
    await change.lock(board)
    if (input.year < 1900 || input.year >= 2200) return new NotReady('There are no meetings in this year.')
    const figures = await figuresOf(change, board, input.year)
    if (figures.held === 0)
      return new NotReady(
        'No meeting of this year has a closed register, so there is nothing to publish yet.',
      )
    if (figuresText(figures) !== input.seen)
      return new NotReady(
        'The figures have changed since you opened this page. Read them again, then publish.',
      )
    await withdrawEarlier(change, board.id, input.year)
    const publication = {
      boardId: board.id,
      id: newId(),
      year: input.year,
      figures,
      publishedAt: new Date(),
      publishedById: change.viewer.personId,
      publishedByName: change.viewer.name,
      version: 1,
    }
    await change.em.insert(AttendancePublication, publication)
    change.record({
      chainId: board.id,
      action: line.name,
      recordType: 'AttendancePublication',
      recordId: publication.id,
      after: { yearName: boardYearName(figures.year, figures.startsMonth), meetingsHeld: figures.held },
    })
    return publication
  })
}

/** An officer takes published figures back: then the officers alone see them. */
export function withdrawAttendance(
  context: RequestContext,
  input: WithdrawAttendanceInput,
): Promise<AttendancePublication | Conflict> {
  const line = attendancePolicy.withdraw
  return operation(context, line, input.clientMutationId, again, async (change) => {
    const publication = await change.find(AttendancePublication, { id: input.publicationId })
    change.authorize(line, { boardId: publication.boardId })
    await change.lock(publication)
    if (publication.version !== input.version || publication.withdrawnAt)
      return new Conflict(publication.id, publication.version, [])
    const withdrawnAt = new Date()
    change.em.assign(publication, { withdrawnAt, withdrawnByName: change.viewer.name })
    await change.em.flush()
    const { year, startsMonth } = publication.figures
    change.record({
      chainId: publication.boardId,
      action: line.name,
      recordType: 'AttendancePublication',
      recordId: publication.id,
      before: { withdrawnAt: null, yearName: boardYearName(year, startsMonth) },
      after: { withdrawnAt },
    })
    return publication
  })
}

async function withdrawEarlier(change: Change, boardId: string, year: number): Promise<void> {
  const earlier = await change.em.find(AttendancePublication, { boardId, year, withdrawnAt: null })
  for (const each of earlier)
    change.em.assign(each, { withdrawnAt: new Date(), withdrawnByName: change.viewer.name })
  await change.em.flush()
}

/** Counts the figures inside the operation, so that no mark changes between counting and publishing. */
async function figuresOf({ em }: Change, board: Board, year: number): Promise<AttendanceFigures> {
  const setting = await em.findOne(AttendanceSetting, { boardId: board.id })
  const { yearStartsMonth: startsMonth } = setting ?? usualSetting
  const heldOn = { $gte: yearStartsOn(year, startsMonth), $lte: yearEndsOn(year, startsMonth) }
  const meetings = await em.find(Meeting, { boardId: board.id, kind: 'BOARD', heldOn })
  const marks = await em.find(RegisterMark, {
    boardId: board.id,
    meetingId: { $in: meetings.map(({ id }) => id) },
  })
  const organisationIds = [...new Set(marks.map(({ organisationId }) => organisationId))]
  const organisations = await em.find(Organisation, { id: { $in: organisationIds } })
  return attendanceFigures(attendedBoardOf(board, meetings, marks, organisations), year, startsMonth)
}
