import { UniqueConstraintViolationException } from '@mikro-orm/core'
import { validateOrganisation, validateRegion } from '@boardwork/shared/organisation/organisationRules.ts'
import { organisationKindName } from '@boardwork/shared/organisation/organisationKind.ts'
import { operation } from '../../access/operation.ts'
import type { Change } from '../../access/operation.ts'
import { Conflict, InvalidInput } from '../../access/refusals.ts'
import type { RequestContext } from '../../access/requestContext.ts'
import { changedFields } from '../../audit/changedFields.ts'
import { platformChain } from '../../audit/chain.ts'
import { newId } from '../../db/newId.ts'
import { Organisation } from './organisation.entity.ts'
import type {
  ChangeOrganisationInput,
  CreateOrganisationInput,
  CreateRegionInput,
} from './organisation.inputs.ts'
import { organisationPolicy } from './organisation.policy.ts'
import { Region } from './region.entity.ts'

/** An administrator adds a region. */
export function createRegion(
  context: RequestContext,
  input: CreateRegionInput,
): Promise<Region | InvalidInput> {
  const line = organisationPolicy.createRegion
  return nameOnce('There is a region with this name already.', () =>
    operation(context, line, input.clientMutationId, regionAgain, async (change) => {
      change.authorize(line, {})
      const problems = validateRegion(input)
      if (problems.length > 0) return new InvalidInput(problems)
      const region = change.em.create(Region, { id: newId(), name: input.name.trim() })
      await change.em.flush()
      change.record({
        chainId: platformChain,
        action: line.name,
        recordType: 'Region',
        recordId: region.id,
        after: { name: region.name },
      })
      return region
    }),
  )
}

/** An administrator adds an organisation to a region. */
export function createOrganisation(
  context: RequestContext,
  input: CreateOrganisationInput,
): Promise<Organisation | InvalidInput> {
  const line = organisationPolicy.create
  return nameOnce(taken, () =>
    operation(context, line, input.clientMutationId, again, async (change) => {
      change.authorize(line, {})
      const problems = validateOrganisation(input)
      if (problems.length > 0) return new InvalidInput(problems)
      const region = await change.em.findOne(Region, { id: input.regionId })
      if (!region) return InvalidInput.of('regionId', 'Choose a region.')
      const { kind } = input
      const name = input.name.trim()
      const organisation = change.em.create(Organisation, {
        id: newId(),
        regionId: region.id,
        name,
        kind,
        version: 1,
      })
      await change.em.flush()
      change.record({
        chainId: platformChain,
        action: line.name,
        recordType: 'Organisation',
        recordId: organisation.id,
        after: { name, kind, regionId: region.id, region: region.name },
      })
      return organisation
    }),
  )
}

/** An administrator mends the name or kind of an organisation. */
export function changeOrganisation(
  context: RequestContext,
  input: ChangeOrganisationInput,
): Promise<Organisation | InvalidInput | Conflict> {
  const line = organisationPolicy.change
  return nameOnce(taken, () =>
    operation(context, line, input.clientMutationId, again, async (change) => {
      const organisation = await change.find(Organisation, { id: input.organisationId })
      change.authorize(line, { organisationId: organisation.id })
      await change.lock(organisation)
      if (organisation.version !== input.version) {
        return new Conflict(organisation.id, organisation.version, [
          { field: 'name', theirs: organisation.name, yours: input.name },
          {
            field: 'kind',
            theirs: organisationKindName[organisation.kind],
            yours: organisationKindName[input.kind],
          },
        ])
      }
      const problems = validateOrganisation({
        name: input.name,
        kind: input.kind,
        regionId: organisation.regionId,
      })
      if (problems.length > 0) return new InvalidInput(problems)
      const { name, kind } = organisation
      const changed = changedFields({ name, kind }, { name: input.name.trim(), kind: input.kind })
      if (!changed) return organisation
      change.em.assign(organisation, changed.after)
      await change.em.flush()
      change.record({
        chainId: platformChain,
        action: line.name,
        recordType: 'Organisation',
        recordId: organisation.id,
        ...changed,
      })
      return organisation
    }),
  )
}

const regionAgain = (change: Change, id: string) => change.find(Region, { id })
const again = (change: Change, id: string) => change.find(Organisation, { id })
const taken = 'There is an organisation with this name in the region already.'

/** Two people may choose the same name at the same moment: the database then refuses the second. */
async function nameOnce<Result>(message: string, run: () => Promise<Result>): Promise<Result | InvalidInput> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof UniqueConstraintViolationException) return InvalidInput.of('name', message)
    throw error
  }
}
