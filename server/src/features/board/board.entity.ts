import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { BoardKind } from '@boardwork/shared/board/boardKind.ts'
import { anyOf, floor, floorRule } from '../../access/floor.ts'
import { Organisation } from '../organisation/organisation.entity.ts'

registerEnumType(BoardKind, {
  name: 'BoardKind',
  description: 'What a partnership board looks after.',
  valuesConfig: {
    ADULTS: { description: 'Safeguarding adults.' },
    CHILDREN: { description: 'Safeguarding children.' },
    COMMUNITY_SAFETY: { description: 'Community safety.' },
  },
})

@Entity({
  tableName: 'board',
  ...floor('board', {
    select: anyOf(floorRule.administrator, floorRule.knownBoard('id')),
    insert: anyOf(floorRule.administrator, floorRule.officer('parent_id')),
    update: anyOf(floorRule.administrator, floorRule.officer('id')),
  }),
})
@Unique({ properties: ['organisationId', 'name'] })
@ObjectType({
  description: 'A partnership board of a council, or a sub-group of one. Each is a tenant of its own.',
})
export class Board {
  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'The id of the board.' })
  id: string

  @ManyToOne({ entity: () => Organisation, fieldName: 'organisation_id', mapToPk: true })
  @Field(() => ID, { description: 'The council whose board it is.' })
  organisationId: string

  @ManyToOne({
    entity: () => Board,
    fieldName: 'parent_id',
    mapToPk: true,
    nullable: true,
    deleteRule: 'restrict',
  })
  @Field(() => ID, {
    nullable: true,
    description: 'The board that this sub-group belongs to; null for a board.',
  })
  parentId?: string | null

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The name of the board or sub-group.' })
  name: string

  @Property({ type: 'text' })
  @Field(() => BoardKind, { description: 'What the board looks after.' })
  kind: BoardKind

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Rises by one with each change.' })
  version: number
}
