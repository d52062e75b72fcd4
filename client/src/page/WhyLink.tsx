import { Link } from '../govuk/Link.tsx'
import type { RecordKind } from '../gql/graphql.ts'

/** Leads to the page that says why somebody can see a record. */
export function WhyLink({ record, id }: { record: RecordKind; id: string }) {
  return (
    <p className="govuk-body-s">
      <Link href={`/why/${record}/${id}`}>Why can I see this?</Link>
    </p>
  )
}
