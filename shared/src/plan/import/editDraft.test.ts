import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addAction,
  addArea,
  editAction,
  editArea,
  editTitle,
  findAction,
  mergeActionIntoPrevious,
  moveAction,
  placeUnplaced,
  removeAction,
  removeArea,
  setAside,
  splitEvidence,
} from './editDraft.ts'
import type { PlaceTarget } from './editDraft.ts'
import { wordsLost } from './missingWords.ts'
import { draftFromRecognised, textsOfDraft } from './planDraft.ts'
import type { PlanDraft } from './planDraft.ts'
import { readText } from './readText.ts'
import { recognisePlan } from './recognisePlan.ts'

const text = [
  'Riverton plan',
  'Homes',
  'Priority 1 – Build homes',
  'Action\tEvidence\tTimescale\tLead\tProgress',
  '1. Find land\tA list of sites. A map of them.\tMay 2030 June 2030\tClerk\tBegun',
  '2. Build\tHomes stand.\tMay 2031\tBuilder / Architect\t',
  '',
  'Care',
  'Priority 2 – Care for people',
  'Action\tEvidence\tTimescale\tLead\tProgress',
  '3. Ask people\tAnswers.\tMay 2030\tNurse\t',
  '',
  'Γ',
].join('\n')

const draft = draftFromRecognised(recognisePlan(readText(text)))
const [first, second] = draft.areas
const actionKey = (area: number, action: number): string => draft.areas[area]?.actions[action]?.key ?? ''
const areaKey = (area: number): string => draft.areas[area]?.key ?? ''
const titles = (of: PlanDraft): string[] =>
  of.areas.flatMap((area) => [area.title, ...area.actions.map((action) => `  ${action.title}`)])
const tray = (of: PlanDraft): string[] =>
  of.unplaced.filter(({ kept }) => kept === 'unplaced').map((item) => item.text)

test('a draft has the fields of the plan, the rest in the tray and repeats set aside', () => {
  expect(draft.title).toBe('Riverton plan')
  expect(first).toMatchObject({ reference: '1', theme: 'Homes', title: 'Build homes', source: { line: 3 } })
  expect(first?.actions[0]?.progress).toBe('Begun')
  expect(first?.actions[1]).toMatchObject({
    reference: '2',
    title: 'Build',
    responsible: [{ postTitle: 'Builder' }, { postTitle: 'Architect' }],
    expectedEvidence: [{ text: 'Homes stand.', deadline: 'May 2031' }],
    source: { line: 6 },
  })
  expect(draft.unplaced).toMatchObject([
    { text: 'Γ', kept: 'unplaced', source: { line: 13 } },
    { kept: 'dropped', note: 'Heading that the document repeats', source: { line: 10 } },
    { kept: 'dropped', note: 'Headings of the columns', source: { line: 4 } },
  ])
  const keys = [
    ...draft.areas.flatMap((area) => [area.key, ...area.actions.map(({ key }) => key)]),
    ...draft.unplaced.map(({ key }) => key),
  ]
  expect(new Set(keys).size).toBe(keys.length)
})

test('title, areas and actions can be edited and added', () => {
  let edited = editTitle(draft, 'New plan')
  edited = editArea(edited, areaKey(1), { theme: 'People', reference: '2a' })
  edited = editAction(edited, actionKey(1, 0), {
    title: 'Ask everyone',
    responsible: [{ postTitle: 'Nurse', part: 'LEAD', organisationId: 'o1' }],
  })
  edited = addAction(edited, areaKey(1))
  edited = addArea(edited)
  expect(edited.title).toBe('New plan')
  expect(edited.areas[1]).toMatchObject({ theme: 'People', reference: '2a', title: 'Care for people' })
  expect(titles(edited)).toEqual([
    'Build homes',
    '  Find land',
    '  Build',
    'Care for people',
    '  Ask everyone',
    '  ',
    '',
  ])
  expect(findAction(edited, actionKey(1, 0))?.responsible).toEqual([
    { postTitle: 'Nurse', part: 'LEAD', organisationId: 'o1' },
  ])
  expect(edited.areas[2]?.key).toBe(`k${edited.lastKey}`)
  expect(draft.title).toBe('Riverton plan')
})

