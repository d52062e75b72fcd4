import { Check, Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars'
import { RuleKind } from '@boardwork/shared/attendance/rule/attendanceRule.ts'
import { FlagState } from '@boardwork/shared/attendance/flag/flagLife.ts'
import { allOf, anyOf, floor, floorRule } from '../../../access/floor.ts'
import { Organisation } from '../../organisation/organisation.entity.ts'
import { AttendanceRule } from '../rule/attendanceRule.entity.ts'

registerEnumType(FlagState, {
  name: 'FlagState',
  description: 'Where a flag stands.',
  valuesConfig: {
    RAISED: { description: 'The rules found it; nobody has done anything about it yet.' },
    PUT: { description: 'The agency is asked about it.' },
    ANSWERED: { description: 'The agency answered.' },
    DISCUSSED: { description: 'The board spoke about it at a meeting.' },
    ADDRESSED: { description: 'Something was done about it.' },
    ACCEPTED: { description: 'The board accepts it as it is, with a reason.' },
    CLOSED: { description: 'Nothing more is to be done.' },
  },
})

/**
 * What a rule found. The board's officers see it, and once it is put to the agency the people of the agency. It keeps
 * the words of its rule, which a later version of the rules does not change.
 */
@Entity({
  tableName: 'flag',
  ...floor('flag', {
    select: anyOf(floorRule.officer(), floorRule.agencyFlag('id')),
    insert: floorRule.officer(),
    // The agency answers, and does nothing else.
    update: anyOf(floorRule.officer(), allOf(`state in ('PUT', 'ANSWERED')`, floorRule.agencyFlag('id'))),
  }),
})
@Unique({ properties: ['boardId', 'year', 'ruleId', 'subject'] })
@Index({ properties: ['id'] })
@Check({
  name: 'flag_put_to_agency',
  expression:
    '(put_at is null) = (answer_due_on is null) and (put_at is null or organisation_id is not null)',
})
@ObjectType({ description: 'What a rule of a board found, and where it stands.', simpleResolvers: true })
export class Flag {
  @PrimaryKey({ type: 'uuid' })
  boardId: string

  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'The id.' })
  id: string

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'The board year: the calendar year in which it begins.' })
  year: number

  /** The rule in the version under which it was found. */
  @Property({ type: 'uuid' })
  ruleRowId: string

  @ManyToOne({
    entity: () => AttendanceRule,
    joinColumns: ['board_id', 'rule_row_id'],
    referencedColumnNames: ['board_id', 'id'],
    ownColumns: [],
    deleteRule: 'restrict',
  })
  rule?: AttendanceRule

  @Property({ type: 'uuid' })
  ruleId: string

  @Property({ type: 'text' })
  @Field(() => RuleKind, { description: 'What its rule looks for.' })
  ruleKind: RuleKind

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Its rule in words, as it was when the flag was raised.' })
  ruleWords: string

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'The version of the rules under which it was raised.' })
  rulesNumber: number

  /** What it is about; the same rule finds it once a year. */
  @Property({ type: 'text' })
  subject: string

  @ManyToOne({
    entity: () => Organisation,
    fieldName: 'organisation_id',
    mapToPk: true,
    nullable: true,
    index: true,
    deleteRule: 'restrict',
  })
  @Field(() => ID, {
    nullable: true,
    description: 'The agency that it is about; null where it is about the board.',
  })
  organisationId?: string | null

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'The name of the agency, as it was then.' })
  organisationName?: string | null

  /** Whether it is about strategy meetings, which the holders of seats do not see. */
  @Property({ type: 'boolean' })
  strategy: boolean

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What was found, in a sentence or two.' })
  words: string

  @Property({ type: 'text' })
  @Field(() => FlagState, { description: 'Where it stands.' })
  state: FlagState

  @Property({ type: 'timestamptz' })
  @Field(() => GraphQLDateTime, { description: 'When it was raised.' })
  raisedAt: Date

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was first put to the agency, which sees it from then on; null before that.',
  })
  putAt?: Date | null

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The day by which an answer is asked for; null where none ever was.',
  })
  answerDueOn?: string | null

  @Property({ type: 'date', nullable: true })
  remindedOn?: string | null

  @Property({ type: 'integer', default: 0 })
  @Field(() => Int, { description: 'How many reminders were sent since it was last put to the agency.' })
  remindersSent: number

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Since when the rule does not find it any more, after a correction; null while it does.',
  })
  goneAt?: Date | null

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Rises by one with each change.' })
  version: number
}
