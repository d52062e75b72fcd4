import { draftFromRecognised } from '@boardwork/shared/plan/import/planDraft.ts'
import { readText } from '@boardwork/shared/plan/import/readText.ts'
import { recognisePlan } from '@boardwork/shared/plan/import/recognisePlan.ts'
import { describe, expect, it } from 'vitest'
import { NotADraft, parsePlanDraft } from './parsePlanDraft.ts'

const draft = draftFromRecognised(
  recognisePlan(
    readText(
      'Plan of a Board\n\nArea 1 – Recording\nAction\tTimescale\n1.1 Write it down\tMarch\n1.2 Train staff\tJune\n',
    ),
  ),
)
const json: unknown = JSON.parse(JSON.stringify(draft))

describe('taking a draft from the client', () => {
  it('a draft comes through as it is', () => {
    expect(draft.areas.length).toBeGreaterThan(0)
    expect(parsePlanDraft(json)).toEqual(json)
  })

  it.each([
    { sheet: 'Plan', cell: 'B2' },
    { table: 1, row: 2 },
    { table: 1, row: 2, column: 3 },
    { paragraph: 4 },
    { line: 5 },
    { line: 5, page: 2 },
  ])('a place in the document may be %o', (source) => {
    const placed = {
      title: '',
      period: '',
      statuses: [],
      areas: [],
      unplaced: [{ key: 'k1', text: 'x', kept: 'dropped', source }],
      lastKey: 1,
    }
    expect(parsePlanDraft(placed)).toEqual(placed)
  })

  it.each([
    ['nothing', null],
    ['a list', []],
    ['a missing property', { title: '', areas: [], unplaced: [] }],
    ['an unknown property', { ...draft, more: 1 }],
    ['a number for text', { ...draft, title: 1 }],
    ['a key of another form', { ...draft, areas: [{ ...draft.areas[0], key: 'x1' }] }],
    ['a key that is used twice', { ...draft, areas: [draft.areas[0], draft.areas[0]] }],
    ['a last key that is too small', { ...draft, lastKey: 0 }],
    [
      'an unknown state of a text',
      { ...draft, unplaced: [{ key: 'k90', text: 'x', kept: 'gone' }], lastKey: 90 },
    ],
    ['a place of two kinds', { ...draft, areas: [{ ...draft.areas[0], source: { line: 1, paragraph: 1 } }] }],
    ['a character that cannot be kept', { ...draft, title: 'a\0b' }],
    ['too many areas', { ...draft, areas: Array.from({ length: 501 }, () => draft.areas[0]) }],
  ])('%s is refused', (_what, value) => {
    expect(() => parsePlanDraft(value)).toThrow(NotADraft)
  })
})
