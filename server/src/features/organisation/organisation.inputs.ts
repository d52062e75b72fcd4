import { Field, ID, InputType, Int } from 'type-graphql'
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
