import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { MeetingKind } from '@boardwork/shared/attendance/meeting/meetingKind.ts'
import { allOf, anyOf, floor, floorRule } from '../../../access/floor.ts'
import { RegisterMark } from './registerMark.entity.ts'

/** Why somebody sent apologies: read by the officers and by the agency's own people, not by the other members. */
@Entity({
  tableName: 'mark_reason',
  ...floor('mark_reason', {
    select: anyOf(
      floorRule.officer(),
      floorRule.mySeat(),
      allOf(`meeting_kind = 'BOARD'`, floorRule.lead()),
      floorRule.myInvitation(),
    ),
    insert: floorRule.officer(),
    update: floorRule.officer(),
    delete: floorRule.officer(),
  }),
})
export class MarkReason {
  @PrimaryKey({ type: 'uuid' })
  boardId: string

  @PrimaryKey({ type: 'uuid' })
  markId: string

  @ManyToOne({
    entity: () => RegisterMark,
    joinColumns: ['board_id', 'mark_id'],
    referencedColumnNames: ['board_id', 'id'],
    ownColumns: [],
    deleteRule: 'cascade',
  })
  of?: RegisterMark

  /** As in the mark, which never moves to another place. */
  @Property({ type: 'text' })
  meetingKind: MeetingKind

  @Property({ type: 'uuid', nullable: true })
  seatId?: string | null

  @Property({ type: 'uuid', nullable: true })
  inviteeId?: string | null

  @Property({ type: 'uuid' })
  organisationId: string

  @Property({ type: 'text' })
  reason: string
}
