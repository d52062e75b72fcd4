import { expect, test } from 'vitest'
import { fieldOfHeading } from './columnHeadings.ts'
import { columnKey, recogniseColumns } from './planColumns.ts'
import type { ColumnOverrides } from './planColumns.ts'
import type { SourceRow } from '../../document/sourceDocument.ts'

test.each([
  ['No.', 'reference'],
  ['Ref', 'reference'],
  ['Action No', 'reference'],
  ['#', 'reference'],
  ['KEY ACTIONS', 'action'],
  ['How is this to be achieved / action', 'action'],
  ['What we will do', 'action'],
  ['Task', 'action'],
  ['Expected evidence of improvement', 'evidence'],
  ['How will we know?', 'evidence'],
  ['Success measures', 'evidence'],
  ['Timescale', 'deadline'],
  ['By when', 'deadline'],
  ['Target date', 'deadline'],
  ['Deadline for action', 'deadline'],
  ['RESPONSIBLE MANAGER', 'responsible'],
  ['Lead', 'lead'],
  ['Action owner', 'responsible'],
  ['By whom', 'responsible'],
  ['PROGRESS REPORT', 'progress'],
  ['Actions to date', 'progress'],
  ['Outcomes for users of services and their carers', 'outcome'],
  ['Outcomes for people who use services', 'outcome'],
  ['What we want to achieve', 'outcome'],
  ['RAG', 'status'],
  ['Status', 'status'],
  ['Comments', 'comments'],
  ['Recommendation', 'area'],
  ['Theme', 'theme'],
])('a column headed %s holds %s', (heading, field) => {
  expect(fieldOfHeading(heading)).toBe(field)
})

test('an unknown heading names no field', () => {
  expect(fieldOfHeading('Budget')).toBeUndefined()
  expect(fieldOfHeading('')).toBeUndefined()
})

const columns = (headings: string[], rows: SourceRow[], overrides: ColumnOverrides = {}) =>
  recogniseColumns(
    headings.map((heading) => ({ heading })),
    rows,
    { overrides },
  )

const row = (...texts: string[]) => ({
  source: { line: 1 },
  cells: texts.map((text) => ({ text, source: { line: 1 } })),
})

test('a column without a known heading is told by what stands in it', () => {
  const rows = [row('1.', 'Train', 'March 2030'), row('2.', 'Recruit', 'End June 2030')]
  expect(columns(['', 'Action', 'Zeit'], rows, {}).map(({ field }) => field)).toEqual([
    'reference',
    'action',
    'deadline',
  ])
})

test("a person's choice goes before what the heading says", () => {
  expect(columnKey(' Time-scale:', 2)).toBe('time scale')
  expect(columnKey('', 2)).toBe('column 3')
  const fields = columns(['Action', 'Timescale', 'Budget'], [], {
    timescale: 'comments',
    budget: 'outcome',
  })
  expect(fields.map(({ field }) => field)).toEqual(['action', 'comments', 'outcome'])
})

test('without a column of actions the recommendations are the actions', () => {
  expect(columns(['No', 'Recommendation', 'Lead', 'By when'], [], {})[1]).toMatchObject({
    heading: 'Recommendation',
    field: 'action',
  })
  expect(columns(['Recommendation', 'Action', 'Lead'], [], {})[0]).toMatchObject({
    heading: 'Recommendation',
    field: 'area',
  })
})
