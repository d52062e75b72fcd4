import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { GraphQLLocalDate } from 'graphql-scalars'
import { PlanView, Standing } from '@boardwork/shared/plan/actionFilter.ts'
import { ActionStatus } from '@boardwork/shared/plan/actionStatus.ts'
import { DueGroup } from '@boardwork/shared/plan/dueGroup.ts'

registerEnumType(PlanView, {
  name: 'PlanView',
  description: 'How a list of a plan’s actions is divided.',
  valuesConfig: {
    AREA: { description: 'By area, in the order of the document.' },
    AGENCY: {
      description: 'By agency that leads them or is responsible; one of several agencies under each.',
    },
    PERSON: { description: 'By person or post; one of several people under each.' },
    DEADLINE: { description: 'By when they are due.' },
  },
})

registerEnumType(DueGroup, {
  name: 'DueGroup',
  description: 'When an action is due: on the last day of its last deadline.',
  valuesConfig: {
    OVERDUE: { description: 'Its last deadline has passed, and it is not complete.' },
    MONTH: { description: 'This month.' },
    QUARTER: { description: 'Later this quarter.' },
    LATER: { description: 'After this quarter.' },
    NO_DATE: { description: 'It has no deadline, or one whose words name no last day.' },
    DONE: { description: 'It is complete.' },
  },
})

registerEnumType(Standing, {
  name: 'Standing',
  description: 'How an action stands by its newest authorised update.',
  valuesConfig: {
    NOT_STARTED: { description: 'Not started.' },
    ON_TARGET: { description: 'On target.' },
    AT_RISK: { description: 'At risk.' },
    OFF_TARGET: { description: 'Off target.' },
    COMPLETE: { description: 'Complete.' },
    NONE: { description: 'Nothing was reported.' },
  },
})

@InputType({ description: 'Which actions of a plan a list shows; what is null narrows nothing.' })
export class ActionFilterInput {
  @Field(() => Standing, { nullable: true, defaultValue: null, description: 'How they stand.' })
  status: Standing | null

  @Field(() => ID, {
    nullable: true,
    defaultValue: null,
    description: 'An agency that leads them or is responsible.',
  })
  agency: string | null

  @Field(() => String, {
    nullable: true,
    defaultValue: null,
    description: 'The id of a person who leads them or is responsible, or the words of a post.',
  })
  who: string | null

  @Field(() => ID, { nullable: true, defaultValue: null, description: 'Their area.' })
  area: string | null

  @Field(() => DueGroup, { nullable: true, defaultValue: null, description: 'When they are due.' })
  due: DueGroup | null

  @Field(() => Int, {
    nullable: true,
    defaultValue: null,
    description: 'Due within so many days from today.',
  })
  withinDays: number | null

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    defaultValue: null,
    description: 'Due on this day or later.',
  })
  dueFrom: string | null

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    defaultValue: null,
    description: 'Due on this day or before.',
  })
  dueTo: string | null

  @Field(() => String, {
    nullable: true,
    defaultValue: null,
    description: 'Words in their reference, their title or who is responsible. At most 200 characters.',
  })
  words: string | null

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Those with something worth a second look that has no answer.',
  })
  openPointers: boolean

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Those without an authorised update for the period that is asked for.',
  })
  noUpdate: boolean
}

@ObjectType({ description: 'A deadline in the words of the document.', simpleResolvers: true })
export class ListedDeadline {
  @Field(() => String, { description: 'Its words.' })
  text: string

  @Field(() => Boolean, { description: 'Whether they name a last day.' })
  isDate: boolean
}

@ObjectType({ description: 'An action as a list shows it.', simpleResolvers: true })
export class ListedAction {
  @Field(() => ID, { description: 'The action.' })
  id: string

  @Field(() => String, { description: 'The number or code of the action; may be empty.' })
  reference: string

  @Field(() => String, { description: 'What is to be done; what is longer than 300 characters is cut.' })
  title: string

  @Field(() => ActionStatus, {
    nullable: true,
    description: 'How it stands; null while nothing was reported.',
  })
  status?: ActionStatus | null

  @Field(() => Int, { nullable: true, description: 'How much of it is done, in percent; null where unsaid.' })
  percentComplete?: number | null

  @Field(() => String, { nullable: true, description: 'The reporting period in which that was said.' })
  period?: string | null

  @Field(() => [ListedDeadline], { description: 'Its deadlines, each once. At most 10.' })
  deadlines: ListedDeadline[]

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day of its last deadline; null where there is none.',
  })
  dueOn?: string | null

  @Field(() => DueGroup, { description: 'When it is due.' })
  due: DueGroup

  @Field(() => [String], { description: 'Who leads it or is responsible, the lead first. At most 5.' })
  responsible: string[]

  @Field(() => Int, { description: 'How many more are responsible.' })
  moreResponsible: number
}

@ObjectType({ description: 'A part of a list of actions.', simpleResolvers: true })
export class ActionGroup {
  @Field(() => String, {
    description:
      'What it is: the id of an area or an agency, a person or post, or when they are due; empty for the rest.',
  })
  key: string

  @Field(() => String, { description: 'Its heading.' })
  label: string

  @Field(() => Int, { description: 'How many actions it has on all pages.' })
  count: number

  @Field(() => [ListedAction], { description: 'Those on this page. At most 100 in all groups together.' })
  actions: ListedAction[]
}

@ObjectType({ description: 'A page of the actions of a plan.', simpleResolvers: true })
export class ActionList {
  @Field(() => Int, { description: 'How many actions of the plan the viewer sees.' })
  all: number

  @Field(() => Int, { description: 'How many of them fit the filter.' })
  total: number

  @Field(() => Int, {
    description: 'How many lines that makes: an action of two agencies stands under both.',
  })
  lines: number

  @Field(() => Int, { description: 'How many lines come before this page.' })
  before: number

  @Field(() => Int, { description: 'The number of the page, from 1.' })
  page: number

  @Field(() => Int, { description: 'How many pages there are; 1 where nothing fits.' })
  pages: number

  @Field(() => [String], {
    description: 'Those parts of the filter that mean nothing in this plan. At most 5.',
  })
  ignored: string[]

  @Field(() => [ActionGroup], { description: 'The groups on this page, in order. At most 100.' })
  groups: ActionGroup[]
}

@ObjectType({ description: 'Something by which the actions of a plan can be chosen.', simpleResolvers: true })
export class ActionChoice {
  @Field(() => String, { description: 'What the filter takes.' })
  value: string

  @Field(() => String, { description: 'Its name.' })
  label: string
}

@ObjectType({ description: 'An area by which the actions of a plan can be chosen.', simpleResolvers: true })
export class AreaChoice {
  @Field(() => ID, { description: 'The area.' })
  id: string

  @Field(() => String, { description: 'Its number and title.' })
  label: string

  @Field(() => Int, { description: 'How many actions it has.' })
  actions: number
}

@ObjectType({ description: 'By what the actions of a plan can be chosen.', simpleResolvers: true })
export class ActionChoices {
  @Field(() => [AreaChoice], { description: 'Its areas, in their order. At most 500.' })
  areas: AreaChoice[]

  @Field(() => [ActionChoice], { description: 'The agencies that have a part, by name. At most 500.' })
  agencies: ActionChoice[]

  @Field(() => [ActionChoice], {
    description: 'The people and posts that have a part, by name. At most 500.',
  })
  people: ActionChoice[]

  @Field(() => String, {
    nullable: true,
    description: 'The name of the period whose updates are asked for now; null while the plan is a draft.',
  })
  period?: string | null
}
