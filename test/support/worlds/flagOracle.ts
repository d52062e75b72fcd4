import { isInvited } from './attendanceOracle.ts'
import type { Asker } from './attendanceOracle.ts'
import type { FlagTable } from './flagRows.ts'
import type { AttendanceWorld } from './attendance.ts'
import type { FlagsWorld } from './flags.ts'

type World = AttendanceWorld & FlagsWorld

/** As the oracle's own: what is seen, and how many rows may be changed, and which added. */
interface Rights {
  sees: Record<FlagTable, (world: World) => string[]>
  changes: Partial<Record<FlagTable, (world: World) => number>>
  adds: Partial<Record<FlagTable, (world: World, place: number) => boolean>>
}

/** Whether a flag is put to an agency of the person: one that they lead, or hold or share the seat of at the board. */
export function isOwnFlag({ leads, mySeats }: Asker, flag: World['flags'][number]): boolean {
  if (!flag.put) return false
  if (leads(flag.organisationId)) return true
  return (
    !flag.strategy &&
    mySeats.some((seat) => seat.boardId === flag.boardId && seat.organisationId === flag.organisationId)
  )
}

/** Who sees and changes what of rules, flags and samples, from the design's words and never from the policies. */
export function flagRights(asker: Asker): Rights {
  const { officer, member, leads, liveSeats } = asker
  const atBoard = (boardId: string) =>
    member(boardId) || liveSeats.some((seat) => seat.boardId === boardId && leads(seat.organisationId))
  const own = (world: World, flagId: string) =>
    world.flags.some((flag) => flag.id === flagId && isOwnFlag(asker, flag))
  const seesFlag = (world: World, { id, boardId }: World['flags'][number]) =>
    officer(boardId) || own(world, id)
  const seesMark = (world: World, mark: World['flagMarks'][number]) => {
    if (officer(mark.boardId)) return true
    if (!own(world, mark.flagId)) return false
    return (
      !mark.ofStrategyMeeting ||
      world.invitees.some((invitee) => invitee.meetingId === mark.meetingId && isInvited(asker, invitee))
    )
  }
  const ids = <Row extends { id: string }>(rows: Row[], seen: (row: Row) => boolean) =>
    rows.filter(seen).map(({ id }) => id)
  const officersPlace = (rows: (world: World) => { boardId: string }[]) => (world: World, place: number) =>
    officer(rows(world)[place]?.boardId ?? '')
  return {
    sees: {
      rule_set: (world) => ids(world.ruleSets, ({ boardId }) => atBoard(boardId)),
      attendance_rule: (world) => ids(world.rules, ({ boardId }) => atBoard(boardId)),
      flag: (world) => ids(world.flags, (flag) => seesFlag(world, flag)),
      flag_mark: (world) => ids(world.flagMarks, (mark) => seesMark(world, mark)),
      flag_step: (world) =>
        ids(world.flagSteps, ({ boardId, flagId }) => officer(boardId) || own(world, flagId)),
      meeting_sample: (world) => ids(world.samples, ({ boardId }) => officer(boardId)),
    },
    changes: {
      flag: (world) =>
        world.flags.filter((flag) => officer(flag.boardId) || (flag.asked && own(world, flag.id))).length,
      flag_mark: (world) => world.flagMarks.filter(({ boardId }) => officer(boardId)).length,
    },
    adds: {
      rule_set: officersPlace((world) => world.ruleSets),
      attendance_rule: officersPlace((world) => world.rules),
      flag: officersPlace((world) => world.flags),
      flag_mark: officersPlace((world) => world.flagMarks),
      flag_step: (world, place) => {
        const step = world.flagSteps[place]
        return step !== undefined && (officer(step.boardId) || (step.answer && own(world, step.flagId)))
      },
      meeting_sample: officersPlace((world) => world.samples),
    },
  }
}
