import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatMeetingTime,
  formatTime,
  localTimeOf,
  minutesBetween,
  momentOf,
  readMeetingTime,
  readTypedTime,
} from './meetingTime.ts'

const days = fc
  .integer({ min: 0, max: 40_000 })
  .map((later) => new Date(Date.UTC(1996, 0, 1 + later)).toISOString().slice(0, 10))
const minutes = fc.integer({ min: 0, max: 24 * 60 - 1 })
const timeOf = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** The last Sunday of a month, by counting down from its end. */
function lastSunday(year: number, month: number): string {
  const day = new Date(Date.UTC(year, month, 0))
  while (day.getUTCDay() !== 0) day.setUTCDate(day.getUTCDate() - 1)
  return day.toISOString().slice(0, 10)
}

describe('a day and a time of day', () => {
  it('is one moment and back, whatever day and time', () => {
    fc.assert(
      fc.property(days, minutes, (day, minute) => {
        const time = timeOf(minute)
        const moment = momentOf({ day, time })
        const skipped = day === lastSunday(Number(day.slice(0, 4)), 3) && time >= '01:00' && time < '02:00'
        expect(moment && localTimeOf(moment)).toEqual(skipped ? null : { day, time })
      }),
      { numRuns: 2000 },
    )
  })

  it('is left out where the clocks go forward, to the minute', () => {
    expect(momentOf({ day: '2026-03-29', time: '00:59' })?.toISOString()).toBe('2026-03-29T00:59:00.000Z')
    expect(momentOf({ day: '2026-03-29', time: '01:00' })).toBeNull()
    expect(momentOf({ day: '2026-03-29', time: '01:59' })).toBeNull()
    expect(momentOf({ day: '2026-03-29', time: '02:00' })?.toISOString()).toBe('2026-03-29T01:00:00.000Z')
  })

  it('is the first of two where the clocks go back', () => {
    expect(momentOf({ day: '2026-10-25', time: '01:30' })?.toISOString()).toBe('2026-10-25T00:30:00.000Z')
    expect(momentOf({ day: '2026-10-25', time: '02:00' })?.toISOString()).toBe('2026-10-25T02:00:00.000Z')
  })
})

it.each([
  ['14:00', '14:00'],
  ['9.30', '09:30'],
  ['2pm', '14:00'],
  [' 2:30 p.m. ', '14:30'],
  ['12am', '00:00'],
  ['12 PM', '12:00'],
  ['Noon', '12:00'],
  ['', null],
  ['2', undefined],
  ['13pm', undefined],
  ['24:00', undefined],
  ['9.60', undefined],
  ['in the afternoon', undefined],
])('the typed time "%s" is %s', (typed, time) => {
  expect(readTypedTime(typed)).toBe(time)
})

it('what is shown as a time can be typed', () => {
  fc.assert(
    fc.property(minutes, (minute) => {
      const time = timeOf(minute)
      const shown = formatTime(time)
      fc.pre(shown !== 'midnight')
      expect(readTypedTime(shown)).toBe(time)
    }),
  )
})

describe('the time of a meeting', () => {
  it('is read from its day and two times, and written as people write it', () => {
    const read = readMeetingTime('2026-12-08', '14:00', '16:30')
    expect(read).toEqual({
      startsAt: new Date('2026-12-08T14:00:00Z'),
      endsAt: new Date('2026-12-08T16:30:00Z'),
    })
    expect(formatMeetingTime(new Date('2026-07-07T11:00:00Z'), new Date('2026-07-07T14:30:00Z'))).toBe(
      'Tuesday 7 July 2026, midday to 3:30pm',
    )
    expect(formatMeetingTime(new Date('2026-12-31T22:00:00Z'), new Date('2027-01-01T00:00:00Z'))).toBe(
      'Thursday 31 December 2026, 10pm to midnight on 1 January 2027',
    )
  })

  it.each([
    [
      '2026-03-29',
      '01:30',
      '03:00',
      'startTime',
      'The clocks go forward on 29 March 2026, and 1:30am is left out',
    ],
    ['2026-03-29', '00:30', '01:00', 'endTime', '1am is left out'],
    ['2026-12-08', '14:00', '14:00', 'endTime', 'Enter a time after 2pm'],
    ['2026-12-08', '06:00', '18:01', 'endTime', 'at most 12 hours'],
  ])('on %s from %s to %s has a problem with %s', (day, start, end, field, words) => {
    expect(readMeetingTime(day, start, end)).toMatchObject({
      problem: { field, message: expect.stringContaining(words) as unknown },
    })
  })

  it('counts the hours that pass', () => {
    const night = readMeetingTime('2026-10-25', '00:30', '02:30')
    expect(night.problem).toBeUndefined()
    expect(minutesBetween(new Date('2026-10-24T23:30:00Z'), new Date('2026-10-25T02:30:00Z'))).toBe(180)
    expect(night).toEqual({
      startsAt: new Date('2026-10-24T23:30:00Z'),
      endsAt: new Date('2026-10-25T02:30:00Z'),
    })
  })
})
