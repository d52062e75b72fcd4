import type { RegisterWorld } from './register.ts'

type Row = Record<string, unknown>

/** The tables of registers, in an order in which they can be filled. */
export const registerTables = [
  'guest',
  'mark_correction',
  'quorum',
  'quorum_result',
  'check_in',
  'check_in_secret',
  'check_in_try',
] as const
export type RegisterTable = (typeof registerTables)[number]

export const registerKeys: Partial<Record<RegisterTable, string>> = {
  quorum_result: 'meeting_id',
  check_in: 'meeting_id',
  check_in_secret: 'meeting_id',
}

/** A change of every row that one may change; see `attempts.ts`. */
export const registerChanges: Record<RegisterTable, string> = {
  guest: `update guest set version = 7`,
  mark_correction: `update mark_correction set why = 'Changed'`,
  quorum: `update quorum set number = 7`,
  quorum_result: `update quorum_result set met = false`,
  check_in: `update check_in set ended_at = now()`,
  check_in_secret: `update check_in_secret set secret = '\\x02'`,
  check_in_try: `update check_in_try set person_name = 'Changed'`,
}

const now = new Date().toISOString()

/** The rows of one world. */
export function registerRows(world: RegisterWorld): Record<RegisterTable, Row[]> {
  const ofMeeting = ({ boardId, meetingId, strategy }: RegisterWorld['checkIns'][number]) => ({
    board_id: boardId,
    meeting_id: meetingId,
    meeting_kind: strategy ? 'STRATEGY' : 'BOARD',
  })
  return {
    guest: world.guests.map((guest) => ({
      ...ofMeeting(guest),
      id: guest.id,
      kind: 'GUEST',
      name: `Guest ${guest.id}`,
      version: 1,
    })),
    mark_correction: world.corrections.map((correction) => ({
      ...ofMeeting(correction),
      id: correction.id,
      mark_id: correction.markId,
      organisation_id: correction.organisationId,
      before_mark: 'UNKNOWN',
      after_mark: 'APOLOGIES',
      why: 'A letter came',
      corrected_by_name: 'Robin Ash',
      corrected_at: now,
    })),
    quorum: world.quorums.map(({ id, boardId }, number) => ({
      board_id: boardId,
      id,
      number: number + 1,
      rule: { kind: 'SEATS', votingOnly: false, needs: { seats: 1 }, deputies: 'ALL' },
      starts_on: '2026-04-01',
      set_by_name: 'Robin Ash',
      set_at: now,
    })),
    quorum_result: world.quorumResults.map((result) => ({
      ...ofMeeting(result),
      quorum_id: result.quorumId,
      met: true,
      result: {
        words: 'At least 1 seat.',
        has: 1,
        needs: 1,
        met: true,
        canBeMet: true,
        missing: [],
        parts: [],
      },
    })),
    check_in: world.checkIns.map((checkIn) => ({
      ...ofMeeting(checkIn),
      opened_at: now,
      opened_by_name: 'Robin Ash',
    })),
    check_in_secret: world.checkIns.map(({ boardId, meetingId }) => ({
      board_id: boardId,
      meeting_id: meetingId,
      secret: '\\x01',
    })),
    check_in_try: world.checkInTries.map((one) => ({
      board_id: one.boardId,
      id: one.id,
      meeting_id: one.meetingId,
      person_id: one.personId,
      person_name: 'Robin Ash',
      tried_at: now,
    })),
  }
}
