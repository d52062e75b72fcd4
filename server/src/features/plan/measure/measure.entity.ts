import { Check, Entity, Index, Property, Unique } from '@mikro-orm/decorators/legacy'
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars'
import { Counting, MeasureKind } from '@boardwork/shared/plan/measureKind.ts'
import { floor } from '../../../access/floor.ts'
import { ActionRow } from '../action/actionRow.ts'
import { planRowFloor } from '../planRowFloor.ts'

registerEnumType(MeasureKind, {
  name: 'MeasureKind',
  description: 'What a measure asks for.',
  valuesConfig: {
    AT_LEAST: { description: 'A number that is the target or more.' },
    AT_MOST: { description: 'A number that is the target or less.' },
    DAYS_AT_MOST: { description: 'A number of days that is the target or less.' },
    PERCENT_AT_LEAST: { description: 'A percentage of cases that is the target or more.' },
    PERCENT_AT_MOST: { description: 'A percentage of cases that is the target or less.' },
    PERCENT_WITHIN_DAYS: {
      description:
        'The percentage of cases that were done within a number of days, which is the target or more.',
    },
    BY_DATE: { description: 'Something that is done by a day.' },
  },
})

registerEnumType(Counting, {
  name: 'Counting',
  description: 'How the cases of a percentage are counted.',
  valuesConfig: {
    ALL: { description: 'All of them: what is found needs no interval.' },
    SAMPLE: { description: 'A sample of them: what is found comes with its 95 % interval.' },
  },
})

@Entity({
  tableName: 'measure',
  ...floor('measure', {
    select: planRowFloor.select,
    insert: planRowFloor.insert ?? '',
    update: planRowFloor.update ?? '',
  }),
})
@Unique({ properties: ['boardId', 'actionId', 'id'] })
@Index({ properties: ['id'] })
@Check({
  name: 'measure_fields_of_kind',
  expression: `(kind = 'BY_DATE') = (target is null) and (kind = 'BY_DATE') = (target_on is not null)
    and (kind = 'PERCENT_WITHIN_DAYS') = (within_days is not null)
    and (kind in ('PERCENT_AT_LEAST', 'PERCENT_AT_MOST', 'PERCENT_WITHIN_DAYS')) = (counting is not null)`,
})
@ObjectType({
  description: 'What shows whether an action does what it should: a target, and what is measured against it.',
  simpleResolvers: true,
})
export class Measure extends ActionRow {
  @Field(() => ID, { description: 'The action that it is of.' })
  declare actionId: string

  @Property({ type: 'text' })
  @Field(() => MeasureKind, { description: 'What it asks for.' })
  kind: MeasureKind

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What is measured.' })
  name: string

  @Property({ type: 'double', nullable: true })
  @Field(() => Float, {
    nullable: true,
    description: 'The target: a number, or a percentage from 0 to 100; null where it is a day.',
  })
  target?: number | null

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day on which it is done in time; null where the target is a number.',
  })
  targetOn?: string | null

  @Property({ type: 'integer', nullable: true })
  @Field(() => Int, {
    nullable: true,
    description: 'Within how many days a case counts; null where that is not asked.',
  })
  withinDays?: number | null

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'What is counted, such as "visits" or "working days"; null without a word for it.',
  })
  unit?: string | null

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Of a percentage, which cases are meant; else null.',
  })
  population?: string | null

  @Property({ type: 'text', nullable: true })
  @Field(() => Counting, { nullable: true, description: 'Of a percentage, how they are counted; else null.' })
  counting?: Counting | null

  @Property({ type: 'integer', nullable: true })
  @Field(() => Int, {
    nullable: true,
    description:
      'How many cases there usually are, of which a sample is looked at; null where it is not known.',
  })
  populationSize?: number | null

  @Property({ type: 'timestamptz' })
  setAt: Date

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'From when on it is no longer measured; null while it is.',
  })
  endedAt?: Date | null

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it is no longer measured.' })
  endedReason?: string | null

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Rises by one with each change.' })
  version: number
}