test('the words of a removed action stand in the tray, piece by piece', () => {
  const removed = removeAction(draft, actionKey(0, 1))
  expect(titles(removed)).toEqual(['Build homes', '  Find land', 'Care for people', '  Ask people'])
  expect(tray(removed).slice(1)).toEqual(['2 Build', 'Homes stand.', 'May 2031', 'Builder', 'Architect'])
  expect(removed.unplaced.at(-1)?.source).toEqual({ line: 6 })
})

test('the words of a removed area stand in the tray with those of its actions and its theme', () => {
  const removed = removeArea(draft, second?.key ?? '')
  expect(titles(removed)).toEqual(['Build homes', '  Find land', '  Build'])
  expect(tray(removed).slice(1)).toEqual([
    'Care',
    '2 Care for people',
    '3 Ask people',
    'Answers.',
    'May 2030',
    'Nurse',
  ])
})

test('an action moves to another area or another place', () => {
  expect(titles(moveAction(draft, actionKey(0, 0), areaKey(1), 0))).toEqual([
    'Build homes',
    '  Build',
    'Care for people',
    '  Find land',
    '  Ask people',
  ])
  expect(titles(moveAction(draft, actionKey(0, 0), areaKey(0)))).toEqual([
    'Build homes',
    '  Build',
    '  Find land',
    'Care for people',
    '  Ask people',
  ])
})

test('an action joined to the one before gives it its words, posts and evidence', () => {
  const merged = mergeActionIntoPrevious(draft, actionKey(0, 1))
  expect(merged.areas[0]?.actions).toHaveLength(1)
  expect(merged.areas[0]?.actions[0]).toMatchObject({
    key: actionKey(0, 0),
    title: 'Find land 2 Build',
    responsible: [{ postTitle: 'Clerk' }, { postTitle: 'Builder' }, { postTitle: 'Architect' }],
    expectedEvidence: [{ deadline: 'May 2030 June 2030' }, { deadline: 'May 2031' }],
  })
  expect(mergeActionIntoPrevious(draft, actionKey(0, 0))).toBe(draft)
})

test('evidence and its deadline split between words', () => {
  const split = splitEvidence(draft, actionKey(0, 0), 0, 'A list of sit'.length, 'May 2030'.length)
  expect(findAction(split, actionKey(0, 0))?.expectedEvidence).toEqual([
    { text: 'A list of sites.', deadline: 'May 2030' },
    { text: 'A map of them.', deadline: 'June 2030' },
  ])
  expect(
    findAction(splitEvidence(draft, actionKey(0, 0), 0, 16), actionKey(0, 0))?.expectedEvidence[1],
  ).toEqual({ text: 'A map of them.', deadline: '' })
})

test.each<[PlaceTarget, (of: PlanDraft) => string | undefined, string]>([
  ['areaTitle', (of) => of.areas[0]?.title, 'Build homes Γ'],
  ['actionTitle', (of) => of.areas[0]?.actions[0]?.title, 'Find land Γ'],
  [
    'evidence',
    (of) => of.areas[0]?.actions[0]?.expectedEvidence[0]?.text,
    'A list of sites. A map of them. Γ',
  ],
  ['deadline', (of) => of.areas[0]?.actions[0]?.expectedEvidence[0]?.deadline, 'May 2030 June 2030 Γ'],
  ['progress', (of) => of.areas[0]?.actions[0]?.progress, 'Begun Γ'],
  ['outcome', (of) => of.areas[0]?.actions[0]?.outcome, 'Γ'],
  ['newAction', (of) => of.areas[0]?.actions.at(-1)?.title, 'Γ'],
])('a text of the tray goes to %s', (target, read, expected) => {
  const placed = placeUnplaced(draft, draft.unplaced[0]?.key ?? '', target, {
    areaKey: areaKey(0),
    actionKey: actionKey(0, 0),
    evidenceIndex: 0,
  })
  expect(read(placed)).toBe(expected)
  expect(tray(placed)).toEqual([])
})

