import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { boardYearName } from '@boardwork/shared/attendance/figures/boardYear.ts'
import { canMove } from '@boardwork/shared/attendance/flag/flagLife.ts'
import type { FlagMove } from '@boardwork/shared/attendance/flag/flagLife.ts'
import { Allow } from '../../../access/allow.ts'
import { may } from '../../../access/policy.ts'
import { isRefusal } from '../../../access/refusals.ts'
import type { Refusal } from '../../../access/refusals.ts'
import { RequestContext } from '../../../access/requestContext.ts'
import { Board } from '../../board/board.entity.ts'
import { boardsById } from '../../board/board.reads.ts'
import { Organisation } from '../../organisation/organisation.entity.ts'
import { marksById } from '../meeting/expected.reads.ts'
import type { MarkRow } from '../meeting/expected.reads.ts'
import { Flag } from './flag.entity.ts'
import {
  AcceptFlagInput,
  AddressFlagInput,
  AnswerFlagInput,
  CloseFlagInput,
  DiscussFlagInput,
  LookForFlagsInput,
  PutFlagInput,
} from './flag.inputs.ts'
import {
  acceptFlag,
  addressFlag,
  answerFlag,
  closeFlag,
  discussFlag,
  lookForFlags,
  putFlag,
} from './flag.operations.ts'
import { flagPolicy } from './flag.policy.ts'
import {
  flagsById,
  flagsOfAgencies,
  marksOfFlags,
  openFlagsOfBoards,
  ownFlags,
  readFlags,
  seatNames,
  stepsOfFlags,
} from './flag.reads.ts'
import type { FlagRow, FlagStepRow } from './flag.reads.ts'
import {
  AcceptFlagResult,
  AddressFlagResult,
  AnswerFlagResult,
  CloseFlagResult,
  DiscussFlagResult,
  FlagsOfYear,
  FlagViewerCan,
  LookForFlagsResult,
  PutFlagResult,
  RecordBehind,
  RuleFinding,
  SeatBehind,
} from './flag.results.ts'
import { FlagStep } from './flagStep.entity.ts'
import { Meeting } from '../meeting/meeting.entity.ts'
import { meetingsById } from '../meeting/meeting.reads.ts'
import type { MeetingRow } from '../meeting/meeting.reads.ts'
import { RegisterMark } from '../register/registerMark.entity.ts'
import { findDue } from '../rule/rule.preview.ts'
import { currentYear, yearStartOf } from '../rule/rule.reads.ts'

type Loaded = FlagRow | Refusal | undefined

