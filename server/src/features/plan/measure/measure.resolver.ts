import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import { todayInLondon } from '@boardwork/shared/board/dates.ts'
import { intervalOf, judge } from '@boardwork/shared/plan/measureJudgement.ts'
import type { Verdict } from '@boardwork/shared/plan/measureJudgement.ts'
import { Allow } from '../../../access/allow.ts'
import { may } from '../../../access/policy.ts'
import { isRefusal } from '../../../access/refusals.ts'
import type { Refusal } from '../../../access/refusals.ts'
import { RequestContext } from '../../../access/requestContext.ts'
import { actionsOfViewer } from '../evidence/evidence.reads.ts'
import { Measure } from './measure.entity.ts'
import { EndMeasureInput, RecordResultInput, SaveMeasureInput } from './measure.inputs.ts'
import { endMeasure, recordResult, saveMeasure } from './measure.operations.ts'
import {
  judgedOfPlans,
  measuresById,
  measuresOfActions,
  periodsForResults,
  resultsById,
  resultsOfMeasures,
  standing,
} from './measure.reads.ts'
import type { MeasureRow, ResultRow } from './measure.reads.ts'
import {
  EndMeasureResult,
  Judgement,
  MeasureCounts,
  MeasureViewerCan,
  RecordResultResult,
  SaveMeasureResult,
  ShareInterval,
} from './measure.results.ts'
import { MeasureResult } from './measureResult.entity.ts'
import { ReportingPeriod } from '../period/period.results.ts'
import { Plan } from '../plan.entity.ts'
import { measurePolicy, planPolicy } from '../plan.policy.ts'
import { actionsById } from '../plan.reads.ts'
import type { PlanRow } from '../plan.reads.ts'
import { PlanAction } from '../action/planAction.entity.ts'
import type { TreeAction } from '../planTree.ts'

