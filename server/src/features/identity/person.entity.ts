import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { anyOf, floor, floorRule } from '../../access/floor.ts'

@Entity({
  tableName: 'person',
  ...floor('person', {
    select: anyOf(floorRule.me('id'), floorRule.administrator, floorRule.knownPerson('id')),
    update: anyOf(floorRule.me('id'), floorRule.administrator),
  }),
})
@ObjectType({
  description: 'Somebody with an account: one, however many boards and organisations they work for.',
})
export class Person {
  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'The id of the person.' })
  id: string

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The name of the person, as they give it.' })
  name: string

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Rises by one with each change.' })
  version: number
}
