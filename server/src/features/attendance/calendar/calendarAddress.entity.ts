import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy'
import { floor, floorRule } from '../../../access/floor.ts'
import { Person } from '../../identity/person.entity.ts'

/** The private address of a person's calendar. The address holds the token; the table holds its SHA-256 alone. */
@Entity({
  tableName: 'calendar_address',
  ...floor('calendar_address', {
    select: floorRule.me(),
    insert: floorRule.me(),
    update: floorRule.me(),
  }),
})
export class CalendarAddress {
  @ManyToOne({ entity: () => Person, primary: true, fieldName: 'person_id', mapToPk: true })
  personId: string

  /** The server's role cannot read it: only `access.calendar_of` compares it. */
  @Property({ type: 'bytea', unique: true, hidden: true, lazy: true })
  tokenHash: Uint8Array

  @Property({ type: 'timestamptz' })
  madeAt: Date
}
