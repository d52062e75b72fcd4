import { leadsAt, seesMark, seesMeeting } from './attendanceOracle.ts'
import type { Asker } from './attendanceOracle.ts'
import type { AttendanceWorld } from './attendance.ts'
import type { RegisterTable } from './registerRows.ts'

type World = AttendanceWorld

interface Rights {
  sees: Record<RegisterTable, (world: World) => string[]>
  changes: Partial<Record<RegisterTable, (world: World) => number>>
  removes: Partial<Record<RegisterTable, (world: World) => number>>
  adds: Record<RegisterTable, (world: World, place: number) => boolean>
}

/** Who sees and changes what of registers, from the design's words and never from the policies. */
export function registerRights(asker: Asker): Rights {
  const { me, officer, member } = asker
  const meetingOf = (world: World, id: string) => {
    const found = world.meetings.find((meeting) => meeting.id === id)
    if (!found) throw new Error('A row hangs on no meeting.')
    return found
  }
  const ofMeetings = <Row extends { meetingId: string }>(
    rows: (world: World) => Row[],
    key: (row: Row) => string,
  ) => {
    return (world: World) =>
      rows(world)
        .filter(({ meetingId }) => seesMeeting(asker, world, meetingOf(world, meetingId)))
        .map(key)
  }
  const officers = (rows: (world: World) => { boardId: string }[]) => ({
    count: (world: World) => rows(world).filter(({ boardId }) => officer(boardId)).length,
    place: (world: World, place: number) => officer(rows(world)[place]?.boardId ?? ''),
  })
  const guests = officers((world) => world.guests)
  const checkIns = officers((world) => world.checkIns)
  return {
    sees: {
      guest: ofMeetings(
        (world) => world.guests,
        ({ id }) => id,
      ),
      mark_correction: (world) =>
        world.corrections.filter((correction) => seesMark(asker, world, correction)).map(({ id }) => id),
      quorum: (world) =>
        world.quorums.filter(({ boardId }) => member(boardId) || leadsAt(asker, boardId)).map(({ id }) => id),
      quorum_result: ofMeetings(
        (world) => world.quorumResults,
        ({ meetingId }) => meetingId,
      ),
      check_in: ofMeetings(
        (world) => world.checkIns,
        ({ meetingId }) => meetingId,
      ),
      // Nobody but the officers, whatever else they see of the meeting.
      check_in_secret: (world) =>
        world.checkIns.filter(({ boardId }) => officer(boardId)).map(({ meetingId }) => meetingId),
      check_in_try: (world) =>
        world.checkInTries.filter(({ boardId }) => officer(boardId)).map(({ id }) => id),
    },
    changes: { guest: guests.count, check_in: checkIns.count, check_in_secret: checkIns.count },
    removes: { guest: guests.count },
    adds: {
      guest: guests.place,
      mark_correction: officers((world) => world.corrections).place,
      quorum: officers((world) => world.quorums).place,
      quorum_result: officers((world) => world.quorumResults).place,
      check_in: checkIns.place,
      check_in_secret: checkIns.place,
      // A wrong code is written down in the name of who entered it, and nobody else's.
      check_in_try: (world, place) => {
        const one = world.checkInTries[place]
        return one !== undefined && one.personId === me && member(one.boardId)
      },
    },
  }
}
