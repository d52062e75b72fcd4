import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchItems } from './matchItems.ts'

const items = (...lines: string[]) =>
  lines.map((line) => {
    const [, reference = '', title = ''] = /^([\d.]*) ?(.*)$/.exec(line) ?? []
    return { reference, title }
  })

/** Which older line each newer line stands for; a dash where none. */
function matched(older: string[], newer: string[]): string[] {
  const found = matchItems(items(...older), items(...newer))
  return newer.map((_, index) => older[found.get(index) ?? -1] ?? '-')
}

describe('what means the same in two versions of a document', () => {
  it('has the same title, under whatever number', () => {
    expect(
      matched(
        ['1.1 Train the staff who record', '1.2 Write down each decision'],
        ['1.1 Appoint a lead for records', '1.2 Train the staff who record', '1.3 Write down each decision.'],
      ),
    ).toEqual(['-', '1.1 Train the staff who record', '1.2 Write down each decision'])
  })

  it('has the same number and a title that is not quite another', () => {
    expect(
      matched(
        ['1.1 Review the out of hours rota'],
        ['1.1 Complete a review of cover at night and out of hours'],
      ),
    ).toEqual(['1.1 Review the out of hours rota'])
    expect(matched(['1.1 Review the rota'], ['1.1 Publish an easy-read guide'])).toEqual(['-'])
  })

  it('has the title that is most alike, also under another number', () => {
    expect(
      matched(
        ['2.1 Train all staff in recording', '2.2 Train all managers in supervision'],
        [
          '2.1 Hire two trainers',
          '2.2 Train all new staff in recording',
          '2.3 Train all managers in supervision',
        ],
      ),
    ).toEqual(['-', '2.1 Train all staff in recording', '2.2 Train all managers in supervision'])
  })

  it('stands in the same area first, where a title repeats', () => {
    const report = (within: string) => ({ reference: '', title: 'Report to the board', within })
    expect(matchItems([report('A'), report('B')], [report('B'), report('A'), report('C')])).toEqual(
      new Map([
        [0, 1],
        [1, 0],
      ]),
    )
  })

  it('is found at most once, and the same list is found whole', () => {
    const word = fc.constantFrom('review', 'the', 'rota', 'train', 'staff', 'audit', 'records', 'board')
    const item = fc.record({
      reference: fc.constantFrom('', '1', '1.1', '1.2', '2'),
      title: fc.array(word, { maxLength: 5 }).map((words) => words.join(' ')),
    })
    fc.assert(
      fc.property(fc.array(item), fc.array(item), (older, newer) => {
        const found = matchItems(older, newer)
        expect(new Set(found.values()).size).toBe(found.size)
        for (const [index, place] of found) {
          expect(newer[index]).toBeDefined()
          expect(older[place]).toBeDefined()
        }
        expect(matchItems(older, older).size).toBe(older.length)
      }),
    )
  })

  it('is found among 2,000 that were all reworded', () => {
    const older = items(...Array.from({ length: 2000 }, (_, n) => `Review the ${n} records of team ${n % 7}`))
    const newer = items(...Array.from({ length: 2000 }, (_, n) => `Review the ${n} files of team ${n % 7}`))
    const found = matchItems(older, newer)
    expect([...found].every(([index, place]) => index === place)).toBe(true)
    expect(found.size).toBe(2000)
  })
})
