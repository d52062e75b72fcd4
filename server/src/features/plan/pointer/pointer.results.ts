import { Field, ObjectType, registerEnumType } from 'type-graphql'
import { PointerKind } from '@boardwork/shared/plan/honestStatus.ts'
import { InvalidInput } from '../../../access/refusals.ts'
import { resultOf } from '../../../access/resultOf.ts'
import { PlanAction } from '../action/planAction.entity.ts'
import { PointerAnswer } from './pointerAnswer.entity.ts'

registerEnumType(PointerKind, {
  name: 'PointerKind',
  description: 'What does not seem to fit about an action.',
  valuesConfig: {
    PAST_DEADLINE: { description: 'On target after its last deadline has passed.' },
    DEADLINE_BEFORE_PLAN: { description: 'Its last deadline is before the plan began.' },
    COMPLETE_BELOW_100: { description: 'Complete with less than 100 percent.' },
    COMPLETE_WITHOUT_EVIDENCE: { description: 'Complete, and there is no evidence that shows it.' },
    COMPLETE_WITH_OPEN_ACTIVITIES: { description: 'Complete, and some of its activities are not.' },
    COMPLETE_WITH_MEASURE_NOT_MET: {
      description: 'Complete, and something that it is measured by is not met.',
    },
    ACTIVITY_PAST_DEADLINE: { description: 'An activity is on target after its deadline has passed.' },
    MILESTONE_PASSED: {
      description: 'The day of a milestone has passed, and nobody has said whether it is there.',
    },
    PERCENT_FELL: { description: 'Less is done than in the period before.' },
    SAME_NARRATIVE: { description: 'Two periods say the same, word for word.' },
    NO_UPDATE: { description: 'A closed or overdue period has no authorised update.' },
    OWNER_LEFT: { description: 'Somebody named for it is not at the board any more.' },
    REFERENCE_TO_NOTHING: { description: 'It refers to a number that the plan does not have.' },
    REFERENCE_TO_ITSELF: { description: 'It refers to itself.' },
  },
})

@ObjectType({
  description: 'Something about an action that a person should look at. It alters nothing.',
  simpleResolvers: true,
})
export class Pointer {
  @Field(() => PointerKind, { description: 'What does not seem to fit.' })
  kind: PointerKind

  @Field(() => String, { description: 'What it is about; an answer counts as long as this is the same.' })
  facts: string

  @Field(() => String, { description: 'What does not fit, in a sentence.' })
  words: string

  @Field(() => PointerAnswer, {
    nullable: true,
    description: 'Why it is right as it is; null while nobody has said so.',
  })
  answer?: PointerAnswer | null
}

export const AnswerPointerResult = resultOf(
  'AnswerPointerResult',
  'The action with its pointers, or why the answer was not kept.',
  [PlanAction, InvalidInput] as const,
)
