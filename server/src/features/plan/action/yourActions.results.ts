import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Standing } from '@boardwork/shared/plan/actionFilter.ts'
import { UpdateDue, Whose } from '@boardwork/shared/plan/yourActions.ts'
import { PlanAction } from './planAction.entity.ts'

registerEnumType(UpdateDue, {
  name: 'UpdateDue',
  description: 'What is due about the update of an action, or waits for the viewer.',
  valuesConfig: {
    OVERDUE: { description: 'Its update was due before today.' },
    DUE: { description: 'The period is over, and its update is due.' },
    RUNNING: { description: 'The period still runs.' },
    NOTHING: { description: 'The updates of all open periods were submitted.' },
    DECIDE: { description: 'An update of it waits for the viewer to authorise it.' },
  },
})

registerEnumType(Whose, {
  name: 'Whose',
  description: 'How somebody has a part in an action.',
  valuesConfig: {
    MINE: { description: 'They are named in person.' },
    AGENCY: { description: 'Through an agency that they sit for or lead, and not in person.' },
  },
})

@InputType({ description: 'Which of the viewer’s actions a list shows; what is null narrows nothing.' })
export class YourFilterInput {
  @Field(() => ID, { nullable: true, defaultValue: null, description: 'The board.' })
  board: string | null

  @Field(() => Standing, { nullable: true, defaultValue: null, description: 'How they stand.' })
  status: Standing | null

  @Field(() => UpdateDue, { nullable: true, defaultValue: null, description: 'What is due about them.' })
  due: UpdateDue | null

  @Field(() => Whose, {
    nullable: true,
    defaultValue: null,
    description: 'How the viewer has a part in them.',
  })
  whose: Whose | null
}

@ObjectType({ description: 'A board at which the viewer has a part in actions.', simpleResolvers: true })
export class YourBoard {
  @Field(() => ID, { description: 'The board.' })
  id: string

  @Field(() => String, { description: 'Its name.' })
  name: string
}

@ObjectType({ description: 'A page of the actions in which the viewer has a part.', simpleResolvers: true })
export class YourActions {
  @Field(() => [PlanAction], {
    description: 'Those whose update is due first before the others. At most 25.',
  })
  actions: PlanAction[]

  @Field(() => Int, { description: 'In how many actions of all boards the viewer has a part.' })
  all: number

  @Field(() => Int, { description: 'How many of them fit the filter.' })
  total: number

  @Field(() => Int, { description: 'How many of these come before the page.' })
  before: number

  @Field(() => String, { nullable: true, description: 'What the next page comes after; null on the last.' })
  next?: string | null

  @Field(() => [String], {
    description: 'Those parts of what was asked that mean nothing for the viewer. At most 2.',
  })
  ignored: string[]

  @Field(() => [YourBoard], { description: 'The boards of these actions, by name. At most 500.' })
  boards: YourBoard[]
}
