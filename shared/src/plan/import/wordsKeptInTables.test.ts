import fc from 'fast-check'
import { expect, test } from 'vitest'
import { missingWords, textsToKeep, textsOfPlan, wordsLost } from './missingWords.ts'
import { draftFromRecognised, textsOfDraft } from './planDraft.ts'
import { planReadJson } from './planReadJson.ts'
import { recognisePlan } from './recognisePlan.ts'
import type { SourceBlock, SourceDocument, SourceRow } from '../../document/sourceDocument.ts'
import { headingsOfTicks } from './support/documents.ts'

const heading = fc.constantFrom(
  'No.',
  'Ref',
  'Action',
  'Key tasks',
  'Activities',
  'Recommendation',
  'Theme',
  'Lead officer',
  'Authorising officer',
  'By whom',
  'By whom and when',
  'Deadline',
  'Target\ndate',
  'Status',
  '% complete',
  'Period',
  'Quarter 1',
  'Q2 2029/30 status',
  'Progress',
  'Issues',
  'Corrective action',
  'Evidence',
  'Outcome',
  'Comments',
  'Budget',
  '',
)
const value = fc.constantFrom(
  '1',
  '1.1',
  '1.1.1',
  '(a)',
  'SS1.2',
  'Write a policy',
  'write a policy and',
  '1. Write it\n2. Send it',
  '• Write it\n• Send it',
  'Write it\nSend it',
  'See 1.1 above',
  'Write a policy (continued)',
  'Head of Care',
  'Ann Fell and Bo Ray',
  'AB/CD',
  'Head of Care\nHead of Homes',
  'Head of Care / May 2030',
  'May 2030',
  '1. May 2030\n2. June 2030',
  'May 2030\nOngoing',
  'March and June 2030',
  'Quarterly',
  'On target',
  'Amber – late',
  'Q1: On target\nQ2: Red',
  '50%',
  '0.5',
  'Quarter 2',
  'July - September 2029',
  'Recommendation 2: Listen to people',
  'Priority 3',
  'Total',
  'Key: Red = late',
  'Appendix 1',
  '£40',
  '✓',
  '<p>All staff</p> <p>know.</p>',
  '**Bold** words',
)
const span = fc.option(
  fc.record({ rows: fc.integer({ min: 1, max: 3 }), columns: fc.integer({ min: 1, max: 4 }) }),
  {
    nil: undefined,
    freq: 5,
  },
)
const cell = fc.tuple(
  fc.oneof({ weight: 3, arbitrary: value }, { weight: 1, arbitrary: fc.constant('') }),
  span,
)
const headerCell = fc.tuple(heading, span)

const row = (width: number) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.array(cell, { minLength: width, maxLength: width }) },
    { weight: 2, arbitrary: fc.array(headerCell, { minLength: width, maxLength: width }) },
    { weight: 1, arbitrary: fc.array(cell, { minLength: 1, maxLength: width + 1 }) },
    {
      weight: 1,
      arbitrary: value.map((text) => [
        [text, undefined] as const,
        ...Array.from({ length: width - 1 }, () => ['', undefined] as const),
      ]),
    },
  )

let tables = 0
const table = fc
  .tuple(
    fc
      .integer({ min: 2, max: 7 })
      .chain((width) =>
        fc.tuple(
          fc.array(headerCell, { minLength: width, maxLength: width }),
          fc.array(row(width), { maxLength: 7 }),
        ),
      ),
    fc.constantFrom(undefined, undefined, 'Prevention', 'Protection', 'Action plan', 'Sheet1'),
  )
  .map(([[header, rows], name]): SourceBlock => {
    tables += 1
    return {
      kind: 'table',
      ...(name === undefined ? {} : { name }),
      rows: [header, ...rows].map((cells, index): SourceRow => ({
        source: { table: tables, row: index + 1 },
        cells: cells.map(([text, reach], column) => ({
          text,
          source: { table: tables, row: index + 1, column: column + 1 },
          ...(reach === undefined ? {} : { span: reach }),
        })),
      })),
    }
  })

