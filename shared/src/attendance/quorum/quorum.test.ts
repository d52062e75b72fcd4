import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OrganisationKind } from '../../organisation/organisationKind.ts'
import { Mark } from '../register/mark.ts'
import { checkQuorum, DeputiesCount, evaluateQuorum, quorumWords, readQuorum, seatsNeeded } from './quorum.ts'
import type { QuorumPlace, QuorumRule } from './quorum.ts'

const kinds = fc.constantFrom(...Object.values(OrganisationKind))
const deputies = fc.constantFrom(...Object.values(DeputiesCount))
const agencies = ['council', 'nhs', 'police', 'fire'] as const

const places: fc.Arbitrary<QuorumPlace[]> = fc.array(
  fc.record({
    organisationId: fc.constantFrom(...agencies),
    organisationName: fc.constantFrom(...agencies),
    organisationKind: kinds,
    voting: fc.boolean(),
    mark: fc.option(fc.constantFrom(...Object.values(Mark))),
    seniorEnough: fc.option(fc.boolean()),
  }),
  { maxLength: 8 },
)

const leaf: fc.Arbitrary<QuorumRule> = fc.oneof(
  fc.record({
    kind: fc.constant('SEATS' as const),
    votingOnly: fc.boolean(),
    needs: fc.oneof(
      fc.record({ seats: fc.integer({ min: 1, max: 8 }) }),
      fc.constantFrom(
        { part: 1, of: 3, moreThan: false },
        { part: 1, of: 2, moreThan: true },
        { part: 60, of: 100, moreThan: false },
      ),
    ),
    deputies,
  }),
  fc.record({
    kind: fc.constant('AGENCIES' as const),
    organisationIds: fc.uniqueArray(fc.constantFrom(...agencies), { minLength: 1 }),
    deputies,
  }),
  fc.record({
    kind: fc.constant('KINDS' as const),
    organisationKinds: fc.uniqueArray(kinds, { minLength: 1 }),
    agencies: fc.integer({ min: 1, max: 4 }),
    deputies,
  }),
)
const group = (of: fc.Arbitrary<QuorumRule>): fc.Arbitrary<QuorumRule> =>
  fc.record({
    kind: fc.constantFrom('ALL_OF' as const, 'ANY_OF' as const),
    rules: fc.array(of, { minLength: 1, maxLength: 3 }),
  })
const rules = fc.oneof(leaf, group(leaf), group(fc.oneof(leaf, group(leaf))))

/** The question again, asked of each place in turn. */
function slowlyMet(rule: QuorumRule, all: readonly QuorumPlace[]): boolean {
  if ('rules' in rule) {
    const met = rule.rules.filter((part) => slowlyMet(part, all))
    return rule.kind === 'ALL_OF' ? met.length === rule.rules.length : met.length > 0
  }
  const there = all.filter((place) => {
    if (place.mark === 'PRESENT') return true
    if (place.mark !== 'DEPUTY') return false
    if (rule.deputies === 'NONE') return false
    return rule.deputies === 'ALL' || place.seniorEnough === true
  })
  const distinct = (some: QuorumPlace[]) => new Set(some.map(({ organisationId }) => organisationId)).size
  if (rule.kind === 'AGENCIES')
    return rule.organisationIds.every((id) => there.some((place) => place.organisationId === id))
  if (rule.kind === 'KINDS')
    return (
      distinct(there.filter((place) => rule.organisationKinds.includes(place.organisationKind))) >=
      rule.agencies
    )
  const count = (some: readonly QuorumPlace[]) =>
    some.filter((place) => place.voting || !rule.votingOnly).length
  if ('seats' in rule.needs) return count(there) >= rule.needs.seats
  const { part, of, moreThan } = rule.needs
  if (count(there) === 0) return false
  const [has, share] = [count(there) * of, count(all) * part]
  return moreThan ? has > share : has >= share
}

const place = (organisationId: string, mark: Mark | null, more: Partial<QuorumPlace> = {}): QuorumPlace => ({
  organisationId,
  organisationName: organisationId.toUpperCase(),
  organisationKind: 'NHS_TRUST',
  voting: true,
  mark,
  seniorEnough: null,
  ...more,
})

