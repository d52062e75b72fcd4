import type { Table } from './rows.ts'

/** Which table each type of the schema shows, and how the row is named in a comparison. */
const shownBy: Record<string, [Table, (record: Record<string, unknown>) => string | null]> = {
  ActionLink: ['plan_action', id],
  ActionResponsible: ['action_responsible', id],
  Activity: ['activity', id],
  AgencyAction: ['plan_action', id],
  AreaChoice: ['plan_area', id],
  AreaComment: ['area_comment', id],
  AreaShare: ['area_share', id],
  AttendancePublication: ['attendance_publication', id],
  AttendedMeeting: ['meeting', id],
  AttendedSeat: ['seat', ({ seatId }) => String(seatId)],
  AuditEvent: ['audit_event', (event) => `${String(event['chainId'])} ${String(event['sequence'])}`],
  Board: ['board', id],
  CheckIn: ['check_in', (checkIn) => String(checkIn['meetingId'])],
  CheckInTry: ['check_in_try', id],
  // Addresses of the worlds are made of the id of the person.
  BoardPerson: [
    'account',
    ({ email }) => (typeof email === 'string' ? email.replace('@example.org', '') : null),
  ],
  Deputy: ['deputy', id],
  AttendanceRule: ['attendance_rule', id],
  Evidence: ['evidence', id],
  Flag: ['flag', id],
  FlagStep: ['flag_step', id],
  MeetingSample: ['meeting_sample', id],
  RuleSet: ['rule_set', id],
  ExpectedEvidence: ['expected_evidence', id],
  Grant: ['grant', id],
  Guest: ['guest', id],
  Invitation: ['invitation', id],
  MarkCorrection: ['mark_correction', id],
  Measure: ['measure', id],
  AgendaItem: ['agenda_item', id],
  Decision: ['decision', id],
  Invitee: ['invitee', id],
  Meeting: ['meeting', id],
  MeetingAnswer: ['meeting_answer', id],
  MeetingAction: ['meeting_action', id],
  MeetingActionReport: ['meeting_action_report', id],
  MeetingPaper: ['meeting_paper', id],
  MeasureResult: ['measure_result', id],
  Milestone: ['milestone', id],
  Organisation: ['organisation', id],
  ListedAction: ['plan_action', id],
  OutboxMail: ['mail', id],
  Person: ['person', id],
  PersonAccount: ['account', id],
  Plan: ['plan', id],
  PlanAction: ['plan_action', id],
  PlanArea: ['plan_area', id],
  PlanImport: ['plan_import', id],
  PointerAnswer: ['pointer_answer', id],
  ProgressUpdate: ['progress_update', id],
  Quorum: ['quorum', id],
  Region: ['region', id],
  RegisterImport: ['register_import', id],
  RegisterMark: ['register_mark', id],
  Seat: ['seat', id],
  StandardInvitee: ['standard_invitee', id],
  StrategyKind: ['strategy_kind', id],
  // The session with which the test itself asks is none of the world.
  Session: ['session', (session) => (session['current'] === true ? null : id(session))],
  Viewer: ['person', (viewer) => String(viewer['personId'])],
}

/** Names of the worlds hold the kind and the id of the record, wherever they are shown. */
const names =
  /\b(Person|Board|Organisation|Region|Plan|Area|Action|Meeting|Item|Paper|Decision|Task|Mark|Guest|Reason|Excuse|Flag) ([0-9a-f]{8}-[0-9a-f-]{27})/g
const namedTable: Record<string, Table> = {
  Person: 'person',
  Board: 'board',
  Organisation: 'organisation',
  Region: 'region',
  Plan: 'plan',
  Area: 'plan_area',
  Action: 'plan_action',
  Meeting: 'meeting',
  Item: 'agenda_item',
  Paper: 'meeting_paper',
  Decision: 'decision',
  Task: 'meeting_action',
  // Whoever held the place is named after the mark, and the reasons of apologies after what they stand beside.
  Mark: 'register_mark',
  Guest: 'guest',
  Reason: 'mark_reason',
  Excuse: 'answer_reason',
  Flag: 'flag',
}

/** What an answer shows: the records in it, and the records whose names stand in it. */
export interface Shown {
  records: Map<Table, Set<string>>
  names: Map<Table, Set<string>>
}

export function readAnswer(answer: unknown): Shown {
  const shown: Shown = { records: new Map(), names: new Map() }
  read(answer, shown)
  return shown
}

function read(value: unknown, shown: Shown): void {
  if (typeof value === 'string') {
    for (const [, kind = '', key = ''] of value.matchAll(names)) add(shown.names, namedTable[kind], key)
  } else if (Array.isArray(value)) {
    for (const item of value) read(item, shown)
  } else if (typeof value === 'object' && value !== null) {
    const record: Record<string, unknown> = { ...value }
    const known = shownBy[String(record['__typename'])]
    if (known) add(shown.records, known[0], known[1](record))
    for (const inner of Object.values(record)) read(inner, shown)
  }
}

function add(to: Map<Table, Set<string>>, table: Table | undefined, key: string | null): void {
  if (!table || key === null) return
  const keys = to.get(table) ?? new Set<string>()
  keys.add(key)
  to.set(table, keys)
}

function id(record: Record<string, unknown>): string {
  return String(record['id'])
}
