import { newId } from '@boardwork/server/src/db/newId.ts'
import fc from 'fast-check'
import { makeRegister, registerRecipe } from './register.ts'
import type { RegisterWorld } from './register.ts'

/** What a world holds of meetings and attendance. */
export interface AttendanceWorld extends RegisterWorld {
  settings: { boardId: string }[]
  meetings: { id: string; boardId: string; strategy: boolean; closed: boolean }[]
  invitees: {
    id: string
    boardId: string
    meetingId: string
    organisationId: string
    personId: string | null
    removed: boolean
  }[]
  marks: {
    id: string
    boardId: string
    meetingId: string
    strategy: boolean
    seatId: string | null
    inviteeId: string | null
    organisationId: string
    holderId: string | null
    hasReason: boolean
  }[]
  registerImports: { id: string; boardId: string; startedById: string }[]
}

/** When a meeting of a world begins: a few seconds after ten, so that of two one is the earlier; all end at noon. */
export function startOf(meetingId: string, today: string): string {
  const seconds = Number.parseInt(meetingId.slice(-4), 16) % 60
  return `${today}T10:00:${String(seconds).padStart(2, '0')}Z`
}

const index = fc.nat(997)
const oneIn = (of: number) => fc.nat(of - 1).map((drawn) => drawn === 0)
const some = <Drawn>(drawn: fc.Arbitrary<Drawn>, minLength: number, maxLength: number) =>
  fc.array(drawn, { minLength, maxLength })

export const attendanceRecipe = fc.record({
  settings: some(index, 0, 2),
  // Half of them at a board that has seats: by chance that is rare.
  meetings: some(
    fc.record({ board: index, atSeat: fc.boolean(), strategy: oneIn(3), closed: fc.boolean() }),
    1,
    4,
  ),
  invitees: some(
    fc.record({
      meeting: index,
      organisation: index,
      person: fc.option(index, { freq: 2 }),
      byLead: fc.boolean(),
      removed: oneIn(4),
    }),
    0,
    5,
  ),
  marks: some(fc.record({ meeting: index, place: index, hasReason: fc.boolean() }), 1, 6),
  register: registerRecipe,
  registerImports: some(fc.record({ board: index, person: index }), 0, 2),
})
type Recipe = typeof attendanceRecipe extends fc.Arbitrary<infer Drawn> ? Drawn : never

/** Of a world, what meetings are made from. */
interface Places {
  boards: { id: string }[]
  organisations: { id: string }[]
  people: { id: string }[]
  seats: { id: string; boardId: string; organisationId: string; holderId: string | null }[]
  grants: { role: string; scopeId: string }[]
}

/** Meetings, invitations and marks at the boards of a world. */
export function makeAttendance(
  drawn: Recipe,
  { boards, organisations, people, seats, grants }: Places,
): AttendanceWorld {
  const at = <Item>(items: readonly Item[], place: number) => {
    const item = items[place % items.length]
    if (!item) throw new Error('There is nothing to take from.')
    return item
  }
  const leads = grants.filter(({ role }) => role === 'AGENCY_LEAD')
  const meetings = drawn.meetings.map(({ board, atSeat, strategy, closed }) => ({
    id: newId(),
    boardId: atSeat ? at(seats, board).boardId : at(boards, board).id,
    strategy,
    closed,
  }))
  const strategyMeetings = meetings.filter(({ strategy }) => strategy)
  const invitees =
    strategyMeetings.length === 0
      ? []
      : drawn.invitees.map(({ meeting, organisation, person, byLead, removed }) => {
          const { id, boardId } = at(strategyMeetings, meeting)
          return {
            id: newId(),
            boardId,
            meetingId: id,
            organisationId:
              byLead && leads.length > 0
                ? at(leads, organisation).scopeId
                : at(organisations, organisation).id,
            personId: person === null ? null : at(people, person).id,
            removed,
          }
        })
  const taken = new Set<string>()
  const marks = drawn.marks.flatMap(({ meeting, place, hasReason }) => {
    const { id, boardId, strategy } = at(meetings, meeting)
    const places: { id: string; organisationId: string; holderId: string | null }[] = strategy
      ? invitees
          .filter(({ meetingId }) => meetingId === id)
          .map((one) => ({ ...one, holderId: one.personId }))
      : seats.filter((seat) => seat.boardId === boardId)
    if (places.length === 0) return []
    const { id: placeId, organisationId, holderId } = at(places, place)
    if (taken.has(`${id} ${placeId}`)) return []
    taken.add(`${id} ${placeId}`)
    return [
      {
        id: newId(),
        boardId,
        meetingId: id,
        strategy,
        seatId: strategy ? null : placeId,
        inviteeId: strategy ? placeId : null,
        organisationId,
        holderId,
        hasReason,
      },
    ]
  })
  const settings = [...new Set(drawn.settings.map((board) => at(boards, board).id))]
  const registerImports = drawn.registerImports.map(({ board, person }) => ({
    id: newId(),
    boardId: at(boards, board).id,
    startedById: at(people, person).id,
  }))
  const made = {
    settings: settings.map((boardId) => ({ boardId })),
    meetings,
    invitees,
    marks,
    registerImports,
  }
  return { ...made, ...makeRegister(drawn.register, { ...made, boards, people }) }
}
