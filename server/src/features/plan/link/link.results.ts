import { Field, ID, ObjectType } from 'type-graphql'

@ObjectType({
  description: 'An action to which a text refers, or that refers to another.',
  simpleResolvers: true,
})
export class ActionLink {
  @Field(() => ID, { description: 'The action.' })
  id: string

  @Field(() => String, { description: 'Its number or code.' })
  reference: string

  @Field(() => String, { description: 'What is to be done.' })
  title: string
}
