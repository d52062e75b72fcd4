import { formatMeetingTime } from '@boardwork/shared/attendance/meeting/meetingTime.ts'
import type { CalendarMeeting } from '../calendar/calendarText.ts'

/** Why a letter about a meeting is sent. */
export type LetterCause = 'INVITED' | 'MOVED' | 'CHANGED' | 'CANCELLED'

/** The mail about a meeting to one person who is asked to it. */
export function invitationLetter(
  meeting: CalendarMeeting,
  cause: LetterCause,
  to: { name: string; organisationName: string },
  more: { answerUrl: string; reason: string },
): { subject: string; body: string } {
  const when = formatMeetingTime(meeting.startsAt, meeting.endsAt)
  const where = [
    ...(meeting.place ? [`Place: ${meeting.place}`] : []),
    ...(meeting.link ? [`Online: ${meeting.link}`] : []),
  ]
  const facts = [meeting.title, when, ...where].join('\n')
  const { opening, subject } = words(meeting.boardName, to.organisationName)[cause]
  return {
    subject: `${subject}${meeting.title}, ${when}`,
    body: `Hello ${to.name},

${opening}

${facts}

${cause === 'CANCELLED' ? cancelled(more.reason) : asks(more.answerUrl, meeting.url)}
`,
  }
}

function words(board: string, agency: string): Record<LetterCause, { opening: string; subject: string }> {
  return {
    INVITED: { subject: '', opening: `${board} invites ${agency} to this meeting:` },
    MOVED: {
      subject: 'Moved: ',
      opening: `This meeting of ${board} has been moved. An answer for the time before does not count any more, so please answer again:`,
    },
    CHANGED: {
      subject: 'Changed: ',
      opening: `This meeting of ${board} has changed. If ${agency} has answered, the answer still counts:`,
    },
    CANCELLED: { subject: 'Cancelled: ', opening: `This meeting of ${board} is cancelled:` },
  }
}

function asks(answerUrl: string, pageUrl: string): string {
  return `Does somebody come? Open one of these and press the button there:

Yes, I come: ${answerUrl}?answer=attending
Somebody else comes instead: ${answerUrl}?answer=deputy
Nobody comes: ${answerUrl}?answer=apologies

These links are for you alone and need no signing in. They work until the register of the meeting is closed, or a new mail brings others. You can also answer on the page of the meeting:

${pageUrl}

The event that comes with this mail can be put into your calendar.`
}

function cancelled(reason: string): string {
  return `Why: ${reason}

You do not have to answer. The event that comes with this mail takes the meeting out of your calendar.`
}
