import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, ObjectType } from 'type-graphql'
import { anyOf, floor, floorRule } from '../../access/floor.ts'

@Entity({
  tableName: 'region',
  ...floor('region', {
    select: anyOf(floorRule.administrator, floorRule.region('id')),
    insert: floorRule.administrator,
    update: floorRule.administrator,
  }),
})
@ObjectType({ description: 'Councils that compare themselves with one another.' })
export class Region {
  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'The id of the region.' })
  id: string

  @Property({ type: 'text', unique: true })
  @Field(() => String, { description: 'The name of the region.' })
  name: string
}
