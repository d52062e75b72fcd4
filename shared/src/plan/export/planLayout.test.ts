import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DocumentLayout } from '../documentStyle.ts'
import { noLayout } from '../documentStyle.ts'
import { fieldOfHeading } from '../import/columnHeadings.ts'
import { ownHeading } from './layoutColumns.ts'
import type { LayoutAction, LayoutPlan, LayoutUpdate } from './layoutPlan.ts'
import { wordsLost } from '../import/missingWords.ts'
import { headingOfPeriod } from './periodHeading.ts'
import { planLayout } from './planLayout.ts'
import type { LayoutBlock } from './planLayout.ts'
import { recognisePlan } from '../import/recognisePlan.ts'
import type { SourceBlock } from '../../document/sourceDocument.ts'
import { paragraph, sheet, table } from '../import/support/documents.ts'
import { documentOfBlocks, importedPlan, textsOfBlocks, textsOfLayoutPlan } from './support/takeOut.ts'

const imported = (...blocks: SourceBlock[]) => {
  const document = { blocks }
  return importedPlan(document, recognisePlan(document))
}

/** What a plan says, to compare it with what is read again of it. */
const said = (plan: LayoutPlan) =>
  plan.areas.map(({ reference, theme, title, actions }) => ({
    reference,
    theme,
    title,
    actions: actions.map((action) => ({
      reference: action.reference,
      title: action.title,
      outcome: action.outcome,
      progress: action.progress,
      comments: action.comments,
      expectedEvidence: action.expectedEvidence,
      responsible: action.responsible,
      activities: action.activities,
      updates: action.updates.map((update) => [
        update.period,
        update.statusWords ?? update.status,
        update.percentComplete,
        update.narrative,
        update.issues,
      ]),
    })),
  }))

function readAgain(plan: LayoutPlan, blocks: LayoutBlock[]): LayoutPlan {
  const document = documentOfBlocks(plan.title, blocks)
  return importedPlan(document, recognisePlan(document)).plan
}

const tablesOf = (blocks: LayoutBlock[]) => blocks.flatMap((block) => (block.kind === 'table' ? [block] : []))
const headingsOf = (blocks: LayoutBlock[]) =>
  tablesOf(blocks).map(({ columns }) =>
    columns.map(({ group, heading }) => [group, heading].filter(Boolean).join(' > ')),
  )

const action = (given: Partial<LayoutAction> & Pick<LayoutAction, 'title'>): LayoutAction => ({
  reference: '',
  expectedEvidence: [],
  responsible: [],
  updates: [],
  activities: [],
  ...given,
})
const update = (given: Partial<LayoutUpdate> & Pick<LayoutUpdate, 'period' | 'status'>): LayoutUpdate => ({
  narrative: '',
  decidedAt: '2026-11-01',
  ...given,
})

const recommendations = () =>
  imported(
    paragraph('Harrow Vale improvement plan', 1),
    paragraph('Theme 1: People', 1),
    paragraph('Improvement Area 1 – Improve recording', 2),
    table(
      ['No.', 'How is this to be achieved', 'Expected evidence', 'By whom', 'Timescale'],
      ['1.', 'Write guidance', 'Guidance is in use.', 'Head of Care', 'May 2031'],
      ['', '', 'Staff know it.', '', 'June 2031 & ongoing'],
      ['2.', 'Audit files', 'Most are good.', 'Head of Care\nQuality Manager', 'Quarterly'],
    ),
    paragraph('Improvement Area 2 – Listen to carers', 2),
    table(
      ['No.', 'How is this to be achieved', 'Expected evidence', 'By whom', 'Timescale'],
      ['3.', 'Hold a forum', 'A forum was held.', 'Carers Lead', 'Autumn 2031'],
    ),
  )

const monitoring = () =>
  imported(
    sheet(
      'Monitoring',
      ['Monitoring of the plan 2031/32'],
      ['Code', 'Action', 'Lead officer', 'Deadline', 'Quarter 1', '', 'Quarter 2', ''],
      ['', '', '', '', 'Status', '% complete', 'Status', '% complete'],
      ['SS1.2', 'Train staff', 'Head of Care', '31/03/2032', 'On track', '25%', 'Behind schedule', '40%'],
      ['CH/3', 'Open the centre', 'Clerk', '30/09/2031', 'On track', '80%', 'Completed', '100%'],
    ),
  )