describe('a quorum', () => {
  it('is there when somebody finds it there who goes from place to place', () => {
    fc.assert(
      fc.property(rules, places, (rule, all) => {
        expect(evaluateQuorum(rule, all).met).toBe(slowlyMet(rule, all))
      }),
    )
  })

  it('can still be met just when it would be if all came who are not marked or are unknown', () => {
    fc.assert(
      fc.property(rules, places, (rule, all) => {
        const come = all.map((each): QuorumPlace => {
          if (each.mark === 'DEPUTY') return { ...each, seniorEnough: each.seniorEnough ?? true }
          return each.mark === null || each.mark === 'UNKNOWN' ? { ...each, mark: 'PRESENT' } : each
        })
        const found = evaluateQuorum(rule, all)
        expect(found.canBeMet).toBe(slowlyMet(rule, come))
        expect(found.met && !found.canBeMet).toBe(false)
      }),
    )
  })

  it('says of each part what it has and what it needs', () => {
    const rule: QuorumRule = {
      kind: 'ALL_OF',
      rules: [
        {
          kind: 'SEATS',
          votingOnly: true,
          needs: { part: 1, of: 3, moreThan: false },
          deputies: 'SENIOR_ENOUGH',
        },
        { kind: 'AGENCIES', organisationIds: ['nhs', 'police'], deputies: 'NONE' },
        { kind: 'KINDS', organisationKinds: ['NHS_TRUST', 'POLICE'], agencies: 2, deputies: 'ALL' },
      ],
    }
    const found = evaluateQuorum(rule, [
      place('nhs', 'PRESENT'),
      place('police', 'DEPUTY', { organisationKind: 'POLICE', seniorEnough: true }),
      place('fire', null),
      place('council', 'ABSENT', { voting: false }),
    ])
    expect(found).toMatchObject({ has: 2, needs: 3, met: false, canBeMet: false })
    expect(found.parts).toMatchObject([
      {
        words:
          'At least 1 of every 3 of the seats with a vote: 1 seat of 3. Deputies count if they are senior enough.',
        has: 2,
        needs: 1,
        met: true,
      },
      {
        words: 'To be there: NHS and POLICE. Deputies do not count.',
        has: 1,
        needs: 2,
        met: false,
        canBeMet: false,
        missing: ['POLICE'],
      },
      {
        words: 'At least 2 agencies of these kinds: NHS trust and Police force. Deputies count.',
        has: 2,
        met: true,
      },
    ])
    expect(quorumWords(found)).toContain('would not be enough')
  })

  it('shares are rounded up, and more than half is more', () => {
    const needed = (part: number, of: number, moreThan: boolean, expected: number) =>
      seatsNeeded(
        { kind: 'SEATS', votingOnly: false, needs: { part, of, moreThan }, deputies: 'ALL' },
        expected,
      )
    expect([needed(1, 3, false, 9), needed(1, 3, false, 10), needed(1, 3, false, 0)]).toEqual([3, 4, 1])
    expect([needed(1, 2, true, 10), needed(1, 2, true, 11), needed(50, 100, false, 11)]).toEqual([6, 6, 6])
  })

  it('an agency that is not expected cannot be there', () => {
    const rule: QuorumRule = { kind: 'AGENCIES', organisationIds: ['nobody'], deputies: 'ALL' }
    expect(evaluateQuorum(rule, [place('nhs', null)])).toMatchObject({
      canBeMet: false,
      missing: ['an agency that is not expected at this meeting'],
    })
  })

  it('that can be written down can be read again and is well', () => {
    fc.assert(
      fc.property(rules, (rule) => {
        expect(readQuorum(JSON.parse(JSON.stringify(rule)))).toEqual(rule)
        expect(checkQuorum(rule)).toEqual([])
      }),
    )
  })

  it('that is none is not read', () => {
    for (const json of [
      null,
      3,
      [],
      {},
      { kind: 'SEATS' },
      { kind: 'ALL_OF', rules: [{}] },
      { kind: 'X', deputies: 'ALL' },
    ])
      expect(readQuorum(json)).toBeNull()
    const deep = (depth: number): unknown =>
      depth === 0
        ? { kind: 'AGENCIES', organisationIds: ['a'], deputies: 'ALL' }
        : { kind: 'ALL_OF', rules: [deep(depth - 1)] }
    expect(readQuorum(deep(2))).not.toBeNull()
    expect(readQuorum(deep(3))).toBeNull()
  })

  it('with too much or too little in it is refused with what to do', () => {
    const seats = (
      needs: { seats: number } | { part: number; of: number; moreThan: boolean },
    ): QuorumRule => ({
      kind: 'SEATS',
      votingOnly: false,
      needs,
      deputies: 'ALL',
    })
    const wrong: QuorumRule[] = [
      { kind: 'ALL_OF', rules: [] },
      seats({ seats: 0 }),
      seats({ part: 4, of: 3, moreThan: false }),
      seats({ part: 1, of: 1, moreThan: true }),
      { kind: 'AGENCIES', organisationIds: [], deputies: 'ALL' },
      { kind: 'KINDS', organisationKinds: [], agencies: 1, deputies: 'ALL' },
      { kind: 'KINDS', organisationKinds: ['FIRE'], agencies: 0, deputies: 'ALL' },
      { kind: 'ANY_OF', rules: Array.from({ length: 20 }, () => seats({ seats: 1 })) },
    ]
    for (const rule of wrong) expect(checkQuorum(rule).map(({ field }) => field)).toEqual(['quorum'])
  })
})
