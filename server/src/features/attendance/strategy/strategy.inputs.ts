import { Field, ID, InputType, Int } from 'type-graphql'
import { MeetingInput } from '../meeting/meeting.inputs.ts'

const clientMutationId = 'Made by the client, new for each try of its own; a repeat changes nothing.'
const ofAgency = 'Who of the agency is asked; null where whoever leads it decides.'
const required = 'Whether the agency has to take part.'

@InputType({ description: 'An agency, or a person of it, who is asked to every meeting of a kind.' })
export class StandardInviteeInput {
  @Field(() => ID, { description: 'The agency.' })
  organisationId: string

  @Field(() => ID, { nullable: true, description: ofAgency })
  personId?: string | null

  @Field(() => Boolean, { description: required })
  required: boolean
}

@InputType({ description: 'A kind of strategy meeting with its list: a new one, or what one is to be.' })
export class SaveStrategyKindInput {
  @Field(() => ID, { description: 'The board.' })
  boardId: string

  @Field(() => ID, { nullable: true, description: 'What is changed; null for a new kind.' })
  kindId?: string | null

  @Field(() => String, { description: 'What meetings of this kind are called. At most 100 characters.' })
  name: string

  @Field(() => [StandardInviteeInput], { description: 'Who is asked to each. At most 60.' })
  invitees: StandardInviteeInput[]

  @Field(() => Int, { description: 'The version that was edited; 0 for a new one.' })
  version: number

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}

@InputType({ description: 'Which kind of strategy meeting is not planned any more.' })
export class RemoveStrategyKindInput {
  @Field(() => ID, { description: 'The kind.' })
  kindId: string

  @Field(() => Int, { description: 'The version that was read.' })
  version: number

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}

@InputType({ description: 'A new strategy meeting about one case. No text of it names an adult or a child.' })
export class PlanStrategyMeetingInput extends MeetingInput {
  @Field(() => ID, { description: 'The board.' })
  boardId: string

  @Field(() => ID, {
    nullable: true,
    description: 'The kind, whose list is asked; null: nobody is asked yet.',
  })
  kindId?: string | null

  @Field(() => String, {
    description:
      'The reference of the case: letters, digits, dashes and slashes, in at most 40 characters. Never a name.',
  })
  caseReference: string
}

@InputType({ description: 'Under which reference the case of a strategy meeting is known now.' })
export class ChangeCaseReferenceInput {
  @Field(() => ID, { description: 'The meeting.' })
  meetingId: string

  @Field(() => String, {
    description:
      'The reference of the case: letters, digits, dashes and slashes, in at most 40 characters. Never a name.',
  })
  caseReference: string

  @Field(() => Int, { description: 'The version of the meeting that was read.' })
  version: number

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}

@InputType({ description: 'Who else is asked to a strategy meeting.' })
export class AddInviteeInput {
  @Field(() => ID, { description: 'The meeting.' })
  meetingId: string

  @Field(() => ID, { description: 'The agency.' })
  organisationId: string

  @Field(() => ID, { nullable: true, description: ofAgency })
  personId?: string | null

  @Field(() => Boolean, { description: required })
  required: boolean

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}

@InputType({ description: 'Whether an agency that is asked has to take part.' })
export class ChangeInviteeInput {
  @Field(() => ID, { description: 'The invitation.' })
  inviteeId: string

  @Field(() => Boolean, { description: required })
  required: boolean

  @Field(() => Int, { description: 'The version that was read.' })
  version: number

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}

@InputType({ description: 'Which invitation to a strategy meeting is taken back.' })
export class RemoveInviteeInput {
  @Field(() => ID, { description: 'The invitation.' })
  inviteeId: string

  @Field(() => Int, { description: 'The version that was read.' })
  version: number

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}
