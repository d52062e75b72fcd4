import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy'
import { anyOf, floor, floorRule } from '../../access/floor.ts'
import { Person } from './person.entity.ts'

/**
 * How a person signs in. It stands apart from `person`, so that those who may know a colleague's name
 * do not see the e-mail address with it. The server's role cannot read `password_hash` and changes nothing here
 * itself: that goes through functions of the schema `identity`.
 */
@Entity({
  tableName: 'account',
  ...floor('account', {
    select: anyOf(
      floorRule.me(),
      floorRule.administrator,
      'person_id = any((select access.managed_people())::uuid[])',
    ),
  }),
})
export class Account {
  @ManyToOne({ entity: () => Person, primary: true, fieldName: 'person_id', mapToPk: true })
  personId: string

  /** In lower case: two addresses that differ in case alone are one account. */
  @Property({ type: 'text', unique: true })
  email: string

  @Property({ type: 'text', nullable: true, lazy: true, hidden: true })
  passwordHash?: string | null

  @Property({ type: 'timestamptz', nullable: true })
  disabledAt?: Date | null
}
