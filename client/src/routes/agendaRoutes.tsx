import type { RouteObject } from 'react-router'
import type { Client } from 'urql'
import { AddPaperPage, AddPaperPageQuery } from '../features/attendance/agenda/AddPaperPage.tsx'
import { AgendaItemPage, AgendaItemPageQuery } from '../features/attendance/agenda/AgendaItemPage.tsx'
import { DecisionPage, DecisionPageQuery } from '../features/attendance/agenda/DecisionPage.tsx'
import {
  CaseReferencePage,
  CaseReferencePageQuery,
} from '../features/attendance/strategy/CaseReferencePage.tsx'
import { InviteesPage, InviteesPageQuery } from '../features/attendance/strategy/InviteesPage.tsx'
import {
  MeetingActionPage,
  MeetingActionPageQuery,
} from '../features/attendance/agenda/MeetingActionPage.tsx'
import { MinutesPage, MinutesPageQuery } from '../features/attendance/agenda/MinutesPage.tsx'
import {
  NewStrategyMeetingPage,
  NewStrategyMeetingPageQuery,
} from '../features/attendance/strategy/NewStrategyMeetingPage.tsx'
import {
  PlaceActionPage,
  PlaceActionPageQuery,
  placeVariables,
} from '../features/attendance/agenda/PlaceActionPage.tsx'
import { StrategyKindPage, StrategyKindPageQuery } from '../features/attendance/strategy/StrategyKindPage.tsx'
import {
  StrategyMeetingsPage,
  StrategyMeetingsPageQuery,
} from '../features/attendance/strategy/StrategyMeetingsPage.tsx'
import { ReportActionPage, ReportActionPageQuery } from '../features/attendance/agenda/ReportActionPage.tsx'
import { load } from './load.ts'

type Params = Record<string, string | undefined>

const ofMeeting = ({ meetingId = '' }: Params) => ({ id: meetingId })
const ofBoard = ({ boardId = '' }: Params) => ({ boardId })

/** The routes of agendas, papers, decisions and minutes, and of strategy meetings. */
export function agendaRoutes(client: Client): RouteObject[] {
  return [
    {
      path: 'meetings/:meetingId/agenda/:itemId',
      loader: load(client, AgendaItemPageQuery, ofMeeting),
      element: <AgendaItemPage />,
    },
    {
      path: 'meetings/:meetingId/papers/new',
      loader: load(client, AddPaperPageQuery, ofMeeting),
      element: <AddPaperPage />,
    },
    {
      path: 'meetings/:meetingId/decisions/:decisionId',
      loader: load(client, DecisionPageQuery, ofMeeting),
      element: <DecisionPage />,
    },
    {
      path: 'meetings/:meetingId/actions/:meetingActionId',
      loader: load(client, MeetingActionPageQuery, ofMeeting),
      element: <MeetingActionPage />,
    },
    {
      path: 'meetings/:meetingId/actions/:meetingActionId/plan',
      loader: load(client, PlaceActionPageQuery, placeVariables),
      element: <PlaceActionPage />,
    },
    {
      path: 'meetings/:meetingId/actions/:meetingActionId/report',
      loader: load(client, ReportActionPageQuery, ofMeeting),
      element: <ReportActionPage />,
    },
    {
      path: 'meetings/:meetingId/minutes',
      loader: load(client, MinutesPageQuery, ofMeeting),
      element: <MinutesPage />,
    },
    {
      path: 'meetings/:meetingId/reference',
      loader: load(client, CaseReferencePageQuery, ofMeeting),
      element: <CaseReferencePage />,
    },
    {
      path: 'meetings/:meetingId/invitees',
      loader: load(client, InviteesPageQuery, ofMeeting),
      element: <InviteesPage />,
    },
    {
      path: 'boards/:boardId/strategy',
      loader: load(client, StrategyMeetingsPageQuery, ofBoard),
      element: <StrategyMeetingsPage />,
    },
    {
      path: 'boards/:boardId/strategy/new',
      loader: load(client, NewStrategyMeetingPageQuery, ofBoard),
      element: <NewStrategyMeetingPage />,
    },
    {
      path: 'boards/:boardId/strategy/kinds/:kindId',
      loader: load(client, StrategyKindPageQuery, ofBoard),
      element: <StrategyKindPage />,
    },
  ]
}
