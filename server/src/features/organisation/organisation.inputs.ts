import { Field, ID, InputType, Int } from 'type-graphql'
import { GraphQLLocalDate } from 'graphql-scalars'
import { OrganisationKind } from '@boardwork/shared/organisation/organisationKind.ts'

@InputType({ description: 'A new region.' })
export class CreateRegionInput {
  @Field(() => String, { description: 'Its name, 1 to 200 characters. No two regions have the same.' })
  name: string

  @Field(() => ID, {
    description: 'Made by the client, new for each try of its own; a repeat changes nothing.',
  })
  clientMutationId: string
}

@InputType({ description: 'A new organisation.' })
export class CreateOrganisationInput {
  @Field(() => ID, { description: 'The region that it belongs to.' })
  regionId: string

  @Field(() => String, { description: 'Its name, 1 to 200 characters. No two in one region have the same.' })
  name: string

  @Field(() => OrganisationKind, { description: 'What kind of body it is.' })
  kind: OrganisationKind

  @Field(() => ID, {
    description: 'Made by the client, new for each try of its own; a repeat changes nothing.',
  })
  clientMutationId: string
}

@InputType({ description: 'What an organisation is to be called, and what kind of body it is.' })
export class ChangeOrganisationInput {
  @Field(() => ID, { description: 'The organisation.' })
  organisationId: string

  @Field(() => Int, { description: 'The version that was changed.' })
  version: number

  @Field(() => String, { description: 'Its name, 1 to 200 characters. No two in one region have the same.' })
  name: string

  @Field(() => OrganisationKind, { description: 'What kind of body it is.' })
  kind: OrganisationKind

  @Field(() => ID, {
    description: 'Made by the client, new for each try of its own; a repeat changes nothing.',
  })
  clientMutationId: string
}

@InputType({ description: 'A merger: an organisation became part of another one.' })
export class RecordMergerInput {
  @Field(() => ID, { description: 'The organisation that became part of the other one.' })
  organisationId: string

  @Field(() => Int, { description: 'The version of it that was read.' })
  version: number

  @Field(() => ID, { description: 'The other one, in the same region.' })
  intoId: string

  @Field(() => GraphQLLocalDate, {
    description: 'The first day on which it was part of the other one; not after today.',
  })
  since: string

  @Field(() => ID, {
    description: 'Made by the client, new for each try of its own; a repeat changes nothing.',
  })
  clientMutationId: string
}

@InputType({ description: 'That a merger was recorded by mistake.' })
export class TakeBackMergerInput {
  @Field(() => ID, { description: 'The organisation that was said to be part of another one.' })
  organisationId: string

  @Field(() => Int, { description: 'The version of it that was read.' })
  version: number

  @Field(() => String, { description: 'Why it is taken back, 1 to 500 characters; it stands in the log.' })
  reason: string

  @Field(() => ID, {
    description: 'Made by the client, new for each try of its own; a repeat changes nothing.',
  })
  clientMutationId: string
}
