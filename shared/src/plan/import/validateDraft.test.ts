import { expect, test } from 'vitest'
import { planLimits } from '../limits.ts'
import { emptyAction } from './planDraft.ts'
import type { DraftAction, DraftArea, PlanDraft } from './planDraft.ts'
import { validateDraft } from './validateDraft.ts'

const action = (change: Partial<DraftAction> = {}): DraftAction => ({
  ...emptyAction('k3'),
  reference: '1',
  title: 'Find land',
  ...change,
})
const area = (change: Partial<DraftArea> = {}): DraftArea => ({
  key: 'k2',
  reference: '1',
  theme: '',
  title: 'Homes',
  actions: [action()],
  ...change,
})
const draft = (change: Partial<PlanDraft> = {}): PlanDraft => ({
  title: 'Plan',
  period: '',
  statuses: [],
  areas: [area()],
  unplaced: [],
  lastKey: 9,
  ...change,
})

test('a draft with a title, an area and an action is fine', () => {
  expect(validateDraft(draft())).toEqual([])
})

test('what is missing is asked for, at its field', () => {
  expect(validateDraft(draft({ title: ' ', areas: [] }))).toEqual([
    { level: 'error', path: 'title', message: 'Enter a title for the plan.' },
    { level: 'error', path: 'areas', message: 'Add at least one improvement area with an action.' },
  ])
  expect(validateDraft(draft({ areas: [area({ actions: [] })] }))).toEqual([
    { level: 'error', path: 'areas', message: 'Add at least one action to an improvement area.' },
  ])
  expect(
    validateDraft(
      draft({ areas: [area({ title: '', actions: [action(), action({ title: '', reference: '' })] })] }),
    ),
  ).toEqual([
    { level: 'error', path: 'areas.0.title', message: 'Area 1 has no title. Enter one.' },
    {
      level: 'error',
      path: 'areas.0.actions.1.title',
      message: 'Action in place 2 has no title. Enter one.',
    },
  ])
})

test('a reference that stands twice is a warning', () => {
  const problems = validateDraft(draft({ areas: [area(), area({ actions: [action({ reference: '1 ' })] })] }))
  expect(problems.map(({ level, path }) => [level, path])).toEqual([
    ['warning', 'areas.1.reference'],
    ['warning', 'areas.1.actions.0.reference'],
  ])
})

test.each([
  ['title', draft({ title: 'x'.repeat(planLimits.title + 1) })],
  ['areas.0.title', draft({ areas: [area({ title: 'x'.repeat(planLimits.areaTitle + 1) })] })],
  ['areas.0.theme', draft({ areas: [area({ theme: 'x'.repeat(planLimits.theme + 1) })] })],
  ['areas.0.reference', draft({ areas: [area({ reference: 'x'.repeat(planLimits.reference + 1) })] })],
  [
    'areas.0.actions.0.title',
    draft({ areas: [area({ actions: [action({ title: 'x'.repeat(planLimits.actionTitle + 1) })] })] }),
  ],
  [
    'areas.0.actions.0.expectedEvidence.0.text',
    draft({
      areas: [
        area({
          actions: [
            action({ expectedEvidence: [{ text: 'x'.repeat(planLimits.evidenceText + 1), deadline: '' }] }),
          ],
        }),
      ],
    }),
  ],
  [
    'areas.0.actions.0.expectedEvidence.0.deadline',
    draft({
      areas: [
        area({
          actions: [
            action({ expectedEvidence: [{ text: '', deadline: 'x'.repeat(planLimits.deadlineText + 1) }] }),
          ],
        }),
      ],
    }),
  ],
  [
    'areas.0.actions.0.responsible.0.postTitle',
    draft({
      areas: [
        area({
          actions: [
            action({
              responsible: [{ postTitle: 'x'.repeat(planLimits.postTitle + 1), part: 'RESPONSIBLE' }],
            }),
          ],
        }),
      ],
    }),
  ],
  [
    'unplaced',
    draft({ unplaced: [{ key: 'k4', kept: 'unplaced', text: 'x'.repeat(planLimits.draftBytes) }] }),
  ],
])('too much text in %s is an error there', (path, tooLong) => {
  expect(validateDraft(tooLong).map((problem) => [problem.level, problem.path])).toEqual([['error', path]])
})

test('too many areas or actions are an error', () => {
  const many = Array.from({ length: planLimits.areas + 1 }, () =>
    area({ reference: '', actions: Array.from({ length: 10 }, () => action({ reference: '' })) }),
  )
  expect(validateDraft(draft({ areas: many })).map(({ message }) => message)).toEqual([
    'The plan has 501 areas. A plan can have up to 500.',
    'The plan has 5,010 actions. A plan can have up to 5,000.',
  ])
})

test('of very many problems the first 200 of each level are told, errors first', () => {
  const actions = Array.from({ length: 300 }, () => action({ title: '' }))
  const problems = validateDraft(draft({ areas: [area({ actions })] }))
  expect(problems.map(({ level }) => level)).toEqual([
    ...Array.from({ length: 200 }, () => 'error'),
    ...Array.from({ length: 200 }, () => 'warning'),
  ])
})
