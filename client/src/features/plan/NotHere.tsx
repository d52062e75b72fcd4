import { Link } from '../../govuk/Link.tsx'
import { Main } from '../../page/Main.tsx'
import { usePageTitle } from '../../page/usePageTitle.ts'

/** The title while something stands in for a record: a page that shows `NotHere` gives it as its own. */
export function notHere(what: string): string {
  return `We could not find this ${what}`
}

/** Stands in for a record that does not exist for the viewer, or that they may not change. */
export function NotHere({ what, loaded }: { what: string; loaded: boolean }) {
  usePageTitle(loaded ? notHere(what) : 'Loading')
  if (!loaded) return <Main>{null}</Main>
  return (
    <Main>
      <h1 className="govuk-heading-l">{notHere(what)}</h1>
      <p>It may have been moved, or you may not be allowed to do this. Ask the coordinator of the board.</p>
      <p>
        <Link href="/">Go to your boards</Link>
      </p>
    </Main>
  )
}
