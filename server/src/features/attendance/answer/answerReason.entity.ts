import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { MeetingKind } from '@boardwork/shared/attendance/meeting/meetingKind.ts'
import { allOf, anyOf, floor, floorRule } from '../../../access/floor.ts'
import { MeetingAnswer } from './meetingAnswer.entity.ts'

const ownPeople = anyOf(
  floorRule.officer(),
  floorRule.mySeat('place_id'),
  allOf(`meeting_kind = 'BOARD'`, floorRule.lead()),
  floorRule.myInvitation('place_id'),
)

/**
 * Why nobody comes: read by the officers and by the agency's own people, not by the other members. What it says of its
 * place is held by the foreign key, so that nobody puts a reason to another agency's answer.
 */
@Entity({
  tableName: 'answer_reason',
  ...floor('answer_reason', { select: ownPeople, insert: ownPeople, update: ownPeople, delete: ownPeople }),
})
export class AnswerReason {
  @PrimaryKey({ type: 'uuid' })
  boardId: string

  @PrimaryKey({ type: 'uuid' })
  answerId: string

  @Property({ type: 'uuid' })
  placeId: string

  @Property({ type: 'uuid' })
  organisationId: string

  @Property({ type: 'text' })
  meetingKind: MeetingKind

  @ManyToOne({
    entity: () => MeetingAnswer,
    joinColumns: ['board_id', 'answer_id', 'place_id', 'organisation_id', 'meeting_kind'],
    referencedColumnNames: ['board_id', 'id', 'place_id', 'organisation_id', 'meeting_kind'],
    ownColumns: [],
    columnTypes: ['uuid', 'uuid', 'uuid', 'uuid', 'text'],
    deleteRule: 'cascade',
  })
  of?: MeetingAnswer

  @Property({ type: 'text' })
  reason: string
}
