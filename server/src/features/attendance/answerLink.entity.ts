import { Check, Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import { MeetingKind } from '@boardwork/shared/attendance/meetingKind.ts'
import { anyOf, floor, floorRule } from '../../access/floor.ts'
import { Seat } from '../board/seat.entity.ts'
import { Person } from '../identity/person.entity.ts'
import { Invitee } from './invitee.entity.ts'
import { Meeting } from './meeting.entity.ts'

/**
 * That a person was invited by mail to answer for a place, and the link with which they answer without signing in. A
 * new mail brings a new link, and the one before opens nothing any more.
 */
@Entity({
  tableName: 'answer_link',
  ...floor('answer_link', {
    select: anyOf(floorRule.officer(), floorRule.me()),
    insert: floorRule.officer(),
    update: floorRule.officer(),
  }),
})
@Unique({ properties: ['boardId', 'meetingId', 'placeId', 'personId'] })
@Index({ properties: ['id'] })
@Check({
  name: 'answer_link_of_place',
  expression: `num_nonnulls(seat_id, invitee_id) = 1 and (meeting_kind = 'BOARD') = (seat_id is not null)
    and place_id = coalesce(seat_id, invitee_id)`,
})
export class AnswerLink {
  @PrimaryKey({ type: 'uuid' })
  boardId: string

  @PrimaryKey({ type: 'uuid' })
  id: string

  @Property({ type: 'uuid', index: true })
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

  @Property({ type: 'uuid' })
  placeId: string

  @ManyToOne({ entity: () => Person, fieldName: 'person_id', mapToPk: true, index: true })
  personId: string

  /** The server's role cannot read it: only `access.answer_link` compares it. */
  @Property({ type: 'bytea', unique: true, hidden: true, lazy: true })
  tokenHash: Uint8Array

  /** The sequence of the meeting about which the last mail was: there is never a second one about the same. */
  @Property({ type: 'integer' })
  sequence: number

  @Property({ type: 'timestamptz' })
  sentAt: Date
}
