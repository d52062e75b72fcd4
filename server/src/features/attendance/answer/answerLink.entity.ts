import { Check, Entity, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy'
import { anyOf, floor, floorRule } from '../../../access/floor.ts'
import { Person } from '../../identity/person.entity.ts'
import { PlaceRow } from '../meeting/placeRow.ts'

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
export class AnswerLink extends PlaceRow {
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
