import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addAction,
  addArea,
  editAction,
  editArea,
  editTitle,
  moveAction,
  removeAction,
  removeArea,
} from './editDraft.ts'
import { draftDifferences, mergeDrafts } from './mergeDrafts.ts'
import { wordsLost } from './missingWords.ts'
import { emptyAction, textsOfDraft } from './planDraft.ts'
import type { PlanDraft } from './planDraft.ts'

const base: PlanDraft = {
  title: 'Plan',
  period: '',
  statuses: [],
  areas: [
    {
      key: 'k1',
      reference: '1',
      theme: '',
      title: 'Recording',
      actions: [
        {
          ...emptyAction('k2'),
          reference: '1.1',
          title: 'Write it down',
          responsible: [{ postTitle: 'Head of Service', part: 'RESPONSIBLE' }],
          expectedEvidence: [{ text: 'An audit', deadline: 'March' }],
        },
        { ...emptyAction('k3'), reference: '1.2', title: 'Train staff' },
      ],
    },
    { key: 'k4', reference: '2', theme: '', title: 'Answers', actions: [] },
  ],
  unplaced: [{ key: 'k5', text: 'A loose line', kept: 'unplaced' }],
  lastKey: 5,
}

const actionKeys = (draft: PlanDraft) => draft.areas.map((area) => area.actions.map((action) => action.key))

describe('bringing two versions of a draft together', () => {
  it('keeps what each side changed when they changed different fields', () => {
    const mine = editAction(base, 'k2', { title: 'Write it down at once' })
    const theirs = editArea(editAction(base, 'k2', { reference: '1.1a' }), 'k1', { theme: 'Practice' })
    const { draft, conflicts } = mergeDrafts(base, mine, theirs)
    expect(conflicts).toEqual([])
    expect(draft.areas[0]).toMatchObject({
      theme: 'Practice',
      actions: [{ reference: '1.1a', title: 'Write it down at once' }, {}],
    })
  })

  it('asks where both changed the same field, and does what was chosen', () => {
    const mine = editTitle(base, 'My plan')
    const theirs = editTitle(base, 'Their plan')
    const { draft, conflicts } = mergeDrafts(base, mine, theirs)
    expect(conflicts).toEqual([
      { path: 'title', label: 'Title of the plan', mine: 'My plan', theirs: 'Their plan' },
    ])
    expect(draft.title).toBe('My plan')
    expect(mergeDrafts(base, mine, theirs, new Map([['title', 'theirs']])).draft.title).toBe('Their plan')
  })

  it('keeps what both added, under keys of their own', () => {
    const mine = editAction(addAction(base, 'k1'), 'k6', { title: 'Mine' })
    const theirs = editAction(addAction(base, 'k1'), 'k6', { title: 'Theirs' })
    const { draft, conflicts } = mergeDrafts(base, mine, theirs)
    expect(conflicts).toEqual([])
    expect(draft.areas[0]?.actions.map((action) => action.title)).toEqual([
      'Write it down',
      'Train staff',
      'Theirs',
      'Mine',
    ])
    const keys = actionKeys(draft).flat()
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('lets go what one side removed, but not what the other changed meanwhile', () => {
    const mine = removeAction(base, 'k3')
    expect(actionKeys(mergeDrafts(base, mine, base).draft)).toEqual([['k2'], []])
    const theirs = editAction(base, 'k3', { title: 'Train all staff' })
    expect(actionKeys(mergeDrafts(base, mine, theirs).draft)).toEqual([['k2', 'k3'], []])
  })

  it('brings an area back when the other side put an action into it', () => {
    const { draft } = mergeDrafts(base, removeArea(base, 'k4'), moveAction(base, 'k3', 'k4'))
    expect(actionKeys(draft)).toEqual([['k2'], ['k3']])
  })

  it('counts a text that one side placed as placed', () => {
    const mine = { ...base, unplaced: [] }
    expect(mergeDrafts(base, mine, base).draft.unplaced).toEqual([])
    expect(mergeDrafts(base, base, mine).draft.unplaced).toEqual([])
  })

  it('gives back the other version when one side changed nothing', () => {
    const changed = editTitle(addArea(removeAction(base, 'k2')), 'New')
    expect(draftDifferences(mergeDrafts(base, base, changed).draft, changed)).toEqual([])
    expect(mergeDrafts(base, changed, base).conflicts).toEqual([])
  })

  it('loses no word that either side wrote into a field of its own', () => {
    const edit = fc.oneof(
      fc.record({ kind: fc.constant('title' as const), key: fc.constantFrom('k2', 'k3') }),
      fc.record({ kind: fc.constant('remove' as const), key: fc.constantFrom('k2', 'k3') }),
      fc.record({ kind: fc.constant('move' as const), key: fc.constantFrom('k2', 'k3') }),
      fc.record({ kind: fc.constant('add' as const), key: fc.constantFrom('k1', 'k4') }),
    )
    const apply =
      (word: string) =>
      (from: PlanDraft, { kind, key }: { kind: string; key: string }, index: number) => {
        if (kind === 'title') return editAction(from, key, { title: `${word}${index}` })
        if (kind === 'remove') return removeAction(from, key)
        if (kind === 'move') return moveAction(from, key, 'k4')
        const added = addAction(from, key)
        return editAction(added, `k${added.lastKey}`, { title: `${word}${index}` })
      }
    fc.assert(
      fc.property(
        fc.array(edit, { maxLength: 6 }),
        fc.array(edit, { maxLength: 6 }),
        (mineEdits, theirEdits) => {
          const mine = mineEdits.reduce(apply('mine'), base)
          const theirs = theirEdits.reduce(apply('theirs'), base)
          const { draft, conflicts } = mergeDrafts(base, mine, theirs)
          // What both changed is shown to the person with both texts.
          const shown = [...textsOfDraft(draft), ...conflicts.flatMap((each) => [each.mine, each.theirs])]
          const written = [...textsOfDraft(mine), ...textsOfDraft(theirs)].filter((text) =>
            /^(mine|theirs)\d/.test(text),
          )
          expect(wordsLost([...new Set(written)], shown)).toEqual([])
        },
      ),
    )
  })
})