describe('a plan that nobody has touched', () => {
  const shapes: Record<string, () => { plan: LayoutPlan; layout: DocumentLayout }> = {
    'of recommendations with several timescales for one action': recommendations,
    'with columns for each quarter': monitoring,
    'with areas and themes in columns': () =>
      imported(
        table(
          ['Theme', 'Recommendation', 'Action', 'Lead', 'Timescale', 'Status'],
          ['Leadership', 'R1 Lead well', 'Meet monthly', 'Chair', 'Monthly', 'Green'],
          ['', '', 'Publish minutes', 'Clerk', 'June 2031', 'Green'],
          ['Practice', 'R3 Record', 'Write it down', 'Head of Care', 'July 2031', 'Red'],
        ),
      ),
    'with a column to tick for each status': () =>
      imported(
        table(
          ['No', 'Action', 'Owner', 'Achieved (tick)', 'On target (tick)'],
          ['1', 'Update the website', 'Communications', '✓', ''],
          ['2', 'Review the budget', 'Finance', '', '✓'],
          ['3', 'Hold the meeting', 'Clerk', '', ''],
        ),
      ),
    'with a row for each quarter': () =>
      imported(
        table(
          ['Ref', 'Action', 'Lead', 'Quarter', 'Status', '% complete', 'Progress'],
          ['PI 12', 'Train staff', 'Ann Fell', 'Q1 2031/32', 'On target', '25', 'Begun.'],
          ['PI 12', 'Train staff', 'Ann Fell', 'Q2 2031/32', 'Completed', '100', 'Done.'],
          ['PI 13', 'Recruit', 'Bo Ray', 'Q1 2031/32', 'Not started', '0', ''],
        ),
      ),
    'with steps in a column beside each action': () =>
      imported(
        table(
          ['Action', 'Key tasks', 'Lead', 'By when'],
          ['Improve training', 'Write the course', 'Trainer', 'May 2031'],
          ['', 'Book rooms', 'Clerk', 'June 2031'],
          ['Improve records', 'Write guidance', 'Clerk', 'July 2031'],
        ),
      ),
    'as blocks of an action, its quarters and its activities': () =>
      imported(
        paragraph('Plan 2031/32'),
        table(
          ['Action', 'Lead Officer', 'Deadline'],
          ['AP-HC-01 Give advice early', 'Bo Ray', '31-Mar-2032'],
        ),
        table(
          ['Period', 'Action Plan Status', '% Complete'],
          ['Quarter 1', 'On Target', '25'],
          ['Quarter 2', 'Slipped', '50'],
        ),
        paragraph('Progress'),
        paragraph('Advice is given by all teams.'),
        table(['Activities', 'Lead Officer', 'Status'], ['Print a leaflet', 'Cy Dew', 'Completed']),
        table(['Action', 'Lead Officer', 'Deadline'], ['AP-HC-02 Work with health', 'Di Elm', '31-Mar-2032']),
      ),
    'as a list with labels': () =>
      imported(
        paragraph('Improvement plan for Riverton'),
        paragraph('Priority 1: Prevention'),
        paragraph('1.1 Publish a strategy'),
        paragraph('Who: Head of Commissioning'),
        paragraph('Timescale: End March 2031'),
        paragraph('1.2 Open a help line'),
        paragraph('Who: Contact Centre Manager'),
      ),
  }
  it.each(Object.entries(shapes))('goes out and is read again as it was: %s', (_, make) => {
    const { plan, layout } = make()
    expect(plan.areas.flatMap((area) => area.actions).length).toBeGreaterThan(1)
    for (const kind of ['document', 'workbook'] as const)
      expect(said(readAgain(plan, planLayout(plan, layout, kind)))).toEqual(said(plan))
  })
})

