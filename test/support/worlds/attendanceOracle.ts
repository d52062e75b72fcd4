import type { AttendanceWorld } from './attendance.ts'
import type { AttendanceTable } from './attendanceRows.ts'

type World = AttendanceWorld

/** What the oracle knows of the person who asks. */
export interface Asker {
  /** Null where the person cannot sign in. */
  me: string | null
  officer: (boardId: string) => boolean
  /** As an officer, or through a seat that is open today. */
  member: (boardId: string) => boolean
  leads: (organisationId: string | null) => boolean
  /** The seats of the person's world that are open today, and those of them that the person holds or stands in for. */
  liveSeats: { id: string; boardId: string; organisationId: string }[]
  mySeats: { id: string }[]
}

/** As the oracle's own: what is seen, and how many rows may be changed and taken away, and which added. */
interface Rights {
  sees: Record<AttendanceTable, (world: World) => string[]>
  changes: Partial<Record<AttendanceTable, (world: World) => number>>
  removes: Partial<Record<AttendanceTable, (world: World) => number>>
  adds: Partial<Record<AttendanceTable, (world: World, place: number) => boolean>>
}

/** Whether the person is asked to a strategy meeting, by name or as the lead of an agency of which nobody is named. */
export function isInvited({ me, leads }: Asker, invitee: AttendanceWorld['invitees'][number]): boolean {
  if (invitee.removed || me === null) return false
  return invitee.personId === null ? leads(invitee.organisationId) : invitee.personId === me
}

/** Who sees and changes what of meetings and attendance, from the design's words and never from the policies. */
export function attendanceRights(asker: Asker): Rights {
  const { officer, member, leads, liveSeats, mySeats } = asker
  const ledBoard = (boardId: string) =>
    liveSeats.some((seat) => seat.boardId === boardId && leads(seat.organisationId))
  const invited = (world: World, meetingId: string) =>
    world.invitees.some((invitee) => invitee.meetingId === meetingId && isInvited(asker, invitee))
  const seesMeeting = (world: World, { id, boardId, strategy }: World['meetings'][number]) => {
    if (officer(boardId)) return true
    if (strategy) return invited(world, id)
    const hadMark = world.marks.some((mark) => mark.meetingId === id && leads(mark.organisationId))
    return member(boardId) || ledBoard(boardId) || hadMark
  }
  const seesMark = (world: World, mark: World['marks'][number]) => {
    if (officer(mark.boardId)) return true
    return mark.strategy ? invited(world, mark.meetingId) : member(mark.boardId) || leads(mark.organisationId)
  }
  const seesReason = (world: World, mark: World['marks'][number]) => {
    if (officer(mark.boardId)) return true
    if (mark.strategy)
      return world.invitees.some((invitee) => invitee.id === mark.inviteeId && isInvited(asker, invitee))
    return leads(mark.organisationId) || mySeats.some(({ id }) => id === mark.seatId)
  }
  const reasons = (world: World) => world.marks.filter(({ hasReason }) => hasReason)
  const rows: Record<AttendanceTable, (world: World) => { boardId: string }[]> = {
    attendance_setting: (world) => world.settings,
    meeting: (world) => world.meetings,
    invitee: (world) => world.invitees,
    register_mark: (world) => world.marks,
    mark_reason: reasons,
  }
  const officers = (table: AttendanceTable) => (world: World) =>
    rows[table](world).filter(({ boardId }) => officer(boardId)).length
  const adds = (table: AttendanceTable) => (world: World, place: number) =>
    officer(rows[table](world)[place]?.boardId ?? '')
  const ofAll = <Right>(right: (table: AttendanceTable) => Right) => ({
    attendance_setting: right('attendance_setting'),
    meeting: right('meeting'),
    invitee: right('invitee'),
    register_mark: right('register_mark'),
    mark_reason: right('mark_reason'),
  })
  return {
    sees: {
      attendance_setting: (world) =>
        world.settings
          .filter(({ boardId }) => member(boardId) || ledBoard(boardId))
          .map(({ boardId }) => boardId),
      meeting: (world) => world.meetings.filter((one) => seesMeeting(world, one)).map(({ id }) => id),
      invitee: (world) =>
        world.invitees
          .filter((one) => officer(one.boardId) || invited(world, one.meetingId))
          .map(({ id }) => id),
      register_mark: (world) => world.marks.filter((mark) => seesMark(world, mark)).map(({ id }) => id),
      mark_reason: (world) =>
        reasons(world)
          .filter((mark) => seesReason(world, mark))
          .map(({ id }) => id),
    },
    changes: ofAll(officers),
    removes: { register_mark: officers('register_mark'), mark_reason: officers('mark_reason') },
    adds: ofAll(adds),
  }
}
