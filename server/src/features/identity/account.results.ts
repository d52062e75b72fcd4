import { createUnionType, Field, ObjectType } from 'type-graphql'
import { Conflict, InvalidInput, NotReady } from '../../access/refusals.ts'
import { Viewer } from './identity.results.ts'

@ObjectType({ description: 'It is done.' })
export class Done {
  @Field(() => String, { description: 'What happened and what comes next, in plain English.' })
  message: string

  constructor(message: string) {
    this.message = message
  }
}

@ObjectType({ description: 'A link to set a new password, as it was opened.' })
export class PasswordResetLink {
  @Field(() => Boolean, { description: 'Whether it can still be used.' })
  usable: boolean
}

export const ChangeNameResult = createUnionType({
  name: 'ChangeNameResult',
  description: 'The viewer with the new name, or why nothing was changed.',
  types: () => [Viewer, InvalidInput, Conflict] as const,
  resolveType: (value) =>
    value instanceof InvalidInput ? InvalidInput : value instanceof Conflict ? Conflict : Viewer,
})

export const ChangePasswordResult = createUnionType({
  name: 'ChangePasswordResult',
  description: 'That the password was changed, or why nothing was changed.',
  types: () => [Done, InvalidInput] as const,
  resolveType: (value) => (value instanceof InvalidInput ? InvalidInput : Done),
})

export const RequestPasswordResetResult = createUnionType({
  name: 'RequestPasswordResetResult',
  description:
    'What happens next, in the same words whether there is such an account or not; or what is wrong with the address.',
  types: () => [Done, InvalidInput] as const,
  resolveType: (value) => (value instanceof InvalidInput ? InvalidInput : Done),
})

export const ResetPasswordResult = createUnionType({
  name: 'ResetPasswordResult',
  description: 'That the password was set, or why nothing was changed.',
  types: () => [Done, InvalidInput, NotReady] as const,
  resolveType: (value) =>
    value instanceof InvalidInput ? InvalidInput : value instanceof NotReady ? NotReady : Done,
})
