import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  countByPlace,
  countOfBoard,
  expectedOf,
  knownOf,
  markOfAgency,
  rateOf,
  rateText,
  tallyOf,
} from './attendanceCount.ts'
import { generatedYears } from './generatedYears.fixture.ts'
import { Mark, markLetter, markName, markSymbol } from '../register/mark.ts'

const marks = fc.array(fc.constantFrom(...Object.values(Mark)), { maxLength: 40 })

describe('marks', () => {
  it('are told apart by name, by letter and by sign', () => {
    for (const words of [markName, markLetter, markSymbol])
      expect(new Set(Object.values(words)).size).toBe(Object.keys(Mark).length)
  })
})

describe('counting marks', () => {
  it('leaves out of the rate what is unknown, and says how many that is', () => {
    const tally = tallyOf(['PRESENT', 'PRESENT', 'DEPUTY', 'APOLOGIES', 'ABSENT', 'UNKNOWN', 'UNKNOWN'])
    expect([expectedOf(tally), knownOf(tally), rateOf(tally)]).toEqual([7, 5, 0.6])
    expect(rateText(tally)).toBe('60% (3 of 5), 2 unknown left out')
    expect(rateText(tallyOf([]))).toBe('Nothing to count')
    expect(rateText(tallyOf(['UNKNOWN']))).toBe('Nothing known, 1 unknown')
    expect(rateText(tallyOf(['PRESENT']))).toBe('100% (1 of 1)')
  })

  it('never rounds to all or nothing', () => {
    const nearly = tallyOf([...Array.from({ length: 399 }, () => 'PRESENT' as const), 'ABSENT'])
    expect(rateText(nearly)).toBe('99% (399 of 400)')
    expect(rateText({ ...nearly, PRESENT: 1, ABSENT: 399 })).toBe('1% (1 of 400)')
  })

  it('another unknown mark changes no rate', () => {
    fc.assert(
      fc.property(marks, (some) => {
        expect(rateOf(tallyOf([...some, 'UNKNOWN']))).toBe(rateOf(tallyOf(some)))
      }),
    )
  })

  it('an agency with several places was there if one of them was, and is unknown if one may have been', () => {
    const of = (...some: Mark[]) => markOfAgency(some.map((mark) => ({ mark })))
    expect(of('ABSENT', 'DEPUTY')).toBe('DEPUTY')
    expect(of('ABSENT', 'UNKNOWN')).toBe('UNKNOWN')
    expect(of('ABSENT', 'APOLOGIES')).toBe('APOLOGIES')
  })

  it('by place and by board comes to the same marks, and only to those of meetings that were held', () => {
    fc.assert(
      fc.property(generatedYears, ({ meetings }) => {
        const board = countOfBoard(meetings)
        const places = [...countByPlace(meetings).values()]
        for (const mark of Object.values(Mark))
          expect(places.reduce((sum, tally) => sum + tally[mark], 0)).toBe(board.tally[mark])
        const held = meetings.filter(({ closed, cancelled }) => closed && !cancelled)
        expect(board.held + board.cancelled + board.open).toBe(meetings.length)
        expect(expectedOf(board.tally)).toBe(held.reduce((sum, each) => sum + each.marks.length, 0))
      }),
    )
  })
})
