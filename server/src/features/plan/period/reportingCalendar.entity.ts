import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { GraphQLLocalDate } from 'graphql-scalars'
import { Frequency } from '@boardwork/shared/plan/reportingPeriod.ts'
import { floor, floorRule } from '../../../access/floor.ts'
import { Board } from '../../board/board.entity.ts'

registerEnumType(Frequency, {
  name: 'Frequency',
  description: 'How often a board reports.',
  valuesConfig: {
    MONTHLY: { description: 'Every month.' },
    QUARTERLY: { description: 'Every three months.' },
    HALF_YEARLY: { description: 'Every six months.' },
  },
})

@Entity({
  tableName: 'reporting_calendar',
  ...floor('reporting_calendar', {
    select: floorRule.knownBoard(),
    insert: floorRule.officer(),
    delete: floorRule.officer(),
  }),
})
@Unique({ properties: ['boardId', 'startsOn'] })
@Index({ properties: ['id'] })
@ObjectType({
  description: 'How a board reports from a day on. A board that has set none reports by quarters from April.',
  simpleResolvers: true,
})
export class ReportingCalendar {
  @ManyToOne({ entity: () => Board, primary: true, fieldName: 'board_id', mapToPk: true })
  boardId: string

  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'The id of the calendar.' })
  id: string

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'The first day on which it holds.' })
  startsOn: string

  @Property({ type: 'text' })
  @Field(() => Frequency, { description: 'How often the board reports.' })
  frequency: Frequency

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'The first month of the board’s year, 1 for January.' })
  firstMonth: number

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'Days after the end of a period until which its updates are due.' })
  daysToReport: number

  /** One more than that of the calendar before it: a calendar is never changed, another one takes over. */
  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'Rises by one with each calendar of the board.' })
  version: number
}
