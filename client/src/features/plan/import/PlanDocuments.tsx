import { graphql, readFragment } from '../../../gql/index.ts'
import type { FragmentType } from '../../../gql/index.ts'
import { Link } from '../../../govuk/Link.tsx'

export const PlanDocumentsFragment = graphql(`
  fragment PlanDocuments on Plan {
    id
    viewerCanImport
  }
`)

/** The way to the documents of a plan, for who may bring in a later version. */
export function PlanDocuments({ plan: given }: { plan: FragmentType<typeof PlanDocumentsFragment> }) {
  const plan = readFragment(PlanDocumentsFragment, given)
  if (!plan.viewerCanImport) return null
  return (
    <p>
      <Link href={`/plans/${plan.id}/import`}>Bring in a later version</Link> of its document, or look at{' '}
      <Link href={`/plans/${plan.id}/imports`}>the documents of this plan</Link>.
    </p>
  )
}
