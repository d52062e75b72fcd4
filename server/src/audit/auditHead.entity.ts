import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { floor } from '../access/floor.ts'

/** The last event of each chain, kept apart from the events: a chain whose tail was cut off does not reach its head. */
@Entity({ tableName: 'audit_head', ...floor('audit_head', { select: 'false' }) })
export class AuditHead {
  @PrimaryKey({ type: 'uuid' })
  chainId: string

  @Property({ type: 'integer' })
  sequence: number

  @Property({ type: 'bytea' })
  hash: Uint8Array
}