test('without an evidence item a text of the tray becomes one; at an unknown place nothing changes', () => {
  const key = draft.unplaced[0]?.key ?? ''
  const placed = placeUnplaced(draft, key, 'deadline', { actionKey: actionKey(0, 1) })
  expect(findAction(placed, actionKey(0, 1))?.expectedEvidence[1]).toEqual({ text: '', deadline: 'Γ' })
  for (const target of ['areaTitle', 'actionTitle', 'evidence', 'deadline', 'newAction'] as const) {
    expect(placeUnplaced(draft, key, target, { areaKey: 'gone', actionKey: 'gone' })).toEqual(draft)
  }
  expect(placeUnplaced(draft, key, 'evidence', { actionKey: actionKey(0, 0), evidenceIndex: 9 })).toEqual(
    draft,
  )
})

test('a text set aside stays in the draft and can be brought back', () => {
  const key = draft.unplaced[0]?.key ?? ''
  const aside = setAside(draft, key)
  expect(aside.unplaced[0]).toMatchObject({ text: 'Γ', kept: 'dropped' })
  expect(setAside(aside, key, false)).toEqual(draft)
})

test('no edit that moves words loses or invents one, or uses a key twice', () => {
  const at = fc.nat(9)
  const edit = fc.oneof(
    fc.record({
      kind: fc.constantFrom(
        'addArea',
        'addAction',
        'removeAction',
        'removeArea',
        'move',
        'merge',
        'split',
        'aside',
      ),
      a: at,
      b: at,
      c: at,
      d: fc.nat(60),
    }),
    fc.record({
      kind: fc.constantFrom<PlaceTarget>('areaTitle', 'actionTitle', 'evidence', 'deadline', 'newAction'),
      a: at,
      b: at,
      c: at,
      d: fc.nat(60),
    }),
  )
  const pick = <Item>(items: readonly Item[], index: number): Item | undefined =>
    items[index % Math.max(1, items.length)]

  fc.assert(
    fc.property(fc.array(edit, { maxLength: 25 }), (edits) => {
      let current = draft
      for (const { kind, a, b, c, d } of edits) {
        const before = current
        const area = pick(before.areas, a)?.key ?? 'none'
        const action = pick(pick(before.areas, b)?.actions ?? [], c)?.key ?? 'none'
        const rest = pick(before.unplaced, d)?.key ?? 'none'
        if (kind === 'addArea') current = addArea(before)
        else if (kind === 'addAction') current = addAction(before, area)
        else if (kind === 'removeAction') current = removeAction(before, action)
        else if (kind === 'removeArea') current = removeArea(before, area)
        else if (kind === 'move') current = moveAction(before, action, area, d % 4)
        else if (kind === 'merge') current = mergeActionIntoPrevious(before, action)
        else if (kind === 'split') current = splitEvidence(before, action, a % 3, d, d)
        else if (kind === 'aside') current = setAside(before, rest, a % 2 === 0)
        else {
          const where = { areaKey: area, actionKey: action, ...(d % 3 === 0 ? { evidenceIndex: d % 2 } : {}) }
          current = placeUnplaced(before, rest, kind, where)
        }
        expect(wordsLost(textsOfDraft(before), textsOfDraft(current))).toEqual([])
        expect(wordsLost(textsOfDraft(current), textsOfDraft(before))).toEqual([])
        const keys = [
          ...current.areas.flatMap((one) => [one.key, ...one.actions.map(({ key }) => key)]),
          ...current.unplaced.map(({ key }) => key),
        ]
        expect(new Set(keys).size).toBe(keys.length)
      }
    }),
    { numRuns: 300 },
  )
})
