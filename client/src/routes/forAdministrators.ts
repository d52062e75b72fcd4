import { redirect } from 'react-router'
import type { LoaderFunctionArgs } from 'react-router'
import type { Client } from 'urql'
import { LayoutQuery } from './Layout.tsx'
import { load, signInAddress } from './load.ts'

/**
 * Makes the loader around the pages of the administration: for anybody but an administrator there are none. The
 * server holds this for every change on its own; here it keeps people from forms that they could not send.
 */
export function forAdministrators(client: Client) {
  const readViewer = load(client, LayoutQuery, () => ({}))
  return async (found: LoaderFunctionArgs): Promise<null> => {
    await readViewer(found)
    const viewer = client.readQuery(LayoutQuery, {})?.data?.viewer
    if (!viewer) throw redirect(signInAddress(found.request))
    if (viewer.ties.some((tie) => tie.role === 'ADMINISTRATOR')) return null
    throw new Response('not found', { status: 404 })
  }
}
