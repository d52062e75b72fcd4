import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { localTimeOf } from '@boardwork/shared/attendance/meeting/meetingTime.ts'
import { writeEvent, writeFeed } from './calendarText.ts'
import type { CalendarMeeting } from './calendarText.ts'

const now = new Date('2026-12-01T09:00:00Z')
const meeting: CalendarMeeting = {
  id: '019ad000-0000-7000-8000-000000000001',
  sequence: 2,
  title: 'Main meeting; part 1, “Ash”',
  boardName: 'Fernshire Safeguarding Adults Board',
  startsAt: new Date('2026-12-08T14:00:00Z'),
  endsAt: new Date('2026-12-08T16:30:00Z'),
  place: 'Council House, Room 2',
  link: 'https://meet.example/fernshire',
  url: 'https://boardwork.example/meetings/019ad000-0000-7000-8000-000000000001',
  cancelled: false,
}
const parties = {
  organiser: 'no-reply@boardwork.example',
  attendee: { name: 'Ria "R" Ash', email: 'ria@fernshire.gov.uk' },
}

/** Read by another library than the one that writes, with the time zone that the text itself brings. */
function read(text: string) {
  const calendar = ICAL.Component.fromString(text)
  const zone = calendar.getFirstSubcomponent('vtimezone')
  return {
    calendar,
    zone: zone && new ICAL.Timezone(zone),
    events: calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event)),
  }
}

describe('the calendar of a person', () => {
  it('says of each meeting what, when and where, in words that need escaping', () => {
    const { calendar, events } = read(writeFeed([meeting], now))
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH')
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0')
    const [event] = events
    expect(event).toMatchObject({
      uid: meeting.id,
      sequence: 2,
      summary: 'Fernshire Safeguarding Adults Board: Main meeting; part 1, “Ash”',
      location: 'Council House, Room 2, https://meet.example/fernshire',
    })
    expect(event?.description).toContain(meeting.url)
    expect(event?.component.getFirstPropertyValue('status')).toBe('CONFIRMED')
    expect(event?.component.getFirstProperty('dtstart')?.getParameter('tzid')).toBe('Europe/London')
  })

  it('is of the right moment, summer or winter, by the time zone in the text', () => {
    const moments = fc.date({
      min: new Date('2010-01-01T00:00:00Z'),
      max: new Date('2080-01-01T00:00:00Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(moments, fc.integer({ min: 15, max: 600 }), (moment, minutes) => {
        const startsAt = new Date(Math.floor(moment.getTime() / 60_000) * 60_000)
        const endsAt = new Date(startsAt.getTime() + minutes * 60_000)
        // Of what the clocks show twice, RFC 5545 means the first, and this reader takes the second.
        fc.pre(isShownOnce(startsAt) && isShownOnce(endsAt))
        const { zone, events } = read(writeFeed([{ ...meeting, startsAt, endsAt }], now))
        const unix = (time: ICAL.Time | undefined) => {
          if (!time || !zone) throw new Error('There is no time, or no time zone.')
          time.zone = zone
          return time.toUnixTime() * 1000
        }
        expect(unix(events[0]?.startDate)).toBe(startsAt.getTime())
        expect(unix(events[0]?.endDate)).toBe(endsAt.getTime())
      }),
      { numRuns: 300 },
    )
  })

  it('keeps any words, in lines of at most 75 octets that end as they must', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (title) => {
        const text = writeFeed([{ ...meeting, title, place: null, link: null }], now)
        const lines = text.split('\r\n')
        expect(lines.at(-1)).toBe('')
        expect(lines.filter((line) => Buffer.byteLength(line) > 75 || /[\n\r]/.test(line))).toEqual([])
        const words = title.replaceAll(/[\s\p{Cc}]+/gu, ' ')
        expect(read(text).events[0]?.summary).toBe(`${meeting.boardName}: ${words}`.trim())
      }),
    )
  })

  it('shows a cancelled meeting as cancelled, and is a calendar without any meeting too', () => {
    const { events } = read(writeFeed([{ ...meeting, cancelled: true }], now))
    expect(events[0]?.component.getFirstPropertyValue('status')).toBe('CANCELLED')
    expect(events[0]?.summary).toMatch(/^Cancelled: /)
    expect(read(writeFeed([], now)).events).toEqual([])
  })
})

describe('the event in a mail', () => {
  it('asks to come, by the board and to the one person', () => {
    const { calendar, events } = read(writeEvent(meeting, parties, now))
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST')
    expect(events[0]?.organizer).toBe('mailto:no-reply@boardwork.example')
    const [attendee] = events[0]?.attendees ?? []
    expect(attendee?.getFirstValue()).toBe('MAILTO:ria@fernshire.gov.uk')
    expect(attendee?.getParameter('rsvp')).toBe('FALSE')
  })

  it('takes the meeting out again by the same UID and a higher sequence', () => {
    const { calendar, events } = read(writeEvent({ ...meeting, cancelled: true, sequence: 3 }, parties, now))
    expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL')
    expect(events[0]).toMatchObject({ uid: meeting.id, sequence: 3 })
    expect(events[0]?.component.getFirstPropertyValue('status')).toBe('CANCELLED')
  })
})

function isShownOnce(moment: Date): boolean {
  const { day, time } = localTimeOf(moment)
  return [-3_600_000, 3_600_000].every((away) => {
    const other = localTimeOf(new Date(moment.getTime() + away))
    return other.day !== day || other.time !== time
  })
}