describe('the layout of the board’s own document', () => {
  it('has its headings, its way of numbering and its rows for further timescales', () => {
    const { plan, layout } = recommendations()
    const blocks = planLayout(plan, layout, 'document')
    expect(
      blocks.map((block) => (block.kind === 'heading' ? [block.level, block.text] : block.kind)),
    ).toEqual([
      [1, 'Theme 1: People'],
      [2, 'Improvement Area 1 – Improve recording'],
      'table',
      [2, 'Improvement Area 2 – Listen to carers'],
      'table',
    ])
    expect(headingsOf(blocks)[0]).toEqual([
      'No.',
      'How is this to be achieved',
      'Expected evidence',
      'By whom',
      'Timescale',
    ])
    expect(tablesOf(blocks)[0]?.rows).toEqual([
      ['1.', 'Write guidance', 'Guidance is in use.', 'Head of Care', 'May 2031'],
      ['', '', 'Staff know it.', '', 'June 2031 & ongoing'],
      ['2.', 'Audit files', 'Most are good.', 'Head of Care\nQuality Manager', 'Quarterly'],
    ])
  })

  it('takes a new quarter in columns of the same style behind the last, in the board’s words', () => {
    const { plan, layout } = monitoring()
    plan.areas[0]?.actions[0]?.updates.push(
      update({ period: 'Q3 2031/32', status: 'OFF_TARGET', percentComplete: 45, narrative: 'Two left.' }),
      update({ period: 'Q1 2032/33', status: 'NOT_STARTED' }),
    )
    const [out] = tablesOf(planLayout(plan, layout, 'workbook'))
    expect(headingsOf(planLayout(plan, layout, 'workbook'))[0]?.slice(4)).toEqual([
      'Quarter 1 > Status',
      'Quarter 1 > % complete',
      'Quarter 2 > Status',
      'Quarter 2 > % complete',
      'Quarter 3 > Status',
      'Quarter 3 > % complete',
      'Q3 2031/32 progress',
      'Quarter 1 2032/33 > Status',
      'Quarter 1 2032/33 > % complete',
    ])
    expect(out?.rows[0]?.slice(6)).toEqual([
      'Behind schedule',
      '40%',
      'Behind schedule',
      '45%',
      'Two left.',
      'Not started',
      '',
    ])
  })

  it('has columns of our own at the end for words that have none there', () => {
    const { plan, layout } = recommendations()
    Object.assign(plan.areas[0]?.actions[1] ?? {}, {
      outcome: 'People notice',
      comments: 'Wait for the audit',
      activities: [{ title: 'Choose files', lead: 'Clerk' }],
      responsible: [
        { part: 'RESPONSIBLE', postTitle: 'Quality Manager', organisationName: 'Brindle Council' },
      ],
      updates: [
        update({ period: 'Q1 2031/32', status: 'ON_TARGET', percentComplete: 10, narrative: 'Begun' }),
        update({ period: 'Q2 2031/32', status: 'AT_RISK', issues: 'Few files' }),
      ],
    })
    const blocks = planLayout(plan, layout, 'document')
    expect(headingsOf(blocks)[0]?.slice(5)).toEqual([
      'Outcome',
      'Comments',
      'Reporting period',
      'Status',
      'Percent complete',
      'Progress',
      'Issues',
      'Earlier updates',
      'Activities',
      'Agency',
    ])
    expect(wordsLost([...textsOfLayoutPlan(plan), 'Brindle Council'], textsOfBlocks(blocks))).toEqual([])
  })

  it('is a usual one where the plan was not brought in', () => {
    const plan: LayoutPlan = {
      title: 'Plan',
      areas: [
        { reference: '1', title: 'Listen', actions: [action({ reference: '1.1', title: 'Ask people' })] },
      ],
    }
    const blocks = planLayout(plan, noLayout, 'document')
    expect(blocks[0]).toEqual({ kind: 'heading', level: 1, text: '1. Listen' })
    expect(headingsOf(blocks)).toEqual([
      ['Reference', 'Action', 'Expected evidence', 'Responsible', 'Deadline'],
    ])
    expect(tablesOf(blocks)[0]?.rows).toEqual([['1.1', 'Ask people', '', '', '']])
  })

  it('names our own columns so that they are understood when they are read again', () => {
    const notRead = new Set(['unplaced', 'agencies', 'earlier', 'areaReference'])
    const own = Object.entries(ownHeading).filter(([field]) => !notRead.has(field))
    expect(own.map(([, heading]) => fieldOfHeading(heading))).toEqual(own.map(([field]) => field))
  })
})

