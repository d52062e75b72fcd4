import ical, { ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { ICalCalendar, ICalEventData } from 'ical-generator'

/** What stands in a calendar of a meeting. Of a strategy meeting the title is its reference alone. */
export interface CalendarMeeting {
  id: string
  /** Rises with each change of date, place or cancellation: a calendar takes what is higher. */
  sequence: number
  title: string
  boardName: string
  startsAt: Date
  endsAt: Date
  place: string | null
  link: string | null
  /** The address of the meeting's page. */
  url: string
  cancelled: boolean
}

/** Whom a mail with an event is from and to. */
export interface EventParties {
  /** The address that sends it, and takes no answers. */
  organiser: string
  attendee: { name: string; email: string }
}

const zone = 'Europe/London'

/**
 * The rule by which the clocks of the United Kingdom have changed since 1996, as RFC 5545 writes it. Libraries bring
 * this for all zones of the world; we need the one.
 */
const londonTimezone = [
  'BEGIN:VTIMEZONE',
  `TZID:${zone}`,
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'TZNAME:BST',
  'DTSTART:19960331T010000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'TZNAME:GMT',
  'DTSTART:19961027T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n')

/** How often a calendar that has subscribed is asked to look again. */
const lookAgainSeconds = 3600

/** A person's calendar as a text of RFC 5545, for calendars that look at it again from time to time. */
export function writeFeed(meetings: readonly CalendarMeeting[], now: Date): string {
  const calendar = newCalendar(ICalCalendarMethod.PUBLISH)
  calendar.name('Boardwork meetings')
  calendar.ttl(lookAgainSeconds)
  for (const meeting of meetings) calendar.createEvent(eventOf(meeting, now))
  return textOf(calendar)
}

/** The event that goes with an invitation by mail, or that takes the event of a cancelled meeting out again. */
export function writeEvent(meeting: CalendarMeeting, parties: EventParties, now: Date): string {
  const calendar = newCalendar(meeting.cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST)
  const event = calendar.createEvent(eventOf(meeting, now))
  event.organizer({ name: oneLine(meeting.boardName), email: parties.organiser })
  event.createAttendee({
    name: oneLine(parties.attendee.name),
    email: parties.attendee.email,
    // Answers come by the links in the mail: nobody reads what a calendar would send to the organiser.
    rsvp: false,
    status: ICalAttendeeStatus.NEEDSACTION,
  })
  return textOf(calendar)
}

function newCalendar(method: ICalCalendarMethod): ICalCalendar {
  return ical({
    method,
    prodId: { company: 'Boardwork', product: 'Meetings', language: 'EN' },
    timezone: { name: zone, generator: () => londonTimezone },
  })
}

function eventOf(meeting: CalendarMeeting, now: Date): ICalEventData {
  return {
    id: meeting.id,
    sequence: meeting.sequence,
    stamp: now,
    start: inLondon(meeting.startsAt),
    end: inLondon(meeting.endsAt),
    timezone: zone,
    summary: oneLine(`${meeting.cancelled ? 'Cancelled: ' : ''}${meeting.boardName}: ${meeting.title}`),
    location:
      [meeting.place, meeting.link].flatMap((part) => (part ? [oneLine(part)] : [])).join(', ') || null,
    description: [...(meeting.link ? [`To take part: ${oneLine(meeting.link)}`] : []), meeting.url].join(
      '\n',
    ),
    url: meeting.url,
    status: meeting.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  }
}

function inLondon(moment: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone)
}

/** RFC 5545 takes no control characters, and a line break that somebody typed is none of the text. */
function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()
}

function textOf(calendar: ICalCalendar): string {
  const text = calendar.toString()
  // Every line of the text ends, also its last: RFC 5545, 3.1.
  return text.endsWith('\r\n') ? text : `${text}\r\n`
}
