import { describe, expect, it } from 'vitest'
import { checkMerger, nameWithMergers, validateMerger } from './merger.ts'
import type { MergerFacts } from './merger.ts'

const merged = (organisationName: string, since: string) => ({
  organisationId: organisationName,
  organisationName,
  since,
})

describe('a merger', () => {
  it('stands beside the name, on both sides', () => {
    expect(nameWithMergers({ organisationName: 'Fire' })).toBe('Fire')
    const old = { organisationName: 'Old Trust', partOf: merged('New Trust', '2026-10-01') }
    expect(nameWithMergers(old)).toBe('Old Trust (part of New Trust since 1 October 2026)')
    const joined = [merged('A', '2026-04-01'), merged('B', '2026-04-01'), merged('C', '2026-10-01')]
    expect(nameWithMergers({ organisationName: 'New Trust', joined, partOf: null })).toBe(
      'New Trust (includes A since 1 April 2026, B since 1 April 2026 and C since 1 October 2026)',
    )
    expect(nameWithMergers({ ...old, joined: joined.slice(0, 1) })).toBe(
      'Old Trust (includes A since 1 April 2026; part of New Trust since 1 October 2026)',
    )
  })

  it('needs another organisation and a day that has come', () => {
    const fields = (intoId: string, since: string) =>
      validateMerger({ organisationId: 'old', intoId, since }, '2026-12-01').map(({ field }) => field)
    expect(fields('', '')).toEqual(['intoId', 'since'])
    expect(fields('old', '2026-12-01')).toEqual(['intoId'])
    expect(fields('new', '2026-12-02')).toEqual(['since'])
    expect(fields('new', '2026-12-01')).toEqual([])
  })

  const facts: MergerFacts = {
    organisation: { id: 'old', name: 'Old Trust', regionId: 'here' },
    joined: [],
    into: { id: 'new', name: 'New Trust', regionId: 'here', partOf: null, chainIds: [] },
  }
  const problem = (more: Partial<MergerFacts['into']>, joined: MergerFacts['joined'] = []) =>
    checkMerger({ ...facts, joined, into: { ...facts.into, ...more } }, '2026-10-01').map(
      ({ field, message }) => `${field}: ${message}`,
    )

  it('is refused across regions and in a circle', () => {
    expect(problem({})).toEqual([])
    expect(problem({ regionId: 'there' })).toEqual([
      'intoId: New Trust is in another region. Choose one of the same region.',
    ])
    expect(problem({ chainIds: ['third', 'old'] })).toEqual([
      'intoId: New Trust is part of Old Trust already. Take that back first, or choose another.',
    ])
  })

  it('may be one of a chain whose days follow one another', () => {
    const partOf = (since: string) => ({ partOf: merged('Third', since), chainIds: ['third'] })
    expect(problem(partOf('2026-10-01'))).toEqual([])
    expect(problem(partOf('2026-09-30'))).toEqual([
      'intoId: New Trust has been part of Third since 30 September 2026. Choose Third, or an earlier day.',
    ])
    expect(problem({}, [merged('Older', '2026-10-01')])).toEqual([])
    expect(problem({}, [merged('Older', '2026-10-02')])).toEqual([
      'since: Older became part of Old Trust on 2 October 2026. Enter that day or a later one.',
    ])
  })
})
