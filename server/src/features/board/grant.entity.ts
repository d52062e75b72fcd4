import { Check, Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars'
import { Role, Scope } from '@boardwork/shared/board/role.ts'
import { allOf, anyOf, floor, floorRule } from '../../access/floor.ts'
import { Person } from '../identity/person.entity.ts'
import { Organisation } from '../organisation/organisation.entity.ts'
import { Region } from '../organisation/region.entity.ts'
import { Board } from './board.entity.ts'

registerEnumType(Role, {
  name: 'Role',
  description: 'What a person is, for one board, organisation, region or for the platform.',
  valuesConfig: {
    ADMINISTRATOR: {
      description: 'Runs the platform: organisations, boards and people, and no content of a board.',
    },
    COORDINATOR: { description: 'Runs a board: seats, people, plans, meetings.' },
    CHAIR: { description: 'Leads a board: adopts plans and signs off.' },
    MODERATOR: { description: 'Settles the grades of submitted assessments at a board.' },
    MEMBER: { description: 'Holds a seat at a board.' },
    DEPUTY: { description: 'May stand in for the holder of a seat at a board.' },
    SCRUTINY: { description: 'Reads the adopted plans and published reports of a board.' },
    AGENCY_LEAD: { description: 'Answers for an organisation at all of its boards.' },
    CONTRIBUTOR: { description: 'Writes what the organisation assigns to them.' },
    REGIONAL_ANALYST: { description: 'Compares the released figures of a region.' },
  },
})
registerEnumType(Scope, {
  name: 'Scope',
  description: 'What a grant is for.',
  valuesConfig: {
    PLATFORM: { description: 'The whole platform.' },
    REGION: { description: 'One region.' },
    ORGANISATION: { description: 'One organisation.' },
    BOARD: { description: 'One board or sub-group.' },
  },
})

const appoints = anyOf(
  floorRule.administrator,
  allOf(`scope = 'BOARD'`, floorRule.officer()),
  allOf(`scope = 'ORGANISATION'`, `role = 'CONTRIBUTOR'`, floorRule.lead()),
)

@Entity({
  tableName: 'grant',
  ...floor('grant', {
    select: anyOf(floorRule.me(), floorRule.administrator, floorRule.officer(), floorRule.lead()),
    // Whoever adds a sub-group to a board that they run appoints its first coordinator.
    insert: anyOf(appoints, allOf(`scope = 'BOARD'`, `role = 'COORDINATOR'`, floorRule.unstartedSubGroup())),
    update: appoints,
  }),
})
@Check({
  name: 'grant_scope_check',
  expression: `case scope
    when 'BOARD' then role in ('COORDINATOR', 'CHAIR', 'MODERATOR', 'SCRUTINY') and board_id = scope_id and organisation_id is null and region_id is null
    when 'ORGANISATION' then role in ('AGENCY_LEAD', 'CONTRIBUTOR') and organisation_id = scope_id and board_id is null and region_id is null
    when 'REGION' then role = 'REGIONAL_ANALYST' and region_id = scope_id and board_id is null and organisation_id is null
    when 'PLATFORM' then role = 'ADMINISTRATOR' and scope_id = '00000000-0000-0000-0000-000000000000'
      and board_id is null and organisation_id is null and region_id is null
    else false end`,
})
@ObjectType({ description: 'A role held by a person for a scope, with a reason and dates.' })
export class Grant {
  /** The board's, organisation's or region's id, so that the tenant stands in the key; all zeros for the platform. */
  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, {
    description: 'The board, organisation or region it is for; all zeros for the platform.',
  })
  scopeId: string

  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'The id of the grant.' })
  id: string

  @Property({ type: 'text' })
  @Field(() => Scope, { description: 'What the grant is for.' })
  scope: Scope

  @ManyToOne({
    entity: () => Board,
    fieldName: 'board_id',
    mapToPk: true,
    nullable: true,
    deleteRule: 'restrict',
  })
  boardId?: string | null

  @ManyToOne({
    entity: () => Organisation,
    fieldName: 'organisation_id',
    mapToPk: true,
    nullable: true,
    deleteRule: 'restrict',
  })
  organisationId?: string | null

  @ManyToOne({
    entity: () => Region,
    fieldName: 'region_id',
    mapToPk: true,
    nullable: true,
    deleteRule: 'restrict',
  })
  regionId?: string | null

  @ManyToOne({ entity: () => Person, fieldName: 'person_id', mapToPk: true, index: true })
  @Field(() => ID, { description: 'The person who holds the role.' })
  personId: string

  @Property({ type: 'text' })
  @Field(() => Role, { description: 'The role.' })
  role: Role

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Why the person was given the role.' })
  reason: string

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'The first day on which the grant holds.' })
  startsOn: string

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day on which it holds; null: no end is set.',
  })
  endsOn?: string | null

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the grant was ended by hand; null while it was not.',
  })
  endedAt?: Date | null

  @ManyToOne({
    entity: () => Person,
    fieldName: 'granted_by_id',
    mapToPk: true,
    nullable: true,
    deleteRule: 'restrict',
  })
  grantedById?: string | null

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Rises by one with each change.' })
  version: number
}
