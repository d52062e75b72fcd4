import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import { GraphQLLocalDate } from 'graphql-scalars'
import { whyNotPutBack, whyNotReport } from '@boardwork/shared/attendance/agenda/meetingActionReport.ts'
import { Allow } from '../../../access/allow.ts'
import { may } from '../../../access/policy.ts'
import { isRefusal } from '../../../access/refusals.ts'
import type { Refusal } from '../../../access/refusals.ts'
import { RequestContext } from '../../../access/requestContext.ts'
import { meetingActionPolicy } from './meetingActionReport.policy.ts'
import { meetingActionsById } from './agenda.reads.ts'
import type { MeetingActionRow } from './agenda.reads.ts'
import { Meeting } from '../meeting/meeting.entity.ts'
import { meetingsById } from '../meeting/meeting.reads.ts'
import type { MeetingRow } from '../meeting/meeting.reads.ts'
import { MeetingAction } from './meetingAction.entity.ts'
import { MeetingActionReport } from './meetingActionReport.entity.ts'
import { PutBackMeetingActionInput, ReportMeetingActionInput } from './meetingActionReport.inputs.ts'
import { putBackMeetingAction, reportMeetingAction } from './meetingActionReport.operations.ts'
import {
  openActionsOfMeetings,
  ownActionsOf,
  readMyMeetingActions,
  reportsOfActions,
} from './meetingActionReport.reads.ts'
import type { ReportRow } from './meetingActionReport.reads.ts'
import {
  MeetingActionViewerCan,
  PutBackMeetingActionResult,
  ReportMeetingActionResult,
} from './meetingActionReport.results.ts'

type Said = Promise<MeetingActionRow | Refusal | undefined>

@Resolver(() => MeetingAction)
export class MeetingActionReportResolver {
  @Query(() => [MeetingAction], {
    description:
      'What meetings gave agencies for which the viewer answers, as far as it is not done and stands in no improvement plan; what is due first comes first. At most 200.',
  })
  @Allow(meetingActionPolicy.read)
  myMeetingActions(@Ctx() context: RequestContext): Promise<MeetingActionRow[]> {
    return readMyMeetingActions(context)
  }

  @Mutation(() => ReportMeetingActionResult, {
    description: 'Says how an action of a meeting stands, or that it is done.',
  })
  @Allow(meetingActionPolicy.report)
  async reportMeetingAction(
    @Ctx() context: RequestContext,
    @Arg('input', () => ReportMeetingActionInput, { description: 'What is said of it.' })
    input: ReportMeetingActionInput,
  ): Said {
    const result = await reportMeetingAction(context, input)
    return isRefusal(result) ? result : context.loader(meetingActionsById).load(result.id)
  }

  @Mutation(() => PutBackMeetingActionResult, {
    description: 'Says that an action of a meeting is not done after all.',
  })
  @Allow(meetingActionPolicy.putBack)
  async putBackMeetingAction(
    @Ctx() context: RequestContext,
    @Arg('input', () => PutBackMeetingActionInput, { description: 'Which action, and why.' })
    input: PutBackMeetingActionInput,
  ): Said {
    const result = await putBackMeetingAction(context, input)
    return isRefusal(result) ? result : context.loader(meetingActionsById).load(result.id)
  }

  @FieldResolver(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The day on which it was done, as the last report says; null while it is not done.',
  })
  doneOn(@Root() { doneOn }: MeetingActionRow): string | null {
    return doneOn
  }

  @FieldResolver(() => [MeetingActionReport], {
    description: 'What was said of it, the first first. At most 100.',
  })
  async reports(@Root() { id }: MeetingActionRow, @Ctx() context: RequestContext): Promise<ReportRow[]> {
    return (await context.loader(reportsOfActions).load(id)) ?? []
  }

  @FieldResolver(() => MeetingActionViewerCan, { description: 'What the viewer may say of it.' })
  async viewerCan(
    @Root() { boardId, id, meetingId, actionId, doneOn }: MeetingActionRow,
    @Ctx() context: RequestContext,
  ): Promise<MeetingActionViewerCan> {
    const [viewer, meeting, own, reports] = await Promise.all([
      context.viewer(),
      context.loader(meetingsById).load(meetingId),
      context.loader(ownActionsOf).load(id),
      context.loader(reportsOfActions).load(id),
    ])
    const action = { inPlan: Boolean(actionId), done: doneOn !== null, reports: reports?.length ?? 0 }
    const subject = { boardId, ownAction: own === true }
    const stands = meeting !== undefined && !meeting.cancelledAt
    return {
      report: stands && whyNotReport(action) === null && may(viewer, meetingActionPolicy.report, subject),
      putBack: stands && whyNotPutBack(action) === null && may(viewer, meetingActionPolicy.putBack, subject),
    }
  }
}

@Resolver(() => Meeting)
export class MeetingOpenActionsResolver {
  @FieldResolver(() => [MeetingAction], {
    description:
      'What earlier meetings of the board, or about the same case, gave and what was not done on its day; what is due first comes first. At most 200.',
  })
  async openActions(@Root() { id }: MeetingRow, @Ctx() context: RequestContext): Promise<MeetingActionRow[]> {
    return (await context.loader(openActionsOfMeetings).load(id)) ?? []
  }
}
