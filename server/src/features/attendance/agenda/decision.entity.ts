import { Entity, Index, Property } from '@mikro-orm/decorators/legacy'
import { Field, Int, ObjectType } from 'type-graphql'
import { GraphQLDateTime } from 'graphql-scalars'
import { floor } from '../../../access/floor.ts'
import { ItemRow } from './itemRow.ts'
import { meetingRowFloor } from '../meeting/meetingRowFloor.ts'

@Entity({ tableName: 'decision', ...floor('decision', meetingRowFloor) })
@Index({ properties: ['id'] })
@ObjectType({ description: 'What a meeting decided.', simpleResolvers: true })
export class Decision extends ItemRow {
  @Property({ type: 'text' })
  @Field(() => String, { description: 'What was decided.' })
  words: string

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Who wrote it down, by the name of that day.' })
  recordedByName: string

  @Property({ type: 'timestamptz' })
  @Field(() => GraphQLDateTime, { description: 'When it was written down.' })
  recordedAt: Date

  @Property({ type: 'timestamptz', nullable: true })
  removedAt?: Date | null

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Rises by one with each change.' })
  version: number
}
