import { momentOf } from '@boardwork/shared/attendance/meeting/meetingTime.ts'
import type { Mark } from '@boardwork/shared/attendance/register/mark.ts'
import { addDays, isLiveOn } from '@boardwork/shared/board/dates.ts'
import type { Day } from '@boardwork/shared/board/dates.ts'
import type { Meeting } from '../features/attendance/meeting/meeting.entity.ts'
import { boards } from './boards.ts'
import type { BoardKey } from './boards.ts'
import { people } from './people.ts'
import type { PersonKey } from './people.ts'
import { keysOf } from './world.ts'
import type { World } from './world.ts'

/** The months of the calendar in which they met. */
const boardMonths = [1, 3, 5, 7, 9, 11]
const subGroupMonths = [2, 4, 6, 8, 10]

interface Story {
  /** The number of the meeting and of the seat, both from 0, and what the register says there. */
  marks: readonly (readonly [meeting: number, seat: number, mark: Mark, more?: string])[]
}

/**
 * What is not simply "present": more is who came instead, or why apologies were sent. At Fernshire only the last two
 * meetings break a promise: they always lie in one year of the board, whatever the day of the first start.
 */
const stories: Partial<Record<BoardKey, Story>> = {
  fernshire: {
    marks: [
      [0, 6, 'UNKNOWN'],
      [1, 6, 'UNKNOWN'],
      [2, 6, 'UNKNOWN'],
      [0, 2, 'APOLOGIES', 'At another meeting of the region'],
      [1, 5, 'DEPUTY', 'zainab'],
      [2, 3, 'APOLOGIES', 'On leave'],
      [4, 1, 'DEPUTY', 'leila'],
      [4, 4, 'ABSENT'],
      [5, 1, 'DEPUTY', 'leila'],
      [5, 2, 'UNKNOWN'],
      [5, 4, 'ABSENT'],
    ],
  },
  marloweVale: {
    marks: [
      [0, 4, 'ABSENT'],
      [2, 6, 'APOLOGIES', 'An inspection on the same day'],
      [4, 5, 'DEPUTY', 'zainab'],
    ],
  },
  eldermoor: {
    marks: [
      [1, 1, 'DEPUTY', 'marcus'],
      [2, 5, 'ABSENT'],
      [4, 5, 'ABSENT'],
      [5, 6, 'UNKNOWN'],
    ],
  },
  quality: { marks: [[1, 1, 'APOLOGIES', 'Ill']] },
}

/** Meetings of the last year with their registers, one that was cancelled, those that come next, a strategy meeting. */
export function makeMeetings(world: World): void {
  for (const key of keysOf(boards)) {
    const months = boards[key].parent ? subGroupMonths : boardMonths
    const title = boards[key].parent ? 'Sub-group meeting' : 'Board meeting'
    months.forEach((month, index) => {
      const meeting = plan(world, key, {
        title,
        heldOn: world.calendar.workingDay(world.calendar.day(month, 16)),
        plannedIn: month - 2,
      })
      fillRegister(world, key, meeting, { index, closedAt: world.calendar.moment(month, 19) })
    })
    const next = world.calendar.workingDay(addDays(world.calendar.today, boards[key].parent ? 20 : 13))
    plan(world, key, { title, heldOn: next, plannedIn: 11 })
  }
  const snow = plan(world, 'fernshire', {
    title: 'Development day',
    heldOn: world.calendar.workingDay(world.calendar.day(10, 20)),
    plannedIn: 8,
  })
  cancel(world, 'fernshire', snow, world.calendar.moment(10, 19))
  makeStrategyMeeting(world)
}

interface Planned {
  title: string
  heldOn: Day
  /** The month of the calendar in whose first days it was planned. */
  plannedIn: number
  caseReference?: string
}

function plan(world: World, key: BoardKey, planned: Planned): Meeting {
  const { title, heldOn, plannedIn, caseReference } = planned
  const at = (time: string) => {
    const moment = momentOf({ day: heldOn, time })
    if (!moment) throw new Error(`There is no ${time} on ${heldOn}.`)
    return moment
  }
  const meeting: Meeting = {
    boardId: world.boardIds[key],
    id: world.ids.next(),
    kind: caseReference ? 'STRATEGY' : 'BOARD',
    title,
    startsAt: at('10:00'),
    endsAt: at('12:30'),
    heldOn,
    place: 'Committee room 2',
    link: null,
    notes: null,
    caseReference: caseReference ?? null,
    sequence: 0,
    madeAt: world.calendar.moment(plannedIn, 3),
    version: 1,
  }
  world.meetings.push(meeting)
  world.happenings.push({
    ...by(world, key),
    at: meeting.madeAt,
    action: 'meeting.plan',
    recordType: 'Meeting',
    recordId: meeting.id,
    after: { title, heldOn, startTime: '10:00', endTime: '12:30', place: meeting.place },
  })
  return meeting
}

