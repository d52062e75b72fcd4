import { isInvited } from './attendanceOracle.ts'
import type { Asker } from './attendanceOracle.ts'
import type { CalendarTable } from './calendarRows.ts'
import type { AttendanceWorld } from './attendance.ts'
import type { CalendarWorld } from './calendar.ts'

type World = AttendanceWorld & CalendarWorld

interface Rights {
  sees: Record<CalendarTable, (world: World) => string[]>
  changes: Record<CalendarTable, (world: World) => number>
  removes: Partial<Record<CalendarTable, (world: World) => number>>
  adds: Record<CalendarTable, (world: World, place: number) => boolean>
}
type Answer = World['meetingAnswers'][number]

/** Who sees and changes what of answers and calendars, from the design's words and never from the policies. */
export function calendarRights(asker: Asker): Rights {
  const { me, officer, member, leads, mySeats } = asker
  const asked = (world: World, inviteeId: string) =>
    world.invitees.some((invitee) => invitee.id === inviteeId && isInvited(asker, invitee))
  const atMeeting = (world: World, id: string) =>
    world.invitees.some((invitee) => invitee.meetingId === id && isInvited(asker, invitee))
  const ownSeat = (placeId: string) => mySeats.some(({ id }) => id === placeId)
  const seesAnswer = (world: World, answer: Answer) => {
    if (officer(answer.boardId)) return true
    return answer.strategy
      ? atMeeting(world, answer.meetingId)
      : member(answer.boardId) || leads(answer.organisationId)
  }
  /** Whoever holds the place, stands in for its holder or leads the agency; and the officers. */
  const answersFor = (world: World, answer: Answer) => {
    if (officer(answer.boardId)) return true
    return answer.strategy
      ? asked(world, answer.placeId)
      : ownSeat(answer.placeId) || leads(answer.organisationId)
  }
  const reasons = (world: World) => world.meetingAnswers.filter(({ hasReason }) => hasReason)
  const isMe = ({ personId }: { personId: string }) => me !== null && personId === me
  const count = <Row>(rows: (world: World) => Row[], may: (world: World, row: Row) => boolean) => ({
    ids: (world: World) => rows(world).filter((row) => may(world, row)),
    changes: (world: World) => rows(world).filter((row) => may(world, row)).length,
    adds: (world: World, place: number) => {
      const row = rows(world)[place]
      return row !== undefined && may(world, row)
    },
  })
  const answers = count((world) => world.meetingAnswers, answersFor)
  const ownReasons = count(reasons, answersFor)
  const links = count(
    (world) => world.answerLinks,
    (_, { boardId }) => officer(boardId),
  )
  const addresses = count(
    (world) => world.calendarAddresses,
    (_, address) => isMe(address),
  )
  return {
    sees: {
      meeting_answer: (world) =>
        world.meetingAnswers.filter((answer) => seesAnswer(world, answer)).map(({ id }) => id),
      answer_reason: (world) => ownReasons.ids(world).map(({ id }) => id),
      answer_link: (world) =>
        world.answerLinks.filter((link) => officer(link.boardId) || isMe(link)).map(({ id }) => id),
      calendar_address: (world) => addresses.ids(world).map(({ personId }) => personId),
    },
    changes: {
      meeting_answer: answers.changes,
      answer_reason: ownReasons.changes,
      answer_link: links.changes,
      calendar_address: addresses.changes,
    },
    removes: { answer_reason: ownReasons.changes },
    adds: {
      meeting_answer: answers.adds,
      answer_reason: ownReasons.adds,
      answer_link: links.adds,
      calendar_address: addresses.adds,
    },
  }
}
