import type { RouteObject } from 'react-router'
import type { Client } from 'urql'
import { CancelMeetingPage, CancelMeetingPageQuery } from '../features/attendance/CancelMeetingPage.tsx'
import { ChangeMeetingPage, ChangeMeetingPageQuery } from '../features/attendance/ChangeMeetingPage.tsx'
import { MeetingPage, MeetingPageQuery } from '../features/attendance/MeetingPage.tsx'
import { MeetingSettingsPage, MeetingSettingsPageQuery } from '../features/attendance/MeetingSettingsPage.tsx'
import { MeetingsPage, MeetingsPageQuery } from '../features/attendance/MeetingsPage.tsx'
import { NewMeetingPage, NewMeetingPageQuery } from '../features/attendance/NewMeetingPage.tsx'
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
  ]
}
