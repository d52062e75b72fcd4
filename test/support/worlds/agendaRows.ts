import { createHash } from 'node:crypto'
import type { AgendaWorld, OfMeeting } from './agenda.ts'

type Row = Record<string, unknown>

/** The tables of agendas and of kinds of strategy meetings, in an order in which they can be filled. */
export const agendaTables = [
  'strategy_kind',
  'standard_invitee',
  'agenda_item',
  'meeting_paper',
  'decision',
  'meeting_action',
] as const
export type AgendaTable = (typeof agendaTables)[number]

/** A change of every row that one may change; see `attempts.ts`. */
export const agendaChanges: Record<AgendaTable, string> = {
  strategy_kind: `update strategy_kind set version = 7`,
  standard_invitee: `update standard_invitee set required = false`,
  agenda_item: `update agenda_item set version = 7`,
  meeting_paper: `update meeting_paper set version = 7`,
  decision: `update decision set version = 7`,
  meeting_action: `update meeting_action set version = 7`,
}

const now = new Date().toISOString()

const ofMeeting = ({ id, boardId, meetingId, strategy }: OfMeeting): Row => ({
  board_id: boardId,
  id,
  meeting_id: meetingId,
  meeting_kind: strategy ? 'STRATEGY' : 'BOARD',
  version: 1,
})

const noFile = { file_name: null, media_type: null, bytes: null, sha256: null, storage_key: null }

/** What is in the file of a paper. */
export const paperText = ({ id }: { id: string }) => `Paper ${id}`

function paperFile(paper: { id: string }): Row {
  const text = paperText(paper)
  return {
    file_name: 'paper.txt',
    media_type: 'text/plain',
    bytes: text.length,
    sha256: createHash('sha256').update(text).digest('hex'),
    storage_key: paper.id,
  }
}

/** The rows of one world. */
export function agendaRows(world: AgendaWorld): Record<AgendaTable, Row[]> {
  return {
    strategy_kind: world.strategyKinds.map(({ id, boardId }) => ({
      board_id: boardId,
      id,
      name: `Kind ${id}`,
      version: 1,
    })),
    standard_invitee: world.standardInvitees.map((invitee) => ({
      board_id: invitee.boardId,
      id: invitee.id,
      kind_id: invitee.kindId,
      organisation_id: invitee.organisationId,
      person_id: invitee.personId,
      required: true,
    })),
    agenda_item: world.agendaItems.map((item) => ({
      ...ofMeeting(item),
      position: 1,
      title: `Item ${item.id}`,
      presenter: '',
      notes: 'What was said',
    })),
    meeting_paper: world.papers.map((paper) => ({
      ...ofMeeting(paper),
      title: `Paper ${paper.id}`,
      ...(paper.file
        ? { address: null, ...paperFile(paper) }
        : { ...noFile, address: 'https://papers.example.org' }),
      added_by_name: 'Robin Ash',
      added_at: now,
    })),
    decision: world.decisions.map((decision) => ({
      ...ofMeeting(decision),
      words: `Decision ${decision.id}`,
      recorded_by_name: 'Robin Ash',
      recorded_at: now,
    })),
    meeting_action: world.meetingActions.map((action) => ({
      ...ofMeeting(action),
      words: `Task ${action.id}`,
      organisation_id: action.organisationId,
      organisation_name: 'An agency',
      post: 'Head of service',
      plan_id: action.inPlan?.planId ?? null,
      area_id: action.inPlan?.areaId ?? null,
      action_id: action.inPlan?.actionId ?? null,
      recorded_by_name: 'Robin Ash',
      recorded_at: now,
    })),
  }
}
