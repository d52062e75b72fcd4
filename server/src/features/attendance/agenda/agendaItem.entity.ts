import { Entity, Index, Property, Unique } from '@mikro-orm/decorators/legacy'
import { Field, Int, ObjectType } from 'type-graphql'
import { floor } from '../../../access/floor.ts'
import { MeetingRow } from '../meeting/meetingRow.ts'
import { meetingRowFloor } from '../meeting/meetingRowFloor.ts'

@Entity({ tableName: 'agenda_item', ...floor('agenda_item', meetingRowFloor) })
@Unique({ properties: ['boardId', 'meetingId', 'id'] })
@Index({ properties: ['id'] })
@ObjectType({ description: 'An item of the agenda of a meeting.', simpleResolvers: true })
export class AgendaItem extends MeetingRow {
  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'Its place among those of the meeting; the smallest comes first.' })
  position: number

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What it is about.' })
  title: string

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Who brings it in; may be empty.' })
  presenter: string

  @Property({ type: 'integer', nullable: true })
  @Field(() => Int, { nullable: true, description: 'How many minutes it takes; null where nobody said.' })
  minutes?: number | null

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What was said about it, for the minutes; may be empty.' })
  notes: string

  @Property({ type: 'timestamptz', nullable: true })
  removedAt?: Date | null

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Rises by one with each change.' })
  version: number
}
