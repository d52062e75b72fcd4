import { expect, it } from 'vitest'
import { meetingOf, seatOf } from './attendedYears.fixture.ts'
import { sentForSeat } from './sentForSeat.ts'

const meetings = ['1', '2', '3', '4', '5', '6'].map((id) => meetingOf(id, `2026-0${id}-01`))
const marks = ['PRESENT', 'DEPUTY', 'APOLOGIES', null, 'UNKNOWN', 'DEPUTY'] as const

it('who was sent is told meeting by meeting, with who held the seat then', () => {
  const seat = {
    ...seatOf('s', 'A', {}, [...marks]),
    holders: [
      { meetingId: '1', name: 'Ann Fern' },
      { meetingId: '3', name: null },
    ],
    deputies: [{ meetingId: '2', name: 'Bo Moss', seniorEnough: null }],
  }
  expect(sentForSeat(seat, meetings, meetings).map(({ holder, came }) => [holder, came])).toEqual([
    ['Ann Fern', 'Ann Fern'],
    ['Ann Fern', 'Bo Moss'],
    [null, 'Nobody'],
    [null, 'Not known'],
    [null, 'A deputy'],
  ])
  // Who held it is known also where its first meetings are not shown.
  expect(sentForSeat(seat, meetings, meetings.slice(1, 2)).map(({ holder }) => holder)).toEqual(['Ann Fern'])
})

it('somebody was there also where no name was written down', () => {
  const seat = { ...seatOf('s', 'A', {}, ['PRESENT']), holders: [], deputies: [] }
  expect(sentForSeat(seat, meetings, meetings)[0]?.came).toBe('Somebody')
})
