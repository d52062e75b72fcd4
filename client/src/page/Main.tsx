import type { ReactNode } from 'react'

/** The main part of a page. `before` stands above it: a back link or breadcrumbs. */
export function Main({ before, children }: { before?: ReactNode; children: ReactNode }) {
  return (
    <>
      {before}
      <main className="govuk-main-wrapper" id="main-content" tabIndex={-1}>
        {children}
      </main>
    </>
  )
}
