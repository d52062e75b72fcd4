import { Field, ID, InputType, Int } from 'type-graphql'

@InputType({ description: 'Which of the own sessions to end.' })
export class EndSessionInput {
  @Field(() => ID, { description: 'The session.' })
  sessionId: string

  @Field(() => ID, {
    description: 'Made by the client, new for each try of its own; a repeat changes nothing.',
  })
  clientMutationId: string
}

@InputType({ description: 'To end all own sessions but this one.' })
export class EndOtherSessionsInput {
  @Field(() => ID, {
    description: 'Made by the client, new for each try of its own; a repeat changes nothing.',
  })
  clientMutationId: string
}

@InputType({ description: 'The own password, before and after.' })
export class ChangePasswordInput {
  @Field(() => String, { description: 'The password until now.' })
  currentPassword: string

  @Field(() => String, { description: 'The password from now on: 12 to 200 characters.' })
  newPassword: string

  @Field(() => ID, {
    description: 'Made by the client, new for each try of its own; a repeat changes nothing.',
  })
  clientMutationId: string
}

@InputType({ description: 'The own name.' })
export class ChangeNameInput {
  @Field(() => String, { description: 'The name, 1 to 100 characters on one line.' })
  name: string

  @Field(() => Int, { description: 'The version that the person has read.' })
  version: number

  @Field(() => ID, {
    description: 'Made by the client, new for each try of its own; a repeat changes nothing.',
  })
  clientMutationId: string
}

@InputType({ description: 'Who has forgotten the password.' })
export class RequestPasswordResetInput {
  @Field(() => String, { description: 'The e-mail address of the account.' })
  email: string
}

@InputType({ description: 'A new password, in place of a forgotten one.' })
export class ResetPasswordInput {
  @Field(() => String, { description: 'The secret from the link in the mail.' })
  token: string

  @Field(() => String, { description: 'The password from now on: 12 to 200 characters.' })
  newPassword: string
}
