import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, ObjectType } from 'type-graphql'
import { GraphQLDateTime } from 'graphql-scalars'
import { MeetingKind } from '@boardwork/shared/attendance/meeting/meetingKind.ts'
import { floor } from '../../../access/floor.ts'
import { Meeting } from '../meeting/meeting.entity.ts'
import { meetingRowFloor } from '../meeting/meetingRowFloor.ts'

/** Its secret stands apart, in `check_in_secret`: members see that it is open, and never what the codes are made of. */
@Entity({ tableName: 'check_in', ...floor('check_in', meetingRowFloor) })
@ObjectType({
  description: 'That members can mark themselves with the code that is shown in the room.',
  simpleResolvers: true,
})
export class CheckIn {
  @PrimaryKey({ type: 'uuid' })
  boardId: string

  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'The meeting.' })
  meetingId: string

  @Property({ type: 'text' })
  meetingKind: MeetingKind

  @ManyToOne({
    entity: () => Meeting,
    joinColumns: ['board_id', 'meeting_id', 'meeting_kind'],
    referencedColumnNames: ['board_id', 'id', 'kind'],
    ownColumns: [],
    columnTypes: ['uuid', 'uuid', 'text'],
    deleteRule: 'cascade',
  })
  meeting?: Meeting

  @Property({ type: 'timestamptz' })
  @Field(() => GraphQLDateTime, { description: 'When it was opened last.' })
  openedAt: Date

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Who opened it, by the name of that day.' })
  openedByName: string

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was ended; null while it is open.' })
  endedAt?: Date | null
}
