import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { floor, floorRule } from '../../../access/floor.ts'
import { Board } from '../../board/board.entity.ts'

@Entity({
  tableName: 'strategy_kind',
  ...floor('strategy_kind', {
    select: floorRule.officer(),
    insert: floorRule.officer(),
    update: floorRule.officer(),
  }),
})
@Index({ properties: ['id'] })
@ObjectType({
  description: 'A kind of strategy meeting of a board, with those who are asked to every meeting of it.',
  simpleResolvers: true,
})
export class StrategyKind {
  @ManyToOne({ entity: () => Board, primary: true, fieldName: 'board_id', mapToPk: true })
  @Field(() => ID, { description: 'The board.' })
  boardId: string

  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'The id.' })
  id: string

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What meetings of this kind are called.' })
  name: string

  @Property({ type: 'timestamptz', nullable: true })
  removedAt?: Date | null

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Rises by one with each change, also of its list.' })
  version: number
}
