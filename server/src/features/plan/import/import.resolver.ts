import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { GraphQLJSON } from 'graphql-scalars'
import type { PlanDraft } from '@boardwork/shared/plan/import/planDraft.ts'
import type { ImportCounts } from '@boardwork/shared/plan/import/savedImport.ts'
import { Allow } from '../../../access/allow.ts'
import { may } from '../../../access/policy.ts'
import { isRefusal } from '../../../access/refusals.ts'
import type { Conflict, InvalidInput, NotReady } from '../../../access/refusals.ts'
import { rowsIn } from '../../../access/readRows.ts'
import { RequestContext } from '../../../access/requestContext.ts'
import { Board } from '../../board/board.entity.ts'
import { Organisation } from '../../organisation/organisation.entity.ts'
import { ChooseDifferencesInput, MergePlanInput } from './difference.inputs.ts'
import { builtOnImport, readDifference } from './difference.reads.ts'
import {
  ChooseDifferencesResult,
  ImportChanges,
  MergePlanResult,
  PlanDifference,
  UndoImportResult,
} from './difference.results.ts'
import { chooseColumns, importPlan } from './import.document.ts'
import { chooseDifferences, mergePlan } from './import.merge.ts'
import { discardImport, saveImportDraft, savePlan } from './import.operations.ts'
import {
  changesOfImports,
  draftsOfImports,
  earlierImports,
  importColumns,
  importsOfPlans,
  openImportsOfBoards,
  readImport,
  readUploadPercent,
} from './import.reads.ts'
import type { EarlierImportRow, ImportRow } from './import.reads.ts'
import { undoImport } from './import.undo.ts'
import { Plan } from '../plan.entity.ts'
import { ChooseColumnsInput, ImportInput, ImportPlanInput, SaveImportDraftInput } from '../plan.inputs.ts'
import { planPolicy } from '../plan.policy.ts'
import { agenciesOfBoards, plansById, readPlan } from '../plan.reads.ts'
import type { AgencyRow, PlanRow } from '../plan.reads.ts'
import {
  DiscardImportResult,
  EarlierImport,
  ImportColumn,
  ImportPlanResult,
  SaveImportDraftResult,
  SavePlanResult,
} from '../plan.results.ts'
import { PlanImport } from './planImport.entity.ts'

