import { Link } from '../../../govuk/Link.tsx'

/** Leads to what was changed about a plan, an area or an action. */
export function HistoryLink({ href }: { href: string }) {
  return (
    <p className="govuk-body-s">
      <Link href={href}>History</Link>
    </p>
  )
}
