import type { ReactNode } from 'react'

/** The main part of a page. `before` stands above it: the way back, as a landmark of its own. */
export function Main({ before, children }: { before?: ReactNode; children: ReactNode }) {
  return (
    <>
      {before && <nav aria-label="Back">{before}</nav>}
      <main className="govuk-main-wrapper" id="main-content" tabIndex={-1}>
        {children}
      </main>
    </>
  )
}
