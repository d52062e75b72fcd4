import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ActionStatus } from './actionStatus.ts'
import { countMovements, countStandings, movementOf, movementTable } from './statusMovement.ts'

it.for([
  ['AT_RISK', 'ON_TARGET', 'BETTER'],
  ['NOT_STARTED', 'ON_TARGET', 'BETTER'],
  ['ON_TARGET', 'COMPLETE', 'BETTER'],
  ['ON_TARGET', 'OFF_TARGET', 'WORSE'],
  ['COMPLETE', 'ON_TARGET', 'WORSE'],
  ['AT_RISK', 'AT_RISK', 'SAME'],
  [null, 'OFF_TARGET', 'NEW'],
  ['ON_TARGET', null, 'NO_REPORT'],
  [null, null, 'NO_REPORT'],
] as const)('from %s to %s is %s', ([before, now, movement]) => {
  expect(movementOf({ before, now })).toBe(movement)
})

const status = fc.option(fc.constantFrom(...Object.values(ActionStatus)))
const moves = fc.array(fc.record({ before: status, now: status, actions: fc.nat(5000) }), { maxLength: 36 })
const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0)

it('every action is counted once on each side, in the movements and in the table', () => {
  fc.assert(
    fc.property(moves, (drawn) => {
      const actions = sum(drawn.map((move) => move.actions))
      expect(sum(Object.values(countStandings(drawn, 'before')))).toBe(actions)
      expect(sum(Object.values(countStandings(drawn, 'now')))).toBe(actions)
      expect(sum(Object.values(countMovements(drawn)))).toBe(actions)
      const table = movementTable(drawn)
      for (const { before, now } of table) expect(sum(now)).toBe(countStandings(drawn, 'before')[before])
      table.forEach(({ before }, column) =>
        expect(sum(table.map(({ now }) => now[column] ?? 0))).toBe(countStandings(drawn, 'now')[before]),
      )
    }),
  )
})

it('what became better became worse when it is read from the other end', () => {
  fc.assert(
    fc.property(moves, (drawn) => {
      const reported = drawn.filter(({ before, now }) => before && now)
      const there = countMovements(reported)
      const back = countMovements(reported.map((move) => ({ ...move, before: move.now, now: move.before })))
      expect(back).toEqual({ ...there, BETTER: there.WORSE, WORSE: there.BETTER })
    }),
  )
})
