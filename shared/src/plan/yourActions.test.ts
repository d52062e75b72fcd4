import { expect, it } from 'vitest'
import { readPlace, readYourAddress, writePlace } from './yourActions.ts'

const id = '0199a3f0-7a11-7c3e-8a54-1f2e3d4c5b6a'
const read = (address: Record<string, string>) => readYourAddress({ get: (name) => address[name] ?? null })

it('an address says the board, the status, what is due, whose, and where the page begins', () => {
  const after = writePlace({ dueOn: '2026-10-14', id })
  expect(read({ board: id, status: 'AT_RISK', due: 'DECIDE', whose: 'MINE', after })).toEqual({
    filter: { board: id, status: 'AT_RISK', due: 'DECIDE', whose: 'MINE' },
    after,
    ignored: [],
  })
  expect(readPlace(after)).toEqual({ dueOn: '2026-10-14', id })
})

it('what an address does not mean narrows nothing, and is named', () => {
  const { filter, after, ignored } = read({
    board: 'all',
    status: 'RED',
    due: 'SOON',
    whose: 'HIS',
    after: '2026-99-99~' + id,
  })
  expect(filter).toEqual({ board: null, status: null, due: null, whose: null })
  expect(after).toBeNull()
  expect(ignored).toEqual(['board', 'status', 'due', 'whose', 'after'])
})
