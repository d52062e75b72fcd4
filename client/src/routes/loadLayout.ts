import type { LoaderFunctionArgs } from 'react-router'
import type { Client } from 'urql'
import { keepDraftsOf } from '../page/keepDraftsOf.ts'
import { dropOldUnsent } from '../page/unsent.ts'
import { LayoutQuery } from './Layout.tsx'
import { load } from './load.ts'

/** Who is signed in is known before any page is drawn, and so whose drafts these are. */
export function loadLayout(client: Client) {
  const loadQuery = load(client, LayoutQuery, () => ({}))
  return async (args: LoaderFunctionArgs): Promise<null> => {
    await loadQuery(args)
    const viewer = client.readQuery(LayoutQuery, {})?.data?.viewer
    if (viewer) keepDraftsOf(viewer.id)
    dropOldUnsent()
    return null
  }
}
