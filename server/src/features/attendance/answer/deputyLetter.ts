import type { DeputyNoticeCause } from '@boardwork/shared/attendance/answer/deputyNotice.ts'
import { formatMeetingTime } from '@boardwork/shared/attendance/meeting/meetingTime.ts'
import type { CalendarMeeting } from '../calendar/calendarText.ts'

/** The mail to a deputy whom an agency named for one meeting. */
export function deputyLetter(
  meeting: CalendarMeeting,
  cause: DeputyNoticeCause,
  to: { name: string; organisationName: string },
  cancelledReason: string,
): { subject: string; body: string } {
  const when = formatMeetingTime(meeting.startsAt, meeting.endsAt)
  const facts = [
    meeting.title,
    when,
    ...(meeting.place ? [`Place: ${meeting.place}`] : []),
    ...(meeting.link ? [`Online: ${meeting.link}`] : []),
  ].join('\n')
  const { subject, opening, closing } = words(meeting, to.organisationName, cancelledReason)[cause]
  return {
    subject: `${subject}${meeting.title}, ${when}`,
    body: `Hello ${to.name},

${opening}

${facts}

${closing}
`,
  }
}

interface Words {
  subject: string
  opening: string
  closing: string
}

function words(
  { boardName, url }: CalendarMeeting,
  agency: string,
  cancelledReason: string,
): Record<DeputyNoticeCause, Words> {
  const page = `The agenda and the papers are on the page of the meeting:

${url}`
  const ifNot = `If you cannot come, tell whoever named you. They can name somebody else, or send apologies.`
  const takesOut = 'The event that comes with this mail takes the meeting out of your calendar.'
  return {
    NAMED: {
      subject: 'You come as deputy: ',
      opening: `You are named as the deputy who comes for ${agency} to this meeting of ${boardName}:`,
      closing: `${page}

${ifNot}

The event that comes with this mail can be put into your calendar.`,
    },
    CHANGED: {
      subject: 'Changed: ',
      opening: `This meeting of ${boardName}, to which you come for ${agency}, has changed:`,
      closing: `${page}

${ifNot}

The event that comes with this mail changes the one in your calendar.`,
    },
    MOVED: {
      subject: 'Moved: ',
      opening: `You were named as the deputy who comes for ${agency} to a meeting of ${boardName}. It has been moved. This is the new time:`,
      closing: `${agency} is asked again who comes. You get another mail if it is you, or if it is not.

${page}

The event that comes with this mail changes the one in your calendar.`,
    },
    CALLED_OFF: {
      subject: 'You do not have to come: ',
      opening: `You are not named any more as the deputy who comes for ${agency} to this meeting of ${boardName}:`,
      closing: `You do not have to do anything. If an event comes with this mail, it takes the meeting out of your calendar.`,
    },
    CANCELLED: {
      subject: 'Cancelled: ',
      opening: `This meeting of ${boardName}, to which you were to come for ${agency}, is cancelled:`,
      closing: `Why: ${cancelledReason}

${takesOut}`,
    },
  }
}
