import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import { Allow } from '../../../access/allow.ts'
import { may } from '../../../access/policy.ts'
import { isRefusal } from '../../../access/refusals.ts'
import type { Conflict, InvalidInput, NotReady } from '../../../access/refusals.ts'
import { RequestContext } from '../../../access/requestContext.ts'
import { Evidence } from './evidence.entity.ts'
import { AddEvidenceInput, WithdrawEvidenceInput } from './evidence.inputs.ts'
import { addEvidence, withdrawEvidence } from './evidence.operations.ts'
import { actionsOfViewer, evidenceById, evidenceOfActions } from './evidence.reads.ts'
import type { EvidenceRow } from './evidence.reads.ts'
import { evidencePolicy } from '../plan.policy.ts'
import { actionsById } from '../plan.reads.ts'
import { AddEvidenceResult, EvidenceViewerCan, WithdrawEvidenceResult } from '../plan.results.ts'
import { PlanAction } from '../action/planAction.entity.ts'
import type { TreeAction } from '../planTree.ts'

@Resolver(() => Evidence)
export class EvidenceResolver {
  @Mutation(() => AddEvidenceResult, { description: 'Keeps a link or a note as evidence for an action.' })
  @Allow(evidencePolicy.add)
  async addEvidence(
    @Ctx() context: RequestContext,
    @Arg('input', () => AddEvidenceInput, { description: 'The action, and the link or note.' })
    input: AddEvidenceInput,
  ): Promise<EvidenceRow | InvalidInput | NotReady | undefined> {
    const result = await addEvidence(context, input)
    return isRefusal(result) ? result : context.loader(evidenceById).load(result.id)
  }

  @Mutation(() => WithdrawEvidenceResult, {
    description:
      'Withdraws a piece of evidence: from then on only the officers of the board and who added it see it.',
  })
  @Allow(evidencePolicy.withdraw)
  async withdrawEvidence(
    @Ctx() context: RequestContext,
    @Arg('input', () => WithdrawEvidenceInput, { description: 'Which piece, and why.' })
    input: WithdrawEvidenceInput,
  ): Promise<EvidenceRow | InvalidInput | Conflict | NotReady | undefined> {
    const result = await withdrawEvidence(context, input)
    return isRefusal(result) ? result : context.loader(evidenceById).load(result.id)
  }

  @FieldResolver(() => PlanAction, { description: 'The action that it is for.' })
  action(@Root() evidence: EvidenceRow, @Ctx() context: RequestContext): Promise<TreeAction | undefined> {
    return context.loader(actionsById).load(evidence.actionId)
  }

  @FieldResolver(() => EvidenceViewerCan, { description: 'What the viewer may do to it.' })
  async viewerCan(@Root() evidence: EvidenceRow, @Ctx() context: RequestContext): Promise<EvidenceViewerCan> {
    const { boardId, actionId, addedById, withdrawnAt } = evidence
    const viewer = await context.viewer()
    const responsible = (await context.loader(actionsOfViewer).load(actionId)) ?? false
    const own = addedById === viewer?.personId
    return { withdraw: !withdrawnAt && may(viewer, evidencePolicy.withdraw, { boardId, responsible, own }) }
  }
}

@Resolver(() => PlanAction)
export class ActionEvidenceResolver {
  @FieldResolver(() => [Evidence], {
    description:
      'What there is to show that it was done: what stands, then what was withdrawn as far as the viewer sees it, each the newest first. At most 100.',
  })
  async evidence(@Root() action: TreeAction, @Ctx() context: RequestContext): Promise<EvidenceRow[]> {
    return (await context.loader(evidenceOfActions).load(action.id)) ?? []
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may add evidence for it.' })
  async viewerCanAddEvidence(
    @Root() { boardId, id }: TreeAction,
    @Ctx() context: RequestContext,
  ): Promise<boolean> {
    const responsible = (await context.loader(actionsOfViewer).load(id)) ?? false
    return may(await context.viewer(), evidencePolicy.add, { boardId, responsible })
  }
}
