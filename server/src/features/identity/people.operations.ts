import { operation } from '../../access/operation.ts'
import type { Change } from '../../access/operation.ts'
import { NotReady } from '../../access/refusals.ts'
import type { RequestContext } from '../../access/requestContext.ts'
import { platformChain } from '../../audit/chain.ts'
import { NotAllowed, NotFound } from '../../errors.ts'
import { identityPolicy } from './identity.policy.ts'
import type { PersonAccountInput } from './people.inputs.ts'
import { readPersonAccount } from './people.reads.ts'
import type { PersonAccount } from './people.results.ts'
import { Person } from './person.entity.ts'

const again = (change: Change, id: string) => change.find(Person, { id })

const refusals: Record<string, string> = {
  LAST_ADMINISTRATOR:
    'This is the last administrator. Make somebody else an administrator first, or nobody could run the platform.',
  DISABLED_ALREADY: 'This account is switched off already.',
  ENABLED_ALREADY: 'This account is switched on already.',
}

/** Switches an account off: every session ends with it, and no role of the person counts while it is off. */
export function disablePerson(
  context: RequestContext,
  input: PersonAccountInput,
): Promise<PersonAccount | NotReady> {
  return switchAccount(context, input, 'disablePerson', 'identity.disable_person', {
    before: { disabled: false },
    after: { disabled: true },
  })
}

/** Switches an account on again; the person signs in anew. */
export function enablePerson(
  context: RequestContext,
  input: PersonAccountInput,
): Promise<PersonAccount | NotReady> {
  return switchAccount(context, input, 'enablePerson', 'identity.enable_person', {
    before: { disabled: true },
    after: { disabled: false },
  })
}

async function switchAccount(
  context: RequestContext,
  input: PersonAccountInput,
  action: 'disablePerson' | 'enablePerson',
  databaseFunction: string,
  changed: { before: Record<string, unknown>; after: Record<string, unknown> },
): Promise<PersonAccount | NotReady> {
  const line = identityPolicy[action]
  const result = await operation(
    context,
    line,
    input.clientMutationId,
    again,
    async (change): Promise<Person | NotReady> => {
      const person = await change.find(Person, { id: input.personId })
      change.authorize(line, {})
      const [row] = await change.em.execute<{ result: string }[]>(`select ${databaseFunction}(?) as result`, [
        person.id,
      ])
      const outcome = row?.result ?? 'NOT_ALLOWED'
      if (outcome === 'NOT_ALLOWED') throw new NotAllowed()
      const refusal = refusals[outcome]
      if (refusal) return new NotReady(refusal)
      change.record({
        chainId: platformChain,
        action: line.name,
        recordType: 'Person',
        recordId: person.id,
        ...changed,
      })
      return person
    },
  )
  if (result instanceof NotReady) return result
  const account = await readPersonAccount(context, result.id)
  if (!account) throw new NotFound()
  return account
}
