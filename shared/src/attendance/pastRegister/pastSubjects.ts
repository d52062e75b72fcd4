import { matchAgencies } from './matchAgencies.ts'
import type { AgencySuggestion, KnownAgency } from './matchAgencies.ts'
import { matchPerson } from './matchPeople.ts'
import { PastRole } from './pastChoices.ts'
import type { KnownSeat, PastChoices } from './pastChoices.ts'
import { plainLabel } from './listWords.ts'
import type { PastRegister, PastRow } from './pastRegister.ts'

/** An agency as the list calls it, or a person who stands in it without one. */
export interface PastAgency {
  key: string
  /** Its words; those of the person where no agency stands beside them. */
  words: string
  /** The people who stand beside it. */
  names: string[]
  marks: number
  suggestions: AgencySuggestion[]
  /** What was chosen, or is certain; null while it waits. */
  choice: string | null
}

/** Somebody whom the list names, for one agency. */
export interface PastPerson {
  key: string
  /** The key of their agency. */
  agency: string
  name: string
  suggestion: { role: PastRole; reason: string } | null
  /** What was chosen, or is certain; null while it waits. */
  role: PastRole | null
  /** The holder or deputy with this very name. */
  personId: string | null
}

/** The agencies and people of a list, matched with those of the board. */
export interface PastSubjects {
  agencies: PastAgency[]
  people: PastPerson[]
}

/** The key of a row's agency. */
export const agencyKeyOf = (row: Pick<PastRow, 'agency' | 'name' | 'post'>): string =>
  row.agency === '' ? `person ${plainLabel(row.name || row.post)}` : plainLabel(row.agency)

/** The key of a person of an agency. */
export const personKeyOf = (agencyKey: string, name: string): string => `${agencyKey}|${plainLabel(name)}`

/** Matches the agencies and the people of a list with the board's. Only the very name is taken without a person's word. */
export function matchSubjects(
  register: PastRegister,
  seats: readonly KnownSeat[],
  choices: PastChoices,
): PastSubjects {
  const known = agenciesOf(seats)
  const rows = Map.groupBy(register.rows, agencyKeyOf)
  const marks = Map.groupBy(register.marks, (mark) => mark.row)
  const agencies = [...rows].map(([key, of]): PastAgency => {
    const [first] = of
    const words = first?.agency || first?.name || first?.post || ''
    const names = [...new Set(of.map(({ name }) => name).filter((name) => name !== ''))]
    const suggestions = matchAgencies(first?.agency ?? '', names, known)
    const certain = suggestions.find(({ score }) => score === 1)?.id ?? null
    return {
      key,
      words,
      names,
      marks: of.reduce((sum, row) => sum + (marks.get(row.key)?.length ?? 0), 0),
      suggestions,
      choice: choices.agencies[key] ?? certain,
    }
  })

  const people = new Map<string, PastPerson>()
  const agencyOf = new Map(agencies.map((agency) => [agency.key, agency]))
  const add = (agencyKey: string, name: string, isRow: boolean): void => {
    const key = personKeyOf(agencyKey, name)
    if (name === '' || people.has(key)) return
    const of = seats.filter(({ organisationId }) => organisationId === agencyOf.get(agencyKey)?.choice)
    people.set(key, personOf({ key, agency: agencyKey, name }, of, isRow, choices.people[key]))
  }
  for (const row of register.rows) add(agencyKeyOf(row), row.name, true)
  const rowOf = new Map(register.rows.map((row) => [row.key, row]))
  for (const { row, came, mark } of register.marks) {
    const at = rowOf.get(row)
    // Who came as a deputy is one, whoever they are.
    if (at !== undefined && mark !== 'DEPUTY') for (const name of came) add(agencyKeyOf(at), name, false)
  }
  return { agencies, people: [...people.values()] }
}

function agenciesOf(seats: readonly KnownSeat[]): KnownAgency[] {
  return [...Map.groupBy(seats, ({ organisationId }) => organisationId)].map(([id, of]) => ({
    id,
    name: of[0]?.organisation ?? '',
    people: of.flatMap(({ holder, deputies }) => [
      ...(holder ? [holder.name] : []),
      ...deputies.map(({ name }) => name),
    ]),
  }))
}

function personOf(
  person: Pick<PastPerson, 'key' | 'agency' | 'name'>,
  seats: readonly KnownSeat[],
  isRow: boolean,
  choice: string | undefined,
): PastPerson {
  const holders = seats.flatMap(({ holder }) =>
    holder === null ? [] : [{ ...holder, role: PastRole.HOLDER }],
  )
  const deputies = seats.flatMap((seat) => seat.deputies.map((each) => ({ ...each, role: PastRole.DEPUTY })))
  const [best] = [...holders, ...deputies]
    .map((each) => ({ ...each, ...matchPerson(person.name, each.name) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
  const chosen = Object.values(PastRole).find((role) => role === choice)
  const as = { HOLDER: 'holds a seat', DEPUTY: 'is a deputy' }
  const suggestion =
    best === undefined
      ? // A list that has a line for somebody means the one who held the seat.
        isRow
        ? { role: PastRole.HOLDER, reason: 'The list has a line for this person.' }
        : null
      : { role: best.role, reason: `${best.name} ${as[best.role]}. ${best.reason}` }
  const isCertain = best?.score === 1
  return {
    ...person,
    suggestion,
    role: chosen ?? (isCertain ? best.role : null),
    personId: isCertain ? best.id : null,
  }
}
