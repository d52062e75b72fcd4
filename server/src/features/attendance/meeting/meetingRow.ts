import { ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, ObjectType } from 'type-graphql'
import { MeetingKind } from '@boardwork/shared/attendance/meeting/meetingKind.ts'
import { Meeting } from './meeting.entity.ts'

/** What every row that hangs on a meeting has: its own id, the meeting, and the kind on which its floor stands. */
@ObjectType()
export abstract class MeetingRow {
  @PrimaryKey({ type: 'uuid' })
  boardId: string

  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'The id.' })
  id: string

  @Property({ type: 'uuid', index: true })
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
}
