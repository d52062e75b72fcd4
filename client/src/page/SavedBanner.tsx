import { useLocation } from 'react-router'
import { NotificationBanner } from '../govuk/NotificationBanner.tsx'

/** Goes along with `navigate(address, { state: saved('…') })`: what was done, for the page that follows. */
export function saved(words: string): { saved: string } {
  return { saved: words }
}

/** Says what was done on the page before. */
export function SavedBanner() {
  const location = useLocation()
  const state: unknown = location.state
  if (typeof state !== 'object' || state === null || !('saved' in state) || typeof state.saved !== 'string')
    return null
  return (
    <NotificationBanner key={location.key} type="success">
      {state.saved}
    </NotificationBanner>
  )
}
