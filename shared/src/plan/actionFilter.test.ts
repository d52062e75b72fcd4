import { expect, it } from 'vitest'
import { narrows, readPlanAddress } from './actionFilter.ts'

const read = (address: Record<string, string>) => readPlanAddress({ get: (name) => address[name] ?? null })
const agency = '0199a3f0-7a11-7c3e-8a54-1f2e3d4c5b6a'

it('an address without filters shows all actions by area', () => {
  const { view, filter, page, ignored } = read({})
  expect({ view, page, ignored }).toEqual({ view: 'AREA', page: 1, ignored: [] })
  expect(narrows(filter)).toBe(false)
})

it('an address says the view, the filters and the page', () => {
  const { view, filter, page, ignored } = read({
    view: 'DEADLINE',
    status: 'NONE',
    agency,
    who: 'Head of service',
    due: 'OVERDUE',
    days: '30',
    from: '2026-04-01',
    to: '2026-06-30',
    words: ' care ',
    pointers: 'yes',
    silent: 'yes',
    page: '3',
  })
  expect({ view, page, ignored }).toEqual({ view: 'DEADLINE', page: 3, ignored: [] })
  expect(filter).toEqual({
    status: 'NONE',
    agency,
    who: 'Head of service',
    area: null,
    due: 'OVERDUE',
    withinDays: 30,
    dueFrom: '2026-04-01',
    dueTo: '2026-06-30',
    words: 'care',
    openPointers: true,
    noUpdate: true,
  })
  expect(narrows(filter)).toBe(true)
})

it('what an address does not mean narrows nothing, and is named', () => {
  const { view, filter, page, ignored } = read({
    view: 'MONTH',
    status: 'GREEN',
    agency: 'police',
    area: '2',
    due: 'SOON',
    days: '-3',
    from: '2026-02-30',
    to: 'tomorrow',
    words: 'x'.repeat(201),
    pointers: 'some',
    page: '0',
    utm: '1',
  })
  expect({ view, page }).toEqual({ view: 'AREA', page: 1 })
  expect(narrows(filter)).toBe(false)
  expect(ignored.toSorted()).toEqual(
    ['agency', 'area', 'days', 'due', 'from', 'page', 'pointers', 'status', 'to', 'view', 'words'].toSorted(),
  )
})
