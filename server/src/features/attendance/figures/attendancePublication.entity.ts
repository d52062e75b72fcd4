import { Check, Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { GraphQLDateTime } from 'graphql-scalars'
import type { AttendanceFigures } from '@boardwork/shared/attendance/figures/attendanceFigures.ts'
import { allOf, anyOf, floor, floorRule } from '../../../access/floor.ts'
import { Board } from '../../board/board.entity.ts'
import { Person } from '../../identity/person.entity.ts'

/**
 * A board's figures of a year as they were published. They are frozen: what happens to marks later changes nothing of
 * them. Beside those who see the meetings it is what the board's scrutiny sees, and all that they see.
 */
@Entity({
  tableName: 'attendance_publication',
  ...floor('attendance_publication', {
    select: anyOf(
      floorRule.officer(),
      allOf(
        'withdrawn_at is null',
        anyOf(floorRule.member(), floorRule.ledBoard(), floorRule.scrutinyBoard()),
      ),
    ),
    insert: allOf(floorRule.officer(), floorRule.me('published_by_id')),
    update: floorRule.officer(),
  }),
})
@Index({ properties: ['id'] })
@Check({
  name: 'attendance_publication_withdrawn',
  expression: 'num_nonnulls(withdrawn_at, withdrawn_by_name) <> 1',
})
@ObjectType({
  description:
    'The figures of attendance of a board’s year as they were published: counts by agency, no person.',
  simpleResolvers: true,
})
export class AttendancePublication {
  @ManyToOne({ entity: () => Board, primary: true, fieldName: 'board_id', mapToPk: true })
  boardId: string

  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'The id.' })
  id: string

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'The calendar year in which the board’s year begins.' })
  year: number

  @Property({ type: 'json' })
  figures: AttendanceFigures

  @Property({ type: 'timestamptz' })
  @Field(() => GraphQLDateTime, { description: 'When it was published.' })
  publishedAt: Date

  @ManyToOne({ entity: () => Person, fieldName: 'published_by_id', mapToPk: true })
  publishedById: string

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Who published it, by the name of that day.' })
  publishedByName: string

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was taken back, or other figures took its place; null while it stands.',
  })
  withdrawnAt?: Date | null

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Who did so, by the name of that day.' })
  withdrawnByName?: string | null

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Rises by one with each change.' })
  version: number
}
