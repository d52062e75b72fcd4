import { useEffect } from 'react'

/** Names the page in the browser's tab and for a screen reader; `Error: ` comes first while a form has errors. */
export function usePageTitle(title: string, hasErrors = false): void {
  useEffect(() => {
    document.title = `${hasErrors ? 'Error: ' : ''}${title} – Boardwork`
  }, [title, hasErrors])
}
