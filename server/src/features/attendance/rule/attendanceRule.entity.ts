import { Check, Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { RuleKind } from '@boardwork/shared/attendance/rule/attendanceRule.ts'
import { anyOf, floor, floorRule } from '../../../access/floor.ts'
import { RuleSet } from './ruleSet.entity.ts'

registerEnumType(RuleKind, {
  name: 'RuleKind',
  description: 'What a rule of a board looks for in a year.',
  valuesConfig: {
    AGENCY_ABSENT: { description: 'An agency misses more meetings than so many.' },
    AGENCY_DEPUTIES: { description: 'An agency sends a deputy more often than so many times.' },
    NO_APOLOGIES: { description: 'An agency misses more meetings than so many without apologies.' },
    PARTNER_MISSING: { description: 'A required partner misses more strategy meetings than so many.' },
    FULL_ATTENDANCE: {
      description: 'The share of sampled strategy meetings with full attendance is below a target.',
    },
    FEWER_MEETINGS: { description: 'Fewer meetings are held than promised.' },
    SEAT_VACANT: { description: 'A seat is vacant for more than so many days.' },
    SEAT_LAPSES: { description: 'A person who holds a seat stays away for so many months.' },
  },
})

@Entity({
  tableName: 'attendance_rule',
  ...floor('attendance_rule', {
    select: anyOf(floorRule.member(), floorRule.ledBoard()),
    insert: floorRule.officer(),
  }),
})
@Unique({ properties: ['boardId', 'ruleSetId', 'kind'] })
@Unique({ properties: ['boardId', 'ruleSetId', 'ruleId'] })
@Index({ properties: ['id'] })
@Check({
  name: 'attendance_rule_of_kind',
  expression: `(kind = 'FULL_ATTENDANCE') = (sample_percent is not null)
    and (kind = 'AGENCY_ABSENT') = (counts_apologies is not null)`,
})
@ObjectType({ description: 'A rule of a board for a year.', simpleResolvers: true })
export class AttendanceRule {
  @PrimaryKey({ type: 'uuid' })
  boardId: string

  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'The id of the rule in this version.' })
  id: string

  @Property({ type: 'uuid' })
  @Field(() => ID, { description: 'The version of the rules in which it stands.' })
  ruleSetId: string

  @ManyToOne({
    entity: () => RuleSet,
    joinColumns: ['board_id', 'rule_set_id'],
    referencedColumnNames: ['board_id', 'id'],
    ownColumns: [],
    deleteRule: 'cascade',
  })
  ruleSet?: RuleSet

  @Property({ type: 'uuid' })
  @Field(() => ID, { description: 'Stays the same from one version to the next while the rule does.' })
  ruleId: string

  @Property({ type: 'text' })
  @Field(() => RuleKind, { description: 'What it looks for.' })
  kind: RuleKind

  @Property({ type: 'integer', fieldName: 'limit_number' })
  @Field(() => Int, {
    description: 'Its number: meetings, days, months or a percentage, as its kind counts.',
  })
  limit: number

  @Property({ type: 'integer', nullable: true })
  @Field(() => Int, {
    nullable: true,
    description: 'Of full attendance, the percentage of strategy meetings that is sampled; else null.',
  })
  samplePercent?: number | null

  @Property({ type: 'boolean', nullable: true })
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Of absences, whether a meeting with apologies counts as missed, too; null of other kinds of rule.',
  })
  countsApologies?: boolean | null

  @Property({ type: 'integer' })
  position: number
}
