/** The fields that the log keeps of meetings and attendance, in the words of the pages. */
export const attendanceFields = {
  cancelledAt: 'Cancelled',
  deputyRule: 'Which deputies are senior enough',
  endTime: 'Ends at',
  heldOn: 'Day of the meeting',
  notes: 'Notes',
  place: 'Place',
  startTime: 'Begins at',
  yearStartsMonth: 'First month of the year',
} as const satisfies Record<string, string>
