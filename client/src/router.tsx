import { createBrowserRouter } from 'react-router'
import type { RouteObject } from 'react-router'
import type { Client } from 'urql'
import { AccountPage, AccountPageQuery } from './features/identity/AccountPage.tsx'
import { ForgottenPasswordPage } from './features/identity/ForgottenPasswordPage.tsx'
import { InvitationPage, InvitationPageQuery } from './features/identity/InvitationPage.tsx'
import { OutboxPage, OutboxPageQuery, outboxVariables } from './features/identity/OutboxPage.tsx'
import { PeoplePage, PeoplePageQuery, peopleVariables } from './features/identity/PeoplePage.tsx'
import { ResetPasswordPage, ResetPasswordPageQuery } from './features/identity/ResetPasswordPage.tsx'
import { SignInPage, SignInPageQuery } from './features/identity/SignInPage.tsx'
import { SignOutPage } from './features/identity/SignOutPage.tsx'
import { AdoptPlanPage, AdoptPlanPageQuery } from './features/plan/AdoptPlanPage.tsx'
import { AreaPage, AreaPageQuery } from './features/plan/AreaPage.tsx'
import { EditActionPage, EditActionPageQuery } from './features/plan/EditActionPage.tsx'
import { EditAreaPage, EditAreaPageQuery } from './features/plan/EditAreaPage.tsx'
import { EditPlanPage, EditPlanPageQuery } from './features/plan/EditPlanPage.tsx'
import { ImportPage, ImportPageQuery } from './features/plan/ImportPage.tsx'
import { ImportPreviewPage, ImportPreviewQuery } from './features/plan/ImportPreviewPage.tsx'
import { PlanPage, PlanPageQuery } from './features/plan/PlanPage.tsx'
import { ShareAreaPage, ShareAreaPageQuery } from './features/plan/ShareAreaPage.tsx'
import { SharedAreasPage, SharedAreasQuery } from './features/plan/SharedAreas.tsx'
import { ErrorPage } from './routes/ErrorPage.tsx'
import { Layout, LayoutQuery } from './routes/Layout.tsx'
import { load } from './routes/load.ts'
import { throwNotFound } from './routes/throwNotFound.ts'

/** Address, what it loads, and the page it shows. Each route has an example address in test/e2e/addresses.ts. */
export function routes(client: Client): RouteObject[] {
  return [
    {
      element: <Layout />,
      loader: load(client, LayoutQuery, () => ({})),
      shouldRevalidate: () => false,
      hydrateFallbackElement: <p className="govuk-body">Loading…</p>,
      children: [
        {
          errorElement: <ErrorPage />,
          children: [
            { path: 'sign-in', loader: load(client, SignInPageQuery, () => ({})), element: <SignInPage /> },
            { path: 'sign-out', element: <SignOutPage /> },
            { path: 'forgotten-password', element: <ForgottenPasswordPage /> },
            {
              path: 'password/:token',
              loader: load(client, ResetPasswordPageQuery, ({ token = '' }) => ({ token })),
              element: <ResetPasswordPage />,
            },
            {
              path: 'invitation/:token',
              loader: load(client, InvitationPageQuery, ({ token = '' }) => ({ token })),
              element: <InvitationPage />,
            },
            { path: 'account', loader: load(client, AccountPageQuery, () => ({})), element: <AccountPage /> },
            {
              path: 'people',
              loader: load(client, PeoplePageQuery, (_params, search) => peopleVariables(search)),
              element: <PeoplePage />,
            },
            {
              path: 'outbox',
              loader: load(client, OutboxPageQuery, (_params, search) => outboxVariables(search)),
              element: <OutboxPage />,
            },
            {
              path: 'boards/:boardId/import',
              loader: load(client, ImportPageQuery, ({ boardId = '' }) => ({ boardId })),
              element: <ImportPage />,
            },
            {
              path: 'imports/:importId',
              loader: load(client, ImportPreviewQuery, ({ importId = '' }) => ({ id: importId })),
              element: <ImportPreviewPage />,
            },
            {
              path: 'plans/:planId',
              loader: load(client, PlanPageQuery, ({ planId = '' }) => ({ id: planId })),
              // Another filter in the address asks nothing of the server.
              shouldRevalidate: ({ currentUrl, nextUrl }) => currentUrl.pathname !== nextUrl.pathname,
              element: <PlanPage />,
            },
            {
              path: 'plans/:planId/adopt',
              loader: load(client, AdoptPlanPageQuery, ({ planId = '' }) => ({ id: planId })),
              element: <AdoptPlanPage />,
            },
            {
              path: 'plans/:planId/edit',
              loader: load(client, EditPlanPageQuery, ({ planId = '' }) => ({ id: planId })),
              element: <EditPlanPage />,
            },
            {
              path: 'areas/:areaId',
              loader: load(client, AreaPageQuery, ({ areaId = '' }) => ({ id: areaId })),
              element: <AreaPage />,
            },
            {
              path: 'areas/:areaId/edit',
              loader: load(client, EditAreaPageQuery, ({ areaId = '' }) => ({ id: areaId })),
              element: <EditAreaPage />,
            },
            {
              path: 'areas/:areaId/share',
              loader: load(client, ShareAreaPageQuery, ({ areaId = '' }) => ({ id: areaId })),
              element: <ShareAreaPage />,
            },
            {
              path: 'actions/:actionId/edit',
              loader: load(client, EditActionPageQuery, ({ actionId = '' }) => ({ id: actionId })),
              element: <EditActionPage />,
            },
            {
              path: 'shared',
              loader: load(client, SharedAreasQuery, () => ({})),
              element: <SharedAreasPage />,
            },
            { path: '*', loader: throwNotFound, element: null },
          ],
        },
      ],
    },
  ]
}

export function makeRouter(client: Client) {
  return createBrowserRouter(routes(client))
}