@Resolver(() => Flag)
export class FlagResolver {
  @Query(() => Flag, { nullable: true, description: 'One flag; null where there is none for the viewer.' })
  @Allow(flagPolicy.read)
  flag(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<FlagRow | undefined> {
    return context.loader(flagsById).load(id)
  }

  @Mutation(() => PutFlagResult, {
    description: 'Asks the agency about a flag: its people get a letter, and see the flag from now on.',
  })
  @Allow(flagPolicy.put)
  async putFlag(
    @Ctx() context: RequestContext,
    @Arg('input', () => PutFlagInput, { description: 'What is asked.' }) input: PutFlagInput,
  ): Promise<Loaded> {
    return loaded(context, await putFlag(context, input))
  }

  @Mutation(() => AnswerFlagResult, { description: 'Answers a flag for the agency that it is put to.' })
  @Allow(flagPolicy.answer)
  async answerFlag(
    @Ctx() context: RequestContext,
    @Arg('input', () => AnswerFlagInput, { description: 'The answer.' }) input: AnswerFlagInput,
  ): Promise<Loaded> {
    return loaded(context, await answerFlag(context, input))
  }

  @Mutation(() => DiscussFlagResult, { description: 'Writes down that the board discussed a flag.' })
  @Allow(flagPolicy.discuss)
  async discussFlag(
    @Ctx() context: RequestContext,
    @Arg('input', () => DiscussFlagInput, { description: 'At which meeting, and what was said.' })
    input: DiscussFlagInput,
  ): Promise<Loaded> {
    return loaded(context, await discussFlag(context, input))
  }

  @Mutation(() => AddressFlagResult, { description: 'Says what was done about a flag.' })
  @Allow(flagPolicy.address)
  async addressFlag(
    @Ctx() context: RequestContext,
    @Arg('input', () => AddressFlagInput, { description: 'What was done.' }) input: AddressFlagInput,
  ): Promise<Loaded> {
    return loaded(context, await addressFlag(context, input))
  }

  @Mutation(() => AcceptFlagResult, { description: 'Accepts a flag as it is, with a reason.' })
  @Allow(flagPolicy.accept)
  async acceptFlag(
    @Ctx() context: RequestContext,
    @Arg('input', () => AcceptFlagInput, { description: 'Why.' }) input: AcceptFlagInput,
  ): Promise<Loaded> {
    return loaded(context, await acceptFlag(context, input))
  }

  @Mutation(() => CloseFlagResult, { description: 'Closes a flag that is addressed or accepted.' })
  @Allow(flagPolicy.close)
  async closeFlag(
    @Ctx() context: RequestContext,
    @Arg('input', () => CloseFlagInput, { description: 'Which.' }) input: CloseFlagInput,
  ): Promise<Loaded> {
    return loaded(context, await closeFlag(context, input))
  }

  @FieldResolver(() => Board, {
    nullable: true,
    description: 'The board or sub-group; null where it does not exist for the viewer.',
  })
  async board(@Root() { boardId }: FlagRow, @Ctx() context: RequestContext): Promise<Board | null> {
    return (await context.loader(boardsById).load(boardId)) ?? null
  }

  @FieldResolver(() => String, {
    description: 'The name of the board year, such as "April 2026 to March 2027".',
  })
  async yearName(@Root() { boardId, year }: FlagRow, @Ctx() context: RequestContext): Promise<string> {
    return boardYearName(year, await yearStartOf(context, boardId))
  }

  @FieldResolver(() => [RecordBehind], {
    description:
      'The very records behind it, the earliest first, as far as they exist for the viewer; those that a correction took away come with the moment. At most 500.',
  })
  async behind(@Root() { id }: FlagRow, @Ctx() context: RequestContext): Promise<RecordBehind[]> {
    const marks = (await context.loader(marksOfFlags).load(id)) ?? []
    return marks.slice(0, 500).map(({ id: key, markId, meetingId, seatId, goneAt }) => ({
      recordId: markId ?? meetingId ?? seatId ?? key,
      markId: markId ?? null,
      meetingId: meetingId ?? null,
      seatId: seatId ?? null,
      goneAt: goneAt ?? null,
    }))
  }

  @FieldResolver(() => [FlagStep], { description: 'What happened to it, in its order. At most 500.' })
  async steps(@Root() { id }: FlagRow, @Ctx() context: RequestContext): Promise<FlagStepRow[]> {
    return ((await context.loader(stepsOfFlags).load(id)) ?? []).slice(0, 500)
  }

  @FieldResolver(() => FlagViewerCan, {
    description: 'What the viewer may do about it where it stands now.',
  })
  async viewerCan(@Root() flag: FlagRow, @Ctx() context: RequestContext): Promise<FlagViewerCan> {
    const viewer = await context.viewer()
    const { boardId, state } = flag
    const subject = { boardId, ownAgency: (await context.loader(ownFlags).load(flag.id)) ?? false }
    const stands = { state, aboutAgency: Boolean(flag.organisationId) }
    const can = (line: (typeof flagPolicy)[keyof typeof flagPolicy], move: FlagMove) =>
      canMove(stands, move) && may(viewer, line, subject)
    return {
      put: can(flagPolicy.put, 'PUT'),
      answer: can(flagPolicy.answer, 'ANSWERED'),
      discuss: can(flagPolicy.discuss, 'DISCUSSED'),
      address: can(flagPolicy.address, 'ADDRESSED'),
      accept: can(flagPolicy.accept, 'ACCEPTED'),
      close: can(flagPolicy.close, 'CLOSED'),
    }
  }
}

@Resolver(() => FlagStep)
export class FlagStepResolver {
  @FieldResolver(() => Meeting, {
    nullable: true,
    description: 'The meeting at which it was discussed; null of other steps, and where it is not seen.',
  })
  async meeting(
    @Root() { meetingId }: FlagStepRow,
    @Ctx() context: RequestContext,
  ): Promise<MeetingRow | null> {
    return meetingId ? ((await context.loader(meetingsById).load(meetingId)) ?? null) : null
  }
}

@Resolver(() => RecordBehind)
export class RecordBehindResolver {
  @FieldResolver(() => RegisterMark, {
    nullable: true,
    description: 'The mark; null where it is a meeting or a seat, and where it is not seen.',
  })
  async mark(@Root() { markId }: RecordBehind, @Ctx() context: RequestContext): Promise<MarkRow | null> {
    return markId ? ((await context.loader(marksById).load(markId)) ?? null) : null
  }

