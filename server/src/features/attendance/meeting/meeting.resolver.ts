import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import { GraphQLLocalDate } from 'graphql-scalars'
import { MeetingKind } from '@boardwork/shared/attendance/meeting/meetingKind.ts'
import { Allow } from '../../../access/allow.ts'
import { may } from '../../../access/policy.ts'
import { isRefusal } from '../../../access/refusals.ts'
import type { Refusal } from '../../../access/refusals.ts'
import { RequestContext } from '../../../access/requestContext.ts'
import { Board } from '../../board/board.entity.ts'
import { boardsById } from '../../board/board.reads.ts'
import { Organisation } from '../../organisation/organisation.entity.ts'
import { organisationsById } from '../../organisation/organisation.reads.ts'
import { meetingPolicy } from '../attendance.policy.ts'
import { AttendanceSetting } from './attendanceSetting.entity.ts'
import { deputiesOfSeats, expectedOfMeetings, marksById, reasonsOfMarks } from './expected.reads.ts'
import type { MarkRow } from './expected.reads.ts'
import { Meeting } from './meeting.entity.ts'
import {
  CancelMeetingInput,
  ChangeMeetingInput,
  PlanMeetingInput,
  SettleAttendanceInput,
} from './meeting.inputs.ts'
import {
  cancelMeeting,
  changeMeeting,
  planMeeting,
  settleAttendance,
  usualSetting,
} from './meeting.operations.ts'
import { boardsWithMeetings, meetingsById, readMeetings, settingsByBoard } from './meeting.reads.ts'
import type { MeetingRow } from './meeting.reads.ts'
import {
  CancelMeetingResult,
  ChangeMeetingResult,
  ExpectedPlace,
  MeetingsViewerCan,
  MeetingViewerCan,
  PlanMeetingResult,
  PossibleDeputy,
  SettleAttendanceResult,
} from './meeting.results.ts'
import { RegisterMark } from '../register/registerMark.entity.ts'

type Loaded = MeetingRow | Refusal | undefined

@Resolver(() => Meeting)
export class MeetingResolver {
  @Query(() => Meeting, {
    nullable: true,
    description: 'One meeting; null where there is none for the viewer.',
  })
  @Allow(meetingPolicy.read)
  meeting(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<MeetingRow | undefined> {
    return context.loader(meetingsById).load(id)
  }

  @Mutation(() => PlanMeetingResult, { description: 'Plans a meeting of a board or sub-group.' })
  @Allow(meetingPolicy.plan)
  async planMeeting(
    @Ctx() context: RequestContext,
    @Arg('input', () => PlanMeetingInput, { description: 'The meeting.' }) input: PlanMeetingInput,
  ): Promise<Loaded> {
    return loaded(context, await planMeeting(context, input))
  }

  @Mutation(() => ChangeMeetingResult, {
    description: 'Changes what a meeting is called, its time or its place, until its register is closed.',
  })
  @Allow(meetingPolicy.change)
  async changeMeeting(
    @Ctx() context: RequestContext,
    @Arg('input', () => ChangeMeetingInput, { description: 'What it is to be.' }) input: ChangeMeetingInput,
  ): Promise<Loaded> {
    return loaded(context, await changeMeeting(context, input))
  }

  @Mutation(() => CancelMeetingResult, {
    description: 'Cancels a meeting. What was marked in its register stays to be read, and counts nowhere.',
  })
  @Allow(meetingPolicy.cancel)
  async cancelMeeting(
    @Ctx() context: RequestContext,
    @Arg('input', () => CancelMeetingInput, { description: 'Which, and why.' }) input: CancelMeetingInput,
  ): Promise<Loaded> {
    return loaded(context, await cancelMeeting(context, input))
  }

  @FieldResolver(() => Board, {
    nullable: true,
    description: 'The board or sub-group; null where it does not exist for the viewer.',
  })
  async board(@Root() meeting: MeetingRow, @Ctx() context: RequestContext): Promise<Board | null> {
    return (await context.loader(boardsById).load(meeting.boardId)) ?? null
  }

  @FieldResolver(() => [ExpectedPlace], {
    description:
      'Who is expected, by the name of the agency, as far as the places exist for the viewer: the seats that are open on its day, or those who are invited; once the register is closed, the places as they were then. At most 500.',
  })
  async expected(@Root() { id }: MeetingRow, @Ctx() context: RequestContext): Promise<ExpectedPlace[]> {
    return ((await context.loader(expectedOfMeetings).load(id)) ?? []).slice(0, 500)
  }

  @FieldResolver(() => MeetingViewerCan, { description: 'What the viewer may do about it.' })
  async viewerCan(@Root() meeting: MeetingRow, @Ctx() context: RequestContext): Promise<MeetingViewerCan> {
    const viewer = await context.viewer()
    const open = !meeting.cancelledAt && !meeting.registerClosedAt
    return {
      change: open && may(viewer, meetingPolicy.change, meeting),
      cancel: open && may(viewer, meetingPolicy.cancel, meeting),
    }
  }
}

@Resolver(() => ExpectedPlace)
export class ExpectedPlaceResolver {
  @FieldResolver(() => Organisation, {
    nullable: true,
    description: 'The agency; null where it does not exist for the viewer.',
  })
  async organisation(
    @Root() { organisationId }: ExpectedPlace,
    @Ctx() context: RequestContext,
  ): Promise<Organisation | null> {
    return (await context.loader(organisationsById).load(organisationId)) ?? null
  }

