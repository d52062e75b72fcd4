import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { floor, floorRule } from '../../../access/floor.ts'
import { CheckIn } from './checkIn.entity.ts'

/** What the codes of a meeting are made of. A new one is made each time check-in is opened; it never leaves the server. */
@Entity({
  tableName: 'check_in_secret',
  ...floor('check_in_secret', {
    select: floorRule.officer(),
    insert: floorRule.officer(),
    update: floorRule.officer(),
  }),
})
export class CheckInSecret {
  @PrimaryKey({ type: 'uuid' })
  boardId: string

  @PrimaryKey({ type: 'uuid' })
  meetingId: string

  @ManyToOne({
    entity: () => CheckIn,
    joinColumns: ['board_id', 'meeting_id'],
    referencedColumnNames: ['board_id', 'meeting_id'],
    ownColumns: [],
    columnTypes: ['uuid', 'uuid'],
    deleteRule: 'cascade',
  })
  checkIn?: CheckIn

  @Property({ type: 'bytea', hidden: true })
  secret: Uint8Array
}
