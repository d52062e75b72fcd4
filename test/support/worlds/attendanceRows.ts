import { noChoices } from '@boardwork/shared/attendance/pastRegister/pastChoices.ts'
import { startOf } from './attendance.ts'
import type { AttendanceWorld } from './attendance.ts'

type Row = Record<string, unknown>

/** The tables of meetings and attendance, in an order in which they can be filled. */
export const attendanceTables = [
  'attendance_setting',
  'meeting',
  'invitee',
  'register_mark',
  'mark_reason',
  'register_import',
] as const
export type AttendanceTable = (typeof attendanceTables)[number]

export const attendanceKeys: Partial<Record<AttendanceTable, string>> = {
  attendance_setting: 'board_id',
  mark_reason: 'mark_id',
}

/** A change of every row that one may change; see `attempts.ts`. */
export const attendanceChanges: Record<AttendanceTable, string> = {
  attendance_setting: `update attendance_setting set version = 7`,
  meeting: `update meeting set version = 7`,
  invitee: `update invitee set version = 7`,
  register_mark: `update register_mark set version = 7`,
  mark_reason: `update mark_reason set reason = 'Changed'`,
  register_import: `update register_import set version = 7`,
}

const now = new Date().toISOString()
const kind = (strategy: boolean) => (strategy ? 'STRATEGY' : 'BOARD')

/** The rows of one world; the days of its meetings are around today. */
export function attendanceRows(world: AttendanceWorld, today: string): Record<AttendanceTable, Row[]> {
  return {
    attendance_setting: world.settings.map(({ boardId }) => ({
      board_id: boardId,
      year_starts_month: 4,
      deputy_rule: '',
      version: 1,
    })),
    meeting: world.meetings.map(({ id, boardId, strategy, closed }) => ({
      board_id: boardId,
      id,
      kind: kind(strategy),
      title: `Meeting ${id}`,
      starts_at: startOf(id, today),
      ends_at: `${today}T12:00:00Z`,
      held_on: today,
      case_reference: strategy ? 'SA-1' : null,
      sequence: 0,
      register_begun_at: closed ? now : null,
      register_closed_at: closed ? now : null,
      made_at: now,
      version: 1,
    })),
    invitee: world.invitees.map((invitee) => ({
      board_id: invitee.boardId,
      id: invitee.id,
      meeting_id: invitee.meetingId,
      meeting_kind: 'STRATEGY',
      organisation_id: invitee.organisationId,
      person_id: invitee.personId,
      person_name: invitee.personId && 'Robin Ash',
      required: true,
      removed_at: invitee.removed ? now : null,
      version: 1,
    })),
    register_mark: world.marks.map((mark) => ({
      board_id: mark.boardId,
      id: mark.id,
      meeting_id: mark.meetingId,
      meeting_kind: kind(mark.strategy),
      seat_id: mark.seatId,
      invitee_id: mark.inviteeId,
      organisation_id: mark.organisationId,
      required: true,
      voting: false,
      holder_id: mark.holderId,
      holder_name: mark.holderId && `Mark ${mark.id}`,
      mark: 'APOLOGIES',
      source: 'OFFICER',
      marked_by_name: 'Robin Ash',
      marked_at: now,
      version: 1,
    })),
    mark_reason: world.marks
      .filter(({ hasReason }) => hasReason)
      .map((mark) => ({
        board_id: mark.boardId,
        mark_id: mark.id,
        meeting_kind: kind(mark.strategy),
        seat_id: mark.seatId,
        invitee_id: mark.inviteeId,
        organisation_id: mark.organisationId,
        reason: `Reason ${mark.id}`,
      })),
    register_import: world.registerImports.map(({ id, boardId, startedById }) => ({
      board_id: boardId,
      id,
      file_name: `list ${id}.csv`,
      text_hash: 'the words',
      document: { blocks: [] },
      choices: noChoices,
      state: 'PREVIEW',
      started_by_id: startedById,
      started_at: now,
      changed_at: now,
      version: 1,
    })),
  }
}
