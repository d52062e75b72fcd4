import type { CalendarMeeting } from './calendarText.ts'
import type { Meeting } from '../meeting/meeting.entity.ts'

/** What stands in a calendar of a meeting: of a strategy meeting nothing but its reference says what it is about. */
export function calendarMeeting(
  meeting: Pick<
    Meeting,
    | 'id'
    | 'kind'
    | 'title'
    | 'caseReference'
    | 'sequence'
    | 'startsAt'
    | 'endsAt'
    | 'place'
    | 'link'
    | 'cancelledAt'
  >,
  boardName: string,
  publicUrl: string,
): CalendarMeeting {
  return {
    id: meeting.id,
    sequence: meeting.sequence,
    title: meetingTitle(meeting),
    boardName,
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    place: meeting.place ?? null,
    link: meeting.link ?? null,
    url: `${publicUrl}/meetings/${meeting.id}`,
    cancelled: Boolean(meeting.cancelledAt),
  }
}

/** What a meeting is called where others may see it, in a mail or a calendar. */
export function meetingTitle({
  kind,
  title,
  caseReference,
}: Pick<Meeting, 'kind' | 'title' | 'caseReference'>): string {
  return kind === 'STRATEGY' ? `Strategy meeting ${caseReference ?? ''}`.trim() : title
}