  @FieldResolver(() => [PossibleDeputy], {
    description: 'Who may stand in for the holder of a seat today, by name. At most 100.',
  })
  async deputies(
    @Root() { seatId }: ExpectedPlace,
    @Ctx() context: RequestContext,
  ): Promise<PossibleDeputy[]> {
    if (!seatId) return []
    return ((await context.loader(deputiesOfSeats).load(seatId)) ?? []).slice(0, 100)
  }

  @FieldResolver(() => RegisterMark, {
    nullable: true,
    description: 'What the register says of it; null while it says nothing.',
  })
  async mark(@Root() { markId }: ExpectedPlace, @Ctx() context: RequestContext): Promise<MarkRow | null> {
    return markId ? ((await context.loader(marksById).load(markId)) ?? null) : null
  }
}

@Resolver(() => RegisterMark)
export class RegisterMarkResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why apologies were sent; null where nothing was said, and for those who may not read it.',
  })
  async reason(@Root() { id }: MarkRow, @Ctx() context: RequestContext): Promise<string | null> {
    return (await context.loader(reasonsOfMarks).load(id)) ?? null
  }
}

@Resolver(() => Board)
export class BoardMeetingsResolver {
  @Mutation(() => SettleAttendanceResult, {
    description: 'Settles when the year of a board begins, and which deputies are senior enough.',
  })
  @Allow(meetingPolicy.settle)
  settleAttendance(
    @Ctx() context: RequestContext,
    @Arg('input', () => SettleAttendanceInput, { description: 'What is settled.' })
    input: SettleAttendanceInput,
  ): Promise<typeof SettleAttendanceResult> {
    return settleAttendance(context, input)
  }

  @FieldResolver(() => [Meeting], {
    description: 'Its meetings that the viewer sees, the first first. At most 500.',
  })
  meetings(
    @Root() { id }: Board,
    @Ctx() context: RequestContext,
    @Arg('kind', () => MeetingKind, {
      defaultValue: 'BOARD',
      description: 'Its own meetings, or strategy meetings.',
    })
    kind: MeetingKind,
    @Arg('from', () => GraphQLLocalDate, {
      nullable: true,
      description: 'From this day on; null: from the first.',
    })
    from?: string | null,
    @Arg('to', () => GraphQLLocalDate, { nullable: true, description: 'Up to this day; null: to the last.' })
    to?: string | null,
  ): Promise<MeetingRow[]> {
    return readMeetings(context, { boardId: id, kind, from: from ?? null, to: to ?? null })
  }

  @FieldResolver(() => AttendanceSetting, {
    nullable: true,
    description: 'What it has settled about its meetings; null for those who do not see its meetings.',
  })
  async attendanceSetting(
    @Root() { id }: Board,
    @Ctx() context: RequestContext,
  ): Promise<AttendanceSetting | null> {
    const known = await context.loader(settingsByBoard).load(id)
    if (known) return known
    return (await context.loader(boardsWithMeetings).load(id)) ? { boardId: id, ...usualSetting } : null
  }

  @FieldResolver(() => MeetingsViewerCan, { description: 'What the viewer may do about its meetings.' })
  async viewerCanMeetings(@Root() { id }: Board, @Ctx() context: RequestContext): Promise<MeetingsViewerCan> {
    const viewer = await context.viewer()
    return {
      read: (await context.loader(boardsWithMeetings).load(id)) ?? false,
      plan: may(viewer, meetingPolicy.plan, { boardId: id }),
      settle: may(viewer, meetingPolicy.settle, { boardId: id }),
    }
  }
}

async function loaded(context: RequestContext, result: Meeting | Refusal): Promise<Loaded> {
  return isRefusal(result) ? result : context.loader(meetingsById).load(result.id)
}
