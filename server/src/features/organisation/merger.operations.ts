import { checkMerger, checkTakingBack, validateMerger } from '@boardwork/shared/organisation/merger.ts'
import type { Merged } from '@boardwork/shared/organisation/merger.ts'
import { todayInLondon } from '@boardwork/shared/board/dates.ts'
import { operation } from '../../access/operation.ts'
import type { Change } from '../../access/operation.ts'
import { Conflict, InvalidInput, NotReady } from '../../access/refusals.ts'
import type { RequestContext } from '../../access/requestContext.ts'
import { platformChain } from '../../audit/chain.ts'
import { Organisation } from './organisation.entity.ts'
import type { RecordMergerInput, TakeBackMergerInput } from './organisation.inputs.ts'
import { organisationPolicy } from './organisation.policy.ts'

type Answer = Organisation | InvalidInput | Conflict | NotReady

const again = (change: Change, id: string) => change.find(Organisation, { id })

/** An administrator records that an organisation became part of another one. */
export function recordMerger(context: RequestContext, input: RecordMergerInput): Promise<Answer> {
  const line = organisationPolicy.recordMerger
  return operation(context, line, input.clientMutationId, again, async (change): Promise<Answer> => {
    const organisation = await change.find(Organisation, { id: input.organisationId })
    change.authorize(line, { organisationId: organisation.id })
    // Each of two at a time could close the circle that the other one does not see.
    await change.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 8))', ['mergers'])
    await change.lock(organisation)
    const into = await change.em.findOne(Organisation, { id: input.intoId })
    const partOf = await partOfIn(change, organisation)
    if (organisation.version !== input.version)
      return new Conflict(organisation.id, organisation.version, [
        { field: 'intoId', theirs: partOf?.organisationName ?? '', yours: into?.name ?? '' },
        { field: 'since', theirs: partOf?.since ?? '', yours: input.since },
      ])
    if (partOf)
      return new NotReady(
        `${organisation.name} is part of ${partOf.organisationName} already. Take that back first.`,
      )
    const problems = validateMerger(input, todayInLondon())
    if (problems.length > 0) return new InvalidInput(problems)
    if (!into) return InvalidInput.of('intoId', 'Choose an organisation from the list.')
    const refused = checkMerger(
      {
        organisation,
        joined: await joinedIn(change, organisation),
        into: {
          id: into.id,
          name: into.name,
          regionId: into.regionId,
          partOf: await partOfIn(change, into),
          chainIds: await chainOf(change, into),
        },
      },
      input.since,
    )
    if (refused.length > 0) return new InvalidInput(refused)
    change.em.assign(organisation, { partOfId: into.id, partOfSince: input.since })
    await change.em.flush()
    change.record({
      chainId: platformChain,
      action: line.name,
      recordType: 'Organisation',
      recordId: organisation.id,
      before: { organisation: organisation.name, partOfId: null, partOf: null, partOfSince: null },
      after: { partOfId: into.id, partOf: into.name, partOfSince: input.since },
    })
    return organisation
  })
}

/** An administrator takes back a merger that was recorded by mistake. */
export function takeBackMerger(context: RequestContext, input: TakeBackMergerInput): Promise<Answer> {
  const line = organisationPolicy.takeBackMerger
  return operation(context, line, input.clientMutationId, again, async (change): Promise<Answer> => {
    const organisation = await change.find(Organisation, { id: input.organisationId })
    change.authorize(line, { organisationId: organisation.id })
    await change.lock(organisation)
    const partOf = await partOfIn(change, organisation)
    if (organisation.version !== input.version)
      return new Conflict(organisation.id, organisation.version, [
        { field: 'reason', theirs: '', yours: input.reason },
      ])
    if (!partOf) return new NotReady(`${organisation.name} is not recorded as part of another organisation.`)
    const problems = checkTakingBack(input.reason)
    if (problems.length > 0) return new InvalidInput(problems)
    change.em.assign(organisation, { partOfId: null, partOfSince: null })
    await change.em.flush()
    change.record({
      chainId: platformChain,
      action: line.name,
      recordType: 'Organisation',
      recordId: organisation.id,
      before: {
        organisation: organisation.name,
        partOfId: partOf.organisationId,
        partOf: partOf.organisationName,
        partOfSince: partOf.since,
      },
      after: { partOfId: null, partOf: null, partOfSince: null, reason: input.reason.trim() },
    })
    return organisation
  })
}

async function partOfIn(change: Change, organisation: Organisation): Promise<Merged | null> {
  const { partOfId, partOfSince } = organisation
  if (!partOfId || !partOfSince) return null
  const into = await change.find(Organisation, { id: partOfId })
  return { organisationId: into.id, organisationName: into.name, since: partOfSince }
}

async function joinedIn(change: Change, { id }: Organisation): Promise<Merged[]> {
  const joined = await change.em.find(Organisation, { partOfId: id }, { orderBy: { partOfSince: 'desc' } })
  return joined.flatMap((one) =>
    one.partOfSince ? [{ organisationId: one.id, organisationName: one.name, since: one.partOfSince }] : [],
  )
}

/** Of which organisations this one is part, also through others. */
async function chainOf(change: Change, { id }: Organisation): Promise<string[]> {
  const rows = await change.em.execute<{ id: string }[]>(
    `with recursive chain as (
       select part_of_id as id from organisation where id = ? and part_of_id is not null
       union select o.part_of_id from organisation o join chain c on c.id = o.id where o.part_of_id is not null)
     select id from chain`,
    [id],
  )
  return rows.map((row) => row.id)
}
