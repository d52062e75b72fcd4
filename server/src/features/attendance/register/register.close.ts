import { evaluateQuorum } from '@boardwork/shared/attendance/quorum/quorum.ts'
import type { QuorumPlace } from '@boardwork/shared/attendance/quorum/quorum.ts'
import {
  checkCorrection,
  whyNotClose,
  whyNotCloseNow,
  whyNotCorrect,
} from '@boardwork/shared/attendance/register/registerRules.ts'
import { different } from '../../../access/different.ts'
import { operation } from '../../../access/operation.ts'
import type { Change } from '../../../access/operation.ts'
import { Conflict, InvalidInput, NotReady } from '../../../access/refusals.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import { newId } from '../../../db/newId.ts'
import { Organisation } from '../../organisation/organisation.entity.ts'
import { registerPolicy } from './register.policy.ts'
import { CheckIn } from '../checkIn/checkIn.entity.ts'
import { findFlags } from '../flag/flag.find.ts'
import { MarkCorrection } from './markCorrection.entity.ts'
import { MarkReason } from './markReason.entity.ts'
import { Meeting } from '../meeting/meeting.entity.ts'
import { placesOfMeeting } from '../meeting/placesOfMeeting.ts'
import { quorumOfMeeting } from '../quorum/quorum.operations.ts'
import { QuorumResult } from '../quorum/quorumResult.entity.ts'
import type { CloseRegisterInput, CorrectMarkInput } from './register.inputs.ts'
import {
  cameNameOf,
  changeReason,
  markFields,
  marksOfMeeting,
  newMark,
  recordMark,
  textAfter,
  textOfMark,
} from './register.operations.ts'
import type { NewMark } from './register.operations.ts'
import { RegisterMark } from './registerMark.entity.ts'

/**
 * An officer closes the register. Places without a mark stand as unknown from now on, and whether there was a quorum is
 * written down under the rules of that day. Only now does the meeting count.
 */
export function closeRegister(
  context: RequestContext,
  input: CloseRegisterInput,
): Promise<Meeting | NotReady> {
  const line = registerPolicy.close
  const again = (change: Change, id: string) => change.find(Meeting, { id })
  return operation(context, line, input.clientMutationId, again, async (change) => {
    const meeting = await change.find(Meeting, { id: input.meetingId })
    change.authorize(line, { boardId: meeting.boardId })
    await change.lock(meeting)
    const now = new Date()
    const places = await placesOfMeeting(change, meeting)
    const known = await marksOfMeeting(change, meeting)
    const unmarked = [...places.values()].filter(({ placeId }) => !known.has(placeId))
    const refusal = whyNotClose(meeting, now) ?? whyNotCloseNow(input.unmarked, unmarked.length)
    if (refusal !== null) return new NotReady(refusal)
    const added = unmarked.map((place) => newMark(change, meeting, place, now))
    await change.em.insertMany(RegisterMark, added)
    change.em.assign(meeting, {
      registerBegunAt: meeting.registerBegunAt ?? now,
      registerClosedAt: now,
      registerClosedByName: change.viewer.name,
    })
    await endCheckIn(change, meeting, now)
    const quorumMet = await keepQuorum(change, meeting, [
      ...[...known.values()].map(({ mark }) => mark),
      ...added,
    ])
    await change.em.flush()
    change.record({
      chainId: meeting.boardId,
      action: line.name,
      recordType: 'Meeting',
      recordId: meeting.id,
      before: { title: meeting.title, heldOn: meeting.heldOn },
      after: { registerClosedAt: now, unmarked: unmarked.length, ...(quorumMet !== null && { quorumMet }) },
    })
    await findFlags(change, meeting.boardId, meeting.heldOn)
    return meeting
  })
}

