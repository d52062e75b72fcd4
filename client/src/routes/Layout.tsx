import { useEffect, useRef, useState } from 'react'
import { Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router'
import { useQuery } from 'urql'
import { SessionWarning } from '../features/identity/SessionWarning.tsx'
import { graphql } from '../gql/gql.ts'
import { Footer } from '../govuk/Footer.tsx'
import { Link } from '../govuk/Link.tsx'
import { PhaseBanner } from '../govuk/PhaseBanner.tsx'
import { ServiceHeader } from '../govuk/ServiceHeader.tsx'
import { ServiceNavigation } from '../govuk/ServiceNavigation.tsx'
import { SkipLink } from '../govuk/SkipLink.tsx'

export const LayoutQuery = graphql(`
  query Layout {
    viewer {
      id
      name
      demonstration
      ties {
        role
      }
    }
  }
`)

const everybody = [
  { text: 'Your boards', href: '/' },
  { text: 'Your actions', href: '/actions' },
  { text: 'Your meetings', href: '/meetings' },
]
const administration = [
  { text: 'Boards', href: '/boards' },
  { text: 'Organisations', href: '/organisations' },
  { text: 'People', href: '/people' },
  { text: 'Outbox', href: '/outbox' },
]

/** What stands around every page. */
export function Layout() {
  const [{ data }] = useQuery({ query: LayoutQuery })
  const { pathname } = useLocation()
  const viewer = data?.viewer
  // The end of the session takes the viewer away, and it is then that the warning is needed.
  const [wasSignedIn, setWasSignedIn] = useState(false)
  if (viewer && !wasSignedIn) setWasSignedIn(true)
  const administers = viewer?.ties.some((tie) => tie.role === 'ADMINISTRATOR') ?? false
  const links = administers ? [...everybody, ...administration] : everybody
  return (
    <>
      <SkipLink href="#main-content">Skip to main content</SkipLink>
      <ServiceHeader href="/">
        {viewer && (
          <>
            <Link href="/account">{viewer.name}</Link>
            <Link href="/sign-out">Sign out</Link>
          </>
        )}
      </ServiceHeader>
      {viewer && (
        <ServiceNavigation
          navigation={links.map(({ text, href }) => ({ text, href, current: pathname === href }))}
          aria-label="Boardwork"
        />
      )}
      <Loading />
      <div className="govuk-width-container">
        {viewer?.demonstration && (
          <section aria-label="Demonstration">
            <PhaseBanner tag="Demonstration">
              Everything here is invented. Do not enter anything real.
            </PhaseBanner>
          </section>
        )}
        <MovedFocus />
        <Outlet />
      </div>
      <footer>
        <Footer
          meta={{ content: 'Boardwork: plans, meetings and attendance of partnership boards, in one place.' }}
        />
      </footer>
      {wasSignedIn && pathname !== '/sign-in' && <SessionWarning />}
      <ScrollRestoration getKey={scrollKey} />
    </>
  )
}

/** Every page that the browser loads itself has the key `default`: without its address it would take over the place on another page. */
function scrollKey({ key, pathname, search }: { key: string; pathname: string; search: string }): string {
  return key === 'default' ? pathname + search : key
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
