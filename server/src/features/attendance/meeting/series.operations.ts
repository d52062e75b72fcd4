import { LockMode } from '@mikro-orm/core'
import { addDays, formatDay } from '@boardwork/shared/board/dates.ts'
import { checkCancelling, readMeeting } from '@boardwork/shared/attendance/meeting/meetingRules.ts'
import type { CheckedMeeting } from '@boardwork/shared/attendance/meeting/meetingRules.ts'
import { checkSeriesRule, daysBetween, seriesDays } from '@boardwork/shared/attendance/meeting/seriesDates.ts'
import { different } from '../../../access/different.ts'
import { operation } from '../../../access/operation.ts'
import type { Change } from '../../../access/operation.ts'
import { Conflict, InvalidInput, NotReady } from '../../../access/refusals.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import { changedFields } from '../../../audit/changedFields.ts'
import { newId } from '../../../db/newId.ts'
import { Board } from '../../board/board.entity.ts'
import { mailWritten } from '../../identity/sendMail.ts'
import { meetingPolicy } from '../attendance.policy.ts'
import { Meeting } from './meeting.entity.ts'
import {
  fieldsOf,
  refuseChange,
  typedFields,
  whyFull,
  writeCancelling,
  writeChange,
  writeNew,
} from './meeting.write.ts'
import type { CancelSeriesInput, ChangeSeriesInput, PlanSeriesInput } from './series.inputs.ts'

const again = (change: Change, id: string) => change.find(Meeting, { id })

/** A coordinator plans a series of meetings in one go; the first is given back. */
export function planSeries(
  context: RequestContext,
  input: PlanSeriesInput,
): Promise<Meeting | InvalidInput | NotReady> {
  const line = meetingPolicy.plan
  return operation(context, line, input.clientMutationId, again, async (change) => {
    const board = await change.find(Board, { id: input.boardId })
    change.authorize(line, { boardId: board.id })
    await change.lock(board)
    const { heldOn: firstOn, repeat, every, count } = input
    const rule = { firstOn, repeat, every, count }
    const first = readMeeting(input)
    const problems = [...(Array.isArray(first) ? first : []), ...checkSeriesRule(rule)]
    if (problems.length > 0) return new InvalidInput(problems)
    const leftOut = new Set(input.leaveOut)
    const days = seriesDays(rule).filter((day) => !leftOut.has(day))
    if (days.length === 0)
      return InvalidInput.of('leaveOut', 'Every meeting is left out. Keep at least one of them.')
    const full = await whyFull(change, board.id, days.length)
    if (full) return full
    const wanted = readEach(days.map((heldOn) => ({ ...textsOf(input), heldOn })))
    if (wanted instanceof InvalidInput) return wanted
    const seriesId = newId()
    const made: Meeting[] = []
    for (const one of wanted) made.push(await writeNew(change, board.id, one, seriesId))
    const [earliest] = made
    if (!earliest) throw new Error('A series without a meeting was planned.')
    return earliest
  })
}

/**
 * A coordinator changes a meeting and those of its series that follow. Only what is changed about the one is changed
 * about the others, so that what was settled for one of them alone stays; a new day moves each by as many days.
 */
export async function changeSeries(
  context: RequestContext,
  input: ChangeSeriesInput,
): Promise<Meeting | InvalidInput | Conflict | NotReady> {
  const line = meetingPolicy.change
  const result = await operation(context, line, input.clientMutationId, again, async (change) => {
    const meeting = await change.find(Meeting, { id: input.meetingId })
    change.authorize(line, { boardId: meeting.boardId })
    const following = await lockFollowing(change, meeting)
    const refused = refuseChange(meeting)
    if (refused) return refused
    const before = fieldsOf(meeting)
    if (meeting.version !== input.version)
      return new Conflict(meeting.id, meeting.version, different(before, typedFields(input)))
    const one = readMeeting(input)
    if (Array.isArray(one)) return new InvalidInput(one)
    const changed = changedFields(before, fieldsOf(one))
    if (!changed) return meeting
    const { heldOn, ...others } = changed.after
    const later = heldOn === undefined ? 0 : daysBetween(before.heldOn, heldOn)
    const wanted = readEach(
      following.map((each) => {
        const texts = fieldsOf(each)
        return { ...texts, ...others, heldOn: addDays(texts.heldOn, later) }
      }),
    )
    if (wanted instanceof InvalidInput) return wanted
    await writeChange(context.platform, change, meeting, one)
    for (const [index, each] of following.entries()) {
      const to = wanted[index]
      if (to) await writeChange(context.platform, change, each, to)
    }
    return meeting
  })
  if (result instanceof Meeting) mailWritten(context.platform)
  return result
}

/** A coordinator cancels a meeting and those of its series that follow. */
export async function cancelSeries(
  context: RequestContext,
  input: CancelSeriesInput,
): Promise<Meeting | InvalidInput | Conflict | NotReady> {
  const line = meetingPolicy.cancel
  const result = await operation(context, line, input.clientMutationId, again, async (change) => {
    const meeting = await change.find(Meeting, { id: input.meetingId })
    change.authorize(line, { boardId: meeting.boardId })
    const following = await lockFollowing(change, meeting)
    const refused = refuseChange(meeting)
    if (refused) return refused
    if (meeting.version !== input.version) return new Conflict(meeting.id, meeting.version, [])
    const problems = checkCancelling(input.reason)
    if (problems.length > 0) return new InvalidInput(problems)
    for (const each of [meeting, ...following])
      await writeCancelling(context.platform, change, each, input.reason.trim())
    return meeting
  })
  if (result instanceof Meeting) mailWritten(context.platform)
  return result
}

/** The meetings of its series after this one that can still be changed. Holds them, and this one, in their order. */
async function lockFollowing(change: Change, meeting: Meeting): Promise<Meeting[]> {
  await change.lock(meeting)
  if (!meeting.seriesId) return []
  return change.em.find(
    Meeting,
    {
      boardId: meeting.boardId,
      seriesId: meeting.seriesId,
      startsAt: { $gt: meeting.startsAt },
      cancelledAt: null,
      registerClosedAt: null,
    },
    { orderBy: { startsAt: 'asc', id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
  )
}

type Texts = ReturnType<typeof fieldsOf>

function textsOf({ title, heldOn, startTime, endTime, place, link, notes }: PlanSeriesInput): Texts {
  return { title, heldOn, startTime, endTime, place, link, notes }
}

/** Each of them read; or the first problem, with the day on which it is. */
function readEach(texts: readonly Texts[]): CheckedMeeting[] | InvalidInput {
  const read: CheckedMeeting[] = []
  for (const text of texts) {
    const one = readMeeting(text)
    if (!Array.isArray(one)) read.push(one)
    else
      return new InvalidInput(
        one.map(({ field, message }) => ({ field, message: `On ${formatDay(text.heldOn)}: ${message}` })),
      )
  }
  return read
}