@Resolver(() => PlanImport)
export class ImportResolver {
  @Query(() => PlanImport, {
    nullable: true,
    description: 'One import; null where there is none for the viewer.',
  })
  @Allow(planPolicy.read)
  planImport(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<ImportRow | null> {
    return readImport(context, id)
  }

  @Mutation(() => ImportPlanResult, { description: 'Reads a document and starts its preview.' })
  @Allow(planPolicy.import)
  async importPlan(
    @Ctx() context: RequestContext,
    @Arg('input', () => ImportPlanInput, { description: 'The document.' }) input: ImportPlanInput,
  ): Promise<ImportRow | InvalidInput | null> {
    const result = await importPlan(context, input)
    return isRefusal(result) ? result : readImport(context, result.id)
  }

  @Query(() => Int, {
    nullable: true,
    description:
      'How much of an upload has been read, in percent, while importPlan reads it; null where there is none for the viewer.',
  })
  @Allow(planPolicy.import)
  uploadPercentRead(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'What the upload gave back.' }) id: string,
  ): Promise<number | null> {
    return readUploadPercent(context, id)
  }

  @Mutation(() => SaveImportDraftResult, {
    description: 'Reads the document again with a choice of what its columns hold, and remembers the choice.',
  })
  @Allow(planPolicy.import)
  async chooseColumns(
    @Ctx() context: RequestContext,
    @Arg('input', () => ChooseColumnsInput, { description: 'The columns.' }) input: ChooseColumnsInput,
  ): Promise<ImportRow | InvalidInput | Conflict | NotReady | null> {
    const result = await chooseColumns(context, input)
    return isRefusal(result) ? result : readImport(context, result.id)
  }

  @Mutation(() => SaveImportDraftResult, { description: 'Keeps what was mended in the preview.' })
  @Allow(planPolicy.import)
  async saveImportDraft(
    @Ctx() context: RequestContext,
    @Arg('input', () => SaveImportDraftInput, { description: 'The draft.' }) input: SaveImportDraftInput,
  ): Promise<ImportRow | InvalidInput | Conflict | NotReady | null> {
    const result = await saveImportDraft(context, input)
    return isRefusal(result) ? result : readImport(context, result.id)
  }

  @Mutation(() => SavePlanResult, { description: 'Makes a draft plan of an import, whole or not at all.' })
  @Allow(planPolicy.import)
  async savePlan(
    @Ctx() context: RequestContext,
    @Arg('input', () => ImportInput, { description: 'Which import.' }) input: ImportInput,
  ): Promise<PlanRow | InvalidInput | Conflict | NotReady | null> {
    const result = await savePlan(context, input)
    return isRefusal(result) ? result : readPlan(context, result.id)
  }

  @Mutation(() => DiscardImportResult, { description: 'Puts an import away without a plan.' })
  @Allow(planPolicy.import)
  async discardImport(
    @Ctx() context: RequestContext,
    @Arg('input', () => ImportInput, { description: 'Which import.' }) input: ImportInput,
  ): Promise<ImportRow | Conflict | NotReady | null> {
    const result = await discardImport(context, input)
    return isRefusal(result) ? result : readImport(context, result.id)
  }

  @Mutation(() => ChooseDifferencesResult, {
    description: 'Keeps what somebody chose of what differs in a later version of a document.',
  })
  @Allow(planPolicy.import)
  async chooseDifferences(
    @Ctx() context: RequestContext,
    @Arg('input', () => ChooseDifferencesInput, { description: 'The choices.' })
    input: ChooseDifferencesInput,
  ): Promise<ImportRow | InvalidInput | Conflict | NotReady | null> {
    const result = await chooseDifferences(context, input)
    return isRefusal(result) ? result : readImport(context, result.id)
  }

  @Mutation(() => MergePlanResult, {
    description:
      'Brings what was chosen of a later version of a document in to its plan, whole or not at all.',
  })
  @Allow(planPolicy.edit)
  async mergePlan(
    @Ctx() context: RequestContext,
    @Arg('input', () => MergePlanInput, { description: 'Which import, and what was seen.' })
    input: MergePlanInput,
  ): Promise<PlanRow | InvalidInput | Conflict | NotReady | null> {
    const result = await mergePlan(context, input)
    return isRefusal(result) ? result : readPlan(context, result.id)
  }

  @Mutation(() => UndoImportResult, {
    description:
      'Takes back what an import changed, as long as nobody has built on it; it is in preview again.',
  })
  @Allow(planPolicy.edit)
  async undoImport(
    @Ctx() context: RequestContext,
    @Arg('input', () => ImportInput, { description: 'Which import.' }) input: ImportInput,
  ): Promise<ImportRow | Conflict | NotReady | null> {
    const result = await undoImport(context, input)
    return isRefusal(result) ? result : readImport(context, result.id)
  }

  @FieldResolver(() => GraphQLJSON, {
    description: 'The plan as it was understood and mended so far, in the form of PlanDraft.',
  })
  draft(@Root() started: ImportRow, @Ctx() context: RequestContext): Promise<PlanDraft | undefined> {
    return context.loader(draftsOfImports).load(started.id)
  }

  @FieldResolver(() => [ImportColumn], {
    description: 'The columns of its tables, those of one key once. At most 500.',
  })
  columns(@Root() started: ImportRow): ImportColumn[] {
    return importColumns(started.headers)
  }

  @FieldResolver(() => [EarlierImport], {
    description: 'When the same document was brought in to this board before, the newest first. At most 50.',
  })
  async earlier(@Root() started: ImportRow, @Ctx() context: RequestContext): Promise<EarlierImportRow[]> {
    return (await context.loader(earlierImports).load(started.id)) ?? []
  }

  @FieldResolver(() => Plan, {
    nullable: true,
    description: 'The plan that came of it; null before it is saved.',
  })
  plan(@Root() started: ImportRow, @Ctx() context: RequestContext): Promise<PlanRow | undefined> | null {
    return started.planId ? context.loader(plansById).load(started.planId) : null
  }

  @FieldResolver(() => Plan, {
    nullable: true,
    description: 'The plan of which it is a later version; null where it becomes a new plan.',
  })
  intoPlan(@Root() started: ImportRow, @Ctx() context: RequestContext): Promise<PlanRow | undefined> | null {
    return started.intoPlanId ? context.loader(plansById).load(started.intoPlanId) : null
  }

  @FieldResolver(() => PlanDifference, {
    nullable: true,
    description: 'What is different from the plan of which it is a later version; null where there is none.',
  })
  difference(@Root() started: ImportRow, @Ctx() context: RequestContext): Promise<PlanDifference | null> {
    return readDifference(context, started)
  }

  @FieldResolver(() => ImportChanges, {
    nullable: true,
    description: 'What it changed when it was saved; null before, and where it was not kept.',
  })
  async changes(@Root() started: ImportRow, @Ctx() context: RequestContext): Promise<ImportCounts | null> {
    return (await context.loader(changesOfImports).load(started.id)) ?? null
  }

  @FieldResolver(() => [String], {
    nullable: true,
    description:
      'What was built on it since it was saved, as sentences; empty where it can be undone, null where it was not saved. At most 13.',
  })
  async builtOn(@Root() started: ImportRow, @Ctx() context: RequestContext): Promise<string[] | null> {
    const plan = started.planId ? await context.loader(plansById).load(started.planId) : undefined
    return plan && started.state === 'SAVED' ? builtOnImport(rowsIn(context), started, plan) : null
  }

  @FieldResolver(() => [Organisation], {
    description: 'The agencies that can be responsible: those with a seat at the board today. At most 500.',
  })
  async agencies(@Root() started: ImportRow, @Ctx() context: RequestContext): Promise<AgencyRow[]> {
    return (await context.loader(agenciesOfBoards).load(started.boardId)) ?? []
  }
}

@Resolver(() => Plan)
export class PlanImportsResolver {
  @FieldResolver(() => [PlanImport], {
    description:
      'The imports that made it or changed it, and those that are being looked through, the newest first; empty for who may not import. At most 50.',
  })
  async imports(@Root() plan: PlanRow, @Ctx() context: RequestContext): Promise<ImportRow[]> {
    return (await context.loader(importsOfPlans).load(plan.id)) ?? []
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the viewer may bring in a later version of it, and undo that.',
  })
  async viewerCanImport(@Root() plan: PlanRow, @Ctx() context: RequestContext): Promise<boolean> {
    const viewer = await context.viewer()
    return may(viewer, planPolicy.import, plan) && may(viewer, planPolicy.edit, plan)
  }
}

@Resolver(() => Board)
export class BoardImportsResolver {
  @FieldResolver(() => [PlanImport], {
    description:
      'The imports that wait to be saved, the newest first; empty for who may not import. At most 50.',
  })
  async imports(@Root() board: Board, @Ctx() context: RequestContext): Promise<ImportRow[]> {
    return (await context.loader(openImportsOfBoards).load(board.id)) ?? []
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may bring in a plan.' })
  async viewerCanImport(@Root() board: Board, @Ctx() context: RequestContext): Promise<boolean> {
    return may(await context.viewer(), planPolicy.import, { boardId: board.id })
  }
}
