import { openBefore } from '../support/worlds/actionReports.ts'
import type { OfMeeting } from '../support/worlds/agenda.ts'
import type { Table } from '../support/worlds/rows.ts'
import type { World } from '../support/worlds/world.ts'
import type { Asking } from './asking.ts'

const actionFields = `__typename id words doneOn planAction { __typename id title } reports { __typename id words } viewerCan { report }`

/** What hangs on a meeting, asked for inside it. */
export const agendaFields = `invitees { __typename id personName organisation { __typename id name } }
  agenda { __typename id title notes meeting { __typename id } } papers { __typename id title address }
  decisions { __typename id words }
  actions { ${actionFields} } openActions { ${actionFields} }
  minutes { title facts { text } attendance { people } parts { title notes decisions actions { words planAction } } }
  viewerCanAgenda { arrange } viewerCanInvite viewerCanChangeReference`

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
  const earlier = world.meetings
    .filter(({ id }) => asked.has(id))
    .flatMap((meeting) => openBefore(world, meeting))
    .filter((id) => sees('meeting_action').has(id))
  const actions = [...new Set([...of('meeting_action', world.meetingActions), ...earlier])]
  return {
    agenda_item: of('agenda_item', world.agendaItems),
    meeting_paper: of('meeting_paper', world.papers),
    decision: of('decision', world.decisions),
    meeting_action: actions,
    meeting_action_report: world.actionReports
      .filter(
        ({ id, meetingActionId }) =>
          actions.includes(meetingActionId) && sees('meeting_action_report').has(id),
      )
      .map(({ id }) => id),
    invitee: world.invitees
      .filter((one) => asked.has(one.meetingId) && !one.removed && sees('invitee').has(one.id))
      .map(({ id }) => id),
  }
}