const line = fc.constantFrom(
  'Riverton improvement plan 2029/30',
  'Prevention',
  'Recommendation 1: Listen',
  'Progress',
  'Issues affecting current/future progress & corrective actions',
  'All staff were trained in May.',
  'Glossary',
  'Action Authorising Officer Lead Officer Deadline Status',
  'HC-AP-05 To make sure Ann Fell Bo Ray 31-Mar-2030 On Target',
  'PeriodAction Plan Status% CompleteQuarter 2On Target50Quarter 1On Target25',
  'Quarter 2 On Target 40',
  '1.1 Train staff (Head of Care, by March 2030)',
  'Lead: Head of Care; Timescale: June 2030',
)
const block = fc.oneof(
  { weight: 3, arbitrary: table },
  {
    weight: 2,
    arbitrary: fc
      .tuple(line, fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined, freq: 2 }))
      .map(([text, level]): SourceBlock => ({
        kind: 'paragraph',
        text,
        source: { paragraph: 1 },
        ...(level === undefined ? {} : { level }),
      })),
  },
  { weight: 1, arbitrary: fc.constant<SourceBlock>({ kind: 'pageBreak', source: { paragraph: 1 } }) },
)
const document = fc.array(block, { maxLength: 7 }).map((blocks): SourceDocument => ({ blocks }))

test('every word of tables with merged cells, sheets, periods and steps is in the plan exactly as often', () => {
  fc.assert(
    fc.property(document, (source) => {
      const plan = recognisePlan(source)
      expect(missingWords(source, plan)).toEqual([])
      expect(wordsLost(textsOfPlan(plan), [...textsToKeep(source), ...headingsOfTicks(plan)])).toEqual([])
    }),
    { numRuns: 1000 },
  )
})

/** All texts and figures of the JSON. */
function textsIn(json: unknown): string[] {
  if (typeof json === 'string') return [json]
  if (typeof json !== 'object' || json === null) return []
  return Object.values(json).flatMap(textsIn)
}

/** The words that the JSON says in another form: statuses, percentages and periods. */
const saidOtherwise =
  /^(?:On|on|Target|target|Complete|complete|Completed|Quarter|Q|\d+|July|September|%|Not|started)$/

test('every word of a document is in its JSON', () => {
  fc.assert(
    fc.property(document, (source) => {
      const json = planReadJson(recognisePlan(source))
      // Rows of one period are one update, which says the period once.
      const periods = json.areas.flatMap(({ actions }) =>
        actions.flatMap(({ updates = [] }) => updates.map(({ period = '' }) => period)),
      )
      const lost = wordsLost(textsToKeep(source), textsIn(json))
      const unsaid = lost.filter((word) => wordsLost([word], periods).length > 0)
      expect(unsaid.filter((word) => !saidOtherwise.test(word))).toEqual([])
    }),
    { numRuns: 500 },
  )
})

test('every word of a document is in the draft made of it', () => {
  fc.assert(
    fc.property(document, (source) => {
      const texts = textsOfDraft(draftFromRecognised(recognisePlan(source)))
      const lost = wordsLost(textsToKeep(source), texts)
      // Words around numbers, and what separates people.
      expect(
        lost.filter((word) => !/^(?:Recommendation|Priority|Improvement|Area|and|a)$/.test(word)),
      ).toEqual([])
    }),
    { numRuns: 500 },
  )
})

test('the generated documents hold updates, activities, shared cells and officers', () => {
  const actions = fc
    .sample(document, { numRuns: 400, seed: 5 })
    .flatMap((source) => recognisePlan(source).areas.flatMap((area) => area.actions))
  const count = (holds: (action: (typeof actions)[number]) => boolean): number => actions.filter(holds).length
  expect(count(({ updates }) => updates !== undefined)).toBeGreaterThan(50)
  expect(count(({ activities }) => activities !== undefined)).toBeGreaterThan(50)
  expect(count(({ shared }) => shared !== undefined)).toBeGreaterThan(10)
  expect(count(({ leadOfficers }) => leadOfficers !== undefined)).toBeGreaterThan(50)
})
