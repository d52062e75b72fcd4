import { useSyncExternalStore } from 'react'

const subscribeToNothing = () => () => {}

/**
 * False in server-rendered HTML, true in the browser from the first drawing. GOV.UK Frontend's fixtures show
 * what a page is before its script ran; this is our form of "the script ran".
 */
export function useEnhanced(): boolean {
  return useSyncExternalStore(
    subscribeToNothing,
    () => true,
    () => false,
  )
}
