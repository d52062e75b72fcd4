import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MergedPlan } from './mergeIntoPlan.ts'
import type { ActionNow, PlanNow } from '../planNow.ts'
import { beforeImport, builtOn, planBefore } from './savedImport.ts'
import type { SavedImport, SinceImport } from './savedImport.ts'

const action = (key: string, title: string): ActionNow => ({
  key,
  reference: '',
  title,
  expectedEvidence: [],
  responsible: [],
  outcome: '',
  progress: '',
  comments: '',
  activities: [],
  updates: [],
  staysBecause: null,
})

/** Areas with the numbers of their actions; the title of each says which version of it stands. */
type Outline = { key: number; version: number; actions: { key: number; version: number }[] }[]

const plan = (outline: Outline): PlanNow => ({
  title: 'Plan',
  areas: outline.map(({ key, version, actions }) => ({
    key: `area ${key}`,
    reference: '',
    theme: '',
    title: `Area ${version}`,
    staysBecause: null,
    actions: actions.map((one) => action(`action ${one.key}`, `Action ${one.version}`)),
  })),
})

const merged = (from: PlanNow, to: PlanNow): MergedPlan => {
  const here = new Set(from.areas.flatMap((area) => [area.key, ...area.actions.map(({ key }) => key)]))
  return {
    title: to.title,
    areas: to.areas.map((area) => ({
      ...area,
      isNew: !here.has(area.key),
      actions: area.actions.map((one) => ({ ...one, isNew: !here.has(one.key), updates: [] })),
    })),
  }
}

/** The places as they are kept, with gaps. */
const positionsOf = (from: PlanNow, gap: number) =>
  new Map(
    from.areas.flatMap((area, index) => [
      [area.key, index * gap] as const,
      ...area.actions.map(({ key }, place) => [key, place * gap] as const),
    ]),
  )

const keyed = fc.record({ key: fc.nat(8), version: fc.nat(2) })
/** Each area and each action once, in any order. */
const outline = fc.uniqueArray(keyed, { selector: ({ key }) => key, maxLength: 4 }).chain((areas) =>
  fc
    .uniqueArray(fc.record({ key: fc.nat(8), version: fc.nat(2), area: fc.nat(8) }), {
      selector: ({ key }) => key,
      maxLength: 7,
    })
    .map((actions): Outline =>
      areas.map((area, index) => ({
        ...area,
        actions: actions.filter((one) => one.area % areas.length === index),
      })),
    ),
)

const titles = (of: PlanNow | MergedPlan) =>
  of.areas.map((area) => [area.key, area.title, ...area.actions.map(({ key, title }) => [key, title])])

describe('undoing an import', () => {
  it('gives back what stood before, whatever was added, changed, moved or removed', () => {
    fc.assert(
      fc.property(outline, outline, fc.integer({ min: 1, max: 3 }), (first, second, gap) => {
        const [before, after] = [plan(first), plan(second)]
        const saved = beforeImport(before, positionsOf(before, gap), merged(before, after))
        const back = planBefore(after, positionsOf(after, 1), saved)
        expect(titles(back)).toEqual(titles(before))
      }),
    )
  })

  it('leaves alone what was edited elsewhere in the plan since', () => {
    const before = plan([
      {
        key: 1,
        version: 1,
        actions: [
          { key: 1, version: 1 },
          { key: 2, version: 1 },
        ],
      },
    ])
    const after = plan([
      {
        key: 1,
        version: 1,
        actions: [
          { key: 1, version: 2 },
          { key: 2, version: 1 },
        ],
      },
    ])
    const saved = beforeImport(before, positionsOf(before, 1), merged(before, after))
    const edited = plan([
      {
        key: 1,
        version: 1,
        actions: [
          { key: 1, version: 2 },
          { key: 2, version: 9 },
        ],
      },
    ])
    expect(titles(planBefore(edited, positionsOf(edited, 1), saved))).toEqual(
      titles(
        plan([
          {
            key: 1,
            version: 1,
            actions: [
              { key: 1, version: 1 },
              { key: 2, version: 9 },
            ],
          },
        ]),
      ),
    )
  })
})

describe('what was built on an import', () => {
  const saved: SavedImport = {
    ids: {},
    counts: { added: 2, changed: 0, moved: 0, gone: 0, updates: 0 },
    plan: { state: 'DRAFT', version: 1, hangs: '' },
    left: { a: { version: 1, hangs: '' }, b: { version: 2, hangs: 'evidence 1 1' } },
    before: null,
  }
  const since = (
    more: Partial<SinceImport> = {},
    standing: Record<string, [number, string]> = {},
  ): SinceImport => ({
    plan: { state: 'DRAFT', version: 1, hangs: '' },
    standing: new Map(
      Object.entries({
        a: [1, ''] as [number, string],
        b: [2, 'evidence 1 1'] as [number, string],
        ...standing,
      }).map(([key, [version, hangs]]) => [key, { version, hangs, name: `1.1 ${key}` }]),
    ),
    ...more,
  })

  it('is nothing as long as all stands as it left it', () => {
    expect(builtOn(saved, since())).toEqual([])
  })

  it('is an adoption, a new title, an edit, something that hangs on it, and what was added', () => {
    expect(builtOn(saved, since({ plan: { state: 'ADOPTED', version: 2, hangs: '' } }))).toEqual([
      'The plan was adopted.',
    ])
    expect(builtOn(saved, since({ plan: { state: 'DRAFT', version: 2, hangs: '' } }))).toEqual([
      'The title of the plan was changed.',
    ])
    expect(builtOn(saved, since({ plan: { state: 'DRAFT', version: 1, hangs: 'milestone 1 1' } }))).toEqual([
      'Somebody added a milestone or a review to the plan, or changed one.',
    ])
    expect(builtOn(saved, since({}, { a: [2, ''] }))).toEqual(['“1.1 a” was changed.'])
    expect(builtOn(saved, since({}, { b: [2, 'evidence 1 2'] }))).toEqual([
      'Somebody worked on “1.1 b”: reported or commented on it, shared it, or added to it.',
    ])
    expect(builtOn(saved, since({}, { c: [1, ''] }))).toEqual(['“1.1 c” was added.'])
    expect(builtOn(saved, { ...since(), standing: new Map() })).toEqual([
      'Something that it brought in was removed.',
    ])
  })

  it('names ten and counts the rest', () => {
    const added = Array.from({ length: 30 }, (_, n): [string, [number, string]] => [`x${n}`, [1, '']])
    const sentences = builtOn(saved, since({}, Object.fromEntries(added)))
    expect(sentences).toHaveLength(11)
    expect(sentences.at(-1)).toBe('The same is true of 20 more.')
  })
})
