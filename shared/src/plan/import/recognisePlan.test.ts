import { expect, test } from 'vitest'
import { missingWords } from './missingWords.ts'
import { readText } from './readText.ts'
import { noPlanMessage } from './recognisedPlan.ts'
import type { RecognisedPlan } from './recognisedPlan.ts'
import { recognisePlan } from './recognisePlan.ts'
import type { RecogniseOptions } from './recognisePlan.ts'

function recognise(lines: string[], options?: RecogniseOptions): RecognisedPlan {
  const document = readText(lines.join('\n'))
  const plan = recognisePlan(document, options)
  expect(missingWords(document, plan)).toEqual([])
  return plan
}

const outline = (plan: RecognisedPlan): string[] =>
  plan.areas.flatMap((area) => [
    `${area.reference ?? '-'} ${area.title ?? '-'}`,
    ...area.actions.map((action) => `  ${action.reference ?? '-'} ${action.title}`),
  ])

const headings = 'Action\tExpected evidence\tTimescale'

test('areas, actions, themes and evidence come with their places', () => {
  const plan = recognise([
    'Riverton improvement plan',
    '',
    'Safer homes',
    '',
    'Improvement Area 1 – Write things down\t\t',
    headings,
    '1. Use one form.\tForms are audited.\tJune 2030',
    '\tThe audit is reported.\tJuly 2030',
    '2. Train staff\tStaff say so.\t',
  ])
  expect(plan).toEqual({
    title: 'Riverton improvement plan',
    titleSource: { line: 1 },
    themes: [{ title: 'Safer homes', source: { line: 3 } }],
    areas: [
      {
        reference: '1',
        numbering: 'Improvement Area 1 – ',
        theme: 'Safer homes',
        title: 'Write things down',
        source: { line: 5 },
        actions: [
          {
            reference: '1',
            numbering: '1. ',
            title: 'Use one form.',
            source: { line: 7 },
            places: {
              title: [{ line: 7 }],
              evidence: [{ line: 7 }, { line: 8 }],
              deadline: [{ line: 7 }, { line: 8 }],
            },
            expectedEvidence: [
              { text: 'Forms are audited.', deadline: 'June 2030', source: { line: 7 } },
              { text: 'The audit is reported.', deadline: 'July 2030', source: { line: 8 } },
            ],
          },
          {
            reference: '2',
            numbering: '2. ',
            title: 'Train staff',
            source: { line: 9 },
            places: { title: [{ line: 9 }], evidence: [{ line: 9 }] },
            expectedEvidence: [{ text: 'Staff say so.', source: { line: 9 } }],
          },
        ],
      },
    ],
    headers: [
      {
        columns: [
          { heading: 'Action', field: 'action', why: 'heading' },
          { heading: 'Expected evidence', field: 'evidence', why: 'heading' },
          { heading: 'Timescale', field: 'deadline', why: 'heading' },
        ],
        source: { line: 6 },
      },
    ],
    repeats: [],
    unplaced: [],
  })
})

test('a page break in a row joins what was torn apart and lists the repeated heading and header', () => {
  const plan = recognise([
    'Improvement Area 1 – Write things down\t\t',
    headings,
    '1. Use one form for\tForms are audited both\tFirst audit August',
    '',
    'Г',
    '',
    'Improvement Area 1 – Write things down\t\t',
    headings,
    'every referral.\tby the team and outside.\t2030 Second audit May 2031',
    '\tAll staff know.\t',
  ])
  expect(plan.areas).toHaveLength(1)
  expect(plan.areas[0]?.actions).toMatchObject([
    {
      title: 'Use one form for every referral.',
      continuedAt: [{ line: 9 }],
      expectedEvidence: [
        {
          text: 'Forms are audited both by the team and outside.',
          deadline: 'First audit August 2030 Second audit May 2031',
          source: { line: 3 },
          continuedAt: [{ line: 9 }],
        },
        { text: 'All staff know.' },
      ],
    },
  ])
  expect(plan.repeats).toEqual([
    { source: { line: 7 }, text: 'Improvement Area 1 – Write things down' },
    { source: { line: 8 }, text: headings },
  ])
  expect(plan.unplaced).toEqual([{ source: { line: 5 }, text: 'Г' }])
})

test('a heading that stands below its table, its second half torn off to the top, heads the table', () => {
  const plan = recognise([
    'Improvement Area 1 – Homes',
    '',
    headings,
    '1. Open homes\tOpen.\tMay 2030',
    '',
    'and say so to everyone\t\t',
    headings,
    '2. Tell people\tTold.\tMay 2030',
    '',
    'Improvement Area 2 – Do good',
    '',
    'Improvement Area 3 – Care\t\t',
    headings,
    '3. Care more\tSeen.\tMay 2030',
  ])
  expect(outline(plan)).toEqual([
    '1 Homes',
    '  1 Open homes',
    '2 Do good and say so to everyone',
    '  2 Tell people',
    '3 Care',
    '  3 Care more',
  ])
  expect(plan.areas[1]).toMatchObject({ source: { line: 10 }, continuedAt: [{ line: 6 }] })
})

