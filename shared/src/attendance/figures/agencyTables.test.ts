import { expect, it } from 'vitest'
import { agencyTables } from './agencyTables.ts'
import type { AgencyBoard } from './agencyTables.ts'
import { meetingOf, seatOf } from './attendedYears.fixture.ts'
import { seatText } from './seatWords.ts'

const seat = {
  ...seatOf('s1', 'A', { startsOn: '2026-04-01' }, ['DEPUTY', 'ABSENT', 'PRESENT']),
  holders: [
    { meetingId: '1', name: 'Ann Fern' },
    { meetingId: '2', name: null },
    { meetingId: '3', name: 'Cy Yew' },
  ],
  deputies: [{ meetingId: '1', name: 'Bo Moss', seniorEnough: false }],
}
const board: AgencyBoard = {
  boardId: 'b',
  boardName: 'Adults Board',
  startsMonth: 4,
  meetings: [
    meetingOf('1', '2026-05-01'),
    meetingOf('2', '2026-09-01'),
    meetingOf('3', '2027-01-15', 'BEGUN'),
    meetingOf('4', '2027-02-15', 'TO_COME'),
  ],
  seats: [seat],
}
const other: AgencyBoard = { ...board, boardId: 'c', boardName: 'Children Board', startsMonth: 9, seats: [] }
const agreed = seatText(seat)
const rows = [
  ['1 May 2026', agreed, 'Deputy came', 'Ann Fern', 'Bo Moss, not senior enough'],
  ['1 September 2026', agreed, 'Absent', 'Vacant', 'Nobody'],
  ['15 January 2027', agreed, 'Present (register open, not counted)', 'Cy Yew', 'Cy Yew'],
]

it('the tables of an agency say what it agreed to, how often it came, who was sent, and its flags', () => {
  const flags = [
    { words: 'Missed two meetings', state: 'PUT', answerDueOn: '2026-10-01' },
    { words: 'Sent no apologies', state: 'CLOSED', answerDueOn: '2026-10-01' },
  ] as const
  const tables = agencyTables({ year: 2026, boards: [board, other], flags, partOf: null }, { together: true })
  for (const table of tables)
    expect(new Set(table.rows.map(({ length }) => length))).toEqual(new Set([table.columns.length]))
  expect(tables.map((table) => table.rows)).toEqual([
    [
      ['Adults Board', 'April 2026 to March 2027', agreed, '50% (1 of 2)'],
      ['Children Board', 'September 2026 to August 2027', '', 'No register is closed yet'],
    ],
    rows.map((row) => ['Adults Board', ...row]),
    [
      ['Missed two meetings', 'Put to the agency', '1 October 2026'],
      ['Sent no apologies', 'Closed', ''],
    ],
  ])
  expect(tables[0]?.lines).toContain('At all of its boards: 50% (1 of 2).')
})

it('each board has a table of its own where they do not stand together; without flags that is said', () => {
  const of = {
    year: 2026,
    boards: [board, other],
    partOf: { organisationName: 'A trust', since: '2026-10-01' },
  }
  const [boards, meetings, flags] = agencyTables({ ...of, flags: [] }, { together: false })
  expect(meetings).toMatchObject({ name: 'Adults Board: meetings, and who was sent', rows })
  expect(flags).toMatchObject({ rows: [], lines: ['No board has put a flag to this agency.'] })
  expect(boards?.lines).toContain('The agency became part of A trust on 1 October 2026.')
  expect(agencyTables({ ...of, flags: null }, { together: true }).map(({ name }) => name)).not.toContain(
    'Flags',
  )
})
