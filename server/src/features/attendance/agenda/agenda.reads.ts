import type { RequestContext } from '../../../access/requestContext.ts'
import type { AgendaItem } from './agendaItem.entity.ts'
import type { Decision } from './decision.entity.ts'
import type { MeetingAction } from './meetingAction.entity.ts'
import type { MeetingPaper } from './meetingPaper.entity.ts'

type Plain<Row> = Omit<Row, 'meeting' | 'item' | 'action' | 'removedAt'>

export type AgendaItemRow = Plain<AgendaItem>
export type PaperRow = Omit<Plain<MeetingPaper>, 'sha256' | 'storageKey'>
export type DecisionRow = Plain<Decision>
export type MeetingActionRow = Plain<MeetingAction> & { doneOn: string | null }

const ofMeeting = `board_id as "boardId", id, meeting_id as "meetingId", meeting_kind as "meetingKind", version`
const ofItem = `${ofMeeting}, item_id as "itemId"`
const recorded = `recorded_by_name as "recordedByName", recorded_at as "recordedAt"`

/** The last report of an action says whether it is done. */
const lastDoneOn = `(
    select r.done_on::text from meeting_action_report r
    where r.board_id = meeting_action.board_id and r.meeting_action_id = meeting_action.id
    order by r.position desc limit 1)`

const columns = {
  agenda_item: `${ofMeeting}, position, title, presenter, minutes, notes`,
  meeting_paper: `${ofItem}, title, address, file_name as "fileName", media_type as "mediaType", bytes,
    added_by_name as "addedByName", added_at as "addedAt"`,
  decision: `${ofItem}, words, ${recorded}`,
  meeting_action: `${ofItem}, words, organisation_id as "organisationId", organisation_name as "organisationName", post,
    due_on::text as "dueOn", ${lastDoneOn} as "doneOn", plan_id as "planId", area_id as "areaId",
    action_id as "actionId", ${recorded}`,
}

/** Of the table `meeting_action` under its own name. */
export const meetingActionColumns = columns.meeting_action

const order = {
  agenda_item: 'position, id',
  meeting_paper: 'added_at, id',
  decision: 'recorded_at, id',
  meeting_action: 'recorded_at, id',
}

type Table = keyof typeof columns

/** What hangs on each meeting, in its order; a meeting can have no more of it than its limits say. */
function ofMeetings<Row extends { meetingId: string }>(table: Table) {
  return async (context: RequestContext, meetingIds: readonly string[]): Promise<Map<string, Row[]>> => {
    const rows = await context.rows<Row>(
      `select ${columns[table]} from ${table} where meeting_id = any($1::uuid[]) and removed_at is null
       order by ${order[table]} limit 20000`,
      [meetingIds],
      `${table} of meetings`,
    )
    return Map.groupBy(rows, (row) => row.meetingId)
  }
}

/** One of each by its id, also what was taken away: who took it away reads what it was. */
function byId<Row extends { id: string }>(table: Table) {
  return async (context: RequestContext, ids: readonly string[]): Promise<Map<string, Row>> => {
    const rows = await context.rows<Row>(
      `select ${columns[table]} from ${table} where id = any($1::uuid[])`,
      [ids],
      `${table} by id`,
    )
    return new Map(rows.map((row) => [row.id, row]))
  }
}

export const agendaOfMeetings = ofMeetings<AgendaItemRow>('agenda_item')
export const papersOfMeetings = ofMeetings<PaperRow>('meeting_paper')
export const decisionsOfMeetings = ofMeetings<DecisionRow>('decision')
export const actionsOfMeetings = ofMeetings<MeetingActionRow>('meeting_action')

export const agendaItemsById = byId<AgendaItemRow>('agenda_item')
export const papersById = byId<PaperRow>('meeting_paper')
export const decisionsById = byId<DecisionRow>('decision')
export const meetingActionsById = byId<MeetingActionRow>('meeting_action')

/** What meetings gave for actions of a plan, as far as the viewer sees the meetings; the newest first. */
export async function meetingActionsOfPlanActions(
  context: RequestContext,
  planActionIds: readonly string[],
): Promise<Map<string, MeetingActionRow[]>> {
  const rows = await context.rows<MeetingActionRow>(
    `select ${columns.meeting_action} from meeting_action
     where action_id = any($1::uuid[]) and removed_at is null order by recorded_at desc, id limit 20000`,
    [planActionIds],
    'actions of meetings in plans',
  )
  return Map.groupBy(rows, (row) => row.actionId ?? '')
}

/** Where a file is and how it is sent, as far as it exists for the viewer. */
export type PaperFileRow = { storageKey: string; fileName: string; mediaType: string; bytes: number }

export async function readPaperFile(context: RequestContext, id: string): Promise<PaperFileRow | null> {
  const [row] = await context.rows<PaperFileRow>(
    `select storage_key as "storageKey", file_name as "fileName", media_type as "mediaType", bytes
     from meeting_paper where id::text = $1 and storage_key is not null and removed_at is null`,
    [id],
  )
  return row ?? null
}
