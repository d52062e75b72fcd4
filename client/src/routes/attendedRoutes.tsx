import type { RouteObject } from 'react-router'
import type { Client } from 'urql'
import {
  AgencyAtBoardPage,
  AgencyAtBoardPageQuery,
  agencyAtBoardVariables,
} from '../features/attendance/figures/AgencyAtBoardPage.tsx'
import {
  AgencyAttendancePage,
  AgencyAttendancePageQuery,
  agencyAttendanceVariables,
} from '../features/attendance/figures/AgencyAttendancePage.tsx'
import {
  AttendancePage,
  AttendancePageQuery,
  attendanceVariables,
} from '../features/attendance/figures/AttendancePage.tsx'
import { AttendanceReportPage } from '../features/attendance/figures/AttendanceReportPage.tsx'
import {
  PublishAttendancePage,
  PublishAttendancePageQuery,
  publishAttendanceVariables,
} from '../features/attendance/figures/PublishAttendancePage.tsx'
import {
  PublishedAttendancePage,
  PublishedAttendancePageQuery,
} from '../features/attendance/figures/PublishedAttendancePage.tsx'
import { load } from './load.ts'

/** The routes of what was counted: the year of a board, an agency at its boards, and what is published. */
export function attendedRoutes(client: Client): RouteObject[] {
  return [
    {
      path: 'boards/:boardId/attendance',
      loader: load(client, AttendancePageQuery, attendanceVariables),
      element: <AttendancePage />,
    },
    {
      path: 'boards/:boardId/attendance/report',
      loader: load(client, AttendancePageQuery, attendanceVariables),
      element: <AttendanceReportPage />,
    },
    {
      path: 'boards/:boardId/attendance/publish',
      loader: load(client, PublishAttendancePageQuery, publishAttendanceVariables),
      element: <PublishAttendancePage />,
    },
    {
      path: 'boards/:boardId/attendance/published',
      loader: load(client, PublishedAttendancePageQuery, publishAttendanceVariables),
      element: <PublishedAttendancePage />,
    },
    {
      path: 'boards/:boardId/attendance/agencies/:organisationId',
      loader: load(client, AgencyAtBoardPageQuery, agencyAtBoardVariables),
      element: <AgencyAtBoardPage />,
    },
    {
      path: 'organisations/:organisationId/attendance',
      loader: load(client, AgencyAttendancePageQuery, agencyAttendanceVariables),
      element: <AgencyAttendancePage />,
    },
  ]
}
