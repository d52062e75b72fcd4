import { useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { checkWithdrawal, evidenceLimits } from '@boardwork/shared/plan/evidenceRules.ts'
import { graphql, readFragment } from '../../../gql/index.ts'
import type { EvidencePieceFragment } from '../../../gql/graphql.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { CharacterCount } from '../../../govuk/CharacterCount.tsx'
import { InsetText } from '../../../govuk/InsetText.tsx'
import { Form } from '../../../page/Form.tsx'
import { FormProblems, problemOf } from '../../../page/FormProblems.tsx'
import { Main } from '../../../page/Main.tsx'
import { Missing } from '../../../page/Missing.tsx'
import { saved } from '../../../page/SavedBanner.tsx'
import { useDraft } from '../../../page/useDraft.ts'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { useSave } from '../../../page/useSave.ts'
import { EvidencePiece, PieceFragment } from './EvidencePieces.tsx'

export const WithdrawEvidencePageQuery = graphql(`
  query WithdrawEvidencePage($id: ID!) {
    planAction(id: $id) {
      id
      evidence {
        id
        ...EvidencePiece
      }
    }
  }
`)

const WithdrawEvidence = graphql(`
  mutation WithdrawEvidence($input: WithdrawEvidenceInput!) {
    result: withdrawEvidence(input: $input) {
      __typename
      ... on Evidence {
        id
        ...EvidencePiece
      }
      ...InvalidInputRefusal
      ...ConflictRefusal
      ...NotReadyRefusal
    }
  }
`)

/** Withdraws one piece of evidence, with a reason. */
export function WithdrawEvidencePage() {
  const { actionId = '', evidenceId = '' } = useParams()
  const [{ data }] = useQuery({ query: WithdrawEvidencePageQuery, variables: { id: actionId } })
  if (!data) return <Main>{null}</Main>
  const piece = readFragment(PieceFragment, data.planAction?.evidence)?.find(({ id }) => id === evidenceId)
  if (!piece?.viewerCan.withdraw) return <Missing />
  return <WithdrawForm piece={piece} back={`/actions/${actionId}/evidence`} />
}

function WithdrawForm({ piece, back }: { piece: EvidencePieceFragment; back: string }) {
  const navigate = useNavigate()
  const { save, saving, refused } = useSave(WithdrawEvidence)
  const [reason, setReason, clear] = useDraft(`evidence:withdraw:${piece.id}`, '')
  usePageTitle('Withdraw evidence')

  const submit = async () => {
    const { id: evidenceId, version } = piece
    const withdrawn = await save(
      (clientMutationId) => ({ evidenceId, version, reason, clientMutationId }),
      checkWithdrawal(reason),
    )
    if (!withdrawn) return
    clear()
    void navigate(back, { state: saved('The evidence is withdrawn') })
  }

  return (
    <Main before={<BackLink href={back}>Back to the evidence</BackLink>}>
      <FormProblems refused={refused} />
      <h1 className="govuk-heading-l">Withdraw evidence</h1>
      <InsetText>
        <EvidencePiece piece={piece} />
      </InsetText>
      <p>
        Once it is withdrawn, only the officers of the board and the person who added it see it, with your
        reason. This cannot be undone.
      </p>
      <Form action="Withdraw the evidence" variant="warning" saving={saving} onSubmit={submit}>
        <CharacterCount
          name="reason"
          label="Why do you withdraw it?"
          maxLength={evidenceLimits.reason}
          threshold={75}
          rows={3}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          errorMessage={problemOf(refused, 'reason')}
        />
      </Form>
    </Main>
  )
}
