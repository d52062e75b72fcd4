import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, ObjectType } from 'type-graphql'
import { floor, floorRule } from '../../../access/floor.ts'
import { Person } from '../../identity/person.entity.ts'
import { Organisation } from '../../organisation/organisation.entity.ts'
import { StrategyKind } from './strategyKind.entity.ts'

@Entity({
  tableName: 'standard_invitee',
  ...floor('standard_invitee', {
    select: floorRule.officer(),
    insert: floorRule.officer(),
    delete: floorRule.officer(),
  }),
})
@Index({ properties: ['id'] })
@ObjectType({
  description: 'An agency, or a person of it, who is asked to every strategy meeting of a kind.',
  simpleResolvers: true,
})
export class StandardInvitee {
  @PrimaryKey({ type: 'uuid' })
  boardId: string

  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'The id.' })
  id: string

  @Property({ type: 'uuid', index: true })
  kindId: string

  @ManyToOne({
    entity: () => StrategyKind,
    joinColumns: ['board_id', 'kind_id'],
    referencedColumnNames: ['board_id', 'id'],
    ownColumns: [],
    columnTypes: ['uuid', 'uuid'],
    deleteRule: 'cascade',
  })
  kind?: StrategyKind

  @ManyToOne({ entity: () => Organisation, fieldName: 'organisation_id', mapToPk: true })
  @Field(() => ID, { description: 'The agency.' })
  organisationId: string

  @ManyToOne({ entity: () => Person, fieldName: 'person_id', mapToPk: true, nullable: true })
  @Field(() => ID, {
    nullable: true,
    description: 'Who of the agency is asked; null where whoever leads it decides.',
  })
  personId?: string | null

  @Property({ type: 'boolean' })
  @Field(() => Boolean, { description: 'Whether the agency has to take part.' })
  required: boolean
}
