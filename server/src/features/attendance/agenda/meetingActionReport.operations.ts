import { todayInLondon } from '@boardwork/shared/board/dates.ts'
import { checkTextsOf } from '@boardwork/shared/attendance/agenda/agendaRules.ts'
import {
  checkReport,
  whyNotPutBack,
  whyNotReport,
} from '@boardwork/shared/attendance/agenda/meetingActionReport.ts'
import type {
  MeetingActionReportKind,
  ReportedAction,
} from '@boardwork/shared/attendance/agenda/meetingActionReport.ts'
import { operation } from '../../../access/operation.ts'
import type { Change } from '../../../access/operation.ts'
import type { PolicyLine } from '../../../access/policy.ts'
import { Conflict, InvalidInput, NotReady } from '../../../access/refusals.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import { newId } from '../../../db/newId.ts'
import { meetingActionPolicy } from './meetingActionReport.policy.ts'
import type { MeetingActionSubject } from './meetingActionReport.policy.ts'
import { Meeting } from '../meeting/meeting.entity.ts'
import { MeetingAction } from './meetingAction.entity.ts'
import { MeetingActionReport } from './meetingActionReport.entity.ts'
import type { PutBackMeetingActionInput, ReportMeetingActionInput } from './meetingActionReport.inputs.ts'
import { rowOf } from '../meeting/openMeeting.ts'

type Said = Promise<MeetingAction | InvalidInput | Conflict | NotReady>

/** The agency that does it, or an officer, says how an action of a meeting stands, or that it is done. */
export function reportMeetingAction(context: RequestContext, input: ReportMeetingActionInput): Said {
  const { done, doneOn = null } = input
  return say(context, meetingActionPolicy.report, whyNotReport, input, {
    kind: done ? 'DONE' : 'STANDS',
    doneOn: done ? doneOn : null,
  })
}

/** An officer says that an action is not done after all. */
export function putBackMeetingAction(context: RequestContext, input: PutBackMeetingActionInput): Said {
  return say(context, meetingActionPolicy.putBack, whyNotPutBack, input, { kind: 'PUT_BACK', doneOn: null })
}

function say(
  context: RequestContext,
  line: PolicyLine<MeetingActionSubject>,
  whyNot: (action: ReportedAction) => string | null,
  input: PutBackMeetingActionInput,
  { kind, doneOn }: { kind: MeetingActionReportKind; doneOn: string | null },
): Said {
  const again = (change: Change, id: string) => change.find(MeetingAction, { id })
  return operation(context, line, input.clientMutationId, again, async (change) => {
    const action = await change.find(MeetingAction, { id: input.meetingActionId })
    const { boardId, id: meetingActionId } = action
    const ownAction = await isOwnAction(change, meetingActionId)
    change.authorize(line, { boardId, ownAction })
    // The action's own row is not the agency's to lock; two who say something at once take turns.
    await change.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 8))', [meetingActionId])
    await change.em.refresh(action)
    const meeting = await change.find(Meeting, { boardId, id: action.meetingId })
    if (meeting.cancelledAt)
      return new NotReady('This meeting was cancelled. What stands here stays as it is.')
    if (action.removedAt) return new NotReady('This action was taken away, so nothing is to be done.')
    const reports = await change.em.find(
      MeetingActionReport,
      { boardId, meetingActionId },
      { orderBy: { position: 'asc' } },
    )
    const last = reports.at(-1)
    const words = input.words.trim()
    // First, so that who writes at the same time as somebody else reads what they wrote.
    if (reports.length !== input.version)
      return new Conflict(meetingActionId, reports.length, [
        { field: 'words', theirs: last?.words ?? '', yours: words },
      ])
    const done = last?.kind === 'DONE'
    const refused = whyNot({ inPlan: Boolean(action.actionId), done, reports: reports.length })
    if (refused !== null) return new NotReady(refused)
    const today = todayInLondon()
    const problems = [
      ...checkReport(kind, words, doneOn, today),
      ...checkTextsOf(meeting.kind, { words }, today),
    ]
    if (problems.length > 0) return new InvalidInput(problems)
    await change.em.insert(MeetingActionReport, {
      ...rowOf(meeting),
      id: newId(),
      meetingActionId,
      position: reports.length + 1,
      kind,
      words,
      doneOn,
      saidByName: change.viewer.name,
      organisationName: ownAction ? (action.organisationName ?? null) : null,
      saidAt: new Date(),
    })
    change.record({
      chainId: boardId,
      action: line.name,
      recordType: 'MeetingAction',
      recordId: meetingActionId,
      before: { doneOn: last?.doneOn ?? '' },
      after: {
        meetingId: meeting.id,
        words,
        doneOn: doneOn ?? '',
        ...(ownAction && { organisation: action.organisationName ?? null }),
      },
    })
    return action
  })
}

/** Whether the viewer answers for the agency that does it. */
async function isOwnAction(change: Change, id: string): Promise<boolean> {
  const [row] = await change.em.execute<{ own: boolean }[]>(
    'select ?::uuid = any(access.my_meeting_actions()) as own',
    [id],
  )
  return row?.own ?? false
}
