import { Standing } from './actionFilter.ts'
import type { ActionStatus } from './actionStatus.ts'

/** How many actions stood in one way in the period before, and stand in another in the period itself. */
export interface StatusMove {
  /** Null where nothing was reported for the period before. */
  before?: ActionStatus | null
  /** Null where nothing was reported for the period. */
  now?: ActionStatus | null
  actions: number
}

/** What became of an action between two periods. */
export const Movement = {
  BETTER: 'BETTER',
  WORSE: 'WORSE',
  SAME: 'SAME',
  NEW: 'NEW',
  NO_REPORT: 'NO_REPORT',
} as const
export type Movement = (typeof Movement)[keyof typeof Movement]

/** How a movement is called on a page. */
export const movementName: Record<Movement, string> = {
  BETTER: 'Better',
  WORSE: 'Worse',
  SAME: 'The same',
  NEW: 'Reported anew',
  NO_REPORT: 'No report',
}

/** From the worst to the best: what has not been started is less far than what goes on as it should. */
const fromWorst: readonly ActionStatus[] = ['OFF_TARGET', 'AT_RISK', 'NOT_STARTED', 'ON_TARGET', 'COMPLETE']

export function movementOf({ before, now }: Pick<StatusMove, 'before' | 'now'>): Movement {
  if (!now) return 'NO_REPORT'
  if (!before) return 'NEW'
  const steps = fromWorst.indexOf(now) - fromWorst.indexOf(before)
  if (steps === 0) return 'SAME'
  return steps > 0 ? 'BETTER' : 'WORSE'
}

/** How many actions stand how, in the period or in the one before. */
export function countStandings(
  moves: readonly StatusMove[],
  when: 'before' | 'now',
): Record<Standing, number> {
  const counts = { NOT_STARTED: 0, ON_TARGET: 0, AT_RISK: 0, OFF_TARGET: 0, COMPLETE: 0, NONE: 0 }
  for (const move of moves) counts[move[when] ?? 'NONE'] += move.actions
  return counts
}

/** How many actions became better, became worse and so on. */
export function countMovements(moves: readonly StatusMove[]): Record<Movement, number> {
  const counts = { BETTER: 0, WORSE: 0, SAME: 0, NEW: 0, NO_REPORT: 0 }
  for (const move of moves) counts[movementOf(move)] += move.actions
  return counts
}

/** How many actions moved from each standing to each other. */
export function movementTable(moves: readonly StatusMove[]): { before: Standing; now: number[] }[] {
  const standings = Object.values(Standing)
  return standings.map((before) => ({
    before,
    now: standings.map((now) =>
      moves
        .filter((move) => (move.before ?? 'NONE') === before && (move.now ?? 'NONE') === now)
        .reduce((sum, { actions }) => sum + actions, 0),
    ),
  }))
}
