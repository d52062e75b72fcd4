import { ruleWords } from '@boardwork/shared/attendance/rule/attendanceRule.ts'
import type { MeetingFact } from '@boardwork/shared/attendance/rule/facts.ts'
import type { Finding } from '@boardwork/shared/attendance/rule/findings.ts'
import { ruleOf } from '../rule/rule.reads.ts'
import type { RuleRow } from '../rule/rule.reads.ts'
import type { Flag } from './flag.entity.ts'
import type { FlagMark } from './flagMark.entity.ts'

/** The flag that a finding becomes when it is found for the first time, under a rule of the version `number`. */
export function raisedFlag(
  row: RuleRow & { number: number },
  year: number,
  { organisationId, organisationName, subject, words }: Finding,
  { id, at }: { id: string; at: Date },
): Flag {
  return {
    boardId: row.boardId,
    id,
    year,
    ruleRowId: row.id,
    ruleId: row.ruleId,
    ruleKind: row.kind,
    ruleWords: ruleWords(ruleOf(row)),
    rulesNumber: row.number,
    subject,
    organisationId,
    organisationName,
    strategy: row.kind === 'PARTNER_MISSING' || row.kind === 'FULL_ATTENDANCE',
    words,
    state: 'RAISED',
    raisedAt: at,
    remindersSent: 0,
    version: 1,
  }
}

export type Behind = Pick<FlagMark, 'key' | 'markId' | 'meetingId' | 'meetingKind' | 'seatId'>

/** The very records behind a finding; a meeting stands for itself where none of its marks does. */
export function behindOf(finding: Finding, meetings: ReadonlyMap<string, MeetingFact>): Behind[] {
  const none = { markId: null, meetingId: null, meetingKind: null, seatId: null }
  const wanted = new Set(finding.markIds)
  const ofMarks = finding.meetingIds.flatMap((id): Behind[] => {
    const meeting = meetings.get(id)
    if (!meeting) return []
    const inMeeting = { ...none, meetingId: id, meetingKind: meeting.kind }
    const marks = meeting.marks.filter((mark) => wanted.has(mark.id))
    if (marks.length === 0) return [{ ...inMeeting, key: id }]
    return marks.map((mark) => ({ ...inMeeting, key: mark.id, markId: mark.id }))
  })
  return [...ofMarks, ...finding.seatIds.map((id) => ({ ...none, key: id, seatId: id }))]
}
