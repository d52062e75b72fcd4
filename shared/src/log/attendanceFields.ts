import { registerFields } from './registerFields.ts'

/** The fields that the log keeps of meetings and attendance, in the words of the pages. */
export const attendanceFields = {
  ...registerFields,
  answer: 'Answer',
  caseReference: 'Case reference',
  cancelledAt: 'Cancelled',
  deputyName: 'Who comes instead',
  deputyRule: 'Which deputies are senior enough',
  endTime: 'Ends at',
  heldOn: 'Day of the meeting',
  invited: 'People invited by mail',
  madeAt: 'Made',
  invitees: 'Who is asked',
  itemId: 'Item of the agenda (id)',
  meetingId: 'Meeting (id)',
  minutes: 'Minutes',
  notes: 'Notes',
  onBehalf: 'Written down for the agency',
  place: 'Place',
  position: 'Place on the agenda',
  post: 'Post',
  presenter: 'Presented by',
  startTime: 'Begins at',
  words: 'Words',
  yearStartsMonth: 'First month of the year',
} as const satisfies Record<string, string>