it('moves the heading of a column to another quarter', () => {
  expect(headingOfPeriod('Q2 2026/27 status', 'Q2 2026/27', 'Q3 2026/27')).toBe('Q3 2026/27 status')
  expect(headingOfPeriod('Qtr 4 % complete', 'Q4 2026/27', 'Q1 2027/28')).toBe('Qtr 1 2027/28 % complete')
  expect(headingOfPeriod('June 2026', 'June 2026', 'July 2026')).toBe('July 2026')
  expect(headingOfPeriod('Quarter 2 (Jul-Sep)', 'Q2 2026/27', 'Q3 2026/27')).toBe('Quarter 3')
  expect(headingOfPeriod('Q2 Jul to Sep', 'Q2 2026/27', 'Q3 2026/27')).toBeUndefined()
})

const words = fc.constantFrom(
  '',
  'Write it',
  '=1+1',
  '- a point',
  'Two\nlines',
  'Ann Fell, Clerk',
  '2. Send it',
  'Q1 2031/32',
  '50%',
)
const filled = words.filter((text) => text !== '')
const anyAction = fc.record({
  reference: fc.constantFrom('', '1', '1.1', 'SS/2'),
  title: filled,
  outcome: words,
  progress: words,
  comments: words,
  expectedEvidence: fc.array(fc.record({ text: words, deadline: words }), { maxLength: 3 }),
  responsible: fc.array(
    fc.record({
      part: fc.constantFrom('LEAD' as const, 'AUTHORISING' as const, 'RESPONSIBLE' as const),
      postTitle: words,
    }),
    { maxLength: 3 },
  ),
  updates: fc.uniqueArray(
    fc.record({
      period: fc.constantFrom('Q1 2031/32', 'Q2 2031/32', 'Q4 2031/32', 'June 2032'),
      status: fc.constantFrom('ON_TARGET' as const, 'COMPLETE' as const),
      statusWords: fc.constantFrom(null, 'Green', 'Slipped a bit'),
      percentComplete: fc.constantFrom(null, 0, 40),
      narrative: words,
      issues: words,
      correctiveActions: words,
    }),
    { selector: ({ period }) => period, maxLength: 4 },
  ),
  activities: fc.array(
    fc.record({ title: filled, lead: words, deadline: words, status: words, comments: words }),
    {
      maxLength: 3,
    },
  ),
})
const anyPlan = fc.record({
  title: filled,
  areas: fc.array(
    fc.record({
      reference: fc.constantFrom('', '1'),
      theme: words,
      title: words,
      actions: fc.array(anyAction, { maxLength: 3 }),
    }),
    { maxLength: 3 },
  ),
})

it('every word of a plan is in what is taken out, whatever document it came in', () => {
  const headings = fc.uniqueArray(
    fc.constantFrom(
      'Ref',
      'Theme',
      'Objective',
      'Key tasks',
      'Lead',
      'Authorising officer',
      'By whom',
      'By whom and when',
      'Timescale',
      'Evidence',
      'Quarter',
      'Q1 2031/32 status',
      'Q2 progress',
      'Status',
      '% complete',
      'Progress',
      'Issues',
      'Comments',
      'Outcome',
      'Budget',
    ),
    { maxLength: 9 },
  )
  const layouts = fc
    .tuple(
      headings,
      fc.boolean(),
      fc.constantFrom<DocumentLayout['style'][]>(
        {},
        { fields: true },
        { stepRows: true },
        { fields: true, labels: { deadline: 'By' } },
      ),
    )
    .map(([others, apart, style]): DocumentLayout => {
      const blocks = [
        table(
          ['Action', 'Lead', ...others.filter((one) => one !== 'Lead')],
          ['Do it', 'Clerk', ...others.map(() => '')],
        ),
      ]
      if (apart)
        blocks.push(
          table(['Period', 'Status'], ['Q1 2031/32', 'Red']),
          table(['Activities', 'Status'], ['Begin', 'Done']),
        )
      return { headers: style.labels ? [] : recognisePlan({ blocks }).headers, style }
    })
  fc.assert(
    fc.property(
      anyPlan,
      layouts,
      fc.constantFrom('document' as const, 'workbook' as const),
      (plan, layout, kind) => {
        expect(wordsLost(textsOfLayoutPlan(plan), textsOfBlocks(planLayout(plan, layout, kind)))).toEqual([])
      },
    ),
    { numRuns: 500 },
  )
})
