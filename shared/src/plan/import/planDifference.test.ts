import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordsLost } from './missingWords.ts'
import { choiceOf, mergeIntoPlan } from './mergeIntoPlan.ts'
import type { DifferenceChoices, MergedPlan } from './mergeIntoPlan.ts'
import { emptyAction, emptyUpdate, textsOfAction, textsOfDraft } from './planDraft.ts'
import type { DraftAction, DraftArea, PlanDraft } from './planDraft.ts'
import { idsByText, planDifference } from './planDifference.ts'
import type { DifferenceChoice, DifferenceInput, DifferenceItem } from './planDifference.ts'
import { textOfUpdate } from '../planNow.ts'
import type { ActionNow, PlanNow } from '../planNow.ts'
import { actionStatusName } from '../actionStatus.ts'
import { meaningOf, percentOf, periodOf } from './draftUpdates.ts'

let lastKey = 0
const nextKey = (): string => {
  lastKey += 1
  return `k${lastKey}`
}

const action = (line: string, more: Partial<DraftAction> = {}): DraftAction => {
  const [, reference = '', title = ''] = /^([\d.]*) ?(.*)$/.exec(line) ?? []
  return { ...emptyAction(nextKey()), reference, title, ...more }
}
const area = (line: string, ...actions: DraftAction[]): DraftArea => {
  const [, reference = '', title = ''] = /^([\d.]*) ?(.*)$/.exec(line) ?? []
  return { key: nextKey(), reference, theme: '', title, actions }
}
const draft = (...areas: DraftArea[]): PlanDraft => ({
  title: 'Plan',
  period: '',
  statuses: [],
  areas,
  unplaced: [],
  lastKey: 9999,
})

/** The plan that a draft becomes when it is saved, and the ids by its keys. */
function saved(from: PlanDraft): { plan: PlanNow; ids: Map<string, string> } {
  const ids = new Map<string, string>()
  const idOf = (key: string): string => {
    ids.set(key, `id-${key}`)
    return `id-${key}`
  }
  const areas = from.areas.map((each) => ({
    ...each,
    key: idOf(each.key),
    staysBecause: null,
    actions: each.actions.map((one): ActionNow => ({
      ...one,
      key: idOf(one.key),
      staysBecause: null,
      updates: one.updates.flatMap((update) => {
        const period = periodOf(from, update)
        const status = meaningOf(from, update.status)
        if (!period || !status) return []
        const text = textOfUpdate({
          ...update,
          status: actionStatusName[status],
          percentComplete: percentOf(update),
        })
        return [{ startsOn: period.startsOn, endsOn: period.endsOn, text }]
      }),
    })),
  }))
  return { plan: { title: from.title, areas }, ids }
}

/** The same document anew: with keys of its own, as it is read another time. */
const readAgain = (from: PlanDraft): PlanDraft => ({
  ...from,
  areas: from.areas.map((each) => ({
    ...each,
    key: nextKey(),
    actions: each.actions.map((one) => ({ ...one, key: nextKey() })),
  })),
})

const compared = (
  earlier: PlanDraft,
  document: PlanDraft,
  edit: (plan: PlanNow) => PlanNow = (plan) => plan,
): DifferenceInput => {
  const { plan, ids } = saved(earlier)
  return { earlier: { draft: earlier, ids }, document, plan: edit(plan), closed: new Set() }
}

const editAction = (plan: PlanNow, title: string, change: Partial<ActionNow>): PlanNow => ({
  ...plan,
  areas: plan.areas.map((each) => ({
    ...each,
    actions: each.actions.map((one) => (one.title === title ? { ...one, ...change } : one)),
  })),
})

const changed = (from: PlanDraft, title: string, change: Partial<DraftAction>): PlanDraft => ({
  ...from,
  areas: from.areas.map((each) => ({
    ...each,
    actions: each.actions.map((one) => (one.title === title ? { ...one, ...change } : one)),
  })),
})

const lines = (items: readonly DifferenceItem[]): string[] =>
  items.map(
    ({ kind, name, rows }) =>
      `${kind} ${name}: ${rows.map(({ key, usual }) => `${key.split('/').slice(1).join(' ')} ${usual}`).join(', ')}`,
  )

