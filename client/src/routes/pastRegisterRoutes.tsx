import type { RouteObject } from 'react-router'
import type { Client } from 'urql'
import {
  BringInRegistersPage,
  BringInRegistersPageQuery,
} from '../features/attendance/pastRegister/BringInRegistersPage.tsx'
import {
  PastRegistersPage,
  PastRegistersPageQuery,
} from '../features/attendance/pastRegister/PastRegistersPage.tsx'
import {
  fromOf,
  RegisterImportPage,
  RegisterImportPageQuery,
} from '../features/attendance/pastRegister/RegisterImportPage.tsx'
import { load } from './load.ts'

/** The routes of past registers that are brought in. */
export function pastRegisterRoutes(client: Client): RouteObject[] {
  return [
    {
      path: 'boards/:boardId/past-registers',
      loader: load(client, PastRegistersPageQuery, ({ boardId = '' }) => ({ boardId })),
      element: <PastRegistersPage />,
    },
    {
      path: 'boards/:boardId/past-registers/new',
      loader: load(client, BringInRegistersPageQuery, ({ boardId = '' }) => ({ boardId })),
      element: <BringInRegistersPage />,
    },
    {
      path: 'past-registers/:importId',
      loader: load(client, RegisterImportPageQuery, ({ importId = '' }, search) => ({
        id: importId,
        from: fromOf(search),
      })),
      element: <RegisterImportPage />,
    },
  ]
}
