import { LockMode } from '@mikro-orm/core'
import type { EntityName, FilterQuery } from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { ChangeEvent } from '../audit/writeEvents.ts'
import { writeEvents } from '../audit/writeEvents.ts'
import { NotFound } from '../errors.ts'
import { MutationResult } from './mutationResult.entity.ts'
import { authorize } from './policy.ts'
import type { PolicyLine } from './policy.ts'
import { isRefusal } from './refusals.ts'
import type { Refusal } from './refusals.ts'
import type { RequestContext } from './requestContext.ts'
import type { RecordScope, Viewer } from './viewer.ts'

/** The inside of an operation: one transaction, seen by one person. */
export class Change {
  readonly em: EntityManager
  readonly viewer: Viewer
  readonly events: ChangeEvent[] = []
  #under: Record<string, unknown> = {}

  constructor(em: EntityManager, viewer: Viewer) {
    this.em = em
    this.viewer = viewer
  }

  /** The one record, as far as it exists for the viewer; throws NotFound. */
  async find<Entity extends object>(
    entity: EntityName<Entity>,
    where: FilterQuery<NoInfer<Entity>>,
  ): Promise<Entity> {
    const record = await this.em.findOne(entity, where)
    if (!record) throw new NotFound()
    return record
  }

  /** Throws unless the viewer may; what allowed it is written into the log with the change. */
  authorize<Subject extends RecordScope>(line: PolicyLine<Subject>, subject: Subject): void {
    const allowed = authorize(this.viewer, line, subject)
    this.#under =
      typeof allowed === 'string'
        ? { kind: allowed }
        : { kind: allowed.kind, id: allowed.id, role: allowed.role }
  }

  /** Reads the record again and holds it until the transaction ends; call it once the viewer is authorized. */
  async lock(record: object): Promise<void> {
    await this.em.refresh(record, { lockMode: LockMode.PESSIMISTIC_WRITE })
  }

  /** Reports a change for the log. */
  record(event: Omit<ChangeEvent, 'under'>): void {
    this.events.push({ ...event, under: this.#under })
  }
}

class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super('refused')
    this.refusal = refusal
  }
}

/**
 * Runs a use case of a signed-in person in one transaction: what `work` changes, its events in the log and the
 * memory of the `clientMutationId` are all there, or none of them is. A refusal changes nothing.
 *
 * @param again reads the record of the first result, for a repeated `clientMutationId`.
 */
export async function operation<Entity extends { id: string }, Result extends Entity | Refusal>(
  context: RequestContext,
  line: PolicyLine<never>,
  clientMutationId: string,
  again: (change: Change, recordId: string) => Promise<Entity>,
  work: (change: Change) => Promise<Result>,
): Promise<Entity | Result> {
  const viewer = await context.signedIn()
  // The reading transaction is given back first: an operation takes one connection and never waits for a second.
  await context.refresh()
  const em = context.platform.orm.em.fork({ session: { variables: { 'app.person_id': viewer.personId } } })
  try {
    return await em.transactional(async (inner) => {
      const change = new Change(inner, viewer)
      await inner.execute('select pg_advisory_xact_lock(hashtextextended(?, 1))', [
        `${viewer.personId} ${clientMutationId}`,
      ])
      const known = await inner.findOne(MutationResult, { personId: viewer.personId, clientMutationId })
      if (known) return again(change, known.recordId)
      const result = await work(change)
      if (isRefusal(result)) throw new Refused(result)
      inner.create(MutationResult, {
        personId: viewer.personId,
        clientMutationId,
        action: line.name,
        recordId: result.id,
        happenedAt: new Date(),
      })
      await inner.flush()
      await writeEvents(inner, { id: viewer.personId, name: viewer.name }, change.events)
      return result
    })
  } catch (error) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what was refused is what `work` gave; the transaction is rolled back by then
    if (error instanceof Refused) return error.refusal as Result
    throw error
  }
}
