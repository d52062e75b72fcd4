import type { Change } from '../../../access/operation.ts'
import { InvalidInput } from '../../../access/refusals.ts'
import { Person } from '../../identity/person.entity.ts'
import { Organisation } from '../../organisation/organisation.entity.ts'

/** An agency that is asked, or a person of it. */
export interface Asked {
  organisationId: string
  personId?: string | null
}

/** The names of the agencies and people that are asked. */
export interface InvitedPeople {
  agencies: ReadonlyMap<string, string>
  people: ReadonlyMap<string, string>
}

/**
 * The names of those who are asked, where all of them exist for the viewer: an agency of a region in which they have a
 * board, as for a seat, and a person whom they know.
 */
export async function findPeople(
  change: Change,
  asked: readonly Asked[],
): Promise<InvitedPeople | InvalidInput> {
  const personIds = asked.flatMap(({ personId }) => personId ?? [])
  const organisations = await change.em.find(Organisation, {
    id: { $in: asked.map(({ organisationId }) => organisationId) },
  })
  const found = await change.em.find(Person, { id: { $in: personIds } })
  const agencies = new Map(organisations.map(({ id, name }) => [id, name]))
  const people = new Map(found.map(({ id, name }) => [id, name]))
  const single = asked.length === 1
  const problems = asked.flatMap(({ organisationId, personId }, at) => {
    const field = (name: string) => (single ? name : `invitees.${at}.${name}`)
    return [
      ...(agencies.has(organisationId)
        ? []
        : [{ field: field('organisationId'), message: 'Choose an agency from the list.' }]),
      ...(!personId || people.has(personId)
        ? []
        : [
            {
              field: field('personId'),
              message: 'Choose a person from the list, or leave the agency to choose.',
            },
          ]),
    ]
  })
  return problems.length > 0 ? new InvalidInput(problems) : { agencies, people }
}

/** "Robin Ash (Police)", or the agency alone where whoever leads it decides. */
export function nameOfInvitee({ organisationId, personId }: Asked, known: InvitedPeople): string {
  const agency = known.agencies.get(organisationId) ?? 'An agency'
  const person = personId ? known.people.get(personId) : undefined
  return person === undefined ? agency : `${person} (${agency})`
}
