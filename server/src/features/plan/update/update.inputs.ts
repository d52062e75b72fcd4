import { Field, ID, InputType, Int } from 'type-graphql'
import { GraphQLLocalDate } from 'graphql-scalars'
import { ActionStatus } from '@boardwork/shared/plan/actionStatus.ts'

const clientMutationId = 'Made by the client, new for each try of its own; a repeat changes nothing.'

@InputType({ description: 'How an activity of the action stands.' })
export class ActivityNoteInput {
  @Field(() => ID, { description: 'The activity.' })
  activityId: string

  @Field(() => ActionStatus, { nullable: true, description: 'Its status; null where nothing is said of it.' })
  status?: ActionStatus | null

  @Field(() => String, {
    description: 'What is to be said about it; may be empty. At most 1,000 characters.',
  })
  comments: string
}

@InputType({ description: 'A progress update, whole, as a draft or to be submitted.' })
export class WriteUpdateInput {
  @Field(() => ID, { description: 'The action.' })
  actionId: string

  @Field(() => GraphQLLocalDate, { description: 'The first day of the reporting period.' })
  periodStartsOn: string

  @Field(() => ID, {
    nullable: true,
    description: 'The update of the same period that this one corrects; null where it corrects none.',
  })
  correctsId?: string | null

  @Field(() => String, {
    defaultValue: '',
    description: 'What was wrong, where it is a correction. At most 500 characters.',
  })
  correctionReason: string

  @Field(() => ActionStatus, { description: 'The status at the end of the period.' })
  status: ActionStatus

  @Field(() => Int, { description: 'How much of the action is done, in percent from 0 to 100.' })
  percentComplete: number

  @Field(() => String, { description: 'What was done; may be empty in a draft. At most 4,000 characters.' })
  narrative: string

  @Field(() => String, { description: 'Issues; may be empty. At most 4,000 characters.' })
  issues: string

  @Field(() => String, {
    description: 'What is done about the issues; may be empty. At most 4,000 characters.',
  })
  correctiveActions: string

  @Field(() => [ActivityNoteInput], {
    nullable: true,
    description: 'How its activities stand; those of which nothing is said are left out. At most 100.',
  })
  activityNotes?: ActivityNoteInput[] | null

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether it is a late report, for a closed period for which nothing was written.',
  })
  late: boolean

  @Field(() => Boolean, { description: 'Whether to submit it to be authorised; else it stays a draft.' })
  submit: boolean

  @Field(() => Int, { description: 'The version that was read; 0 where there was none yet.' })
  version: number

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}

@InputType({ description: 'Which submitted update to authorise.' })
export class AuthoriseUpdateInput {
  @Field(() => ID, { description: 'The update.' })
  updateId: string

  @Field(() => Int, { description: 'The version that was read.' })
  version: number

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}

@InputType({ description: 'Which submitted update to return, and why.' })
export class ReturnUpdateInput {
  @Field(() => ID, { description: 'The update.' })
  updateId: string

  @Field(() => String, { description: 'What has to be changed. At most 500 characters.' })
  reason: string

  @Field(() => Int, { description: 'The version that was read.' })
  version: number

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}