@Resolver(() => Measure)
export class MeasureResolver {
  @Query(() => Measure, {
    nullable: true,
    description: 'One measure; null where there is none for the viewer.',
  })
  @Allow(planPolicy.read)
  measure(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<MeasureRow | undefined> {
    return context.loader(measuresById).load(id)
  }

  @Mutation(() => SaveMeasureResult, { description: 'Sets what an action is measured by, or changes it.' })
  @Allow(measurePolicy.set)
  async saveMeasure(
    @Ctx() context: RequestContext,
    @Arg('input', () => SaveMeasureInput, { description: 'The measure.' }) input: SaveMeasureInput,
  ): Promise<MeasureRow | Refusal | undefined> {
    const result = await saveMeasure(context, input)
    return isRefusal(result) ? result : context.loader(measuresById).load(result.id)
  }

  @Mutation(() => EndMeasureResult, { description: 'Says that something is no longer measured.' })
  @Allow(measurePolicy.set)
  async endMeasure(
    @Ctx() context: RequestContext,
    @Arg('input', () => EndMeasureInput, { description: 'Which measure, and why.' }) input: EndMeasureInput,
  ): Promise<MeasureRow | Refusal | undefined> {
    const result = await endMeasure(context, input)
    return isRefusal(result) ? result : context.loader(measuresById).load(result.id)
  }

  @Mutation(() => RecordResultResult, {
    description: 'Records what was found for a measure, or a correction of what was recorded.',
  })
  @Allow(measurePolicy.record)
  async recordResult(
    @Ctx() context: RequestContext,
    @Arg('input', () => RecordResultInput, { description: 'What was found.' }) input: RecordResultInput,
  ): Promise<ResultRow | Refusal | undefined> {
    const result = await recordResult(context, input)
    return isRefusal(result) ? result : context.loader(resultsById).load(result.id)
  }

  @FieldResolver(() => PlanAction, { description: 'The action that it is of.' })
  action(@Root() measure: MeasureRow, @Ctx() context: RequestContext): Promise<TreeAction | undefined> {
    return context.loader(actionsById).load(measure.actionId)
  }

  @FieldResolver(() => [MeasureResult], {
    description:
      'Everything that was recorded for it, with what was corrected, the newest first. At most 200.',
  })
  async results(@Root() measure: MeasureRow, @Ctx() context: RequestContext): Promise<ResultRow[]> {
    return (await context.loader(resultsOfMeasures).load(measure.id)) ?? []
  }

  @FieldResolver(() => MeasureResult, {
    nullable: true,
    description: 'The newest of its results that stand; null without one.',
  })
  async latestResult(
    @Root() measure: MeasureRow,
    @Ctx() context: RequestContext,
  ): Promise<ResultRow | undefined> {
    return (await this.results(measure, context)).find(standing)
  }

  @FieldResolver(() => Judgement, { description: 'What can be said about it today.' })
  async judgement(@Root() measure: MeasureRow, @Ctx() context: RequestContext): Promise<Judgement> {
    const latest = await this.latestResult(measure, context)
    return judge(measure, latest ?? null, todayInLondon())
  }

  @FieldResolver(() => [ReportingPeriod], {
    description: 'The reporting periods that a result can be about, the newest first. At most 500.',
  })
  periods(@Root() measure: MeasureRow, @Ctx() context: RequestContext): Promise<ReportingPeriod[]> {
    return periodsForResults(context, measure.boardId)
  }

  @FieldResolver(() => MeasureViewerCan, { description: 'What the viewer may do about it.' })
  async viewerCan(@Root() measure: MeasureRow, @Ctx() context: RequestContext): Promise<MeasureViewerCan> {
    const { boardId, actionId, endedAt } = measure
    const viewer = await context.viewer()
    const responsible = (await context.loader(actionsOfViewer).load(actionId)) ?? false
    return {
      change: !endedAt && may(viewer, measurePolicy.set, { boardId }),
      record: may(viewer, measurePolicy.record, { boardId, responsible }),
    }
  }
}

@Resolver(() => MeasureResult)
export class MeasureResultResolver {
  @FieldResolver(() => Measure, { description: 'The measure that it is about.' })
  measure(@Root() result: ResultRow, @Ctx() context: RequestContext): Promise<MeasureRow | undefined> {
    return context.loader(measuresById).load(result.measureId)
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether another result took its place, or took it away.',
  })
  corrected(@Root() result: ResultRow): boolean {
    return result.corrected
  }

  @FieldResolver(() => ShareInterval, {
    nullable: true,
    description: 'The 95 % interval of a share that was found in a sample; null where there is none to give.',
  })
  async interval(@Root() result: ResultRow, @Ctx() context: RequestContext): Promise<ShareInterval | null> {
    const measure = await this.measure(result, context)
    return measure && !result.retracts ? intervalOf(measure, result) : null
  }
}

@Resolver(() => PlanAction)
export class ActionMeasuresResolver {
  @FieldResolver(() => [Measure], {
    description: 'What it is measured by: what is used, then what ended. At most 100.',
  })
  async measures(@Root() action: TreeAction, @Ctx() context: RequestContext): Promise<MeasureRow[]> {
    return (await context.loader(measuresOfActions).load(action.id)) ?? []
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may set what it is measured by.' })
  async viewerCanSetMeasures(
    @Root() { boardId }: TreeAction,
    @Ctx() context: RequestContext,
  ): Promise<boolean> {
    return may(await context.viewer(), measurePolicy.set, { boardId })
  }
}

@Resolver(() => Plan)
export class PlanMeasuresResolver {
  @FieldResolver(() => MeasureCounts, { description: 'How its measures stand today.' })
  async measureCounts(@Root() plan: PlanRow, @Ctx() context: RequestContext): Promise<MeasureCounts> {
    const measures = (await context.loader(judgedOfPlans).load(plan.id)) ?? []
    const count = (verdict: Verdict) => measures.filter((measure) => measure.verdict === verdict).length
    return {
      all: measures.length,
      met: count('MET'),
      notMet: count('NOT_MET'),
      uncertain: count('UNCERTAIN'),
      noResult: count('NO_RESULT'),
      notDue: count('NOT_DUE'),
    }
  }
}
