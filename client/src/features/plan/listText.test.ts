import { expect, it } from 'vitest'
import { listText } from './listText.ts'

const list = { all: 5000, total: 5000, lines: 5000, before: 0, shown: 50 }

it.for([
  [{ ...list, all: 17, total: 17, lines: 17, shown: 17, areas: 5 }, 'Showing 17 actions in 5 areas.'],
  [{ ...list, areas: 100 }, 'Showing 1 to 50 of 5,000 actions in 100 areas.'],
  [{ ...list, total: 12, lines: 12, shown: 12, areas: 100 }, 'Showing 12 of 5,000 actions.'],
  [
    { ...list, total: 312, lines: 312, before: 300, shown: 12 },
    'Showing 301 to 312 of 312 actions that fit, of 5,000.',
  ],
  [
    { ...list, all: 3, total: 3, lines: 4, shown: 4 },
    'Showing 3 actions. They make 4 lines: an action of several stands under each.',
  ],
  [{ ...list, total: 60, lines: 73 }, 'Showing 1 to 50 of 73 lines for 60 actions that fit, of 5,000.'],
] as const)('%j is "%s"', ([given, text]) => {
  expect(listText(given)).toBe(text)
})
