import { randomInt } from 'node:crypto'
import { newId } from '@boardwork/server/src/db/newId.ts'
import type { Elsewhere } from './attempts.ts'
import type { World } from './world.ts'

/** The full run takes many more worlds, and other ones each time. */
export const largerRun = process.env['BOARDWORK_LARGER'] === '1'

/** From what the worlds are drawn; `BOARDWORK_SEED` repeats a run. */
export function seedOfRun(): number {
  const given = process.env['BOARDWORK_SEED']
  if (given) return Number(given)
  return largerRun ? randomInt(2 ** 31) : 20_261_122
}

/** Tenants of another world than the person's. */
export function elsewhereOf(home: World | null, worlds: readonly World[]): Elsewhere {
  const other = worlds.find((world) => world !== home)
  const [board] = other?.boards ?? []
  const [person] = other?.people ?? []
  if (!board || !person) throw new Error('There is no other world.')
  return { boardId: board.id, personId: person.id, newBoardId: newId() }
}
