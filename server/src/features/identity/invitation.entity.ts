import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, ObjectType } from 'type-graphql'
import { GraphQLDateTime } from 'graphql-scalars'
import { Role, Scope } from '@boardwork/shared/board/role.ts'
import { allOf, anyOf, floor, floorRule } from '../../access/floor.ts'
import { Person } from './person.entity.ts'
import { Organisation } from '../organisation/organisation.entity.ts'

const invites = anyOf(
  floorRule.administrator,
  allOf(`scope = 'BOARD'`, floorRule.officer('scope_id')),
  allOf(`scope = 'ORGANISATION'`, `role = 'CONTRIBUTOR'`, floorRule.lead('scope_id')),
)

@Entity({
  tableName: 'invitation',
  ...floor('invitation', { select: invites, insert: invites, update: invites }),
})
@ObjectType({
  description: 'An invitation by e-mail to take a role. It can be used once, within seven days.',
})
export class Invitation {
  /** The board's or organisation's id, as in a grant. */
  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'The board or organisation it is for; all zeros for the platform.' })
  scopeId: string

  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'The id of the invitation.' })
  id: string

  @Property({ type: 'text' })
  @Field(() => Scope, { description: 'What the role is for.' })
  scope: Scope

  @Property({ type: 'text' })
  @Field(() => Role, { description: 'The role that the person will hold.' })
  role: Role

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The e-mail address that the invitation was sent to, in lower case.' })
  email: string

  @ManyToOne({ entity: () => Organisation, fieldName: 'organisation_id', mapToPk: true })
  @Field(() => ID, { description: 'The organisation that the person works for.' })
  organisationId: string

  /** With MEMBER or DEPUTY: the seat that the person will hold or stand in for. */
  @Property({ type: 'uuid', nullable: true })
  @Field(() => ID, { nullable: true, description: 'The seat that a member or deputy is invited to.' })
  seatId?: string | null

  @Property({ type: 'bytea', unique: true, hidden: true })
  tokenHash: Uint8Array

  @ManyToOne({ entity: () => Person, fieldName: 'invited_by_id', mapToPk: true })
  invitedById: string

  @Property({ type: 'timestamptz' })
  @Field(() => GraphQLDateTime, { description: 'When it was sent.' })
  invitedAt: Date

  @Property({ type: 'timestamptz' })
  @Field(() => GraphQLDateTime, { description: 'Until when it can be used.' })
  expiresAt: Date

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was accepted; null while it was not.',
  })
  acceptedAt?: Date | null

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was withdrawn; null while it was not.',
  })
  withdrawnAt?: Date | null
}
