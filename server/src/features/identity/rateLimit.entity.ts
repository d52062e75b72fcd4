import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'

/** Counters of rate-limiter-flexible: keys are hashes of addresses and accounts, and belong to no tenant. */
@Entity({ tableName: 'rate_limit' })
export class RateLimit {
  @PrimaryKey({ type: 'text' })
  key: string

  @Property({ type: 'integer', default: 0 })
  points: number

  /** Milliseconds since 1970. */
  @Property({ type: 'bigint', nullable: true })
  expire?: string | null
}
