import { newId } from '@boardwork/server/src/db/newId.ts'
import fc from 'fast-check'
import type { AttendanceWorld } from './attendance.ts'

/** What a world holds of rules of a year, of what they found, and of samples. */
export interface FlagsWorld {
  ruleSets: { id: string; boardId: string }[]
  rules: { id: string; boardId: string; ruleSetId: string }[]
  flags: {
    id: string
    boardId: string
    ruleRowId: string
    /** Null where it is about the board. */
    organisationId: string | null
    strategy: boolean
    /** Whether it is put to the agency. */
    put: boolean
    /** Whether the agency is asked for an answer now. */
    asked: boolean
  }[]
  flagMarks: {
    id: string
    boardId: string
    flagId: string
    key: string
    markId: string | null
    meetingId: string | null
    ofStrategyMeeting: boolean
    seatId: string | null
  }[]
  flagSteps: { id: string; boardId: string; flagId: string; answer: boolean }[]
  samples: { id: string; boardId: string }[]
}

const index = fc.nat(997)
const oneIn = (of: number) => fc.nat(of - 1).map((drawn) => drawn === 0)
const some = <Drawn>(drawn: fc.Arbitrary<Drawn>, minLength: number, maxLength: number) =>
  fc.array(drawn, { minLength, maxLength })

export const flagsRecipe = fc.record({
  ruleSets: some(fc.record({ board: index, atSeat: fc.boolean() }), 1, 2),
  flags: some(
    fc.record({
      ruleSet: index,
      // By chance an agency seldom has a seat at the board, or somebody who leads it.
      of: fc.constantFrom('BOARD', 'SEAT', 'SEAT', 'LED', 'ANY'),
      organisation: index,
      strategy: oneIn(3),
      put: fc.boolean(),
      asked: fc.boolean(),
    }),
    1,
    4,
  ),
  flagMarks: some(fc.record({ flag: index, record: index }), 1, 5),
  flagSteps: some(fc.record({ flag: index, answer: fc.boolean() }), 1, 4),
  samples: some(index, 0, 2),
})
type Recipe = typeof flagsRecipe extends fc.Arbitrary<infer Drawn> ? Drawn : never

/** Of a world, what rules and flags are made from. */
interface Before extends Pick<AttendanceWorld, 'meetings' | 'marks'> {
  boards: { id: string }[]
  organisations: { id: string }[]
  seats: { id: string; boardId: string; organisationId: string }[]
  grants: { role: string; scopeId: string }[]
}

/** Rules and flags at the boards of a world. */
export function makeFlags(
  drawn: Recipe,
  { boards, organisations, seats, grants, meetings, marks }: Before,
): FlagsWorld {
  const at = <Item>(items: readonly Item[], place: number) => {
    const item = items[place % items.length]
    if (!item) throw new Error('There is nothing to take from.')
    return item
  }
  const ruleSets = drawn.ruleSets.map(({ board, atSeat }) => ({
    id: newId(),
    boardId: atSeat ? at(seats, board).boardId : at(boards, board).id,
  }))
  const rules = ruleSets.map(({ id, boardId }) => ({ id: newId(), boardId, ruleSetId: id }))
  const led = grants.filter(({ role }) => role === 'AGENCY_LEAD')
  const flags = drawn.flags.map(({ ruleSet, of, organisation, strategy, put, asked }) => {
    const rule = at(rules, ruleSet)
    const here = seats.filter(({ boardId }) => boardId === rule.boardId)
    const agency = () => {
      if (of === 'BOARD') return null
      if (of === 'SEAT' && here.length > 0) return at(here, organisation).organisationId
      if (of === 'LED' && led.length > 0) return at(led, organisation).scopeId
      return at(organisations, organisation).id
    }
    const organisationId = agency()
    return {
      id: newId(),
      boardId: rule.boardId,
      ruleRowId: rule.id,
      organisationId,
      strategy,
      put: put && organisationId !== null,
      asked: put && organisationId !== null && asked,
    }
  })
  const taken = new Set<string>()
  const flagMarks = drawn.flagMarks.flatMap(({ flag, record }) => {
    const { id: flagId, boardId } = at(flags, flag)
    const none = { markId: null, meetingId: null, ofStrategyMeeting: false, seatId: null }
    const records = [
      ...marks
        .filter((mark) => mark.boardId === boardId)
        .map(({ id, meetingId, strategy }) => ({
          ...none,
          key: id,
          markId: id,
          meetingId,
          ofStrategyMeeting: strategy,
        })),
      ...meetings
        .filter((meeting) => meeting.boardId === boardId)
        .map(({ id, strategy }) => ({ ...none, key: id, meetingId: id, ofStrategyMeeting: strategy })),
      ...seats.filter((seat) => seat.boardId === boardId).map(({ id }) => ({ ...none, key: id, seatId: id })),
    ]
    if (records.length === 0) return []
    const behind = at(records, record)
    if (taken.has(`${flagId} ${behind.key}`)) return []
    taken.add(`${flagId} ${behind.key}`)
    return [{ id: newId(), boardId, flagId, ...behind }]
  })
  const flagSteps = drawn.flagSteps.map(({ flag, answer }) => {
    const { id: flagId, boardId } = at(flags, flag)
    return { id: newId(), boardId, flagId, answer }
  })
  const samples = [...new Set(drawn.samples.map((board) => at(boards, board).id))]
  return {
    ruleSets,
    rules,
    flags,
    flagMarks,
    flagSteps,
    samples: samples.map((boardId) => ({ id: newId(), boardId })),
  }
}