test('the end of a heading on the next page, a heading cut short and a misread heading make no new area', () => {
  const plan = recognise([
    'Improvement Area 1 – Listen to people and act on what they say\t\t',
    headings,
    '1. Listen\tHeard.\tMay 2030',
    '',
    '1.000 ant Araa 1 Listn two',
    '',
    'act on what they say\t\t',
    headings,
    '2. Act\tDone.\tMay 2030',
    '',
    'Improvement Area 1 – Listen to people',
  ])
  expect(outline(plan)).toEqual(['1 Listen to people and act on what they say', '  1 Listen', '  2 Act'])
  expect(plan.repeats.map(({ source }) => source)).toEqual([{ line: 7 }, { line: 8 }, { line: 11 }])
  expect(plan.unplaced).toEqual([{ source: { line: 5 }, text: '1.000 ant Araa 1 Listn two' }])
})

test('a heading cut short at first gets its whole title when it comes again', () => {
  const plan = recognise([
    'Recommendation 1: Listen to',
    headings,
    '1. Listen\tHeard.\tMay 2030',
    '',
    'Recommendation 1: Listen to people',
    headings,
    '2. Act\tDone.\tMay 2030',
  ])
  expect(outline(plan)).toEqual(['1 Listen to people', '  1 Listen', '  2 Act'])
  expect(plan.repeats[0]).toEqual({ source: { line: 1 }, text: 'Recommendation 1: Listen to' })
})

test('numbers in a column of their own, with numbered areas as rows in the table', () => {
  const header = 'No.\tKey actions\tResponsible manager\tBy when\tProgress\tOutcomes\tRAG\tComments'
  const plan = recognise([
    'HOUSING',
    '',
    '1. Know the signs.\t\t\t\t\t\t\t',
    header,
    '1.1\tReview the rota\tHead of Care - AB Head of Homes - CD\tEnd May 2030\tBegun\tSafer\tGreen\tNone yet',
    '',
    '\tand publish it\t\t\tin June\t\t\t',
    header,
    '1.2\tTell people\tNurse; Doctor\tOngoing\t\t\t\t',
    '2. Act on the signs.\t\t\t\t\t\t\t',
    '2.1\tAct\t\tCompleted\t\t\t\t',
  ])
  expect(outline(plan)).toEqual([
    '1 Know the signs.',
    '  1.1 Review the rota and publish it',
    '  1.2 Tell people',
    '2 Act on the signs.',
    '  2.1 Act',
  ])
  expect(plan.areas[0]?.actions[0]).toMatchObject({
    reference: '1.1',
    numbering: '1.1 ',
    title: 'Review the rota and publish it',
    responsible: ['Head of Care - AB', 'Head of Homes - CD'],
    responsibleAsWritten: 'Head of Care - AB Head of Homes - CD',
    expectedEvidence: [{ deadline: 'End May 2030', source: { line: 5 } }],
    progress: 'Begun in June',
    outcome: 'Safer',
    status: 'Green',
    comments: 'None yet',
    source: { line: 5 },
    continuedAt: [{ line: 7 }],
  })
  expect(plan.areas[0]?.actions[1]?.responsible).toEqual(['Nurse', 'Doctor'])
})

test('plain section headings and rows without any number', () => {
  const plan = recognise([
    'Riverton plan 2030',
    '',
    'Leadership',
    'What we will do\tLead\tTarget date',
    'Meet monthly\tChair\tMay 2030',
    'Publish minutes\tClerk\tJune 2030',
    '',
    'Training',
    'What we will do\tLead\tTarget date',
    'Train staff\tNurse / Doctor\tMay 2030',
  ])
  expect(plan.title).toBe('Riverton plan 2030')
  expect(outline(plan)).toEqual([
    '- Leadership',
    '  - Meet monthly',
    '  - Publish minutes',
    '- Training',
    '  - Train staff',
  ])
  expect(plan.areas[1]?.actions[0]?.responsible).toEqual(['Nurse', 'Doctor'])
})

test('a column of recommendations makes the areas, and saying one again is a repeat', () => {
  const plan = recognise([
    'Recommendation\tAction\tOwner\tDeadline',
    '1. Listen more\t1.1 Ask people\tChair\tMay 2030',
    '1. Listen more\t1.2 Ask again\tChair\tJune 2030',
    '2. Act\t2.1 Act\tClerk\tJune 2030',
  ])
  expect(outline(plan)).toEqual([
    '1 Listen more',
    '  1.1 Ask people',
    '  1.2 Ask again',
    '2 Act',
    '  2.1 Act',
  ])
  expect(plan.repeats).toEqual([{ source: { line: 3 }, text: '1. Listen more' }])
})