/** Ends the checking in at a meeting, where there is any. */
export async function endCheckIn(
  change: Change,
  { boardId, id: meetingId }: Meeting,
  now: Date,
): Promise<void> {
  const checkIn = await change.em.findOne(CheckIn, { boardId, meetingId, endedAt: null })
  if (checkIn) checkIn.endedAt = now
}

/** Writes down whether the quorum was there; null where the board has none. */
async function keepQuorum(
  change: Change,
  meeting: Meeting,
  marks: readonly NewMark[],
): Promise<boolean | null> {
  const quorum = await quorumOfMeeting(change, meeting)
  if (!quorum?.rule) return null
  const { boardId, id: meetingId, kind: meetingKind } = meeting
  const result = evaluateQuorum(quorum.rule, await quorumPlaces(change, marks))
  const { met } = result
  await change.em.insert(QuorumResult, { boardId, meetingId, meetingKind, quorumId: quorum.id, met, result })
  return met
}

async function quorumPlaces(change: Change, marks: readonly NewMark[]): Promise<QuorumPlace[]> {
  const ids = marks.map(({ organisationId }) => organisationId)
  const organisations = await change.em.find(Organisation, { id: { $in: ids } })
  const byId = new Map(organisations.map((organisation) => [organisation.id, organisation]))
  return marks.flatMap(({ organisationId, voting, mark, seniorEnough }) => {
    const organisation = byId.get(organisationId)
    if (!organisation) return []
    const { name, kind } = organisation
    return [
      {
        organisationId,
        organisationName: name,
        organisationKind: kind,
        voting,
        mark,
        seniorEnough: seniorEnough ?? null,
      },
    ]
  })
}

/** A coordinator puts a mark of a closed register right, and says why. What it was before stays to be read. */
export function correctMark(
  context: RequestContext,
  input: CorrectMarkInput,
): Promise<RegisterMark | InvalidInput | Conflict | NotReady> {
  const line = registerPolicy.correct
  const again = (change: Change, id: string) => change.find(RegisterMark, { id })
  return operation(context, line, input.clientMutationId, again, async (change) => {
    const mark = await change.find(RegisterMark, { id: input.markId })
    const { boardId, id: markId, meetingId, meetingKind, organisationId } = mark
    change.authorize(line, { boardId })
    const meeting = await change.find(Meeting, { boardId, id: meetingId })
    await change.lock(meeting)
    await change.lock(mark)
    const refusal = whyNotCorrect(meeting)
    if (refusal !== null) return new NotReady(refusal)
    const reason = await change.em.findOne(MarkReason, { boardId, markId })
    const before = textOfMark(mark, reason)
    const after = textAfter(input, before)
    const place = (await placesOfMeeting(change, meeting)).get(mark.seatId ?? mark.inviteeId ?? '')
    if (!place) throw new Error('A mark has no place.')
    if (mark.version !== input.version)
      return new Conflict(markId, mark.version, different({ mark: before.mark }, { mark: after.mark }))
    const problems = checkCorrection(before, after, input.why, place)
    if (problems.length > 0) return new InvalidInput(problems)
    const why = input.why.trim()
    await change.em.insert(MarkCorrection, {
      boardId,
      id: newId(),
      markId,
      meetingId,
      meetingKind,
      organisationId,
      beforeMark: mark.mark,
      beforeCameName: mark.cameName ?? null,
      beforeSeniorEnough: mark.seniorEnough ?? null,
      afterMark: after.mark,
      afterCameName: cameNameOf(after, place),
      afterSeniorEnough: after.seniorEnough,
      why,
      correctedByName: change.viewer.name,
      correctedAt: new Date(),
    })
    change.em.assign(mark, markFields(after, place))
    await change.em.insertMany(MarkReason, changeReason(change, mark, reason, after.reason))
    await change.em.flush()
    recordMark(change, line.name, mark, place, before, after, why)
    await findFlags(change, boardId, meeting.heldOn)
    await findFlags(change, boardId, meeting.heldOn)
    return mark
  })
}
