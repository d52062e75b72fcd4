import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import { Allow } from '../../../access/allow.ts'
import { may } from '../../../access/policy.ts'
import { isRefusal } from '../../../access/refusals.ts'
import type { InvalidInput } from '../../../access/refusals.ts'
import { RequestContext } from '../../../access/requestContext.ts'
import { pointerPolicy } from '../plan.policy.ts'
import { readAction } from '../plan.reads.ts'
import { PlanAction } from '../action/planAction.entity.ts'
import type { TreeAction } from '../planTree.ts'
import { AnswerPointerInput } from './pointer.inputs.ts'
import { answerPointer } from './pointer.operations.ts'
import { pointersOfActions } from './pointer.reads.ts'
import type { AnsweredPointer } from './pointer.reads.ts'
import { AnswerPointerResult, Pointer } from './pointer.results.ts'
import { subjectsOfActions } from '../update/update.reads.ts'
import type { PeriodActionRow } from '../update/update.reads.ts'
import { PeriodAction } from '../update/update.results.ts'

@Resolver(() => PlanAction)
export class PointerResolver {
  @Mutation(() => AnswerPointerResult, {
    description: 'Says why something that does not seem to fit about an action is right as it is.',
  })
  @Allow(pointerPolicy.answer)
  async answerPointer(
    @Ctx() context: RequestContext,
    @Arg('input', () => AnswerPointerInput, { description: 'Which pointer, and the reason.' })
    input: AnswerPointerInput,
  ): Promise<TreeAction | InvalidInput | null> {
    const result = await answerPointer(context, input)
    return isRefusal(result) ? result : readAction(context, result.actionId)
  }

  @FieldResolver(() => [Pointer], {
    description: 'What does not seem to fit about it; none while its plan is a draft. At most 50.',
  })
  async pointers(@Root() action: TreeAction, @Ctx() context: RequestContext): Promise<AnsweredPointer[]> {
    return ((await context.loader(pointersOfActions).load(action.id)) ?? []).slice(0, 50)
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may answer its pointers.' })
  async viewerCanAnswer(@Root() action: TreeAction, @Ctx() context: RequestContext): Promise<boolean> {
    const subject = await context.loader(subjectsOfActions).load(action.id)
    return subject !== undefined && may(await context.viewer(), pointerPolicy.answer, subject)
  }
}

@Resolver(() => PeriodAction)
export class PeriodActionResolver {
  @FieldResolver(() => [Pointer], { description: 'What does not seem to fit about it today. At most 50.' })
  async pointers(
    @Root() action: PeriodActionRow,
    @Ctx() context: RequestContext,
  ): Promise<AnsweredPointer[]> {
    return ((await context.loader(pointersOfActions).load(action.actionId)) ?? []).slice(0, 50)
  }
}
