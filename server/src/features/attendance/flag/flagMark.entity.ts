import { Check, Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import { MeetingKind } from '@boardwork/shared/attendance/meeting/meetingKind.ts'
import { allOf, anyOf, floor, floorRule } from '../../../access/floor.ts'
import { Seat } from '../../board/seat.entity.ts'
import { Flag } from './flag.entity.ts'
import { Meeting } from '../meeting/meeting.entity.ts'
import { RegisterMark } from '../register/registerMark.entity.ts'

/**
 * One of the very records behind a flag: a mark of a register with its meeting, a meeting alone, or a seat. One that a
 * correction took away stays, with the moment.
 */
@Entity({
  tableName: 'flag_mark',
  ...floor('flag_mark', {
    select: anyOf(
      floorRule.officer(),
      allOf(
        floorRule.agencyFlag(),
        anyOf(`meeting_kind is distinct from 'STRATEGY'`, floorRule.invitedMeeting()),
      ),
    ),
    insert: floorRule.officer(),
    update: floorRule.officer(),
  }),
})
@Unique({ properties: ['boardId', 'flagId', 'key'] })
@Index({ properties: ['id'] })
@Check({ name: 'flag_mark_of_one', expression: 'num_nonnulls(meeting_id, seat_id) = 1' })
@Check({ name: 'flag_mark_in_meeting', expression: 'mark_id is null or meeting_id is not null' })
@Check({ name: 'flag_mark_kind_of_meeting', expression: '(meeting_id is null) = (meeting_kind is null)' })
export class FlagMark {
  @PrimaryKey({ type: 'uuid' })
  boardId: string

  @PrimaryKey({ type: 'uuid' })
  id: string

  @Property({ type: 'uuid', index: true })
  flagId: string

  @ManyToOne({
    entity: () => Flag,
    joinColumns: ['board_id', 'flag_id'],
    referencedColumnNames: ['board_id', 'id'],
    ownColumns: [],
    deleteRule: 'cascade',
  })
  flag?: Flag

  /** The id of the mark, the meeting or the seat. */
  @Property({ type: 'uuid' })
  key: string

  @Property({ type: 'uuid', nullable: true, index: true })
  markId?: string | null

  // A register that was brought in and is taken back takes its marks along.
  @ManyToOne({
    entity: () => RegisterMark,
    joinColumns: ['board_id', 'mark_id'],
    referencedColumnNames: ['board_id', 'id'],
    ownColumns: [],
    columnTypes: ['uuid', 'uuid'],
    nullable: true,
    deleteRule: 'cascade',
  })
  mark?: RegisterMark | null

  @Property({ type: 'uuid', nullable: true, index: true })
  meetingId?: string | null

  @Property({ type: 'text', nullable: true })
  meetingKind?: MeetingKind | null

  @ManyToOne({
    entity: () => Meeting,
    joinColumns: ['board_id', 'meeting_id', 'meeting_kind'],
    referencedColumnNames: ['board_id', 'id', 'kind'],
    ownColumns: [],
    columnTypes: ['uuid', 'uuid', 'text'],
    nullable: true,
    deleteRule: 'cascade',
  })
  meeting?: Meeting | null

  @Property({ type: 'uuid', nullable: true })
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

  @Property({ type: 'timestamptz' })
  foundAt: Date

  @Property({ type: 'timestamptz', nullable: true })
  goneAt?: Date | null
}
