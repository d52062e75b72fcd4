import { Check, Entity, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy'
import { Field, Float, ID, Int, ObjectType } from 'type-graphql'
import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars'
import { allOf, anyOf, floor, floorRule } from '../../../access/floor.ts'
import { Person } from '../../identity/person.entity.ts'
import { ActionRow } from '../action/actionRow.ts'
import { Measure } from './measure.entity.ts'
import { planRowFloor } from '../planRowFloor.ts'

/** What was found is never written over: a correction is another result, which names the one that it corrects. */
@Entity({
  tableName: 'measure_result',
  ...floor('measure_result', {
    select: planRowFloor.select,
    insert: allOf(floorRule.me('recorded_by_id'), anyOf(floorRule.officer(), floorRule.myAction())),
  }),
})
@Unique({ properties: ['boardId', 'measureId', 'id'] })
@Unique({ properties: ['boardId', 'correctsId'] })
@Index({ properties: ['id'] })
@Check({
  name: 'measure_result_share',
  expression: `num_nonnulls(numerator, denominator) in (0, 2) and numerator >= 0 and numerator <= denominator
    and (population_size is null or denominator <= population_size)`,
})
@Check({
  name: 'measure_result_correction',
  expression: `(corrects_id is null) = (correction_reason is null) and (not retracts or corrects_id is not null)`,
})
@ObjectType({
  description: 'What was found for a measure. It stays as it was recorded.',
  simpleResolvers: true,
})
export class MeasureResult extends ActionRow {
  @Property({ type: 'uuid', index: true })
  @Field(() => ID, { description: 'The measure.' })
  measureId: string

  @ManyToOne({
    entity: () => Measure,
    joinColumns: ['board_id', 'action_id', 'measure_id'],
    referencedColumnNames: ['board_id', 'action_id', 'id'],
    ownColumns: [],
    columnTypes: ['uuid', 'uuid', 'uuid'],
    deleteRule: 'cascade',
  })
  measure?: Measure

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, {
    description:
      'When it was measured: a day, or the last one of the reporting period. Of what is to be done by a day, when it was done.',
  })
  measuredOn: string

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'The reporting period that it is about; null where it is about a day.',
  })
  period?: string | null

  @Property({ type: 'double', nullable: true })
  @Field(() => Float, {
    nullable: true,
    description: 'The number that was found; null where it is a share or a day.',
  })
  value?: number | null

  @Property({ type: 'integer', nullable: true })
  @Field(() => Int, {
    nullable: true,
    description: 'Of a share, how many cases count; null where it is none.',
  })
  numerator?: number | null

  @Property({ type: 'integer', nullable: true })
  @Field(() => Int, {
    nullable: true,
    description: 'Of a share, how many cases were looked at; null where it is none.',
  })
  denominator?: number | null

  @Property({ type: 'integer', nullable: true })
  @Field(() => Int, {
    nullable: true,
    description: 'How many cases there were, of which a sample was looked at; null where it is not known.',
  })
  populationSize?: number | null

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What else there is to say.' })
  note?: string | null

  @ManyToOne({ entity: () => Person, fieldName: 'recorded_by_id', mapToPk: true })
  recordedById: string

  /** As it was on that day: the reader need not be one who may look the person up. */
  @Property({ type: 'text' })
  @Field(() => String, { description: 'The name of the person who recorded it, as it was then.' })
  recordedByName: string

  @Property({ type: 'text' })
  @Field(() => String, {
    description: 'For whom the person recorded it: their agency, or the board that they run.',
  })
  recordedByFor: string

  @Property({ type: 'timestamptz' })
  @Field(() => GraphQLDateTime, { description: 'When it was recorded.' })
  recordedAt: Date

  @Property({ type: 'uuid', nullable: true })
  @Field(() => ID, {
    nullable: true,
    description: 'The result that this one corrects; null where it corrects none.',
  })
  correctsId?: string | null

  @ManyToOne({
    entity: () => MeasureResult,
    joinColumns: ['board_id', 'measure_id', 'corrects_id'],
    referencedColumnNames: ['board_id', 'measure_id', 'id'],
    ownColumns: [],
    columnTypes: ['uuid', 'uuid', 'uuid'],
    nullable: true,
    deleteRule: 'cascade',
  })
  corrects?: MeasureResult | null

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What was wrong, where it is a correction.' })
  correctionReason?: string | null

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, {
    description: 'Whether it only takes the result that it corrects away, and puts none in its place.',
  })
  retracts: boolean
}
