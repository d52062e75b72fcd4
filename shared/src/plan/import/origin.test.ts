import { expect, it } from 'vitest'
import { originOf, originsAfterEdit, originsByField } from './origin.ts'
import { emptyAction } from './planDraft.ts'

const at = new Date('2026-11-24T10:00:00Z')
const action = {
  ...emptyAction('k2'),
  reference: '1.1',
  title: 'Write it down',
  outcome: 'Fewer lost decisions',
  source: { table: 2, row: 5 },
  places: { title: [{ table: 2, row: 5, column: 2 }] },
}

it('names the fields that an import gave, with their places where they are known', () => {
  expect(originOf('an import', at, action)).toEqual({
    importId: 'an import',
    key: 'k2',
    broughtInAt: '2026-11-24T10:00:00.000Z',
    source: { table: 2, row: 5 },
    places: { reference: [], title: [{ table: 2, row: 5, column: 2 }], outcome: [] },
    changed: [],
  })
  const area = { key: 'k1', reference: '1', theme: '', title: 'Recording', actions: [] }
  expect(originOf('an import', at, area).places).toEqual({ reference: [], title: [] })
})

it('keeps the place of a field that is edited, and says so once', () => {
  const origins = [originOf('an import', at, action)]
  const once = originsAfterEdit(origins, ['title', 'responsible'])
  expect(once[0]?.changed).toEqual(['title'])
  expect(originsAfterEdit(once, ['title'])).toEqual(once)
  expect(once[0]?.places).toEqual(origins[0]?.places)
})

it('lets the last import that gave a field count for it', () => {
  const first = originsAfterEdit([originOf('first', at, action)], ['title'])
  const second = { ...originOf('second', at, action), places: { title: [{ line: 3 }] } }
  expect(originsByField([...first, second]).map(({ field, origin }) => [field, origin.importId])).toEqual([
    ['reference', 'first'],
    ['title', 'second'],
    ['outcome', 'first'],
  ])
})
