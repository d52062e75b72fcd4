import { useLocation, useParams } from 'react-router'
import { useQuery } from 'urql'
import { graphql, readFragment } from '../../../gql/index.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { Main } from '../../../page/Main.tsx'
import { Missing, missingTitle } from '../../../page/Missing.tsx'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { AddEvidenceForm } from './AddEvidenceForm.tsx'
import { EvidencePieces, PieceFragment } from './EvidencePieces.tsx'
import { named } from '../words.ts'

export const EvidencePageQuery = graphql(`
  query EvidencePage($id: ID!) {
    planAction(id: $id) {
      id
      reference
      title
      viewerCanAddEvidence
      area {
        id
        reference
        title
      }
      evidence {
        id
        ...EvidencePiece
      }
    }
  }
`)

/** All evidence for an action, and the form to add some. */
export function EvidencePage() {
  const { actionId = '' } = useParams()
  const { key } = useLocation()
  const [{ data }] = useQuery({ query: EvidencePageQuery, variables: { id: actionId } })
  const action = data?.planAction
  usePageTitle(data && !action ? missingTitle : 'Evidence')
  if (!action) return data ? <Missing /> : <Main>{null}</Main>
  const { area } = action
  const pieces = readFragment(PieceFragment, action.evidence)
  const standing = pieces.filter((piece) => !piece.withdrawnAt)
  const withdrawn = pieces.filter((piece) => piece.withdrawnAt)

  const heading = (
    <>
      <span className="govuk-caption-l">{named(action, 'Action without a title')}</span>
      <h1 className="govuk-heading-l">Evidence</h1>
      {standing.length === 0 && <p>No evidence has been added yet.</p>}
      <EvidencePieces
        pieces={standing}
        withdrawHref={({ id }) => `/actions/${action.id}/evidence/${id}/withdraw`}
      />
      {withdrawn.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Withdrawn</h2>
          <p>Only the officers of the board and the person who added it see what was withdrawn.</p>
          <EvidencePieces pieces={withdrawn} />
        </>
      )}
    </>
  )

  return (
    <Main before={<BackLink href={`/areas/${area.id}`}>Back to {named(area, 'the area')}</BackLink>}>
      {action.viewerCanAddEvidence ? (
        // Once something was added, the next one begins afresh.
        <AddEvidenceForm key={key} actionId={action.id} heading={heading} />
      ) : (
        heading
      )}
    </Main>
  )
}
