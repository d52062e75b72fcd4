import { createUnionType, Field, ID, ObjectType, registerEnumType } from 'type-graphql'
import { GraphQLLocalDate } from 'graphql-scalars'
import { Role, Scope } from '@boardwork/shared/board/role.ts'
import { Conflict, InvalidInput, NotReady } from '../../access/refusals.ts'
import { Person } from '../identity/person.entity.ts'
import { Board } from './board.entity.ts'
import { Deputy } from './deputy.entity.ts'
import { Grant } from './grant.entity.ts'
import { Seat } from './seat.entity.ts'

export const TieKind = { GRANT: 'GRANT', SEAT: 'SEAT', DEPUTY: 'DEPUTY' } as const
registerEnumType(TieKind, {
  name: 'TieKind',
  description: 'Through what somebody has a role.',
  valuesConfig: {
    GRANT: { description: 'A role that was given to them.' },
    SEAT: { description: 'The seat that they hold.' },
    DEPUTY: { description: 'They are a named deputy for a seat.' },
  },
})

@ObjectType({ description: 'What gives the viewer a role at this moment.' })
export class ViewerTie {
  @Field(() => TieKind, { description: 'Through what.' })
  kind: keyof typeof TieKind

  @Field(() => Role, { description: 'The role.' })
  role: Role

  @Field(() => Scope, { description: 'What the role is for.' })
  scope: Scope

  @Field(() => ID, { nullable: true, description: 'For a seat: the agency whose seat it is.' })
  organisationId: string | null

  @Field(() => GraphQLLocalDate, { description: 'The first day.' })
  since: string

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day; null: no end is set.' })
  until: string | null
}

@ObjectType({ description: 'What the viewer may do at a board.' })
export class BoardViewerCan {
  @Field(() => Boolean, { description: 'Add seats, change them and name deputies.' })
  addSeat: boolean

  @Field(() => Boolean, { description: 'Invite people by e-mail.' })
  invite: boolean

  @Field(() => Boolean, { description: 'Give people a role, change it and end it.' })
  grant: boolean

  @Field(() => Boolean, { description: 'Read who has which role, with e-mail addresses.' })
  readPeople: boolean

  @Field(() => Boolean, { description: "Read the board's log." })
  readLog: boolean

  @Field(() => Boolean, { description: 'Read how its reporting periods were reported.' })
  readPeriods: boolean

  @Field(() => Boolean, { description: 'Bring in an improvement plan.' })
  importPlan: boolean

  @Field(() => Boolean, { description: 'Add a sub-group.' })
  createSubGroup: boolean

  @Field(() => Boolean, { description: 'Change its name.' })
  rename: boolean
}

@ObjectType({ description: 'What the viewer may do to an organisation.' })
export class OrganisationViewerCan {
  @Field(() => Boolean, { description: 'Change its name and kind.' })
  change: boolean

  @Field(() => Boolean, {
    description: 'Open its page as an agency: its seats and actions at all of its boards.',
  })
  readAgency: boolean

  @Field(() => Boolean, { description: 'Make people contributors of it, and end that.' })
  appoint: boolean

  @Field(() => Boolean, { description: 'Record that it became part of another one, or take that back.' })
  recordMerger: boolean
}

@ObjectType({ description: 'What the viewer may do to a seat.' })
export class SeatViewerCan {
  @Field(() => Boolean, { description: 'Change it: its holder, whether it is required or votes, its end.' })
  change: boolean

  @Field(() => Boolean, { description: 'Name and end deputies.' })
  nameDeputy: boolean
}

@ObjectType({ description: 'What the viewer may do to a grant.' })
export class GrantViewerCan {
  @Field(() => Boolean, { description: 'Change its reason and its last day.' })
  change: boolean

  @Field(() => Boolean, { description: 'End it now.' })
  end: boolean
}

@ObjectType({ description: 'Somebody who has, or had, a role at a board.' })
export class BoardPerson {
  @Field(() => Person, { description: 'The person.' })
  person: Person

  @Field(() => String, { nullable: true, description: 'The e-mail address under which they sign in.' })
  email: string | null

  @Field(() => Boolean, { description: 'Whether an administrator has closed their account.' })
  disabled: boolean

  @Field(() => [Grant], { description: 'The roles that they were given here, ended ones too. At most 500.' })
  grants: Grant[]

  @Field(() => [Seat], { description: 'The seats that they hold here, ended ones too. At most 500.' })
  seats: Seat[]

  @Field(() => [Deputy], {
    description: 'Where they were named as a deputy here, ended ones too. At most 500.',
  })
  deputies: Deputy[]
}

/** Plain rows are records; refusals are made with their class. */
const resultType =
  <Record extends object>(record: Record) =>
  (value: unknown) => {
    if (value instanceof InvalidInput) return InvalidInput
    if (value instanceof Conflict) return Conflict
    return value instanceof NotReady ? NotReady : record
  }

export const CreateBoardResult = createUnionType({
  name: 'CreateBoardResult',
  description: 'The new board, or why nothing was changed.',
  types: () => [Board, InvalidInput] as const,
  resolveType: resultType(Board),
})

export const CreateSubGroupResult = createUnionType({
  name: 'CreateSubGroupResult',
  description: 'The new sub-group, or why nothing was changed.',
  types: () => [Board, InvalidInput, NotReady] as const,
  resolveType: resultType(Board),
})

export const RenameBoardResult = createUnionType({
  name: 'RenameBoardResult',
  description: 'The board under its new name, or why nothing was changed.',
  types: () => [Board, InvalidInput, Conflict] as const,
  resolveType: resultType(Board),
})

export const AddSeatResult = createUnionType({
  name: 'AddSeatResult',
  description: 'The new seat, or why nothing was changed.',
  types: () => [Seat, InvalidInput] as const,
  resolveType: resultType(Seat),
})

export const ChangeSeatResult = createUnionType({
  name: 'ChangeSeatResult',
  description: 'The changed seat, or why nothing was changed.',
  types: () => [Seat, InvalidInput, Conflict] as const,
  resolveType: resultType(Seat),
})

export const NameDeputyResult = createUnionType({
  name: 'NameDeputyResult',
  description: 'The new deputy, or why nothing was changed.',
  types: () => [Deputy, InvalidInput, NotReady] as const,
  resolveType: resultType(Deputy),
})

export const EndDeputyResult = createUnionType({
  name: 'EndDeputyResult',
  description: 'The deputy who does not stand in any more, or why nothing was changed.',
  types: () => [Deputy, NotReady] as const,
  resolveType: resultType(Deputy),
})

export const GrantRoleResult = createUnionType({
  name: 'GrantRoleResult',
  description: 'The new grant, or why nothing was changed.',
  types: () => [Grant, InvalidInput] as const,
  resolveType: resultType(Grant),
})

export const ChangeGrantResult = createUnionType({
  name: 'ChangeGrantResult',
  description: 'The changed grant, or why nothing was changed.',
  types: () => [Grant, InvalidInput, Conflict, NotReady] as const,
  resolveType: resultType(Grant),
})

export const EndGrantResult = createUnionType({
  name: 'EndGrantResult',
  description: 'The ended grant, or why nothing was changed.',
  types: () => [Grant, Conflict, NotReady] as const,
  resolveType: resultType(Grant),
})
