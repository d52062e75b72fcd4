import { Check, Entity, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { GraphQLDateTime } from 'graphql-scalars'
import { anyOf, floor, floorRule } from '../../../access/floor.ts'
import { Person } from '../../identity/person.entity.ts'
import { Organisation } from '../../organisation/organisation.entity.ts'
import { MeetingRow } from './meetingRow.ts'

@Entity({
  tableName: 'invitee',
  ...floor('invitee', {
    select: anyOf(floorRule.officer(), floorRule.invitedMeeting()),
    insert: floorRule.officer(),
    update: floorRule.officer(),
  }),
})
@Unique({ properties: ['boardId', 'meetingId', 'id'] })
@Index({ properties: ['id'] })
@Check({ name: 'invitee_of_strategy_meeting', expression: `'STRATEGY' = meeting_kind` })
@ObjectType({
  description: 'An agency, or a person of it, who is asked to a strategy meeting.',
  simpleResolvers: true,
})
export class Invitee extends MeetingRow {
  @ManyToOne({ entity: () => Organisation, fieldName: 'organisation_id', mapToPk: true, index: true })
  @Field(() => ID, { description: 'The agency.' })
  organisationId: string

  @ManyToOne({ entity: () => Person, fieldName: 'person_id', mapToPk: true, nullable: true, index: true })
  @Field(() => ID, {
    nullable: true,
    description: 'Who of the agency is asked; null where whoever leads it decides.',
  })
  personId?: string | null

  /** As it was on that day: a reader need not be one who may look the person up. */
  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'The name of the person, as it was then.' })
  personName?: string | null

  @Property({ type: 'boolean' })
  @Field(() => Boolean, { description: 'Whether the agency has to take part.' })
  required: boolean

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the invitation was taken back; null while it stands.',
  })
  removedAt?: Date | null

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Rises by one with each change.' })
  version: number
}