const all = (input: DifferenceInput, choice: DifferenceChoice): MergedPlan => {
  const difference = planDifference(input)
  const rows = difference.items.flatMap((item) => item.rows)
  return mergeIntoPlan(input, difference, Object.fromEntries(rows.map(({ key }) => [key, choice])))
}

const outline = (plan: MergedPlan | PlanNow | PlanDraft): string[] =>
  plan.areas.flatMap((each) => [
    `# ${each.reference} ${each.title}`,
    ...each.actions.map(({ reference, title }) => `${reference} ${title}`),
  ])

const first = draft(
  area(
    '1 Recording',
    action('1.1 Write down each decision', { outcome: 'Decisions are found' }),
    action('1.2 Train the staff who record', {
      responsible: [{ postTitle: 'Training Manager', part: 'RESPONSIBLE' }],
    }),
  ),
  area('2 Answers', action('2.1 Answer each concern within two days'), action('2.2 Count the answers')),
)

describe('what is different in a later version of a document', () => {
  it('is nothing where the document is the same, whatever was edited here', () => {
    const input = compared(first, readAgain(first), (plan) =>
      editAction(plan, 'Count the answers', { title: 'Count all answers', outcome: 'We know' }),
    )
    const { items, editedHere } = planDifference(input)
    expect(items).toEqual([])
    expect(editedHere).toEqual([{ name: '2.2 Count all answers', labels: ['what is to be done', 'outcome'] }])
  })

  it('is told as added, changed, moved and gone, through new numbers', () => {
    const second = draft(
      area(
        '1 Recording',
        action('1.1 Appoint a lead for records'),
        action('1.2 Write down each decision', { outcome: 'Decisions are found within a day' }),
        action('1.3 Count the answers'),
      ),
      area('2 Answers', action('2.1 Answer each concern within two days')),
    )
    expect(lines(planDifference(compared(first, second)).items)).toEqual([
      'ADDED 1.1 Appoint a lead for records: whole TAKE',
      'CHANGED 1.1 Write down each decision: reference TAKE, outcome TAKE',
      'MOVED 2.2 Count the answers: reference TAKE, area TAKE',
      'GONE 1.2 Train the staff who record: gone KEEP',
    ])
  })

  it('is left to a person where both changed a field, and where the document says nothing any more', () => {
    const second = draft(
      area(
        '1 Recording',
        action('1.1 Write down each decision at once'),
        action('1.2 Train the staff who record', {
          responsible: [{ postTitle: 'Training Manager', part: 'RESPONSIBLE' }],
        }),
      ),
      area('2 Answers', action('2.1 Answer each concern within two days'), action('2.2 Count the answers')),
    )
    const input = compared(first, second, (plan) =>
      editAction(plan, 'Write down each decision', { title: 'Write down each decision that day' }),
    )
    expect(planDifference(input).items).toMatchObject([
      {
        kind: 'CHANGED',
        rows: [
          {
            label: 'What is to be done',
            earlier: 'Write down each decision',
            plan: 'Write down each decision that day',
            document: 'Write down each decision at once',
            bothChanged: true,
            usual: 'KEEP',
          },
          { label: 'Outcome', plan: 'Decisions are found', document: '', bothChanged: false, usual: 'KEEP' },
        ],
      },
    ])
  })

  it('keeps the agencies and people that the board chose for posts', () => {
    const second = changed(first, 'Train the staff who record', {
      responsible: [
        { postTitle: 'Head of Service', part: 'LEAD' },
        { postTitle: 'Training Manager', part: 'RESPONSIBLE' },
      ],
    })
    const trainer = { postTitle: 'Training Manager', part: 'RESPONSIBLE' as const, organisationId: 'o1' }
    const agency = { postTitle: '', part: 'RESPONSIBLE' as const, organisationId: 'o2' }
    const input = compared(first, readAgain(second), (plan) =>
      editAction(plan, 'Train the staff who record', { responsible: [trainer, agency] }),
    )
    expect(lines(planDifference(input).items)).toEqual([
      'CHANGED 1.2 Train the staff who record: responsible TAKE',
    ])
    expect(all(input, 'TAKE').areas[0]?.actions[1]?.responsible).toEqual([
      { postTitle: 'Head of Service', part: 'LEAD' },
      trainer,
      agency,
    ])
  })

  it('leaves alone what was added here by hand, and offers again what was left out, without taking it', () => {
    const second = draft(...first.areas, area('3 Learning', action('3.1 Meet every month')))
    const { plan, ids } = saved(first)
    const [recording] = plan.areas
    recording?.actions.push({ ...action('1.9 Our own action'), key: 'own', staysBecause: null, updates: [] })
    const input = {
      earlier: { draft: second, ids },
      document: readAgain(second),
      plan,
      closed: new Set<string>(),
    }
    expect(lines(planDifference(input).items)).toEqual([
      'ADDED 3 Learning: whole KEEP',
      'ADDED 3.1 Meet every month: whole KEEP',
    ])
  })

  it('says why what was reported on cannot go', () => {
    const { plan, ids } = saved(first)
    const [, answers] = plan.areas
    const counted = answers?.actions[1]
    if (counted) counted.staysBecause = 'It has one progress update.'
    const document = readAgain(draft(...first.areas.slice(0, 1)))
    const input = { earlier: { draft: first, ids }, document, plan, closed: new Set<string>() }
    const { items } = planDifference(input)
    expect(items.map(({ kind, rows }) => [kind, rows[0]?.cannotBecause])).toEqual([
      ['GONE', null],
      ['GONE', null],
      ['GONE', 'It has one progress update.'],
    ])
    // The area stays with the action that stays in it.
    expect(outline(all(input, 'TAKE'))).toEqual([
      '# 1 Recording',
      '1.1 Write down each decision',
      '1.2 Train the staff who record',
      '# 2 Answers',
      '2.2 Count the answers',
    ])
  })

  it('takes the order of the document only by choice, and puts what is new behind what precedes it', () => {
    const reordered = draft(
      area(
        '1 Recording',
        action('1.2 Train the staff who record', {
          responsible: [{ postTitle: 'Training Manager', part: 'RESPONSIBLE' }],
        }),
        action('1.3 Read the records'),
        action('1.1 Write down each decision', { outcome: 'Decisions are found' }),
      ),
      ...readAgain(draft(...first.areas.slice(1))).areas,
    )
    const input = compared(first, reordered)
    const difference = planDifference(input)
    expect(lines(difference.items)).toEqual([
      'MOVED 1 Recording: order TAKE',
      'ADDED 1.3 Read the records: whole TAKE',
    ])
    expect(outline(mergeIntoPlan(input, difference, {})).slice(0, 4)).toEqual(outline(reordered).slice(0, 4))
    const key = difference.items[0]?.rows[0]?.key ?? ''
    expect(outline(mergeIntoPlan(input, difference, { [key]: 'KEEP' })).slice(1, 4)).toEqual([
      '1.1 Write down each decision',
      '1.2 Train the staff who record',
      '1.3 Read the records',
    ])
  })

  it('brings in updates of periods that the plan does not have, and never changes one that it has', () => {
    const withUpdates = (...periods: string[]) =>
      draft(
        area(
          '1 Recording',
          action('1.1 Write down each decision', {
            updates: periods.map((period) => ({
              ...emptyUpdate,
              period,
              status: 'On target',
              narrative: `Done in ${period}`,
            })),
          }),
        ),
      )
    const earlier = withUpdates('Q1 2026/27')
    const later = withUpdates('Q1 2026/27', 'Q2 2026/27', 'Q3 2026/27')
    const [told] = later.areas[0]?.actions[0]?.updates ?? []
    if (told) told.narrative = 'Told anew'
    const input = { ...compared(earlier, later), closed: new Set(['2026-07-01']) }
    expect(
      planDifference(input).items[0]?.rows.map((row) => [row.label, row.usual, row.cannotBecause]),
    ).toEqual([
      [
        'Progress update for Q1 2026/27',
        'KEEP',
        'The plan has an update for Q1 2026/27 already, and what was reported stays as it is.',
      ],
      [
        'Progress update for Q2 2026/27',
        'KEEP',
        'Q2 2026/27 is closed, and what the board read of it stays as it is.',
      ],
      ['Progress update for Q3 2026/27', 'TAKE', null],
    ])
    expect(all(input, 'TAKE').areas[0]?.actions[0]?.updates.map(({ period }) => period)).toEqual([
      'Q3 2026/27',
    ])
  })

  it('without an earlier document keeps what the plan says, and fills only what is empty', () => {
    const { plan } = saved(first)
    const rewritten = changed(first, 'Write down each decision', { outcome: 'Another outcome' })
    const document = changed(rewritten, 'Train the staff who record', { outcome: 'Staff know how' })
    const input = { earlier: null, document, plan, closed: new Set<string>() }
    expect(lines(planDifference(input).items)).toEqual([
      'CHANGED 1.1 Write down each decision: outcome KEEP',
      'CHANGED 1.2 Train the staff who record: outcome TAKE',
    ])
    expect(idsByText(first, plan)).toEqual(saved(first).ids)
  })
})

