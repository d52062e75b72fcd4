import { createBrowserRouter } from 'react-router'
import type { RouteObject } from 'react-router'
import type { Client } from 'urql'
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
          children: [{ path: '*', loader: throwNotFound, element: null }],
        },
      ],
    },
  ]
}

export function makeRouter(client: Client) {
  return createBrowserRouter(routes(client))
}
