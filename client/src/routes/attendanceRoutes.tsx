import type { RouteObject } from 'react-router'
import type { Client } from 'urql'
import { AnswerLinkPage, AnswerLinkPageQuery } from '../features/attendance/answer/AnswerLinkPage.tsx'
import { AnswerPage, AnswerPageQuery } from '../features/attendance/answer/AnswerPage.tsx'
import {
  CalendarAddressPage,
  CalendarAddressPageQuery,
} from '../features/attendance/calendar/CalendarAddressPage.tsx'
import {
  CancelMeetingPage,
  CancelMeetingPageQuery,
} from '../features/attendance/meeting/CancelMeetingPage.tsx'
import {
  ChangeMeetingPage,
  ChangeMeetingPageQuery,
} from '../features/attendance/meeting/ChangeMeetingPage.tsx'
import { MeetingPage, MeetingPageQuery } from '../features/attendance/meeting/MeetingPage.tsx'
import {
  MeetingSettingsPage,
  MeetingSettingsPageQuery,
} from '../features/attendance/meeting/MeetingSettingsPage.tsx'
import { MeetingsPage, MeetingsPageQuery } from '../features/attendance/meeting/MeetingsPage.tsx'
import { MyMeetingsPage, MyMeetingsPageQuery } from '../features/attendance/meeting/MyMeetingsPage.tsx'
import { NewSeriesPage, NewSeriesPageQuery } from '../features/attendance/meeting/NewSeriesPage.tsx'
import { NewMeetingPage, NewMeetingPageQuery } from '../features/attendance/meeting/NewMeetingPage.tsx'
import { agendaRoutes } from './agendaRoutes.tsx'
import { load } from './load.ts'
import { registerRoutes } from './registerRoutes.tsx'

/** The routes of meetings and attendance. */
export function attendanceRoutes(client: Client): RouteObject[] {
  return [
    ...registerRoutes(client),
    {
      path: 'boards/:boardId/meetings',
      loader: load(client, MeetingsPageQuery, ({ boardId = '' }) => ({ boardId })),
      element: <MeetingsPage />,
    },
    {
      path: 'boards/:boardId/meetings/new',
      loader: load(client, NewMeetingPageQuery, ({ boardId = '' }) => ({ boardId })),
      element: <NewMeetingPage />,
    },
    {
      path: 'boards/:boardId/meetings/settings',
      loader: load(client, MeetingSettingsPageQuery, ({ boardId = '' }) => ({ boardId })),
      element: <MeetingSettingsPage />,
    },
    {
      path: 'boards/:boardId/meetings/series',
      loader: load(client, NewSeriesPageQuery, ({ boardId = '' }) => ({ boardId })),
      element: <NewSeriesPage />,
    },
    {
      path: 'meetings',
      loader: load(client, MyMeetingsPageQuery, () => ({})),
      element: <MyMeetingsPage />,
    },
    {
      path: 'meetings/calendar',
      loader: load(client, CalendarAddressPageQuery, () => ({})),
      element: <CalendarAddressPage />,
    },
    {
      path: 'meetings/:meetingId/answer/:placeId',
      loader: load(client, AnswerPageQuery, ({ meetingId = '' }) => ({ id: meetingId })),
      element: <AnswerPage />,
    },
    {
      path: 'answer/:token',
      loader: load(client, AnswerLinkPageQuery, ({ token = '' }) => ({ token })),
      element: <AnswerLinkPage />,
    },
    {
      path: 'meetings/:meetingId',
      loader: load(client, MeetingPageQuery, ({ meetingId = '' }) => ({ id: meetingId })),
      element: <MeetingPage />,
    },
    {
      path: 'meetings/:meetingId/change',
      loader: load(client, ChangeMeetingPageQuery, ({ meetingId = '' }) => ({ id: meetingId })),
      element: <ChangeMeetingPage />,
    },
    {
      path: 'meetings/:meetingId/cancel',
      loader: load(client, CancelMeetingPageQuery, ({ meetingId = '' }) => ({ id: meetingId })),
      element: <CancelMeetingPage />,
    },
    ...agendaRoutes(client),
  ]
}