  @FieldResolver(() => Meeting, {
    nullable: true,
    description: 'The meeting, also of a mark; null of a seat, and where it is not seen.',
  })
  async meeting(
    @Root() { markId, meetingId }: RecordBehind,
    @Ctx() context: RequestContext,
  ): Promise<MeetingRow | null> {
    const id = meetingId ?? (markId ? (await context.loader(marksById).load(markId))?.meetingId : null)
    return id ? ((await context.loader(meetingsById).load(id)) ?? null) : null
  }

  @FieldResolver(() => SeatBehind, {
    nullable: true,
    description: 'The seat; null of a mark or a meeting, and where it is not seen.',
  })
  async seat(@Root() { seatId }: RecordBehind, @Ctx() context: RequestContext): Promise<SeatBehind | null> {
    return seatId ? ((await context.loader(seatNames).load(seatId)) ?? null) : null
  }
}

@Resolver(() => Board)
export class BoardFlagsResolver {
  @Mutation(() => LookForFlagsResult, {
    description: 'Looks again with the rules, for what time alone makes true. It raises nothing twice.',
  })
  @Allow(flagPolicy.look)
  lookForFlags(
    @Ctx() context: RequestContext,
    @Arg('input', () => LookForFlagsInput, { description: 'At which board, for which year.' })
    input: LookForFlagsInput,
  ): Promise<typeof LookForFlagsResult> {
    return lookForFlags(context, input)
  }

  @FieldResolver(() => FlagsOfYear, { description: 'Its flags for a year, as far as the viewer sees any.' })
  async flagsOfYear(
    @Root() { id: boardId }: Board,
    @Ctx() context: RequestContext,
    @Arg('year', () => Int, {
      nullable: true,
      description: 'The board year: the calendar year in which it begins. Null: that of today.',
    })
    year?: number | null,
  ): Promise<FlagsOfYear> {
    const asked = year ?? (await currentYear(context, boardId))
    return {
      boardId,
      year: asked,
      name: boardYearName(asked, await yearStartOf(context, boardId)),
      viewerCanLook: may(await context.viewer(), flagPolicy.look, { boardId }),
    }
  }

  @FieldResolver(() => [Flag], {
    description:
      'The flags about which something is still to be done, whatever year they are of, as far as the viewer sees them. At most 500.',
  })
  async openFlags(@Root() { id }: Board, @Ctx() context: RequestContext): Promise<FlagRow[]> {
    return ((await context.loader(openFlagsOfBoards).load(id)) ?? []).slice(0, 500)
  }
}

@Resolver(() => FlagsOfYear)
export class FlagsOfYearResolver {
  @FieldResolver(() => [Flag], {
    description: 'The flags that exist for the viewer; what is to be done first. At most 500.',
  })
  flags(@Root() { boardId, year }: FlagsOfYear, @Ctx() context: RequestContext): Promise<FlagRow[]> {
    return readFlags(context, boardId, year)
  }

  @FieldResolver(() => [RuleFinding], {
    description:
      'What looking again would find that is no flag yet; nothing for those who may not look. At most 500.',
  })
  async due(
    @Root() { boardId, year, viewerCanLook }: FlagsOfYear,
    @Ctx() context: RequestContext,
  ): Promise<RuleFinding[]> {
    return viewerCanLook ? findDue(context, boardId, year) : []
  }
}

@Resolver(() => Meeting)
export class MeetingFlagsResolver {
  @FieldResolver(() => [Flag], {
    description:
      'Of a meeting of the board that is still to be held: the flags about which something is to be done, as far as the viewer sees them. At most 500.',
  })
  async flagsToDiscuss(@Root() meeting: MeetingRow, @Ctx() context: RequestContext): Promise<FlagRow[]> {
    if (meeting.kind !== 'BOARD' || meeting.cancelledAt || meeting.registerClosedAt) return []
    return ((await context.loader(openFlagsOfBoards).load(meeting.boardId)) ?? []).slice(0, 500)
  }
}

@Resolver(() => Organisation)
export class AgencyFlagsResolver {
  @FieldResolver(() => [Flag], {
    description:
      'Flags about the agency at all boards, as far as the viewer sees them; what is to be done first. At most 500.',
  })
  async flags(@Root() { id }: Organisation, @Ctx() context: RequestContext): Promise<FlagRow[]> {
    return ((await context.loader(flagsOfAgencies).load(id)) ?? []).slice(0, 500)
  }
}

async function loaded(context: RequestContext, result: Flag | Refusal): Promise<Loaded> {
  return isRefusal(result) ? result : context.loader(flagsById).load(result.id)
}
