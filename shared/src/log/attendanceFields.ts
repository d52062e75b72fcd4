import { registerFields } from './registerFields.ts'

/** The fields that the log keeps of meetings and attendance, in the words of the pages. */
export const attendanceFields = {
  ...registerFields,
  answer: 'Answer',
  cancelledAt: 'Cancelled',
  deputyName: 'Who comes instead',
  deputyRule: 'Which deputies are senior enough',
  endTime: 'Ends at',
  heldOn: 'Day of the meeting',
  invited: 'People invited by mail',
  madeAt: 'Made',
  notes: 'Notes',
  onBehalf: 'Written down for the agency',
  place: 'Place',
  startTime: 'Begins at',
  yearStartsMonth: 'First month of the year',
} as const satisfies Record<string, string>
