import type { RouteObject } from 'react-router'
import type { Client } from 'urql'
import { CheckInPageQuery, CheckInScreenPageQuery } from '../features/attendance/checkIn/checkInFragments.ts'
import { CheckInPage } from '../features/attendance/checkIn/CheckInPage.tsx'
import { CheckInScreenPage } from '../features/attendance/checkIn/CheckInScreenPage.tsx'
import {
  CloseRegisterPage,
  CloseRegisterPageQuery,
} from '../features/attendance/register/CloseRegisterPage.tsx'
import { CorrectMarkPage, CorrectMarkPageQuery } from '../features/attendance/register/CorrectMarkPage.tsx'
import { QuorumPage, QuorumPageQuery } from '../features/attendance/quorum/QuorumPage.tsx'
import { RegisterPageQuery } from '../features/attendance/register/registerFragments.ts'
import { RegisterPage } from '../features/attendance/register/RegisterPage.tsx'
import { load } from './load.ts'

/** The routes of registers. */
export function registerRoutes(client: Client): RouteObject[] {
  const ofMeeting = ({ meetingId = '' }: Record<string, string | undefined>) => ({ id: meetingId })
  return [
    {
      path: 'boards/:boardId/quorum',
      loader: load(client, QuorumPageQuery, ({ boardId = '' }) => ({ boardId })),
      element: <QuorumPage />,
    },
    {
      path: 'meetings/:meetingId/register',
      loader: load(client, RegisterPageQuery, ofMeeting),
      element: <RegisterPage />,
    },
    {
      path: 'meetings/:meetingId/register/close',
      loader: load(client, CloseRegisterPageQuery, ofMeeting),
      element: <CloseRegisterPage />,
    },
    {
      path: 'meetings/:meetingId/register/:placeId/correct',
      loader: load(client, CorrectMarkPageQuery, ofMeeting),
      element: <CorrectMarkPage />,
    },
    {
      path: 'meetings/:meetingId/check-in',
      loader: load(client, CheckInPageQuery, ofMeeting),
      element: <CheckInPage />,
    },
    {
      path: 'meetings/:meetingId/check-in/screen',
      loader: load(client, CheckInScreenPageQuery, ofMeeting),
      element: <CheckInScreenPage />,
    },
  ]
}
