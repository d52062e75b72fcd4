import { Check, Entity, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy'
import type { DeputyNoticeCause } from '@boardwork/shared/attendance/answer/deputyNotice.ts'
import { anyOf, floor, floorRule } from '../../../access/floor.ts'
import { Seat } from '../../board/seat.entity.ts'
import { Person } from '../../identity/person.entity.ts'
import { MeetingRow } from '../meeting/meetingRow.ts'

const whoAnswers = anyOf(floorRule.officer(), floorRule.mySeat(), floorRule.leadSeat())

/** What a deputy who was named for a meeting was told last by mail. It is written by whoever answers for the seat. */
@Entity({
  tableName: 'deputy_notice',
  ...floor('deputy_notice', {
    select: anyOf(whoAnswers, floorRule.me()),
    insert: whoAnswers,
    update: whoAnswers,
  }),
})
@Unique({ properties: ['boardId', 'meetingId', 'seatId', 'personId'] })
@Index({ properties: ['id'] })
@Check({
  name: 'deputy_notice_of_board_meeting',
  expression: `(meeting_kind = 'BOARD') = (seat_id is not null)`,
})
export class DeputyNotice extends MeetingRow {
  @Property({ type: 'uuid', index: true })
  seatId: string

  @ManyToOne({
    entity: () => Seat,
    joinColumns: ['board_id', 'seat_id'],
    referencedColumnNames: ['board_id', 'id'],
    ownColumns: [],
    columnTypes: ['uuid', 'uuid'],
    deleteRule: 'restrict',
  })
  seat?: Seat

  @ManyToOne({ entity: () => Person, fieldName: 'person_id', mapToPk: true, index: true })
  personId: string

  @Property({ type: 'text' })
  cause: DeputyNoticeCause

  /** Of the meeting, about which the mail was. */
  @Property({ type: 'integer' })
  sequence: number

  @Property({ type: 'timestamptz' })
  toldAt: Date
}
