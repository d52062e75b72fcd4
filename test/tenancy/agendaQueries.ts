import type { OfMeeting } from '../support/worlds/agenda.ts'
import type { Table } from '../support/worlds/rows.ts'
import type { World } from '../support/worlds/world.ts'
import type { Asking } from './asking.ts'

/** What hangs on a meeting, asked for inside it. */
export const agendaFields = `invitees { __typename id personName organisation { __typename id name } }
  agenda { __typename id title notes meeting { __typename id } } papers { __typename id title address }
  decisions { __typename id words }
  actions { __typename id words planAction { __typename id title } }
  minutes { title facts { text } attendance { people } parts { title notes decisions actions { words planAction } } }
  viewerCanAgenda { arrange } viewerCanInvite`

/** What a plan's action says of the meetings that gave it. */
export const decidedAtFields = `decidedAt { __typename id words meeting { __typename id title } }`

/** What of it the answer holds, by table, for the meetings that are visible. */
export function agendaOf(
  world: World,
  meetingIds: readonly string[],
  sees: Asking['sees'],
): Partial<Record<Table, string[]>> {
  const asked = new Set(meetingIds)
  const of = (table: Table, rows: readonly OfMeeting[]) =>
    rows.filter((row) => asked.has(row.meetingId) && sees(table).has(row.id)).map(({ id }) => id)
  return {
    agenda_item: of('agenda_item', world.agendaItems),
    meeting_paper: of('meeting_paper', world.papers),
    decision: of('decision', world.decisions),
    meeting_action: of('meeting_action', world.meetingActions),
    invitee: world.invitees
      .filter((one) => asked.has(one.meetingId) && !one.removed && sees('invitee').has(one.id))
      .map(({ id }) => id),
  }
}
