import { useEffect } from 'react'

// The browser has one title for a page with several forms, each of which may be refused.
let name = ''
let refusedForms = 0

/** Names the page in the browser's tab and for a screen reader. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    name = title
    write()
  }, [title])
}

/** `Error: ` comes first in the title while any form of the page is refused. */
export function useErrorInTitle(isRefused: boolean): void {
  useEffect(() => {
    if (!isRefused) return undefined
    refusedForms += 1
    write()
    return () => {
      refusedForms -= 1
      write()
    }
  }, [isRefused])
}

function write(): void {
  document.title = `${refusedForms > 0 ? 'Error: ' : ''}${name} – Boardwork`
}
