import { Field, ID, InputType } from 'type-graphql'

@InputType({ description: 'What a person signs in with.' })
export class SignInInput {
  @Field(() => String, { description: 'The e-mail address of the account.' })
  email: string

  @Field(() => String, { description: 'The password.' })
  password: string
}

@InputType({ description: 'As whom to look around in the demonstration.' })
export class SignInAsDemonstrationPersonInput {
  @Field(() => ID, { description: 'One of the people of the demonstration.' })
  personId: string
}
