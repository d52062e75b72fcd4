import { checkAnswer } from '@boardwork/shared/plan/honestStatus.ts'
import { newId } from '../../../db/newId.ts'
import { operation } from '../../../access/operation.ts'
import type { Change } from '../../../access/operation.ts'
import { InvalidInput } from '../../../access/refusals.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import { pointerPolicy } from '../plan.policy.ts'
import { PlanAction } from '../action/planAction.entity.ts'
import type { AnswerPointerInput } from './pointer.inputs.ts'
import { PointerAnswer } from './pointerAnswer.entity.ts'
import { subjectOf } from '../update/update.operations.ts'

const longestFacts = 4000

/** Somebody who is responsible, or the coordinator, says why something that does not seem to fit is right. */
export function answerPointer(
  context: RequestContext,
  input: AnswerPointerInput,
): Promise<PointerAnswer | InvalidInput> {
  const again = (change: Change, id: string) => change.find(PointerAnswer, { id })
  const line = pointerPolicy.answer
  return operation(context, line, input.clientMutationId, again, async (change) => {
    const action = await change.find(PlanAction, { id: input.actionId })
    change.authorize(line, await subjectOf(change, action))
    const problems = checkAnswer(input.reason)
    if (problems.length > 0) return new InvalidInput(problems)
    if (input.facts.length > longestFacts) return InvalidInput.of('facts', 'Load the page again.')
    const answer: PointerAnswer = {
      boardId: action.boardId,
      id: newId(),
      planId: action.planId,
      areaId: action.areaId,
      actionId: action.id,
      kind: input.kind,
      facts: input.facts,
      reason: input.reason.trim(),
      answeredAt: new Date(),
      answeredById: change.viewer.personId,
      answeredByName: change.viewer.name,
    }
    await change.em.insert(PointerAnswer, answer)
    change.record({
      chainId: action.boardId,
      action: line.name,
      recordType: 'PlanAction',
      recordId: action.id,
      after: { kind: answer.kind, facts: answer.facts, reason: answer.reason },
    })
    return answer
  })
}
