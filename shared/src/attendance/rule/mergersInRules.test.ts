import { describe, expect, it } from 'vitest'
import { mergersInRules, partOfWords } from './mergersInRules.ts'

const merged = (organisationName: string, since: string) => ({ organisationId: '', organisationName, since })

describe('a rule about an agency that merged', () => {
  it('says that each agency is counted for itself', () => {
    expect(mergersInRules({ partOf: merged('New Trust', '2026-10-01') }, 2026)).toEqual([
      'This agency became part of New Trust on 1 October 2026. What was found here is its own: it does not count against New Trust, which cannot answer for it.',
    ])
    expect(partOfWords(merged('New Trust', '2026-10-01'))).toBe(
      'The agency has been part of New Trust since 1 October 2026.',
    )
    expect(mergersInRules({ joined: [merged('Old Trust', '2026-10-01')] }, 2026)).toEqual([
      'Old Trust became part of this agency on 1 October 2026. What was found about Old Trust does not count here.',
    ])
  })

  it('says nothing where there was no merger near the year', () => {
    expect(mergersInRules({ joined: [merged('Old Trust', '2024-12-31')], partOf: null }, 2026)).toEqual([])
    expect(mergersInRules({}, 2026)).toEqual([])
  })
})
