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
  /** Whether the person leads one of which the organisation became a part, also through others. */
  leadsSuccessor: (organisationId: string) => boolean
  /** The seats of the person's world that are open today, and those of them that the person holds or stands in for. */
  liveSeats: { id: string; boardId: string; organisationId: string }[]
  mySeats: { id: string; boardId: string; organisationId: string }[]
}

/** As the oracle's own: what is seen, and how many rows may be changed and taken away, and which added. */
interface Rights {
  sees: Record<AttendanceTable, (world: World) => string[]>
  changes: Partial<Record<AttendanceTable, (world: World) => number>>
  removes: Partial<Record<AttendanceTable, (world: World) => number>>
  adds: Partial<Record<AttendanceTable, (world: World, place: number) => boolean>>
}

/** Whether the person is asked to a strategy meeting, by name or as the lead of an agency of which nobody is named. */
export function isInvited(
  { me, leads }: Pick<Asker, 'me' | 'leads'>,
  invitee: AttendanceWorld['invitees'][number],
): boolean {
  if (invitee.removed || me === null) return false
  return invitee.personId === null ? leads(invitee.organisationId) : invitee.personId === me
}

function isInvitedTo(asker: Asker, world: World, meetingId: string): boolean {
  return world.invitees.some((invitee) => invitee.meetingId === meetingId && isInvited(asker, invitee))
}

/** Whether an agency that the person leads has a seat at the board today. */
export function leadsAt({ liveSeats, leads }: Asker, boardId: string): boolean {
  return liveSeats.some((seat) => seat.boardId === boardId && leads(seat.organisationId))
}

/** Whether a meeting exists for the person with what hangs on it. */
export function seesMeeting(
  asker: Asker,
  world: World,
  { id, boardId, strategy }: World['meetings'][number],
): boolean {
  if (asker.officer(boardId)) return true
  if (strategy) return isInvitedTo(asker, world, id)
  const hadMark = world.marks.some((mark) => mark.meetingId === id && asker.leads(mark.organisationId))
  return asker.member(boardId) || leadsAt(asker, boardId) || hadMark
}

/** Whether a mark exists for the person, with what hangs on it. */
export function seesMark(
  asker: Asker,
  world: World,
  mark: Pick<World['marks'][number], 'boardId' | 'meetingId' | 'strategy' | 'organisationId'>,
): boolean {
  if (asker.officer(mark.boardId)) return true
  if (mark.strategy) return isInvitedTo(asker, world, mark.meetingId)
  return asker.member(mark.boardId) || asker.leads(mark.organisationId)
}

/** Whether a mark follows a merger: it alone does, with its meeting and its seat, and nothing of what hangs on them. */
function followsMerger(
  { leadsSuccessor }: Asker,
  { strategy, organisationId }: World['marks'][number],
): boolean {
  return !strategy && leadsSuccessor(organisationId)
}

/** Who sees and changes what of meetings and attendance, from the design's words and never from the policies. */
export function attendanceRights(asker: Asker): Rights {
  const { officer, member, leads, mySeats } = asker
  const invited = (world: World, meetingId: string) => isInvitedTo(asker, world, meetingId)
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
    register_import: (world) => world.registerImports,
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
    register_import: right('register_import'),
  })
  return {
    sees: {
      attendance_setting: (world) =>
        world.settings
          .filter(({ boardId }) => member(boardId) || leadsAt(asker, boardId))
          .map(({ boardId }) => boardId),
      meeting: (world) =>
        world.meetings
          .filter(
            (one) =>
              seesMeeting(asker, world, one) ||
              world.marks.some((mark) => mark.meetingId === one.id && followsMerger(asker, mark)),
          )
          .map(({ id }) => id),
      invitee: (world) =>
        world.invitees
          .filter((one) => officer(one.boardId) || invited(world, one.meetingId))
          .map(({ id }) => id),
      register_mark: (world) =>
        world.marks
          .filter((mark) => seesMark(asker, world, mark) || followsMerger(asker, mark))
          .map(({ id }) => id),
      mark_reason: (world) =>
        reasons(world)
          .filter((mark) => seesReason(world, mark))
          .map(({ id }) => id),
      register_import: (world) =>
        world.registerImports.filter(({ boardId }) => officer(boardId)).map(({ id }) => id),
    },
    changes: ofAll(officers),
    removes: {
      meeting: (world) =>
        world.meetings.filter(({ boardId, strategy }) => officer(boardId) && !strategy).length,
      register_mark: officers('register_mark'),
      mark_reason: officers('mark_reason'),
    },
    adds: ofAll(adds),
  }
}