const word = fc.constantFrom(
  'review',
  'rota',
  'train',
  'staff',
  'audit',
  'records',
  'board',
  'guide',
  'carers',
)
const phrase = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
const maybe = fc.option(phrase, { nil: '' })
const drawnAction = fc.record({
  reference: fc.constantFrom('', '1.1', '1.2', '2.1', '2.2'),
  title: phrase,
  outcome: maybe,
  comments: maybe,
  expectedEvidence: fc.array(fc.record({ text: phrase, deadline: maybe }), { maxLength: 2 }),
  responsible: fc.array(
    fc.record({ postTitle: phrase, part: fc.constantFrom('LEAD' as const, 'RESPONSIBLE' as const) }),
    { maxLength: 2 },
  ),
  updates: fc.uniqueArray(
    fc.record({
      period: fc.constantFrom('Q1 2026/27', 'Q2 2026/27', 'Q3 2026/27'),
      status: fc.constantFrom('On target', 'At risk', 'Complete'),
      narrative: phrase,
    }),
    { maxLength: 2, selector: ({ period }) => period },
  ),
})
const drawnArea = fc.record({
  reference: fc.constantFrom('', '1', '2', '3'),
  theme: maybe,
  title: phrase,
  actions: fc.array(drawnAction, { maxLength: 4 }),
})
const drawnDraft = fc
  .record({ title: phrase, areas: fc.array(drawnArea, { maxLength: 4 }), loose: maybe })
  .map(({ title, areas, loose }): PlanDraft => ({
    ...draft(
      ...areas.map((each): DraftArea => ({
        ...each,
        key: nextKey(),
        actions: each.actions.map((one) => ({
          ...emptyAction(nextKey()),
          ...one,
          updates: one.updates.map((update) => ({ ...emptyUpdate, ...update })),
        })),
      })),
    ),
    title,
    unplaced: loose === '' ? [] : [{ key: nextKey(), text: loose, kept: 'unplaced' }],
  }))

