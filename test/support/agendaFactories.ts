import { newId } from '@boardwork/server/src/db/newId.ts'
import type { Client } from 'pg'
import { insert } from './factories.ts'

/** Where something hangs; a strategy meeting says so. */
export interface MeetingPlace {
  boardId: string
  meetingId: string
  strategy?: boolean
}

const row = ({ boardId, meetingId, strategy = false }: MeetingPlace) => ({
  board_id: boardId,
  id: newId(),
  meeting_id: meetingId,
  meeting_kind: strategy ? 'STRATEGY' : 'BOARD',
})

export const makeAgendaItem = (db: Client, place: MeetingPlace, position = 1, title = 'An item') =>
  insert(db, 'agenda_item', { ...row(place), position, title, presenter: '', notes: '' })

export const makePaper = (db: Client, place: MeetingPlace) =>
  insert(db, 'meeting_paper', {
    ...row(place),
    title: 'A paper',
    address: 'https://papers.example.org',
    added_by_name: 'Robin Ash',
    added_at: new Date(),
  })

export const makeDecision = (db: Client, place: MeetingPlace, words = 'It is decided.') =>
  insert(db, 'decision', { ...row(place), words, recorded_by_name: 'Robin Ash', recorded_at: new Date() })

/** An action that a meeting gave; of an agency where one is said. */
export const makeMeetingAction = (
  db: Client,
  place: MeetingPlace,
  words = 'Do it',
  more: { organisationId?: string; dueOn?: string } = {},
) =>
  insert(db, 'meeting_action', {
    ...row(place),
    words,
    organisation_id: more.organisationId ?? null,
    organisation_name: more.organisationId ? 'An agency' : null,
    post: 'Head of service',
    due_on: more.dueOn ?? null,
    recorded_by_name: 'Robin Ash',
    recorded_at: new Date(),
  })

export const makeStrategyKind = (db: Client, boardId: string, name = 'Case conference') =>
  insert(db, 'strategy_kind', { board_id: boardId, id: newId(), name })