function fillRegister(
  world: World,
  key: BoardKey,
  meeting: Meeting,
  { index, closedAt }: { index: number; closedAt: Date },
): void {
  const { boardId, id: meetingId, heldOn } = meeting
  const { name: markedByName } = people[boards[key].coordinator]
  const seats = world.seats.filter((seat) => seat.boardId === boardId)
  seats.forEach((seat, place) => {
    if (!isLiveOn(heldOn, seat.startsOn, seat.endsOn)) return
    const [, , told, more] = stories[key]?.marks.find(([m, s]) => m === index && s === place) ?? []
    const mark = told ?? (seat.holderId ? 'PRESENT' : 'ABSENT')
    const deputy = mark === 'DEPUTY' ? keysOf(people).find((person) => person === more) : undefined
    const id = world.ids.next()
    world.marks.push({
      boardId,
      id,
      meetingId,
      meetingKind: 'BOARD',
      seatId: seat.id,
      inviteeId: null,
      organisationId: seat.organisationId,
      required: seat.required,
      voting: seat.voting,
      holderId: seat.holderId ?? null,
      holderName: nameOf(world, seat.holderId),
      mark,
      cameId: deputy ? world.personIds[deputy] : null,
      cameName: deputy ? people[deputy].name : null,
      seniorEnough: deputy ? true : null,
      source: 'OFFICER',
      markedByName,
      markedAt: meeting.startsAt,
      version: 1,
    })
    if (mark === 'APOLOGIES' && more)
      world.markReasons.push({
        boardId,
        markId: id,
        meetingKind: 'BOARD',
        seatId: seat.id,
        inviteeId: null,
        organisationId: seat.organisationId,
        reason: more,
      })
  })
  Object.assign(meeting, {
    registerBegunAt: meeting.startsAt,
    registerClosedAt: closedAt,
    registerClosedByName: markedByName,
    version: 2,
  })
}

function cancel(world: World, key: BoardKey, meeting: Meeting, cancelledAt: Date): void {
  const reason = 'Snow closed the roads.'
  Object.assign(meeting, { cancelledAt, cancelledReason: reason, sequence: 1, version: 2 })
  world.happenings.push({
    ...by(world, key),
    at: cancelledAt,
    action: 'meeting.cancel',
    recordType: 'Meeting',
    recordId: meeting.id,
    before: { title: meeting.title, heldOn: meeting.heldOn, cancelledAt: null },
    after: { cancelledAt, reason },
  })
}

/** About an invented case: those who are invited see it, and the officers of the board. */
function makeStrategyMeeting(world: World): void {
  const meeting = plan(world, 'fernshire', {
    title: 'Strategy meeting',
    heldOn: world.calendar.workingDay(addDays(world.calendar.today, 6)),
    plannedIn: 11,
    caseReference: 'SA-2026-0147',
  })
  const invited: [agency: 'police' | 'nhsTrust' | 'fernshireCouncil', person: PersonKey | null][] = [
    ['fernshireCouncil', 'daniel'],
    ['nhsTrust', null],
    ['police', 'marcus'],
  ]
  for (const [agency, person] of invited)
    world.invitees.push({
      boardId: meeting.boardId,
      id: world.ids.next(),
      meetingId: meeting.id,
      meetingKind: 'STRATEGY',
      organisationId: world.organisationIds[agency],
      personId: person && world.personIds[person],
      personName: person && people[person].name,
      required: true,
      version: 1,
    })
}

function by(world: World, key: BoardKey) {
  const { coordinator } = boards[key]
  const boardId = world.boardIds[key]
  return {
    chains: [boardId],
    by: coordinator,
    under: world.under(coordinator, 'COORDINATOR', boardId),
  }
}

function nameOf(world: World, personId: string | null | undefined): string | null {
  return world.people.find(({ id }) => id === personId)?.name ?? null
}