/** Another version of a document: some things left out, moved, edited or added. */
const later = (from: PlanDraft, other: PlanDraft, at: number): PlanDraft => {
  const again = readAgain(from)
  const areas = again.areas.filter((_, index) => index !== at % 5)
  const [one, ...rest] = areas
  const lost = one?.actions.at(-1)
  if (one && lost && rest.length > 0) {
    one.actions = one.actions.slice(0, -1)
    rest.at(-1)?.actions.unshift(lost)
  }
  const edited = areas.at(-1)?.actions.at(-1)
  if (edited) edited.outcome = `${edited.outcome} anew`
  return { ...again, areas: [...areas, ...readAgain(other).areas.slice(0, at % 3)] }
}

/** Somebody edits some of the plan. */
const edited = (plan: PlanNow, at: number): PlanNow => ({
  ...plan,
  areas: plan.areas.map((each, index) => ({
    ...each,
    title: index === at % 4 ? `${each.title} here` : each.title,
    actions: each.actions.map((one, place) =>
      (index + place) % 3 === at % 3 ? { ...one, comments: `${one.comments} ours` } : one,
    ),
  })),
})

const drawn = fc.tuple(drawnDraft, drawnDraft, fc.nat(20), fc.nat(20), fc.boolean())
const inputOf = ([from, other, at, edit, isEdited]: [PlanDraft, PlanDraft, number, number, boolean]) =>
  compared(from, later(from, other, at), (plan) => (isEdited ? edited(plan, edit) : plan))

