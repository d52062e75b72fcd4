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
      const alone = action === 'disablePerson' ? await boardsLeftAlone(change, person.id) : []
      if (alone.length > 0) return new NotReady(lastCoordinator(alone))
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

/** The names of the boards that would be without a coordinator. */
async function boardsLeftAlone(change: Change, personId: string): Promise<string[]> {
  // The same lock as where a coordinator's role is ended.
  await change.em.execute(
    `select 1 from board where id in (
       select board_id from "grant" where person_id = ? and role = 'COORDINATOR' and ended_at is null)
     order by id for update`,
    [personId],
  )
  const rows = await change.em.execute<{ name: string }[]>(
    `with coordinator as (
       select g.board_id, g.person_id from "grant" g join account a on a.person_id = g.person_id
       where g.role = 'COORDINATOR' and g.ended_at is null and access.is_live(g.starts_on, g.ends_on)
         and a.disabled_at is null)
     select distinct b.name from coordinator mine join board b on b.id = mine.board_id
     where mine.person_id = ? and not exists (
       select from coordinator other where other.board_id = mine.board_id and other.person_id <> mine.person_id)
     order by b.name`,
    [personId],
  )
  return rows.map(({ name }) => name)
}

function lastCoordinator(boards: readonly string[]): string {
  const names = new Intl.ListFormat('en-GB').format(boards)
  return `This is the last coordinator of ${names}. Make somebody else coordinator there first, or nobody could run ${boards.length === 1 ? 'the board' : 'the boards'}.`
}
