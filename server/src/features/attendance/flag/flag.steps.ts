import type { Change } from '../../../access/operation.ts'
import { newId } from '../../../db/newId.ts'
import type { Flag } from './flag.entity.ts'
import { FlagStep } from './flagStep.entity.ts'

/** Writes down what happened to a flag; the flag is locked, so that its steps keep their order. */
export async function addStep(
  change: Change,
  { boardId, id: flagId }: Pick<Flag, 'boardId' | 'id'>,
  step: Pick<FlagStep, 'kind' | 'words' | 'personName' | 'answerDueOn' | 'meetingId' | 'meetingKind'>,
): Promise<void> {
  const position = (await change.em.count(FlagStep, { boardId, flagId })) + 1
  await change.em.insert(FlagStep, {
    boardId,
    id: newId(),
    flagId,
    position,
    happenedAt: new Date(),
    ...step,
  })
}
