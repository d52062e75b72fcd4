import type { FlagsWorld } from './flags.ts'

type Row = Record<string, unknown>

/** The tables of rules, flags and samples, in an order in which they can be filled. */
export const flagTables = [
  'rule_set',
  'attendance_rule',
  'flag',
  'flag_mark',
  'flag_step',
  'meeting_sample',
] as const
export type FlagTable = (typeof flagTables)[number]

/** A change of every row that one may change; see `attempts.ts`. */
export const flagChanges: Record<FlagTable, string> = {
  rule_set: `update rule_set set number = 7`,
  attendance_rule: `update attendance_rule set limit_number = 7`,
  flag: `update flag set version = 7`,
  flag_mark: `update flag_mark set found_at = now()`,
  flag_step: `update flag_step set words = 'Changed'`,
  meeting_sample: `update meeting_sample set seed = 'changed'`,
}

const now = new Date().toISOString()

/** The rows of one world. */
export function flagRows(world: FlagsWorld, today: string): Record<FlagTable, Row[]> {
  return {
    rule_set: world.ruleSets.map(({ id, boardId }, place) => ({
      board_id: boardId,
      id,
      year: 2026,
      number: place + 1,
      in_force_from: now,
      made_by_name: 'Robin Ash',
    })),
    attendance_rule: world.rules.map(({ id, boardId, ruleSetId }) => ({
      board_id: boardId,
      id,
      rule_set_id: ruleSetId,
      rule_id: id,
      kind: 'FEWER_MEETINGS',
      limit_number: 8,
      sample_percent: null,
      counts_apologies: null,
      position: 1,
    })),
    flag: world.flags.map((flag) => ({
      board_id: flag.boardId,
      id: flag.id,
      year: 2026,
      rule_row_id: flag.ruleRowId,
      rule_id: flag.ruleRowId,
      rule_kind: 'FEWER_MEETINGS',
      rule_words: 'A rule',
      rules_number: 1,
      subject: flag.id,
      organisation_id: flag.organisationId,
      organisation_name: flag.organisationId && 'An agency',
      strategy: flag.strategy,
      words: `Flag ${flag.id}`,
      state: flag.asked ? 'PUT' : flag.put ? 'DISCUSSED' : 'RAISED',
      raised_at: now,
      put_at: flag.put ? now : null,
      answer_due_on: flag.put ? today : null,
      reminders_sent: 0,
      version: 1,
    })),
    flag_mark: world.flagMarks.map((mark) => ({
      board_id: mark.boardId,
      id: mark.id,
      flag_id: mark.flagId,
      key: mark.key,
      mark_id: mark.markId,
      meeting_id: mark.meetingId,
      meeting_kind: mark.meetingId && (mark.ofStrategyMeeting ? 'STRATEGY' : 'BOARD'),
      seat_id: mark.seatId,
      found_at: now,
    })),
    flag_step: world.flagSteps.map(({ id, boardId, flagId, answer }, place) => ({
      board_id: boardId,
      id,
      flag_id: flagId,
      position: place + 1,
      kind: answer ? 'ANSWERED' : 'ADDRESSED',
      words: 'For a test',
      person_name: 'Robin Ash',
      happened_at: now,
    })),
    meeting_sample: world.samples.map(({ id, boardId }) => ({
      board_id: boardId,
      id,
      year: 2026,
      share_percent: 50,
      seed: 'seed',
      population: '{}',
      population_hash: 'hash',
      drawn: '{}',
      drawn_at: now,
      drawn_by_name: 'Robin Ash',
    })),
  }
}
