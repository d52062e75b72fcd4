import { Check, Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars'
import { ShareLevel } from '@boardwork/shared/plan/shareLevel.ts'
import { anyOf, floor, floorRule } from '../../../access/floor.ts'
import { Board } from '../../board/board.entity.ts'
import { Person } from '../../identity/person.entity.ts'
import { Organisation } from '../../organisation/organisation.entity.ts'
import { PlanArea } from './planArea.entity.ts'

registerEnumType(ShareLevel, {
  name: 'ShareLevel',
  description: 'What a shared area is open for.',
  valuesConfig: {
    READ: { description: 'To read it.' },
    CONTRIBUTE: { description: 'To read it and to comment on it.' },
  },
})

@Entity({
  tableName: 'area_share',
  ...floor('area_share', {
    select: anyOf(floorRule.member(), floorRule.member('to_board_id'), floorRule.lead('to_organisation_id')),
    insert: floorRule.officer(),
    update: floorRule.officer(),
  }),
})
@Check({
  name: 'area_share_one_receiver',
  expression: 'num_nonnulls(to_board_id, to_organisation_id) = 1 and to_board_id is distinct from board_id',
})
@Index({ properties: ['id'] })
@ObjectType({
  description: 'An area of a plan, opened to another board or to an agency until a day.',
  simpleResolvers: true,
})
export class AreaShare {
  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'The board that shares the area.' })
  boardId: string

  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'The id of the share.' })
  id: string

  @Property({ type: 'uuid' })
  @Field(() => ID, { description: 'The plan that the area belongs to.' })
  planId: string

  @Property({ type: 'uuid', index: true })
  @Field(() => ID, { description: 'The area that is shared.' })
  areaId: string

  @ManyToOne({
    entity: () => PlanArea,
    joinColumns: ['board_id', 'plan_id', 'area_id'],
    referencedColumnNames: ['board_id', 'plan_id', 'id'],
    ownColumns: [],
    columnTypes: ['uuid', 'uuid', 'uuid'],
    deleteRule: 'cascade',
  })
  area?: PlanArea

  @Field(() => ID, { nullable: true, description: 'The board that it is shared with; null for an agency.' })
  @ManyToOne({
    entity: () => Board,
    fieldName: 'to_board_id',
    mapToPk: true,
    nullable: true,
    index: true,
    deleteRule: 'restrict',
  })
  toBoardId?: string | null

  @Field(() => ID, { nullable: true, description: 'The agency that it is shared with; null for a board.' })
  @ManyToOne({
    entity: () => Organisation,
    fieldName: 'to_organisation_id',
    mapToPk: true,
    nullable: true,
    index: true,
    deleteRule: 'restrict',
  })
  toOrganisationId?: string | null

  @Property({ type: 'text' })
  @Field(() => ShareLevel, { description: 'What it is open for.' })
  level: ShareLevel

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Why it is shared.' })
  reason: string

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'The last day of the share.' })
  endsOn: string

  @Property({ type: 'timestamptz' })
  @Field(() => GraphQLDateTime, { description: 'When it was shared.' })
  sharedAt: Date

  @ManyToOne({ entity: () => Person, fieldName: 'shared_by_id', mapToPk: true })
  sharedById: string

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the share was ended by hand; null while it was not.',
  })
  revokedAt?: Date | null

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Rises by one with each change.' })
  version: number
}
