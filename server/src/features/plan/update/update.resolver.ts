import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import { todayInLondon } from '@boardwork/shared/board/dates.ts'
import { GraphQLLocalDate } from 'graphql-scalars'
import { whyNotClose } from '@boardwork/shared/plan/reportingPeriod.ts'
import { canBeCorrected, whyNotStep } from '@boardwork/shared/plan/updateState.ts'
import { Allow } from '../../../access/allow.ts'
import { authorize, may } from '../../../access/policy.ts'
import { isRefusal } from '../../../access/refusals.ts'
import type { Refusal } from '../../../access/refusals.ts'
import { RequestContext } from '../../../access/requestContext.ts'
import { NotFound } from '../../../errors.ts'
import { boardsById, boardsWithPlans } from '../../board/board.reads.ts'
import { ClosePeriodInput, SetCalendarInput } from '../period/period.inputs.ts'
import { closePeriod, setCalendar } from '../period/period.operations.ts'
import {
  periodsViewerCan,
  readBoardReporting,
  readPeriod,
  reportingOf,
  shownPeriod,
} from '../period/period.reads.ts'
import { BoardReporting, ClosePeriodResult, SetCalendarResult } from '../period/period.results.ts'
import type { PeriodClosing } from '../period/periodClosing.entity.ts'
import { periodPolicy, updatePolicy } from '../plan.policy.ts'
import { actionsById } from '../plan.reads.ts'
import { PlanAction } from '../action/planAction.entity.ts'
import type { TreeAction, TreeUpdate } from '../planTree.ts'
import { ProgressUpdate } from './progressUpdate.entity.ts'
import type { ReportingCalendar } from '../period/reportingCalendar.entity.ts'
import { AuthoriseUpdateInput, ReturnUpdateInput, WriteUpdateInput } from './update.inputs.ts'
import { authoriseUpdate, returnUpdate, writeUpdate } from './update.operations.ts'
import {
  placesOfActions,
  readPeriodActions,
  reportsOfActions,
  subjectsOfActions,
  subjectsOfUpdates,
  updatesById,
  updatesOfActions,
} from './update.reads.ts'
import type { ActionReportRow, PeriodActionRow, Place } from './update.reads.ts'
import {
  ActionPlaceNames,
  ActionReport,
  AuthoriseUpdateResult,
  BoardPeriod,
  ReturnUpdateResult,
  UpdateViewerCan,
  WriteUpdateResult,
} from './update.results.ts'
import { readYourActions } from '../action/yourActions.reads.ts'
import { YourActions, YourFilterInput } from '../action/yourActions.results.ts'

type Loaded = TreeUpdate | Refusal | undefined

@Resolver(() => ProgressUpdate)
export class UpdateResolver {
  @Query(() => YourActions, {
    description:
      'The actions of all boards in which the viewer, or an agency that they sit for or lead, has a part, 25 at a time.',
  })
  @Allow(updatePolicy.read)
  yourActions(
    @Ctx() context: RequestContext,
    @Arg('filter', () => YourFilterInput, {
      defaultValue: { board: null, status: null, due: null, whose: null },
      description: 'Which of them.',
    })
    filter: YourFilterInput,
    @Arg('after', () => String, {
      nullable: true,
      description: 'Behind what the page begins, as `next` said.',
    })
    after: string | null,
  ) {
    return readYourActions(context, filter, after ?? null)
  }

  @Mutation(() => WriteUpdateResult, {
    description: 'Keeps or submits the update of an action for a reporting period, or a correction of one.',
  })
  @Allow(updatePolicy.write)
  async writeUpdate(
    @Ctx() context: RequestContext,
    @Arg('input', () => WriteUpdateInput, { description: 'The update.' }) input: WriteUpdateInput,
  ): Promise<Loaded> {
    const result = await writeUpdate(context, input)
    return isRefusal(result) ? result : context.loader(updatesById).load(result.id)
  }

  @Mutation(() => AuthoriseUpdateResult, { description: 'Authorises a submitted update.' })
  @Allow(updatePolicy.authorise)
  async authoriseUpdate(
    @Ctx() context: RequestContext,
    @Arg('input', () => AuthoriseUpdateInput, { description: 'Which update.' }) input: AuthoriseUpdateInput,
  ): Promise<Loaded> {
    const result = await authoriseUpdate(context, input)
    return isRefusal(result) ? result : context.loader(updatesById).load(result.id)
  }

  @Mutation(() => ReturnUpdateResult, { description: 'Returns a submitted update to be changed.' })
  @Allow(updatePolicy.authorise)
  async returnUpdate(
    @Ctx() context: RequestContext,
    @Arg('input', () => ReturnUpdateInput, { description: 'Which update, and why.' })
    input: ReturnUpdateInput,
  ): Promise<Loaded> {
    const result = await returnUpdate(context, input)
    return isRefusal(result) ? result : context.loader(updatesById).load(result.id)
  }

