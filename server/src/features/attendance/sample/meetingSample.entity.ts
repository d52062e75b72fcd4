import { Check, Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { GraphQLDateTime } from 'graphql-scalars'
import { floor, floorRule } from '../../../access/floor.ts'
import { Board } from '../../board/board.entity.ts'

/**
 * Of the strategy meetings of a year, some that are looked at. Drawn once of the same meetings, and never again until
 * it pleases: anyone who sees it can draw it again by the seed.
 */
@Entity({
  tableName: 'meeting_sample',
  ...floor('meeting_sample', { select: floorRule.officer(), insert: floorRule.officer() }),
})
@Unique({ properties: ['boardId', 'year', 'populationHash'] })
@Index({ properties: ['id'] })
@Check({ name: 'meeting_sample_share', expression: 'share_percent > 0 and share_percent < 101' })
@ObjectType({
  description: 'A sample of the strategy meetings of a year, drawn openly.',
  simpleResolvers: true,
})
export class MeetingSample {
  @ManyToOne({ entity: () => Board, primary: true, fieldName: 'board_id', mapToPk: true })
  boardId: string

  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'The id.' })
  id: string

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'The board year: the calendar year in which it begins.' })
  year: number

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How much is drawn, as a percentage from 1 to 100, rounded up.' })
  sharePercent: number

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The seed: random, made when it was drawn.' })
  seed: string

  @Property({ type: 'text[]' })
  @Field(() => [ID], {
    description: 'The ids of the strategy meetings that were held by then, sorted. At most 10,000.',
  })
  population: string[]

  @Property({ type: 'text' })
  @Field(() => String, {
    description: 'SHA-256 of these ids, each on a line of its own, in hexadecimal digits.',
  })
  populationHash: string

  @Property({ type: 'text[]' })
  @Field(() => [ID], { description: 'The ids that were drawn, sorted. At most 10,000.' })
  drawn: string[]

  @Property({ type: 'timestamptz' })
  @Field(() => GraphQLDateTime, { description: 'When it was drawn.' })
  drawnAt: Date

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Who drew it, by the name of that day.' })
  drawnByName: string
}