test('a table without a header row is told by its numbers and dates', () => {
  const plan = recognise(['Board plan', '', '1\tTrain staff\tMay 2030', '2\tRecruit\tJune 2030'])
  expect(outline(plan)).toEqual(['- -', '  1 Train staff', '  2 Recruit'])
  expect(plan.headers).toMatchObject([{ guessed: true }])
  expect(plan.areas[0]?.actions[0]?.expectedEvidence).toMatchObject([{ deadline: 'May 2030' }])
})

test('a person can say what a column holds, and words of a column without a field are in the tray', () => {
  const lines = ['Priority 1 – Homes', headings + '\tBudget', '1. Build\tBuilt.\tMay 2030\t40 pounds']
  expect(recognise(lines).unplaced).toEqual([{ source: { line: 3 }, text: '40 pounds' }])
  const plan = recognise(lines, { columns: { budget: 'comments' } })
  expect(plan.areas[0]?.actions[0]?.comments).toBe('40 pounds')
  expect(plan.headers[0]?.columns[3]).toEqual({
    heading: 'Budget',
    field: 'comments',
    why: 'person',
    suggestion: 'unplaced',
  })
})

test('an area heading without actions stays an area, in its place', () => {
  const plan = recognise([
    'Priority 1 – Homes',
    'Priority 2 – Care',
    headings,
    '1. Care\tSeen.\tMay 2030',
    '',
    'Priority 3 – Work',
  ])
  expect(outline(plan)).toEqual(['1 Homes', '2 Care', '  1 Care', '3 Work'])
})

test('a contents list in front is a list of repeats', () => {
  const plan = recognise([
    'Priority 1 – Homes',
    'Priority 2 – Care',
    '',
    'Priority 1 – Homes',
    headings,
    '1. Build\tBuilt.\tMay 2030',
    '',
    'Priority 2 – Care',
    headings,
    '2. Care\tSeen.\tMay 2030',
  ])
  expect(outline(plan)).toEqual(['1 Homes', '  1 Build', '2 Care', '  2 Care'])
  expect(plan.repeats.slice(0, 2).map(({ source }) => source)).toEqual([{ line: 1 }, { line: 2 }])
})

test('an appendix after the plan, with a table of its own, is unplaced', () => {
  const plan = recognise([
    'Priority 1 – Homes',
    headings,
    '1. Build\tBuilt.\tMay 2030',
    '',
    'Appendix 1',
    'The people of this board met in May and agreed the plan above.',
    'Ann\tChair\tSince May',
    'Bo\tClerk\tSince June',
  ])
  expect(plan.areas[0]?.actions).toHaveLength(1)
  expect(plan.unplaced).toHaveLength(4)
})

test('numbered actions under headings, without any table', () => {
  const plan = recognise([
    'Riverton action plan',
    'Recommendation 1: Listen',
    '1.1 Ask people',
    'every month',
    'Deadline: May 2030',
    'Lead: Chair',
    '1.3 Ask again',
    'Recommendation 2: Act',
    '2.1 Act',
  ])
  expect(outline(plan)).toEqual([
    '1 Listen',
    '  1.1 Ask people every month',
    '  1.3 Ask again',
    '2 Act',
    '  2.1 Act',
  ])
  expect(plan.areas[0]?.actions[0]).toMatchObject({
    responsible: ['Chair'],
    expectedEvidence: [{ deadline: 'May 2030' }],
  })
})

test('a letter with numbered points is no plan, and the message says what to do', () => {
  const plan = recognise(['Dear Ann,', '1. Thank you for the cake.', '2. See you on Monday.', 'Yours,', 'Bo'])
  expect(plan.areas).toEqual([])
  expect(noPlanMessage(plan)).toContain('We could not find a plan in this document')
  expect(
    noPlanMessage(recognise(['Priority 1 – Homes', headings, '1. Build\tBuilt.\tMay 2030'])),
  ).toBeUndefined()
})

test('rows of one cell head the rows below them where no action has a number', () => {
  const plan = recognise([
    'Action\tOwner\tDeadline',
    'Governance\t\t',
    'Write terms\tChair\tMay 2030',
    'Agree terms\tClerk\tJune 2030',
    'Training\t\t',
    'Train all\tNurse\tMay 2030',
  ])
  expect(outline(plan)).toEqual([
    '- Governance',
    '  - Write terms',
    '  - Agree terms',
    '- Training',
    '  - Train all',
  ])
})

test('a table goes on below the title and page number that each page repeats', () => {
  const plan = recognise([
    'Improvement plan',
    'Priority 1 – Homes',
    headings,
    '1. Build\tBuilt.\tMay 2030',
    '',
    'Page 1 of 2',
    'Improvement plan',
    '',
    '2. Mend\tMended.\tMay 2030',
  ])
  expect(outline(plan)).toEqual(['1 Homes', '  1 Build', '  2 Mend'])
  expect(plan.repeats).toEqual([{ source: { line: 7 }, text: 'Improvement plan' }])
  expect(plan.unplaced).toEqual([{ source: { line: 6 }, text: 'Page 1 of 2' }])
})
