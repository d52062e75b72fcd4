import { Check, Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars'
import { MeetingKind } from '@boardwork/shared/attendance/meeting/meetingKind.ts'
import { floor } from '../../../access/floor.ts'
import { Board } from '../../board/board.entity.ts'
import { meetingFloor } from './meetingRowFloor.ts'
import { StrategyKind } from '../strategy/strategyKind.entity.ts'

registerEnumType(MeetingKind, {
  name: 'MeetingKind',
  description: "Whether a meeting is the board's own, or about one case.",
  valuesConfig: {
    BOARD: { description: 'A meeting of the board or sub-group, at which its seats are expected.' },
    STRATEGY: { description: 'A meeting about one case, seen by those invited and the officers alone.' },
  },
})

@Entity({ tableName: 'meeting', ...floor('meeting', meetingFloor) })
@Unique({ properties: ['boardId', 'id', 'kind'] })
@Index({ properties: ['id'] })
@Index({ properties: ['boardId', 'heldOn'] })
@Check({ name: 'meeting_ends_after_start', expression: 'ends_at > starts_at' })
@Check({
  name: 'meeting_reference_of_case',
  expression: `(kind = 'STRATEGY') = (case_reference is not null)`,
})
@ObjectType({
  description: 'A meeting of a board or sub-group, or a strategy meeting about one case.',
  simpleResolvers: true,
})
export class Meeting {
  @ManyToOne({ entity: () => Board, primary: true, fieldName: 'board_id', mapToPk: true })
  boardId: string

  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'The id.' })
  id: string

  @Property({ type: 'text' })
  @Field(() => MeetingKind, { description: "Whether it is the board's own, or about one case." })
  kind: MeetingKind

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What it is called.' })
  title: string

  @Property({ type: 'timestamptz' })
  @Field(() => GraphQLDateTime, { description: 'When it begins.' })
  startsAt: Date

  @Property({ type: 'timestamptz' })
  @Field(() => GraphQLDateTime, { description: 'When it ends.' })
  endsAt: Date

  /** Of `starts_at`, in London: on it hangs which seats are expected, and in which year it counts. */
  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'Its day in the United Kingdom.' })
  heldOn: string

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Where it is; null where that is not known, or online.',
  })
  place?: string | null

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'The address at which to join it online.' })
  link?: string | null

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What those who come should know.' })
  notes?: string | null

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Of a strategy meeting, the reference of the case; never a name.',
  })
  caseReference?: string | null

  @Property({ type: 'uuid', nullable: true, index: true })
  @Field(() => ID, {
    nullable: true,
    description: 'What the meetings of one series share; null outside one.',
  })
  seriesId?: string | null

  /** Of a strategy meeting, the kind whose list was asked. */
  @Property({ type: 'uuid', nullable: true, index: true })
  strategyKindId?: string | null

  @ManyToOne({
    entity: () => StrategyKind,
    joinColumns: ['board_id', 'strategy_kind_id'],
    referencedColumnNames: ['board_id', 'id'],
    ownColumns: [],
    columnTypes: ['uuid', 'uuid'],
    nullable: true,
    deleteRule: 'restrict',
  })
  strategyKind?: StrategyKind | null

  /** Of the calendar event: RFC 5545, 3.8.7.4. */
  @Property({ type: 'integer', default: 0 })
  @Field(() => Int, { description: 'Rises with each change of its time or place, and when it is cancelled.' })
  sequence: number

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was cancelled; null while it stands.',
  })
  cancelledAt?: Date | null

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was cancelled.' })
  cancelledReason?: string | null

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the first mark was made; null before that.',
  })
  registerBegunAt?: Date | null

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the register was closed; null while it is open. Only then does the meeting count.',
  })
  registerClosedAt?: Date | null

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Who closed the register, by the name of that day.' })
  registerClosedByName?: string | null

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  madeAt: Date

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Rises by one with each change.' })
  version: number
}
