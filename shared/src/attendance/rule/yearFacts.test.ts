import { describe, expect, it } from 'vitest'
import { vacanciesOf } from './yearFacts.ts'

describe('the vacancies of a seat', () => {
  const from = '2026-04-01'

  it('run from the day somebody leaves to the day before somebody comes', () => {
    expect(
      vacanciesOf(from, null, [
        { changedOn: from, holderId: 'a' },
        { changedOn: '2026-05-10', holderId: null },
        { changedOn: '2026-06-01', holderId: 'b' },
        { changedOn: '2026-09-01', holderId: null },
      ]),
    ).toEqual([
      { startsOn: '2026-05-10', endsOn: '2026-05-31' },
      { startsOn: '2026-09-01', endsOn: null },
    ])
  })

  it('lie within the days of the seat', () => {
    expect(vacanciesOf(from, '2026-04-30', [{ changedOn: '2026-03-01', holderId: null }])).toEqual([
      { startsOn: from, endsOn: '2026-04-30' },
    ])
    expect(
      vacanciesOf(from, '2026-04-30', [
        { changedOn: from, holderId: 'a' },
        { changedOn: '2026-05-05', holderId: null },
      ]),
    ).toEqual([])
  })

  it('are none where the seat is given on at once', () => {
    expect(
      vacanciesOf(from, null, [
        { changedOn: from, holderId: 'a' },
        { changedOn: '2026-05-10', holderId: null },
        { changedOn: '2026-05-10', holderId: 'b' },
      ]),
    ).toEqual([])
    expect(vacanciesOf(from, null, [])).toEqual([])
  })
})
