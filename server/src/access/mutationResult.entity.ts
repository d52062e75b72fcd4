import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { floor, floorRule } from './floor.ts'

/** What a mutation led to, so that a repeated `clientMutationId` gives the first result and changes nothing. */
@Entity({
  tableName: 'mutation_result',
  ...floor('mutation_result', { select: floorRule.me(), insert: floorRule.me() }),
})
export class MutationResult {
  @PrimaryKey({ type: 'uuid' })
  personId: string

  @PrimaryKey({ type: 'text' })
  clientMutationId: string

  @Property({ type: 'text' })
  action: string

  @Property({ type: 'uuid' })
  recordId: string

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  happenedAt: Date
}
