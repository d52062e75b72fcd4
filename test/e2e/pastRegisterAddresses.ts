import { readPlainText } from '@boardwork/server/src/documents/readDelimited.ts'
import type { Client } from 'pg'
import { makeRegisterImport } from '../support/registerImportFactory.ts'

/** What of past registers stands in the example addresses. */
export interface PastRegisterExamples {
  board: string
  /** A list that waits to be saved. */
  registerImport: string
}

// Of the Fernshire board.
const coordinator = 'Ada Fern'
const member = 'Marcus Finch'

/** The routes of past registers that are brought in. */
export const pastRegisterAddresses = [
  {
    route: 'boards/:boardId/past-registers',
    address: ({ board }: PastRegisterExamples) => `/boards/${board}/past-registers`,
    heading: 'Past registers',
    opensFor: coordinator,
    hiddenFrom: member,
  },
  {
    route: 'boards/:boardId/past-registers/new',
    address: ({ board }: PastRegisterExamples) => `/boards/${board}/past-registers/new`,
    heading: 'Bring in past registers',
    opensFor: coordinator,
    hiddenFrom: member,
  },
  {
    route: 'past-registers/:importId',
    address: ({ registerImport }: PastRegisterExamples) => `/past-registers/${registerImport}`,
    heading: 'Check attendance.csv',
    opensFor: coordinator,
    hiddenFrom: member,
  },
] as const

const list = `Agency,Name,12 April,10 July,Away day,Total
Fernshire Police,Marcus Finch,P,A,x,1
The Trust,J. Okafor,,Deputy (Ann Fell),P,2`

/** A list of a board that leaves much open. */
export async function makeWaitingRegister(db: Client, board: string): Promise<string> {
  const { rows } = await db.query<{ id: string }>('select id from person order by name limit 1')
  return makeRegisterImport(db, board, rows[0]?.id ?? '', readPlainText(list))
}
