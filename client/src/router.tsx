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
