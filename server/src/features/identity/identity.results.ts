import { createUnionType, Field, ID, Int, ObjectType } from 'type-graphql'
import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars'
import { Role, Scope } from '@boardwork/shared/board/role.ts'
import { InvalidInput, NotReady } from '../../access/refusals.ts'

@ObjectType({ description: 'How long the viewer stays signed in.' })
export class ViewerSession {
  @Field(() => GraphQLDateTime, { description: 'When the viewer signed in.' })
  startedAt: Date

  @Field(() => GraphQLDateTime, { description: 'When the viewer last did something, to the minute.' })
  lastUsedAt: Date

  @Field(() => GraphQLDateTime, {
    description:
      'When the session ends if the viewer does nothing more; 12 hours after its start at the latest.',
  })
  endsAt: Date

  @Field(() => GraphQLDateTime, { description: 'When the session ends whatever the viewer does.' })
  endsAtLatest: Date

  @Field(() => Int, {
    description: 'Seconds from now until the session ends, for a device whose clock is wrong.',
  })
  secondsLeft: number

  @Field(() => Int, { description: 'Seconds from now until the session ends whatever the viewer does.' })
  secondsLeftAtMost: number

  @Field(() => Int, { description: 'Minutes without use after which a session ends.' })
  idleMinutes: number
}

@ObjectType({ description: 'A live grant, seat or naming as a deputy that gives the viewer a role.' })
export class ViewerRole {
  @Field(() => String, { description: 'GRANT, SEAT or DEPUTY.' })
  kind: string

  @Field(() => Role, { description: 'The role.' })
  role: Role

  @Field(() => Scope, { description: 'What the role is for.' })
  scope: Scope

  @Field(() => ID, {
    description: 'The board, organisation or region it is for; all zeros for the platform.',
  })
  scopeId: string

  @Field(() => String, { description: 'The name of the board, organisation or region.' })
  scopeName: string

  @Field(() => ID, { nullable: true, description: 'The board, where the role is for one.' })
  boardId: string | null

  @Field(() => ID, {
    nullable: true,
    description: 'For a seat: the agency whose seat it is. For a grant: the organisation it is for.',
  })
  organisationId: string | null

  @Field(() => String, { nullable: true, description: 'The name of that organisation.' })
  organisationName: string | null

  @Field(() => GraphQLLocalDate, { description: 'The first day on which it holds.' })
  since: string

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day on which it holds; null: no end is set.',
  })
  until: string | null
}

@ObjectType({ description: 'The person who is signed in.' })
export class Viewer {
  @Field(() => ID, { description: 'The id of the person.' })
  personId: string

  @Field(() => String, { description: 'The name of the person.' })
  name: string
}

@ObjectType({ description: 'A role of a person of the demonstration.' })
export class DemonstrationRole {
  @Field(() => Role, { description: 'The role.' })
  role: Role

  @Field(() => String, {
    description: 'The role and what it is for, such as "Chair, Fernshire Safeguarding Adults Board".',
  })
  text: string
}

@ObjectType({ description: 'An invented person, as whom anybody may look around in the demonstration.' })
export class DemonstrationPerson {
  @Field(() => ID, { description: 'The id of the person.' })
  personId: string

  @Field(() => String, { description: 'The name of the person.' })
  name: string

  @Field(() => [DemonstrationRole], { description: 'What the person is and where. At most 100.' })
  roles: DemonstrationRole[]
}

@ObjectType({ description: 'How one can sign in here.' })
export class SignInOptions {
  @Field(() => Boolean, { description: 'Whether this is a demonstration with invented people.' })
  demonstration: boolean

  @Field(() => [DemonstrationPerson], {
    description: 'The people of the demonstration; none elsewhere. At most 500.',
  })
  people: DemonstrationPerson[]
}

export const SignInResult = createUnionType({
  name: 'SignInResult',
  description: 'Who is signed in now, or why nobody is.',
  types: () => [Viewer, InvalidInput, NotReady] as const,
  resolveType: (value) =>
    value instanceof InvalidInput ? InvalidInput : value instanceof NotReady ? NotReady : Viewer,
})
