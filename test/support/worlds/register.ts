import { newId } from '@boardwork/server/src/db/newId.ts'
import fc from 'fast-check'

interface OfMeeting {
  boardId: string
  meetingId: string
  strategy: boolean
}

/** What a world holds of registers. */
export interface RegisterWorld {
  guests: (OfMeeting & { id: string })[]
  corrections: (OfMeeting & { id: string; markId: string; organisationId: string })[]
  quorums: { id: string; boardId: string }[]
  quorumResults: (OfMeeting & { quorumId: string })[]
  checkIns: OfMeeting[]
  checkInTries: { id: string; boardId: string; meetingId: string; personId: string }[]
}

const index = fc.nat(997)
const some = <Drawn>(drawn: fc.Arbitrary<Drawn>, maxLength: number) => fc.array(drawn, { maxLength })

export const registerRecipe = fc.record({
  guests: some(index, 3),
  corrections: some(index, 3),
  quorums: some(index, 2),
  quorumResults: some(fc.record({ meeting: index, quorum: index }), 3),
  checkIns: some(index, 3),
  checkInTries: some(fc.record({ checkIn: index, person: index }), 3),
})
type Recipe = typeof registerRecipe extends fc.Arbitrary<infer Drawn> ? Drawn : never

/** Of a world, what registers are made from. */
interface Places {
  boards: { id: string }[]
  people: { id: string }[]
  meetings: { id: string; boardId: string; strategy: boolean }[]
  marks: (OfMeeting & { id: string; organisationId: string })[]
}

/** Guests, corrections, quorums and check-in at the meetings of a world. */
export function makeRegister(drawn: Recipe, { meetings, marks, boards, people }: Places): RegisterWorld {
  const at = <Item>(items: readonly Item[], place: number): Item[] =>
    items.length === 0 ? [] : items.slice(place % items.length).slice(0, 1)
  const ofMeetings = (places: readonly number[]): OfMeeting[] =>
    places.flatMap((place) =>
      at(meetings, place).map(({ id, boardId, strategy }) => ({ boardId, meetingId: id, strategy })),
    )
  const once = <Item extends { meetingId: string }>(items: readonly Item[]) => [
    ...new Map(items.map((item) => [item.meetingId, item])).values(),
  ]
  const quorums = drawn.quorums.flatMap((place) =>
    at(boards, place).map((board) => ({ id: newId(), boardId: board.id })),
  )
  const checkIns = once(ofMeetings(drawn.checkIns))
  return {
    guests: ofMeetings(drawn.guests).map((of) => ({ ...of, id: newId() })),
    corrections: drawn.corrections.flatMap((place) =>
      at(marks, place).map(({ id: markId, boardId, meetingId, strategy, organisationId }) => ({
        id: newId(),
        boardId,
        meetingId,
        strategy,
        markId,
        organisationId,
      })),
    ),
    quorums,
    quorumResults: once(
      drawn.quorumResults.flatMap(({ meeting, quorum }) =>
        at(quorums, quorum).flatMap(({ id: quorumId, boardId }) =>
          at(
            meetings.filter((each) => each.boardId === boardId),
            meeting,
          ).map(({ id, strategy }) => ({ boardId, meetingId: id, strategy, quorumId })),
        ),
      ),
    ),
    checkIns,
    checkInTries: drawn.checkInTries.flatMap(({ checkIn, person }) =>
      at(checkIns, checkIn).flatMap(({ boardId, meetingId }) =>
        at(people, person).map(({ id: personId }) => ({ id: newId(), boardId, meetingId, personId })),
      ),
    ),
  }
}
