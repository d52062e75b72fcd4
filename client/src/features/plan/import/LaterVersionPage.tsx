import { useParams } from 'react-router'
import { useQuery } from 'urql'
import { graphql } from '../../../gql/gql.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { DocumentForm } from './DocumentForm.tsx'
import { NotHere, notHere } from '../NotHere.tsx'

export const LaterVersionPageQuery = graphql(`
  query LaterVersionPage($id: ID!) {
    plan(id: $id) {
      id
      boardId
      title
      viewerCanImport
    }
  }
`)

/** Takes a later version of the document of a plan. */
export function LaterVersionPage() {
  const { planId = '' } = useParams()
  const [{ data }] = useQuery({ query: LaterVersionPageQuery, variables: { id: planId } })
  const plan = data?.plan
  usePageTitle(plan?.viewerCanImport ? 'Bring in a later version' : notHere('plan'))
  if (!plan?.viewerCanImport) return <NotHere what="plan" loaded={data !== undefined} />
  return (
    <DocumentForm
      boardId={plan.boardId}
      planId={plan.id}
      back={<BackLink href={`/plans/${plan.id}/imports`}>Back to the documents</BackLink>}
    >
      <span className="govuk-caption-l">{plan.title}</span>
      <h1 className="govuk-heading-l">Bring in a later version</h1>
      <p>
        We read the document and show you what we understood, and then what is different from the plan. You
        choose what to take, one by one. Nothing in the plan changes before you save that.
      </p>
    </DocumentForm>
  )
}
