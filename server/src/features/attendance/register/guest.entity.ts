import { Entity, Index, Property } from '@mikro-orm/decorators/legacy'
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { GuestKind } from '@boardwork/shared/attendance/register/guestKind.ts'
import { floor, floorRule } from '../../../access/floor.ts'
import { meetingRowFloor } from '../meeting/meetingRowFloor.ts'
import { MeetingRow } from '../meeting/meetingRow.ts'

registerEnumType(GuestKind, {
  name: 'GuestKind',
  description: 'Whether somebody who has no place at a meeting takes part in it or watches.',
  valuesConfig: {
    GUEST: { description: 'Takes part, for the whole meeting or for one item.' },
    OBSERVER: { description: 'Watches.' },
  },
})

@Entity({ tableName: 'guest', ...floor('guest', { ...meetingRowFloor, delete: floorRule.officer() }) })
@Index({ properties: ['id'] })
@ObjectType({
  description: 'Somebody who was at a meeting without having a place there.',
  simpleResolvers: true,
})
export class Guest extends MeetingRow {
  @Property({ type: 'text' })
  @Field(() => GuestKind, { description: 'Whether they took part or watched.' })
  kind: GuestKind

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The name.' })
  name: string

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Where they come from; null where nobody said.' })
  organisation?: string | null

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Rises by one with each change.' })
  version: number
}