/** What of a plan counts: its texts in their order. */
const texts = (plan: PlanNow | PlanDraft | MergedPlan) => ({
  title: plan.title,
  areas: plan.areas.map(({ reference, theme, title, actions }) => ({
    reference,
    theme,
    title,
    actions: actions.map((one) => [
      one.reference,
      one.title,
      one.outcome,
      one.comments,
      one.expectedEvidence,
      one.responsible,
    ]),
  })),
})

describe('merging by choice', () => {
  it('keeping everything changes nothing', () => {
    fc.assert(
      fc.property(drawn, (given) => {
        const input = inputOf(given)
        const kept = all(input, 'KEEP')
        expect(texts(kept)).toEqual(texts(input.plan))
        expect(kept.areas.flatMap((each) => each.actions.flatMap((one) => one.updates))).toEqual([])
      }),
    )
  })

  it('taking everything gives the document, where nothing was edited or reported here', () => {
    fc.assert(
      fc.property(drawn, ([from, other, at]) => {
        const input = compared(from, later(from, other, at))
        expect(texts(all(input, 'TAKE'))).toEqual(texts(input.document))
      }),
    )
  })

  it('a merged document that comes again has nothing new, whatever was chosen', () => {
    fc.assert(
      fc.property(
        drawn,
        fc.infiniteStream(fc.constantFrom('TAKE' as const, 'KEEP' as const)),
        (given, stream) => {
          const input = inputOf(given)
          const difference = planDifference(input)
          const choices: DifferenceChoices = Object.fromEntries(
            difference.items
              .flatMap((item) => item.rows)
              .map(({ key }) => [key, stream.next().value ?? 'KEEP']),
          )
          const merged = mergeIntoPlan(input, difference, choices)
          const keyed = merged.areas.flatMap((each) => [each.key, ...each.actions.map((one) => one.key)])
          const ids = new Map([
            ...difference.known,
            ...keyed.filter((key) => key.startsWith('k')).map((key) => [key, key] as const),
          ])
          const known = new Set(keyed)
          const plan: PlanNow = {
            title: merged.title,
            areas: merged.areas.map((each) => ({
              ...each,
              staysBecause: null,
              actions: each.actions.map((one) => ({ ...one, staysBecause: null, updates: [] })),
            })),
          }
          const again = planDifference({
            earlier: {
              draft: input.document,
              ids: new Map([...ids].filter(([, id]) => known.has(id))),
            },
            document: readAgain(input.document),
            plan,
            closed: new Set(),
          })
          // What was left out is offered again, but never taken by itself.
          expect(again.items.flatMap((item) => item.rows).filter((row) => row.usual === 'TAKE')).toEqual([])
          expect(
            again.items
              .filter(({ kind }) => kind !== 'ADDED')
              .flatMap((item) => item.rows.filter((row) => !row.key.includes('/update/'))),
          ).toEqual([])
        },
      ),
    )
  })

  it('every word of the document is in the plan, in what was not taken, or in its tray', () => {
    fc.assert(
      fc.property(drawn, (given) => {
        const input = inputOf(given)
        const difference = planDifference(input)
        const merged = mergeIntoPlan(input, difference, {})
        const rows = difference.items.flatMap((item) => item.rows)
        const kept = rows.filter((row) => choiceOf(row, {}) === 'KEEP').map((row) => row.document)
        const here =
          difference.editedHere.length > 0 && input.earlier ? textsOfDraft(input.earlier.draft) : []
        const inPlan = merged.areas.flatMap((each) => [
          each.reference,
          each.theme,
          each.title,
          ...each.actions.flatMap((one) => textsOfAction({ ...emptyAction(one.key), ...one })),
        ])
        const standing = input.plan.areas.flatMap((each) =>
          each.actions.flatMap((one) => one.updates.map(({ text }) => text)),
        )
        const tray = input.document.unplaced.map(({ text }) => text)
        const periods = ['Q1 2026/27', 'Q2 2026/27', 'Q3 2026/27']
        expect(
          wordsLost(
            [...new Set(textsOfDraft(input.document).flatMap((text) => text.split(/\s+/)))],
            [merged.title, ...inPlan, ...kept, ...here, ...standing, ...tray, ...periods],
          ),
        ).toEqual([])
      }),
    )
  })
})
