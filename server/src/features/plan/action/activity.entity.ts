import { Entity, Property } from '@mikro-orm/decorators/legacy'
import { Field, ObjectType } from 'type-graphql'
import { floor } from '../../../access/floor.ts'
import { ActionRow } from './actionRow.ts'
import { planRowFloor } from '../planRowFloor.ts'

@Entity({ tableName: 'activity', ...floor('activity', planRowFloor) })
@ObjectType({ description: 'A step of an action, in the words of the document.', simpleResolvers: true })
export class Activity extends ActionRow {
  @Property({ type: 'integer' })
  position: number

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What is done.' })
  title: string

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Who leads it.' })
  lead?: string | null

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'The deadline in the words of the document.' })
  deadline?: string | null

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'How it stands, in the words of the document.' })
  status?: string | null

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Comments on it.' })
  comments?: string | null
}