  @FieldResolver(() => PlanAction, { description: 'The action that it is about.' })
  action(@Root() update: TreeUpdate, @Ctx() context: RequestContext): Promise<TreeAction | undefined> {
    return context.loader(actionsById).load(update.actionId)
  }

  @FieldResolver(() => UpdateViewerCan, { description: 'What the viewer may do to it as it stands.' })
  async viewerCan(@Root() update: TreeUpdate, @Ctx() context: RequestContext): Promise<UpdateViewerCan> {
    const viewer = await context.viewer()
    const subject = await context.loader(subjectsOfUpdates).load(update.id)
    if (!subject) return { write: false, authorise: false, correct: false }
    const held = subject.closed && !update.correctsId && !update.late ? update.period : null
    return {
      write: !whyNotStep('SAVE', update.state, held) && may(viewer, updatePolicy.write, subject),
      authorise: !whyNotStep('AUTHORISE', update.state, held) && may(viewer, updatePolicy.authorise, subject),
      correct:
        canBeCorrected(update.state, subject.closed, update.corrected) &&
        may(viewer, updatePolicy.write, subject),
    }
  }
}

@Resolver(() => PlanAction)
export class ActionReportResolver {
  @FieldResolver(() => ActionPlaceNames, { description: 'Where it stands, by name.' })
  place(@Root() action: TreeAction, @Ctx() context: RequestContext): Promise<Place | undefined> {
    return context.loader(placesOfActions).load(action.id)
  }

  @FieldResolver(() => ActionReport, {
    nullable: true,
    description: 'What is to be reported about it next; null while its plan is a draft.',
  })
  async report(
    @Root() action: TreeAction,
    @Ctx() context: RequestContext,
  ): Promise<(ActionReportRow & { viewerCanWrite: boolean }) | null> {
    const report = await context.loader(reportsOfActions).load(action.id)
    const subject = await context.loader(subjectsOfActions).load(action.id)
    if (!report || !subject) return null
    return { ...report, viewerCanWrite: may(await context.viewer(), updatePolicy.write, subject) }
  }

  @FieldResolver(() => [ProgressUpdate], {
    description:
      'Every update that exists for the viewer, drafts and corrected ones with them, the newest first. At most 200.',
  })
  async allUpdates(@Root() action: TreeAction, @Ctx() context: RequestContext): Promise<TreeUpdate[]> {
    return (await context.loader(updatesOfActions).load(action.id)) ?? []
  }
}

@Resolver()
export class PeriodResolver {
  @Query(() => BoardReporting, { description: 'How a board reports, and how its periods were reported.' })
  @Allow(periodPolicy.read)
  async boardReporting(
    @Ctx() context: RequestContext,
    @Arg('boardId', () => ID, { description: 'The board.' }) boardId: string,
  ): Promise<BoardReporting> {
    await authorizeAtBoard(context, boardId)
    return readBoardReporting(context, boardId)
  }

  @Query(() => BoardPeriod, {
    nullable: true,
    description: 'A reporting period of a board, action by action; null where none begins on the day.',
  })
  @Allow(periodPolicy.read)
  async boardPeriod(
    @Ctx() context: RequestContext,
    @Arg('boardId', () => ID, { description: 'The board.' }) boardId: string,
    @Arg('startsOn', () => GraphQLLocalDate, { description: 'The first day of the period.' })
    startsOn: string,
  ): Promise<(Omit<BoardPeriod, 'actions'> & { actions: PeriodActionRow[] }) | null> {
    await authorizeAtBoard(context, boardId)
    const period = await readPeriod(context, boardId, startsOn)
    if (!period) return null
    const reporting = await reportingOf(context, boardId)
    const viewer = await context.viewer()
    return {
      period: shownPeriod(period, reporting),
      whyNotClose: whyNotClose(period, reporting.closings.has(period.startsOn), todayInLondon()),
      actions: await readPeriodActions(context, boardId, period),
      viewerCan: periodsViewerCan(viewer, boardId),
    }
  }

  @Mutation(() => SetCalendarResult, { description: 'Says how a board reports from now on.' })
  @Allow(periodPolicy.setCalendar)
  setCalendar(
    @Ctx() context: RequestContext,
    @Arg('input', () => SetCalendarInput, { description: 'The calendar.' }) input: SetCalendarInput,
  ): Promise<ReportingCalendar | Refusal> {
    return setCalendar(context, input)
  }

  @Mutation(() => ClosePeriodResult, { description: 'Closes a reporting period that is over.' })
  @Allow(periodPolicy.close)
  closePeriod(
    @Ctx() context: RequestContext,
    @Arg('input', () => ClosePeriodInput, { description: 'Which period.' }) input: ClosePeriodInput,
  ): Promise<PeriodClosing | Refusal> {
    return closePeriod(context, input)
  }
}

async function authorizeAtBoard(context: RequestContext, boardId: string): Promise<void> {
  if (!(await context.loader(boardsById).load(boardId))) throw new NotFound()
  const seesPlan = (await context.loader(boardsWithPlans).load(boardId)) ?? false
  authorize(await context.viewer(), periodPolicy.read, { boardId, seesPlan })
}
