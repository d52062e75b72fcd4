import {
  checkAttendanceSetting,
  checkCancelling,
  meetingLimits,
  readMeeting,
} from '@boardwork/shared/attendance/meetingRules.ts'
import type { CheckedMeeting } from '@boardwork/shared/attendance/meetingRules.ts'
import { answerState } from '@boardwork/shared/attendance/meetingAnswer.ts'
import { localTimeOf, readTypedTime } from '@boardwork/shared/attendance/meetingTime.ts'
import { different } from '../../access/different.ts'
import { operation } from '../../access/operation.ts'
import type { Change } from '../../access/operation.ts'
import { Conflict, InvalidInput, NotReady } from '../../access/refusals.ts'
import type { RequestContext } from '../../access/requestContext.ts'
import { changedFields } from '../../audit/changedFields.ts'
import { newId } from '../../db/newId.ts'
import { Board } from '../board/board.entity.ts'
import { meetingPolicy } from './attendance.policy.ts'
import { AttendanceSetting } from './attendanceSetting.entity.ts'
import { tellInvited } from './invitation.send.ts'
import { Meeting } from './meeting.entity.ts'
import type {
  CancelMeetingInput,
  ChangeMeetingInput,
  PlanMeetingInput,
  SettleAttendanceInput,
} from './meeting.inputs.ts'

const again = (change: Change, id: string) => change.find(Meeting, { id })

/** A coordinator plans a meeting of the board or sub-group. */
export function planMeeting(
  context: RequestContext,
  input: PlanMeetingInput,
): Promise<Meeting | InvalidInput | NotReady> {
  const line = meetingPolicy.plan
  return operation(context, line, input.clientMutationId, again, async (change) => {
    const board = await change.find(Board, { id: input.boardId })
    change.authorize(line, { boardId: board.id })
    await change.lock(board)
    const wanted = readMeeting(input)
    if (Array.isArray(wanted)) return new InvalidInput(wanted)
    if ((await change.em.count(Meeting, { boardId: board.id })) >= meetingLimits.ofBoard)
      return new NotReady(
        `This board has ${meetingLimits.ofBoard.toLocaleString('en-GB')} meetings, which is all that it can have.`,
      )
    const meeting = {
      boardId: board.id,
      id: newId(),
      kind: 'BOARD' as const,
      ...wanted,
      sequence: 0,
      madeAt: new Date(),
      version: 1,
    }
    await change.em.insert(Meeting, meeting)
    change.record({
      chainId: board.id,
      action: line.name,
      recordType: 'Meeting',
      recordId: meeting.id,
      after: fieldsOf(meeting),
    })
    return meeting
  })
}

/** A coordinator changes what a meeting is called, its time or its place. */
export function changeMeeting(
  context: RequestContext,
  input: ChangeMeetingInput,
): Promise<Meeting | InvalidInput | Conflict | NotReady> {
  const line = meetingPolicy.change
  return operation(context, line, input.clientMutationId, again, async (change) => {
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
    const changed = changedFields(before, fieldsOf(wanted))
    if (!changed) return meeting
    const moved = whenAndWhere.some((field) => field in changed.after)
    const earlier = { startsAt: meeting.startsAt, endsAt: meeting.endsAt }
    change.em.assign(meeting, { ...wanted, sequence: meeting.sequence + (moved ? 1 : 0) })
    await change.em.flush()
    const cause = answerState(earlier, meeting) === 'STANDS' ? 'CHANGED' : 'MOVED'
    if (moved) await tellInvited(context.platform, change.em, meeting, cause)
    record(change, line.name, meeting, changed)
    return meeting
  })
}

/** A coordinator cancels a meeting; what was marked in its register stays to be read and counts nowhere. */
export function cancelMeeting(
  context: RequestContext,
  input: CancelMeetingInput,
): Promise<Meeting | InvalidInput | Conflict | NotReady> {
  const line = meetingPolicy.cancel
  return operation(context, line, input.clientMutationId, again, async (change) => {
    const meeting = await change.find(Meeting, { id: input.meetingId })
    change.authorize(line, { boardId: meeting.boardId })
    await change.lock(meeting)
    const refused = refuseChange(meeting)
    if (refused) return refused
    if (meeting.version !== input.version) return new Conflict(meeting.id, meeting.version, [])
    const problems = checkCancelling(input.reason)
    if (problems.length > 0) return new InvalidInput(problems)
    const cancelledAt = new Date()
    const reason = input.reason.trim()
    change.em.assign(meeting, { cancelledAt, cancelledReason: reason, sequence: meeting.sequence + 1 })
    await change.em.flush()
    await tellInvited(context.platform, change.em, meeting, 'CANCELLED')
    record(change, line.name, meeting, { before: { cancelledAt: null }, after: { cancelledAt, reason } })
    return meeting
  })
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

const whenAndWhere = ['heldOn', 'startTime', 'endTime', 'place', 'link'] as const

/** Why a meeting cannot be changed any more; null where it can. */
function refuseChange({ cancelledAt, registerClosedAt }: Meeting): NotReady | null {
  if (cancelledAt) return new NotReady('This meeting was cancelled. Plan another one.')
  if (registerClosedAt)
    return new NotReady('The register of this meeting is closed, so the meeting stays as it was held.')
  return null
}

/** A meeting in the words in which people type it, for the log and for a conflict. */
function fieldsOf(meeting: CheckedMeeting | Meeting) {
  return {
    title: meeting.title,
    heldOn: meeting.heldOn,
    startTime: localTimeOf(meeting.startsAt).time,
    endTime: localTimeOf(meeting.endsAt).time,
    place: meeting.place ?? '',
    link: meeting.link ?? '',
    notes: meeting.notes ?? '',
  }
}

/** The same of what was sent, which may not be right yet. */
function typedFields({ title, heldOn, startTime, endTime, place, link, notes }: ChangeMeetingInput) {
  return {
    title: title.trim(),
    heldOn,
    startTime: readTypedTime(startTime) ?? startTime,
    endTime: readTypedTime(endTime) ?? endTime,
    place: place.trim(),
    link: link.trim(),
    notes: notes.trim(),
  }
}

function settingTexts({ yearStartsMonth, deputyRule }: { yearStartsMonth: number; deputyRule: string }) {
  return { yearStartsMonth: String(yearStartsMonth), deputyRule }
}

function record(
  change: Change,
  action: string,
  { boardId, id, title, heldOn }: Meeting,
  changed: { before: object; after: object },
): void {
  change.record({
    chainId: boardId,
    action,
    recordType: 'Meeting',
    recordId: id,
    before: { title, heldOn, ...changed.before },
    after: { ...changed.after },
  })
}
