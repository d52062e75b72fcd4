import { newId } from '@boardwork/server/src/db/newId.ts'
import fc from 'fast-check'

/** What hangs on a meeting of a world. */
export interface OfMeeting {
  id: string
  boardId: string
  meetingId: string
  strategy: boolean
}

/** What a world holds of agendas, and of kinds of strategy meetings with their lists. */
export interface AgendaWorld {
  strategyKinds: { id: string; boardId: string }[]
  standardInvitees: {
    id: string
    boardId: string
    kindId: string
    organisationId: string
    personId: string | null
  }[]
  agendaItems: OfMeeting[]
  /** Some are files, the others links. */
  papers: (OfMeeting & { file: boolean })[]
  decisions: OfMeeting[]
  /** Some of the meetings of boards stand in an action of a plan of the board. */
  meetingActions: (OfMeeting & {
    organisationId: string
    inPlan: { planId: string; areaId: string; actionId: string } | null
  })[]
}

const index = fc.nat(997)
const some = <Drawn>(drawn: fc.Arbitrary<Drawn>, minLength: number, maxLength: number) =>
  fc.array(drawn, { minLength, maxLength })

export const agendaRecipe = fc.record({
  strategyKinds: some(index, 0, 2),
  standardInvitees: some(
    fc.record({ kind: index, organisation: index, person: fc.option(index, { freq: 2 }) }),
    0,
    3,
  ),
  agendaItems: some(index, 0, 3),
  papers: some(fc.record({ meeting: index, file: fc.boolean() }), 0, 3),
  decisions: some(index, 0, 3),
  meetingActions: some(
    fc.record({
      meeting: index,
      action: index,
      // By chance an agency seldom has a seat at the board, or somebody who leads it.
      of: fc.constantFrom('PLACE', 'PLACE', 'LED', 'ANY'),
      organisation: index,
    }),
    0,
    4,
  ),
})
type Recipe = typeof agendaRecipe extends fc.Arbitrary<infer Drawn> ? Drawn : never

/** Of a world, what agendas are made from. */
interface Places {
  boards: { id: string }[]
  organisations: { id: string }[]
  people: { id: string }[]
  seats: { boardId: string; organisationId: string }[]
  grants: { role: string; scopeId: string }[]
  invitees: { meetingId: string; organisationId: string }[]
  meetings: { id: string; boardId: string; strategy: boolean }[]
  actions: { id: string; boardId: string; planId: string; areaId: string }[]
}

/** Agendas of the meetings of a world, and kinds of strategy meetings of its boards. */
export function makeAgenda(
  drawn: Recipe,
  { boards, organisations, people, seats, grants, invitees, meetings, actions }: Places,
): AgendaWorld {
  const at = <Item>(items: readonly Item[], place: number) => {
    const item = items[place % items.length]
    if (!item) throw new Error('There is nothing to take from.')
    return item
  }
  const ofMeeting = (meeting: number): OfMeeting => {
    const { id, boardId, strategy } = at(meetings, meeting)
    return { id: newId(), boardId, meetingId: id, strategy }
  }
  const strategyKinds = drawn.strategyKinds.map((board) => ({ id: newId(), boardId: at(boards, board).id }))
  return {
    strategyKinds,
    standardInvitees:
      strategyKinds.length === 0
        ? []
        : drawn.standardInvitees.map(({ kind, organisation, person }) => {
            const { id, boardId } = at(strategyKinds, kind)
            return {
              id: newId(),
              boardId,
              kindId: id,
              organisationId: at(organisations, organisation).id,
              personId: person === null ? null : at(people, person).id,
            }
          }),
    agendaItems: drawn.agendaItems.map(ofMeeting),
    papers: drawn.papers.map(({ meeting, file }) => ({ ...ofMeeting(meeting), file })),
    decisions: drawn.decisions.map(ofMeeting),
    meetingActions: drawn.meetingActions.map(({ meeting, action, of, organisation }) => {
      const row = ofMeeting(meeting)
      const here = actions.filter(({ boardId }) => boardId === row.boardId)
      const places: { organisationId: string }[] = row.strategy
        ? invitees.filter(({ meetingId }) => meetingId === row.meetingId)
        : seats.filter(({ boardId }) => boardId === row.boardId)
      const led = grants.filter(({ role }) => role === 'AGENCY_LEAD')
      const agency = () => {
        if (of === 'PLACE' && places.length > 0) return at(places, organisation).organisationId
        if (of === 'LED' && led.length > 0) return at(led, organisation).scopeId
        return at(organisations, organisation).id
      }
      const placed = row.strategy || here.length === 0 ? null : at(here, action)
      return {
        ...row,
        organisationId: agency(),
        inPlan: placed && { planId: placed.planId, areaId: placed.areaId, actionId: placed.id },
      }
    }),
  }
}
