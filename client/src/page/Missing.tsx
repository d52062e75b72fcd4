import { Link } from '../govuk/Link.tsx'
import { Main } from './Main.tsx'
import { usePageTitle } from './usePageTitle.ts'

/** The title of a page about a record that does not exist for the viewer. */
export const missingTitle = 'We could not find this page'

/** Stands in for a page about a record that does not exist for the viewer. */
export function Missing() {
  usePageTitle(missingTitle)
  return (
    <Main>
      <h1 className="govuk-heading-l">{missingTitle}</h1>
      <p>It may have been moved, or your access to it may have ended.</p>
      <p>Ask the coordinator of the board if you should see it.</p>
      <p>
        <Link href="/">Go to your boards</Link>
      </p>
    </Main>
  )
}
