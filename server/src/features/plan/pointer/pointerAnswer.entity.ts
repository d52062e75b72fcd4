import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, ObjectType } from 'type-graphql'
import { GraphQLDateTime } from 'graphql-scalars'
import { PointerKind } from '@boardwork/shared/plan/honestStatus.ts'
import { allOf, anyOf, floor, floorRule } from '../../../access/floor.ts'
import { Person } from '../../identity/person.entity.ts'
import { ActionRow } from '../action/actionRow.ts'
import { planRowFloor } from '../planRowFloor.ts'

@Entity({
  tableName: 'pointer_answer',
  ...floor('pointer_answer', {
    select: planRowFloor.select,
    insert: allOf(anyOf(floorRule.officer(), floorRule.myAction()), floorRule.me('answered_by_id')),
  }),
})
@ObjectType({
  description:
    'Why something that does not seem to fit is right. It counts while the facts are what they were.',
  simpleResolvers: true,
})
export class PointerAnswer extends ActionRow {
  @Field(() => ID, { description: 'The action.' })
  declare actionId: string

  @Property({ type: 'text' })
  kind: PointerKind

  /** What the pointer was about when it was answered. */
  @Property({ type: 'text' })
  facts: string

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Why it is right as it is.' })
  reason: string

  @Property({ type: 'timestamptz' })
  @Field(() => GraphQLDateTime, { description: 'When it was answered.' })
  answeredAt: Date

  @ManyToOne({ entity: () => Person, fieldName: 'answered_by_id', mapToPk: true })
  answeredById: string

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Who answered it, by the name of that day.' })
  answeredByName: string
}
