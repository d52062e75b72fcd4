import type { Client } from 'pg'
import {
  makeAgendaItem,
  makeDecision,
  makeMeetingAction,
  makePaper,
  makeStrategyKind,
} from '../support/agendaFactories.ts'
import { makeInvitee, makeMeeting } from '../support/attendanceFactories.ts'
import { day } from '../support/factories.ts'
import type { AgendaScene, MutationCase } from './scene.ts'

export async function makeAgendaScene(
  db: Client,
  { boardId, agencyId, meetingId }: { boardId: string; agencyId: string; meetingId: string },
): Promise<AgendaScene> {
  const place = { boardId, meetingId }
  const strategyMeetingId = await makeMeeting(db, boardId, { caseReference: 'SA-2026-1' })
  return {
    strategyMeetingId,
    inviteeId: await makeInvitee(db, boardId, strategyMeetingId, agencyId),
    strategyKindId: await makeStrategyKind(db, boardId),
    itemId: await makeAgendaItem(db, place),
    paperId: await makePaper(db, place),
    decisionId: await makeDecision(db, place),
    meetingActionId: await makeMeetingAction(db, place),
  }
}

export const agendaCases: MutationCase[] = [
  { field: 'saveAgendaItem', input: ({ meetingId }) => ({ meetingId, title: 'Risks', version: 0 }) },
  { field: 'moveAgendaItem', input: ({ itemId }) => ({ itemId, direction: 'UP', place: 0 }) },
  { field: 'removeAgendaItem', input: ({ itemId }) => ({ itemId, version: 1 }) },
  {
    field: 'addPaper',
    input: ({ meetingId }) => ({ meetingId, title: 'Chronology', address: 'https://papers.example.org' }),
  },
  { field: 'removePaper', input: ({ paperId }) => ({ paperId, version: 1 }) },
  { field: 'saveDecision', input: ({ meetingId }) => ({ meetingId, words: 'Agreed.', version: 0 }) },
  { field: 'removeDecision', input: ({ decisionId }) => ({ decisionId, version: 1 }) },
  {
    field: 'saveMeetingAction',
    input: ({ meetingId }) => ({ meetingId, words: 'Write to all', post: 'Chair', version: 0 }),
  },
  { field: 'removeMeetingAction', input: ({ meetingActionId }) => ({ meetingActionId, version: 1 }) },
  {
    field: 'placeMeetingAction',
    input: ({ meetingActionId, actionId }) => ({ meetingActionId, planActionId: actionId, version: 1 }),
  },
  {
    field: 'reportMeetingAction',
    input: ({ meetingActionId }) => ({ meetingActionId, done: false, words: 'Begun', version: 0 }),
    variant: 'an action of another agency',
  },
  {
    field: 'putBackMeetingAction',
    input: ({ meetingActionId }) => ({ meetingActionId, words: 'No', version: 0 }),
  },
  {
    field: 'saveStrategyKind',
    input: ({ boardId, agencyId }) => ({
      boardId,
      name: 'Strategy meeting',
      invitees: [{ organisationId: agencyId, required: true }],
      version: 0,
    }),
  },
  { field: 'removeStrategyKind', input: ({ strategyKindId }) => ({ kindId: strategyKindId, version: 1 }) },
  {
    field: 'planStrategyMeeting',
    input: ({ boardId }) => ({
      boardId,
      caseReference: 'SA-2026-2',
      title: 'Strategy meeting',
      heldOn: day(7),
      startTime: '10am',
      endTime: '12:00',
    }),
  },
  {
    field: 'changeCaseReference',
    input: ({ strategyMeetingId }) => ({
      meetingId: strategyMeetingId,
      caseReference: 'SA-2026-3',
      version: 1,
    }),
  },
  {
    field: 'addInvitee',
    input: ({ strategyMeetingId, councilId }) => ({
      meetingId: strategyMeetingId,
      organisationId: councilId,
      required: false,
    }),
  },
  { field: 'changeInvitee', input: ({ inviteeId }) => ({ inviteeId, required: false, version: 1 }) },
  { field: 'removeInvitee', input: ({ inviteeId }) => ({ inviteeId, version: 1 }) },
]
