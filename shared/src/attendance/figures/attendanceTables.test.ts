import { expect, it } from 'vitest'
import { attendanceFigures } from './attendanceFigures.ts'
import { attendanceTables } from './attendanceTables.ts'
import { meetingOf, seatOf } from './attendedYears.fixture.ts'
import { readPublishedFigures } from './publishedFigures.ts'

const board = {
  boardId: 'b',
  boardName: 'Board',
  meetings: [
    meetingOf('1', '2026-05-01'),
    meetingOf('2', '2026-09-01'),
    meetingOf('3', '2027-01-15', 'BEGUN'),
  ],
  seats: [
    { ...seatOf('s1', 'A', {}, ['PRESENT', 'UNKNOWN']), holders: [] },
    { ...seatOf('s2', 'B', { voting: false, required: false }, [null, 'ABSENT']), holders: [] },
  ],
}
const before = { ...board, seats: [seatOf('s1', 'A', {}, ['PRESENT', 'ABSENT'])] }

it('a document has the rates, and the grid in parts where there are many meetings', () => {
  const tables = attendanceTables([board], [before], { year: 2026, startsMonth: 4, most: 2 })
  expect(tables.map(({ name }) => name)).toEqual([
    'Rates of the agencies',
    'Seats by meetings, part 1',
    'Seats by meetings, part 2',
  ])
  for (const { columns, rows } of tables)
    expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([columns.length]))
  expect(tables[0]?.rows[0]).toEqual([
    'Agency A',
    '2',
    '1',
    '0',
    '0',
    '0',
    '1',
    '100% (1 of 1), 1 unknown left out',
    '50% (1 of 2)',
    '50 points higher: too few meetings to tell',
  ])
  expect(tables[0]?.rows[1]?.at(-1)).toBe('Nothing to compare')
  expect(tables[1]?.rows).toEqual([
    ['Agency A', 'Required, with a vote', 'P', 'U'],
    ['Agency B', 'Optional, no vote', '', 'X'],
  ])
  expect(tables[2]?.rows[0]?.slice(2, 5)).toEqual(['Not marked yet', '1', '1'])
  expect(tables[2]?.columns[2]?.heading).toBe('15 January 2027 (register open, not counted)')
})

it('published figures are read again as they were written, and nothing else is', () => {
  const figures = attendanceFigures(board, 2026, 4)
  const again: unknown = JSON.parse(JSON.stringify(figures))
  expect(readPublishedFigures(again)).toEqual(figures)
  expect(readPublishedFigures({ ...figures, held: -1 })).toBeNull()
  expect(readPublishedFigures({ ...figures, agencies: [{ organisationId: 'A' }] })).toBeNull()
  expect(readPublishedFigures(null)).toBeNull()
})
