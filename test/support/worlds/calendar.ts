import { newId } from '@boardwork/server/src/db/newId.ts'
import fc from 'fast-check'
import type { AttendanceWorld } from './attendance.ts'

/** What a world holds of answers to meetings, invitations by mail and calendars. */
export interface CalendarWorld {
  meetingAnswers: (AtPlace & { organisationId: string; deputyId: string | null; hasReason: boolean })[]
  answerLinks: (AtPlace & { personId: string })[]
  calendarAddresses: { personId: string }[]
}

interface AtPlace {
  id: string
  boardId: string
  meetingId: string
  strategy: boolean
  placeId: string
}

const index = fc.nat(997)

export const calendarRecipe = fc.record({
  answers: fc.array(
    fc.record({ meeting: index, place: index, deputy: fc.option(index), hasReason: fc.boolean() }),
    { minLength: 1, maxLength: 6 },
  ),
  links: fc.array(fc.record({ meeting: index, place: index, person: index }), { maxLength: 3 }),
  addresses: fc.array(index, { maxLength: 2 }),
})
type Recipe = typeof calendarRecipe extends fc.Arbitrary<infer Drawn> ? Drawn : never

interface Places {
  people: { id: string }[]
  seats: { id: string; boardId: string; organisationId: string; holderId: string | null }[]
}

/** Answers and links for the places of a world's meetings. */
export function makeCalendar(
  drawn: Recipe,
  { people, seats }: Places,
  { meetings, invitees }: Pick<AttendanceWorld, 'meetings' | 'invitees'>,
): CalendarWorld {
  const at = <Item>(items: readonly Item[], place: number) => {
    const item = items[place % items.length]
    if (!item) throw new Error('There is nothing to take from.')
    return item
  }
  const taken = new Set<string>()
  const placeAt = (meeting: number, place: number, once: string) => {
    const { id, boardId, strategy } = at(meetings, meeting)
    const places = strategy
      ? invitees
          .filter(({ meetingId }) => meetingId === id)
          .map((one) => ({ ...one, holderId: one.personId }))
      : seats.filter((seat) => seat.boardId === boardId)
    if (places.length === 0) return []
    const found = at(places, place)
    const key = `${once} ${id} ${found.id}`
    if (taken.has(key)) return []
    taken.add(key)
    return [
      {
        at: { id: newId(), boardId, meetingId: id, strategy, placeId: found.id },
        organisationId: found.organisationId,
        holderId: found.holderId,
      },
    ]
  }
  return {
    meetingAnswers: drawn.answers.flatMap(({ meeting, place, deputy, hasReason }) =>
      placeAt(meeting, place, 'answer').map((found) => ({
        ...found.at,
        organisationId: found.organisationId,
        deputyId: deputy === null || hasReason ? null : at(people, deputy).id,
        hasReason,
      })),
    ),
    answerLinks: drawn.links.flatMap(({ meeting, place, person }) =>
      placeAt(meeting, place, 'link').map((found) => ({
        ...found.at,
        // Half of them to whoever holds the place: by chance that is rare.
        personId: person % 2 === 0 && found.holderId ? found.holderId : at(people, person).id,
      })),
    ),
    calendarAddresses: [...new Set(drawn.addresses.map((person) => at(people, person).id))].map(
      (personId) => ({ personId }),
    ),
  }
}
