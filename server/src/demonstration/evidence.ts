import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FileStore } from '../files/fileStore.ts'
import { receiveFile } from '../files/receiveFile.ts'
import type { BoardKey } from './boards.ts'
import { organisations } from './councils.ts'
import type { OrganisationKey } from './councils.ts'
import { people } from './people.ts'
import type { PersonKey } from './people.ts'
import type { World } from './world.ts'

const counts = `Team,Files in the first audit,With outcomes,Files in the second audit,With outcomes
North,7,6,7,7
South,7,6,7,7
Hospital,6,3,6,4
`
const countsFile = {
  fileName: 'audit-of-outcomes.csv',
  mediaType: 'text/csv',
  bytes: Buffer.byteLength(counts),
  sha256: createHash('sha256').update(counts).digest('hex'),
  storageKey: 'demonstration-audit-of-outcomes',
}

/** Evidence for an action of the adopted plan of a board. */
interface InventedEvidence {
  board: BoardKey
  reference: string
  by: PersonKey
  agency: OrganisationKey
  added: readonly [month: number, day: number]
  words: string
  address?: string
  file?: typeof countsFile
  withdrawn?: { by: PersonKey; at: readonly [month: number, day: number]; reason: string }
}

const pieces: readonly InventedEvidence[] = [
  {
    board: 'fernshire',
    reference: '1.1',
    by: 'daniel',
    agency: 'fernshireCouncil',
    added: [10, 20],
    words: 'The counts of the second audit on the pages of the council.',
    address: 'https://fernshire.example/adults/audit',
    withdrawn: {
      by: 'ada',
      at: [11, 3],
      reason: 'The page has moved, and the file holds the same counts.',
    },
  },
  {
    board: 'fernshire',
    reference: '1.1',
    by: 'daniel',
    agency: 'fernshireCouncil',
    added: [11, 2],
    words: 'The counts of both audits, team by team.',
    file: countsFile,
  },
  {
    board: 'fernshire',
    reference: '1.1',
    by: 'daniel',
    agency: 'fernshireCouncil',
    added: [11, 2],
    words:
      'Both auditors read the same two files first and compared their answers, so that the counts of the two audits can be set side by side.',
  },
  {
    board: 'fernshire',
    reference: '1.2',
    by: 'grace',
    agency: 'voices',
    added: [11, 12],
    words: 'What advocates heard most often this year, as a short film with subtitles.',
    address: 'https://larkmere-voices.example/films/at-your-side',
  },
]

/** The evidence that stands beside the adopted plans. */
export function makeEvidence(world: World): void {
  for (const piece of pieces) {
    const { board, reference, by, agency, words, address = null, file, withdrawn } = piece
    const boardId = world.boardIds[board]
    const plan = world.plans.find((each) => each.boardId === boardId && each.state === 'ADOPTED')
    const action = world.actions.find((each) => each.planId === plan?.id && each.reference === reference)
    if (!action) throw new Error(`The demonstration has no action ${reference} of ${board}.`)
    const { planId, areaId, id: actionId } = action
    const id = world.ids.next()
    const kind = file ? 'FILE' : address ? 'LINK' : 'NOTE'
    const addedAt = world.calendar.moment(...piece.added)
    const withdrawnAt = withdrawn ? world.calendar.moment(...withdrawn.at) : null
    const { fileName = null, mediaType = null, bytes = null, sha256 = null, storageKey = null } = file ?? {}
    const content = { kind, words, address, fileName, mediaType, bytes, sha256 } as const
    world.pieces.push({
      boardId,
      id,
      planId,
      areaId,
      actionId,
      ...content,
      storageKey,
      addedById: world.personIds[by],
      addedByName: people[by].name,
      addedByFor: organisations[agency].name,
      addedAt,
      withdrawnAt,
      withdrawnById: withdrawn ? world.personIds[withdrawn.by] : null,
      withdrawnByName: withdrawn ? people[withdrawn.by].name : null,
      withdrawnReason: withdrawn?.reason ?? null,
      version: withdrawn ? 2 : 1,
    })
    const { words: _stays, ...logged } = content
    const happened = { chains: [boardId], recordType: 'Evidence', recordId: id }
    world.happenings.push({
      ...happened,
      at: addedAt,
      by,
      under: { kind: 'SIGNED_IN' },
      action: 'evidence.add',
      after: { actionId, ...logged },
    })
    if (withdrawn && withdrawnAt)
      world.happenings.push({
        ...happened,
        at: withdrawnAt,
        by: withdrawn.by,
        under: { kind: 'SIGNED_IN' },
        action: 'evidence.withdraw',
        before: { withdrawnAt: null },
        after: { actionId, withdrawnAt: withdrawnAt.toISOString(), reason: withdrawn.reason },
      })
  }
}

/** Puts the one file of the demonstration into the store; at every start, since the store may be another one. */
export async function keepDemonstrationFile(files: FileStore): Promise<void> {
  const received = await receiveFile(Readable.from([Buffer.from(counts)]), counts.length)
  try {
    await files.put(countsFile.storageKey, received.path, received.sha256)
  } finally {
    await received.remove()
  }
}
