import { useEffect, useRef } from 'react'
import { Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router'
import { useQuery } from 'urql'
import { graphql } from '../gql/gql.ts'
import { Footer } from '../govuk/Footer.tsx'
import { Link } from '../govuk/Link.tsx'
import { ServiceHeader } from '../govuk/ServiceHeader.tsx'
import { SkipLink } from '../govuk/SkipLink.tsx'

export const LayoutQuery = graphql(`
  query Layout {
    viewer {
      personId
      name
    }
  }
`)

/** What stands around every page. */
export function Layout() {
  const [{ data }] = useQuery({ query: LayoutQuery })
  const viewer = data?.viewer
  return (
    <>
      <SkipLink href="#main-content">Skip to main content</SkipLink>
      <ServiceHeader href="/">
        {viewer && (
          <>
            <Link href="/account" className="govuk-link govuk-link--inverse">
              {viewer.name}
            </Link>
            <Link href="/sign-out" className="govuk-link govuk-link--inverse">
              Sign out
            </Link>
          </>
        )}
      </ServiceHeader>
      <Loading />
      <div className="govuk-width-container">
        <MovedFocus />
        <Outlet />
      </div>
      <Footer />
      <ScrollRestoration />
    </>
  )
}

/** Says that the next page is on its way when it takes longer than a moment. */
function Loading() {
  const { state } = useNavigation()
  return (
    <div aria-live="polite" className="bw-loading">
      {state === 'loading' && <span className="bw-loading__text">Loading…</span>}
    </div>
  )
}

/** After a change of page the focus goes to its main part, as it would when a browser loads a page. */
function MovedFocus() {
  const { pathname } = useLocation()
  const last = useRef(pathname)
  useEffect(() => {
    if (last.current === pathname) return
    last.current = pathname
    document.getElementById('main-content')?.focus({ preventScroll: true })
  }, [pathname])
  return null
}
