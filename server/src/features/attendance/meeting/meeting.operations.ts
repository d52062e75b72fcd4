import { todayInLondon } from '@boardwork/shared/board/dates.ts'
import { checkTextsOf } from '@boardwork/shared/attendance/agenda/agendaRules.ts'
import {
  checkAttendanceSetting,
  checkCancelling,
  readMeeting,
} from '@boardwork/shared/attendance/meeting/meetingRules.ts'
import { different } from '../../../access/different.ts'
import { operation } from '../../../access/operation.ts'
import type { Change } from '../../../access/operation.ts'
import { Conflict, InvalidInput, NotReady } from '../../../access/refusals.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import { Board } from '../../board/board.entity.ts'
import { mailWritten } from '../../identity/sendMail.ts'
import { meetingPolicy } from '../attendance.policy.ts'
import { AttendanceSetting } from './attendanceSetting.entity.ts'
import { Meeting } from './meeting.entity.ts'
import type {
  CancelMeetingInput,
  ChangeMeetingInput,
  PlanMeetingInput,
  SettleAttendanceInput,
} from './meeting.inputs.ts'
import {
  fieldsOf,
  refuseChange,
  typedFields,
  whyFull,
  writeCancelling,
  writeChange,
  writeNew,
} from './meeting.write.ts'

export const meetingAgain = (change: Change, id: string) => change.find(Meeting, { id })

/** A coordinator plans a meeting of the board or sub-group. */
export function planMeeting(
  context: RequestContext,
  input: PlanMeetingInput,
): Promise<Meeting | InvalidInput | NotReady> {
  const line = meetingPolicy.plan
  return operation(context, line, input.clientMutationId, meetingAgain, async (change) => {
    const board = await change.find(Board, { id: input.boardId })
    change.authorize(line, { boardId: board.id })
    await change.lock(board)
    const wanted = readMeeting(input)
    if (Array.isArray(wanted)) return new InvalidInput(wanted)
    const full = await whyFull(change, board.id, 1)
    if (full) return full
    return writeNew(change, board.id, wanted, null)
  })
}

/** A coordinator changes what a meeting is called, its time or its place. */
export async function changeMeeting(
  context: RequestContext,
  input: ChangeMeetingInput,
): Promise<Meeting | InvalidInput | Conflict | NotReady> {
  const line = meetingPolicy.change
  const result = await operation(context, line, input.clientMutationId, meetingAgain, async (change) => {
    const meeting = await change.find(Meeting, { id: input.meetingId })
    change.authorize(line, { boardId: meeting.boardId })
    await change.lock(meeting)
    const refused = refuseChange(meeting)
    if (refused) return refused
    const before = fieldsOf(meeting)
    if (meeting.version !== input.version)
      return new Conflict(meeting.id, meeting.version, different(before, typedFields(input)))
    const wanted = readMeeting(input)
    if (Array.isArray(wanted)) return new InvalidInput(wanted)
    const { title, place, notes } = wanted
    const naming = checkTextsOf(meeting.kind, { title, place, notes }, todayInLondon())
    if (naming.length > 0) return new InvalidInput(naming)
    await writeChange(context.platform, change, meeting, wanted)
    return meeting
  })
  if (result instanceof Meeting) mailWritten(context.platform)
  return result
}

/** A coordinator cancels a meeting; what was marked in its register stays to be read and counts nowhere. */
export async function cancelMeeting(
  context: RequestContext,
  input: CancelMeetingInput,
): Promise<Meeting | InvalidInput | Conflict | NotReady> {
  const line = meetingPolicy.cancel
  const result = await operation(context, line, input.clientMutationId, meetingAgain, async (change) => {
    const meeting = await change.find(Meeting, { id: input.meetingId })
    change.authorize(line, { boardId: meeting.boardId })
    await change.lock(meeting)
    const refused = refuseChange(meeting)
    if (refused) return refused
    if (meeting.version !== input.version) return new Conflict(meeting.id, meeting.version, [])
    const problems = [
      ...checkCancelling(input.reason),
      ...checkTextsOf(meeting.kind, { reason: input.reason }, todayInLondon()),
    ]
    if (problems.length > 0) return new InvalidInput(problems)
    await writeCancelling(context.platform, change, meeting, input.reason.trim())
    return meeting
  })
  if (result instanceof Meeting) mailWritten(context.platform)
  return result
}

/** A coordinator settles when the board's year begins, and which deputies are senior enough. */
export function settleAttendance(
  context: RequestContext,
  input: SettleAttendanceInput,
): Promise<Board | InvalidInput | Conflict> {
  const line = meetingPolicy.settle
  const boardAgain = (change: Change, id: string) => change.find(Board, { id })
  return operation(context, line, input.clientMutationId, boardAgain, async (change) => {
    const board = await change.find(Board, { id: input.boardId })
    change.authorize(line, { boardId: board.id })
    await change.lock(board)
    const known = await change.em.findOne(AttendanceSetting, { boardId: board.id })
    const before = known ?? usualSetting
    const wanted = { yearStartsMonth: input.yearStartsMonth, deputyRule: input.deputyRule.trim() }
    if (before.version !== input.version)
      return new Conflict(board.id, before.version, different(settingTexts(before), settingTexts(wanted)))
    const problems = checkAttendanceSetting(wanted)
    if (problems.length > 0) return new InvalidInput(problems)
    if (known) change.em.assign(known, wanted)
    else change.em.create(AttendanceSetting, { boardId: board.id, ...wanted, version: 1 })
    await change.em.flush()
    change.record({
      chainId: board.id,
      action: line.name,
      recordType: 'AttendanceSetting',
      recordId: board.id,
      before: settingTexts(before),
      after: settingTexts(wanted),
    })
    return board
  })
}

/** What holds for a board that has settled nothing yet. */
export const usualSetting = { yearStartsMonth: 4, deputyRule: '', version: 0 }

function settingTexts({ yearStartsMonth, deputyRule }: { yearStartsMonth: number; deputyRule: string }) {
  return { yearStartsMonth: String(yearStartsMonth), deputyRule }
}
