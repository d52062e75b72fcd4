import { newId } from '@boardwork/server/src/db/newId.ts'
import fc from 'fast-check'
import { leadsAt } from './attendanceOracle.ts'
import type { Asker } from './attendanceOracle.ts'

/** What a world holds of published figures of attendance. */
export interface PublicationWorld {
  publications: { id: string; boardId: string; publishedById: string; withdrawn: boolean }[]
}

const index = fc.nat(997)

export const publicationRecipe = fc.array(
  // Half of them at a board that has seats: by chance that is rare.
  fc.record({ board: index, atSeat: fc.boolean(), person: index, withdrawn: fc.boolean() }),
  { minLength: 1, maxLength: 3 },
)
type Recipe = typeof publicationRecipe extends fc.Arbitrary<infer Drawn> ? Drawn : never

interface Places {
  boards: { id: string }[]
  people: { id: string }[]
  seats: { boardId: string }[]
}

/** Published figures of the boards of a world. */
export function makePublications(drawn: Recipe, { boards, people, seats }: Places): PublicationWorld {
  const at = <Item>(items: readonly Item[], place: number) => {
    const item = items[place % items.length]
    if (!item) throw new Error('There is nothing to take from.')
    return item
  }
  return {
    publications: drawn.map(({ board, atSeat, person, withdrawn }) => ({
      id: newId(),
      boardId: atSeat && seats.length > 0 ? at(seats, board).boardId : at(boards, board).id,
      publishedById: at(people, person).id,
      withdrawn,
    })),
  }
}

export const publicationTables = ['attendance_publication'] as const
export type PublicationTable = (typeof publicationTables)[number]

/** A change of every row that one may change; see `attempts.ts`. */
export const publicationChanges: Record<PublicationTable, string> = {
  attendance_publication: `update attendance_publication set version = 7`,
}

const now = new Date().toISOString()

export function publicationRows(
  world: PublicationWorld,
): Record<PublicationTable, Record<string, unknown>[]> {
  return {
    attendance_publication: world.publications.map(({ id, boardId, publishedById, withdrawn }) => ({
      board_id: boardId,
      id,
      year: 2025,
      figures: { year: 2025, startsMonth: 4, held: 1, cancelled: 0, agencies: [] },
      published_at: now,
      published_by_id: publishedById,
      published_by_name: 'Robin Ash',
      withdrawn_at: withdrawn ? now : null,
      withdrawn_by_name: withdrawn ? 'Robin Ash' : null,
      version: 1,
    })),
  }
}

/** Who sees and changes what was published, from the design's words and never from the policies. */
export function publicationRights(asker: Asker, scrutinises: (boardId: string) => boolean) {
  const { me, officer, member } = asker
  const readers = (boardId: string) => member(boardId) || leadsAt(asker, boardId) || scrutinises(boardId)
  return {
    sees: {
      attendance_publication: (world: PublicationWorld) =>
        world.publications
          .filter(({ boardId, withdrawn }) => officer(boardId) || (!withdrawn && readers(boardId)))
          .map(({ id }) => id),
    },
    changes: {
      attendance_publication: (world: PublicationWorld) =>
        world.publications.filter(({ boardId }) => officer(boardId)).length,
    },
    adds: {
      // Nobody publishes in the name of somebody else.
      attendance_publication: (world: PublicationWorld, place: number) => {
        const publication = world.publications[place]
        return publication !== undefined && officer(publication.boardId) && publication.publishedById === me
      },
    },
  }
}
