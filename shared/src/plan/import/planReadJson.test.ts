import { expect, test } from 'vitest'
import { planReadJson } from './planReadJson.ts'
import { readText } from './readText.ts'
import { recognisePlan } from './recognisePlan.ts'

test('the JSON of a plan has its fields with their meaning, and all other words unplaced', () => {
  const text = [
    'Riverton improvement plan 2029/30',
    '',
    'Safer homes',
    '',
    'Improvement Area 1 – Write things down\t\t\t\t\t\t\t\t\t\t',
    'No.\tAction\tLead officer\tTimescale\tStatus\tProgress\tEvidence\tOutcome\tComments\tQ2 status\tQ2 % complete\tBudget',
    '1.1\tUse one form. See 12.1 above\tAnn Fell and Bo Ray\tEnd March 2030\tOn target\tBegun in May.\tForms\tSafer\tNone\tOn target\t50%\t£40',
  ].join('\n')
  expect(planReadJson(recognisePlan(readText(text)))).toEqual({
    title: 'Riverton improvement plan 2029/30',
    areas: [
      {
        reference: '1',
        theme: 'Safer homes',
        title: 'Write things down',
        actions: [
          {
            reference: '1.1',
            title: 'Use one form. See 12.1 above',
            responsible: ['Ann Fell', 'Bo Ray'],
            deadlines: [{ text: 'End March 2030', earliest: '2030-03-01', latest: '2030-03-31' }],
            status: 'ON_TARGET',
            updates: [{ period: 'Q2 2029/30', status: 'ON_TARGET', percentComplete: 50 }],
            progress: 'Begun in May.',
            evidence: 'Forms',
            outcome: 'Safer',
            comments: 'None',
            seeAlso: ['12.1'],
            source: { line: 7 },
          },
        ],
      },
    ],
    unplaced: [
      { source: { line: 7 }, text: '£40' },
      {
        source: { line: 6 },
        text: 'No. Action Lead officer Timescale Status Progress Evidence Outcome Comments Q2 status Q2 % complete Budget',
      },
      { source: { line: 5 }, text: 'Improvement Area' },
      { source: { line: 7 }, text: 'and' },
    ],
  })
})

test('a status in other words keeps them, and one that we do not know is no status', () => {
  const text = 'Action\tLead\tRAG\nWrite it\tClerk\tGreen\nSend it\tClerk\tPurple\n'
  const { areas, unplaced } = planReadJson(recognisePlan(readText(text)))
  expect(areas[0]?.actions.map(({ status }) => status)).toEqual(['ON_TARGET', undefined])
  expect(unplaced.map((rest) => rest.text)).toEqual(['Action Lead RAG', 'Green', 'Purple'])
})
