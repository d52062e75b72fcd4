import type { AgendaWorld, OfMeeting } from './agenda.ts'
import type { AgendaTable } from './agendaRows.ts'
import type { AttendanceWorld } from './attendance.ts'

type World = AgendaWorld & AttendanceWorld

/** As the oracle's own: what is seen, and how many rows may be changed and taken away, and which added. */
interface Rights {
  sees: Record<AgendaTable, (world: World) => string[]>
  changes: Partial<Record<AgendaTable, (world: World) => number>>
  removes: Partial<Record<AgendaTable, (world: World) => number>>
  adds: Partial<Record<AgendaTable, (world: World, place: number) => boolean>>
}

/**
 * Whoever sees a meeting sees its agenda, papers, decisions and actions; the officers write them. How strategy meetings
 * are planned is the officers' alone.
 *
 * @param seesMeetings the meetings that the person sees.
 */
export function agendaRights(
  officer: (boardId: string) => boolean,
  seesMeetings: (world: World) => string[],
): Rights {
  const ofMeetings = (rows: (world: World) => OfMeeting[]) => (world: World) => {
    const seen = new Set(seesMeetings(world))
    return rows(world)
      .filter(({ meetingId }) => seen.has(meetingId))
      .map(({ id }) => id)
  }
  const ofOfficers = (rows: (world: World) => { id: string; boardId: string }[]) => (world: World) =>
    rows(world)
      .filter(({ boardId }) => officer(boardId))
      .map(({ id }) => id)
  const changed = (rows: (world: World) => { boardId: string }[]) => (world: World) =>
    rows(world).filter(({ boardId }) => officer(boardId)).length
  const added = (rows: (world: World) => { boardId: string }[]) => (world: World, place: number) =>
    officer(rows(world)[place]?.boardId ?? '')
  const kinds = (world: World) => world.strategyKinds
  const standards = (world: World) => world.standardInvitees
  const items = (world: World) => world.agendaItems
  const papers = (world: World) => world.papers
  const decisions = (world: World) => world.decisions
  const actions = (world: World) => world.meetingActions
  return {
    sees: {
      strategy_kind: ofOfficers(kinds),
      standard_invitee: ofOfficers(standards),
      agenda_item: ofMeetings(items),
      meeting_paper: ofMeetings(papers),
      decision: ofMeetings(decisions),
      meeting_action: ofMeetings(actions),
    },
    changes: {
      strategy_kind: changed(kinds),
      agenda_item: changed(items),
      meeting_paper: changed(papers),
      decision: changed(decisions),
      meeting_action: changed(actions),
    },
    // A list is written anew as a whole.
    removes: { standard_invitee: changed(standards) },
    adds: {
      strategy_kind: added(kinds),
      standard_invitee: added(standards),
      agenda_item: added(items),
      meeting_paper: added(papers),
      decision: added(decisions),
      meeting_action: added(actions),
    },
  }
}
