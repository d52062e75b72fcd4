import { formatDay } from '../board/dates.ts'
import { roleName } from '../board/role.ts'
import { actionPartName } from '../plan/actionPart.ts'
import type { ActionPart } from '../plan/actionPart.ts'
import { attendanceFields } from './attendanceFields.ts'
import { flagFields } from './flagFields.ts'

/**
 * Every field that an event of the log may hold, in the words of the pages. An operation that records another does
 * not compile.
 */
const words = {
  ...attendanceFields,
  ...flagFields,
  actionId: 'Action (id)',
  actions: 'Actions',
  activities: 'Activities',
  activityNotes: 'Activities',
  added: 'Added',
  address: 'Address',
  area: 'Area',
  areaId: 'Area (id)',
  areas: 'Areas',
  boardId: 'Board (id)',
  bytes: 'Size in bytes',
  coordinator: 'Coordinator',
  coordinatorId: 'Coordinator (id)',
  changed: 'Changed',
  choices: 'Choices',
  columns: 'Columns',
  comments: 'Comments',
  correctionReason: 'What was wrong',
  correctiveActions: 'What is done about them',
  correctsId: 'Corrects the update (id)',
  counting: 'How it is counted',
  daysToReport: 'Days to report',
  decision: 'What was decided',
  device: 'Device',
  disabled: 'Account closed',
  doneOn: 'Done on',
  draftHash: 'Fingerprint of the draft',
  dueOn: 'Due on',
  email: 'E-mail address',
  ended: 'Ended',
  endedAt: 'Ended',
  endedSessions: 'Ended sessions (ids)',
  endsOn: 'Last day',
  evidence: 'Evidence and deadlines',
  expiresAt: 'Open until',
  facts: 'What it was about',
  fileName: 'File',
  firstMonth: 'First month of the year',
  frequency: 'How often the board reports',
  gone: 'Taken out',
  grantId: 'Role (id)',
  holder: 'Holder',
  holderId: 'Holder (id)',
  importId: 'Import (id)',
  issues: 'Issues',
  kind: 'Kind',
  late: 'Handed in late',
  level: 'Open for',
  link: 'Link',
  measureId: 'Measure (id)',
  measuredOn: 'Measured on',
  mediaType: 'Kind of file',
  moved: 'Moved',
  name: 'Name',
  narrative: 'What was done',
  newAccount: 'New account',
  organisation: 'Organisation',
  organisationId: 'Organisation (id)',
  otherSessions: 'Other sessions',
  outcome: 'Outcome',
  parent: 'Board above',
  parentId: 'Board above (id)',
  partOf: 'Part of',
  partOfId: 'Part of (id)',
  partOfSince: 'Part of it since',
  password: 'Password',
  percentComplete: 'Percent complete',
  period: 'Period',
  person: 'Person',
  personId: 'Person (id)',
  planId: 'Plan (id)',
  population: 'Which cases are meant',
  populationSize: 'How many cases there are usually',
  progress: 'Progress',
  reason: 'Reason',
  reference: 'Reference',
  region: 'Region',
  regionId: 'Region (id)',
  removedAt: 'Taken out of the plan',
  required: 'Required',
  responsible: 'Responsible',
  result: 'Result',
  reviewedBy: 'Who reviewed it',
  revokedAt: 'Ended',
  role: 'Role',
  scope: 'Scope',
  scopeId: 'Scope (id)',
  seatId: 'Seat (id)',
  sessions: 'Sessions',
  sha256: 'Fingerprint of the file',
  startsOn: 'First day',
  state: 'State',
  status: 'Status',
  target: 'Target',
  textHash: 'Fingerprint of the text',
  theme: 'Theme',
  title: 'Title',
  toBoardId: 'Shared with the board (id)',
  toOrganisationId: 'Shared with the agency (id)',
  updates: 'Progress updates',
  voting: 'Voting',
  withdrawn: 'Withdrawn',
  withdrawnAt: 'Withdrawn',
} as const satisfies Record<string, string>

/** Ids and fingerprints say nothing to the readers of a history. */
const forMachines = new Set<string>([
  'facts',
  ...Object.entries(words).flatMap(([field, text]) => (/ \(ids?\)$|^Fingerprint /.test(text) ? field : [])),
])

export type LogField = keyof typeof words

/** The fields of one side of an event. */
export type LogFields = Partial<Record<LogField, unknown>>

/** Where the page of a record calls a field something else. */
const ofRecord: Record<string, Partial<Record<LogField, string>>> = {
  PlanAction: { title: 'What is to be done', kind: 'What did not seem to fit', reason: 'Why it is right' },
  PlanArea: { title: 'What is to be improved' },
  PlanImport: { title: 'Title of the plan' },
  ProgressUpdate: { reason: 'Why it was returned' },
  Measure: { name: 'What is measured', kind: 'What is asked for', reason: 'Why it is no longer measured' },
  MeasureResult: { reason: 'What was wrong' },
  Milestone: { outcome: 'What is there, or was found' },
}

/** Whether a field stands in a log; what was recorded long ago may have had others. */
export function isLogField(field: string): field is LogField {
  return Object.hasOwn(words, field)
}

/** How a field is called on the pages; as the log has it where it was recorded under a name of long ago. */
export function fieldWords(recordType: string, field: string): string {
  return isLogField(field) ? (ofRecord[recordType]?.[field] ?? words[field]) : field
}

/** Whether a field says something to somebody who reads a history. */
export function isForReaders(field: string): boolean {
  return isLogField(field) && !forMachines.has(field)
}

/** Who was responsible, as the log keeps it: with the names of that day beside the ids. */
export interface LoggedResponsible {
  part: ActionPart
  postTitle: string | null
  organisationId: string | null
  organisation: string | null
  personId: string | null
  person: string | null
}

export function isLoggedResponsible(value: unknown): value is LoggedResponsible[] {
  return (
    Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null && 'part' in one)
  )
}

/** A value of an event as words; each item of a list on a line of its own. Empty where there was nothing. */
export function valueWords(field: string, value: unknown): string {
  if (value === undefined || value === null || value === '') return ''
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (field === 'responsible' && isLoggedResponsible(value)) return value.map(responsibleWords).join('\n')
  if (typeof value !== 'string') return JSON.stringify(value)
  if (field === 'role') return Object.entries(roleName).find(([key]) => key === value)?.[1] ?? value
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return formatDay(value)
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return momentWords(value)
  return coded.has(field) && /^[A-Z][A-Z_]*$/.test(value) ? sentenceCase(value) : value
}

const coded = new Set<string>(['state', 'level', 'kind', 'frequency', 'scope'])

function sentenceCase(code: string): string {
  const text = code.replaceAll('_', ' ').toLowerCase()
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function momentWords(moment: string): string {
  return new Date(moment).toLocaleString('en-GB', {
    timeZone: 'Europe/London',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  })
}

function responsibleWords({ part, postTitle, organisation, person }: LoggedResponsible): string {
  const who = [postTitle, organisation, person].filter(Boolean).join(', ') || 'Somebody'
  return part === 'RESPONSIBLE' ? who : `${actionPartName[part]}: ${who}`
}
