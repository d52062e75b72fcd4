import { useSyncExternalStore } from 'react'

// The style sheet publishes its breakpoints; the fallback is its tablet value.
function tabletQuery(): MediaQueryList {
  const width = getComputedStyle(document.documentElement)
    .getPropertyValue('--govuk-breakpoint-tablet')
    .trim()
  return window.matchMedia(`(min-width: ${width || '40rem'})`)
}

function subscribe(changed: () => void): () => void {
  const query = tabletQuery()
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

/** Whether the window is at least as wide as a tablet. True where there is no window. */
export function useFromTablet(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => tabletQuery().matches,
    () => true,
  )
}
