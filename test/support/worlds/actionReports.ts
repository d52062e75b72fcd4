import { newId } from '@boardwork/server/src/db/newId.ts'
import fc from 'fast-check'
import { isInvited } from './attendanceOracle.ts'
import type { Asker } from './attendanceOracle.ts'
import { startOf } from './attendance.ts'
import type { AttendanceWorld } from './attendance.ts'
import type { AgendaWorld, OfMeeting } from './agenda.ts'

/** What a world holds of reports about actions of meetings. */
export interface ActionReportWorld {
  actionReports: (OfMeeting & { meetingActionId: string; said: 'STANDS' | 'DONE' | 'PUT_BACK' })[]
}

export const actionReportRecipe = fc.array(
  fc.record({ action: fc.nat(997), said: fc.constantFrom('STANDS', 'STANDS', 'DONE', 'PUT_BACK') }),
  { minLength: 0, maxLength: 4 },
)
type Recipe = typeof actionReportRecipe extends fc.Arbitrary<infer Drawn> ? Drawn : never

/** Reports about the actions of a world. */
export function makeActionReports(
  drawn: Recipe,
  { meetingActions }: Pick<AgendaWorld, 'meetingActions'>,
): ActionReportWorld {
  const actionReports = drawn.flatMap(({ action, said }) => {
    const of = meetingActions[action % meetingActions.length]
    if (!of) return []
    const { id: meetingActionId, boardId, meetingId, strategy } = of
    return [{ id: newId(), boardId, meetingId, strategy, meetingActionId, said }]
  })
  return { actionReports }
}

/** A change of every row that one may change; see `attempts.ts`. */
export const actionReportChanges = {
  meeting_action_report: `update meeting_action_report set words = 'Changed'`,
}

/** The rows of one world. What was done was done on the day before its meetings. */
export function actionReportRows({ actionReports }: ActionReportWorld, today: string) {
  const yesterday = new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10)
  return {
    meeting_action_report: actionReports.map((report, place) => ({
      board_id: report.boardId,
      id: report.id,
      meeting_id: report.meetingId,
      meeting_kind: report.strategy ? 'STRATEGY' : 'BOARD',
      meeting_action_id: report.meetingActionId,
      position: place + 1,
      kind: report.said,
      words: 'For a test',
      done_on: report.said === 'DONE' ? yesterday : null,
      said_by_name: 'Robin Ash',
      said_at: new Date().toISOString(),
    })),
  }
}

type World = AgendaWorld & AttendanceWorld & ActionReportWorld

/** Whether the person answers for the agency that does an action: through its seat there, as its lead, or as invited. */
export function isOwnAction(asker: Asker, world: World, action: World['meetingActions'][number]): boolean {
  const isOf = (place: { organisationId: string }) => place.organisationId === action.organisationId
  if (action.strategy)
    return world.invitees.some(
      (invitee) => invitee.meetingId === action.meetingId && isOf(invitee) && isInvited(asker, invitee),
    )
  const isHere = (seat: { boardId: string; organisationId: string }) =>
    seat.boardId === action.boardId && isOf(seat)
  return asker.mySeats.some(isHere) || (asker.leads(action.organisationId) && asker.liveSeats.some(isHere))
}

/** Who sees and adds reports, from the design's words and never from the policies; nobody changes one. */
export function actionReportRights(asker: Asker, seesMeetings: (world: World) => string[]) {
  return {
    sees: {
      meeting_action_report: (world: World) => {
        const seen = new Set(seesMeetings(world))
        return world.actionReports.filter(({ meetingId }) => seen.has(meetingId)).map(({ id }) => id)
      },
    },
    adds: {
      meeting_action_report: (world: World, place: number) => {
        const report = world.actionReports[place]
        const action = world.meetingActions.find(({ id }) => id === report?.meetingActionId)
        if (!report || !action) return false
        return (
          asker.officer(report.boardId) || (report.said !== 'PUT_BACK' && isOwnAction(asker, world, action))
        )
      },
    },
  }
}

/** What is not done of what earlier meetings of the same board and kind gave, as a meeting lists it. */
export function openBefore(world: World, meeting: World['meetings'][number]): string[] {
  const start = (meetingId: string) => startOf(meetingId, '2026-01-01')
  return world.meetingActions
    .filter(({ boardId, strategy }) => boardId === meeting.boardId && strategy === meeting.strategy)
    .filter(({ meetingId }) => start(meetingId) < start(meeting.id))
    .filter((action) => action.inPlan !== null || !isDone(world, action.id))
    .map(({ id }) => id)
}

/** Whether the last report of an action says that it is done. */
export function isDone({ actionReports }: ActionReportWorld, id: string): boolean {
  return actionReports.findLast(({ meetingActionId }) => meetingActionId === id)?.said === 'DONE'
}
