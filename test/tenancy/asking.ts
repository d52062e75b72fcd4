import type { Person } from '../support/worlds/oracle.ts'
import type { Table } from '../support/worlds/rows.ts'
import type { World } from '../support/worlds/world.ts'

/** Who asks, and what exists for them. */
export interface Asking {
  person: Person
  /** The world in which the person lives, and another one. */
  home: World
  other: World
  /** All worlds that the person's roles reach. */
  reached: readonly World[]
  sees: (table: Table) => ReadonlySet<string>
}

/** One thing to ask, and what should come of it. */
export interface Asked {
  /** The root field with its arguments. */
  field: string
  selection: string
  /** Whether it should be refused: not found, not allowed, not signed in. */
  refused: boolean
  /** The keys that the answer should hold, table by table; of tables that are not named, at most what is seen. */
  expected: Partial<Record<Table, Iterable<string>>>
  /** Whether the answer should hold anything at all, where it has no ids to compare. */
  filled?: boolean
  /** What the answer should be, where it is no record. */
  value?: number | string | null
  /** What is wrong with the counts of the answer; null where nothing is. */
  check?: (answer: unknown) => string | null
  /** Whether the answer is a history, which is compared by the numbers of its entries. */
  entries?: true
}
