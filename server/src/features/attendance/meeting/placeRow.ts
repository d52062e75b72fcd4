import { ManyToOne, Property } from '@mikro-orm/decorators/legacy'
import { ObjectType } from 'type-graphql'
import { Seat } from '../../board/seat.entity.ts'
import { Invitee } from './invitee.entity.ts'
import { MeetingRow } from './meetingRow.ts'

/** What every row about one place at a meeting has: the seat, or the invitation to a strategy meeting. */
@ObjectType()
export abstract class PlaceRow extends MeetingRow {
  @Property({ type: 'uuid', nullable: true, index: true })
  seatId?: string | null

  @ManyToOne({
    entity: () => Seat,
    joinColumns: ['board_id', 'seat_id'],
    referencedColumnNames: ['board_id', 'id'],
    ownColumns: [],
    columnTypes: ['uuid', 'uuid'],
    nullable: true,
    deleteRule: 'restrict',
  })
  seat?: Seat | null

  @Property({ type: 'uuid', nullable: true, index: true })
  inviteeId?: string | null

  @ManyToOne({
    entity: () => Invitee,
    joinColumns: ['board_id', 'meeting_id', 'invitee_id'],
    referencedColumnNames: ['board_id', 'meeting_id', 'id'],
    ownColumns: [],
    columnTypes: ['uuid', 'uuid', 'uuid'],
    nullable: true,
    deleteRule: 'restrict',
  })
  invitee?: Invitee | null
}
