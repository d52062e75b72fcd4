import { Field, ID, ObjectType } from 'type-graphql'

@ObjectType({ description: 'The person who is signed in.' })
export class Viewer {
  @Field(() => ID, { description: 'The id of the person.' })
  personId: string

  @Field(() => String, { description: 'The name of the person.' })
  name: string
}
