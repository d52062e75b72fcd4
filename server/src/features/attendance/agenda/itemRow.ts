import { ManyToOne, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, ObjectType } from 'type-graphql'
import { AgendaItem } from './agendaItem.entity.ts'
import { MeetingRow } from '../meeting/meetingRow.ts'

/** What stands under an item of an agenda, or under the meeting as a whole. */
@ObjectType()
export abstract class ItemRow extends MeetingRow {
  @Property({ type: 'uuid', nullable: true, index: true })
  @Field(() => ID, {
    nullable: true,
    description: 'The item of the agenda under which it stands; null where it is of the whole meeting.',
  })
  itemId?: string | null

  @ManyToOne({
    entity: () => AgendaItem,
    joinColumns: ['board_id', 'meeting_id', 'item_id'],
    referencedColumnNames: ['board_id', 'meeting_id', 'id'],
    ownColumns: [],
    columnTypes: ['uuid', 'uuid', 'uuid'],
    nullable: true,
    deleteRule: 'cascade',
  })
  item?: AgendaItem | null
}
