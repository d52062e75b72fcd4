import { useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { checkCaseReference } from '@boardwork/shared/attendance/strategy/caseReference.ts'
import { todayInLondon } from '@boardwork/shared/board/dates.ts'
import { graphql } from '../../../gql/gql.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { TextInput } from '../../../govuk/TextInput.tsx'
import { Form } from '../../../page/Form.tsx'
import { FormProblems, problemOf } from '../../../page/FormProblems.tsx'
import { Main } from '../../../page/Main.tsx'
import { Missing, missingTitle } from '../../../page/Missing.tsx'
import { saved } from '../../../page/SavedBanner.tsx'
import { useDraft } from '../../../page/useDraft.ts'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { useSave } from '../../../page/useSave.ts'
import { ChangeCaseReference } from './strategyFragments.ts'

export const CaseReferencePageQuery = graphql(`
  query CaseReferencePage($id: ID!) {
    meeting(id: $id) {
      id
      title
      caseReference
      version
      viewerCanChangeReference
    }
  }
`)

/** An officer gives a strategy meeting another reference. */
export function CaseReferencePage() {
  const { meetingId = '' } = useParams()
  const navigate = useNavigate()
  const [{ data }] = useQuery({ query: CaseReferencePageQuery, variables: { id: meetingId } })
  const meeting = data?.meeting
  const { save, saving, seenVersion, refused } = useSave(ChangeCaseReference)
  const [typed, type, clear] = useDraft(`meeting:reference:${meetingId}`, {
    caseReference: meeting?.caseReference ?? '',
  })
  const heading = 'Change the reference of the case'
  usePageTitle(meeting?.viewerCanChangeReference ? heading : missingTitle)
  if (!meeting?.viewerCanChangeReference) return <Missing />

  const submit = async () => {
    const { caseReference } = typed
    const changed = await save(
      (clientMutationId) => ({
        meetingId,
        caseReference,
        version: Math.max(meeting.version, seenVersion),
        clientMutationId,
      }),
      checkCaseReference(caseReference, todayInLondon()),
    )
    if (!changed) return
    clear()
    void navigate(`/meetings/${meetingId}`, { state: saved('The reference of the case is changed') })
  }

  return (
    <Main before={<BackLink href={`/meetings/${meetingId}`}>Back to the meeting</BackLink>}>
      <FormProblems refused={refused} labels={{ caseReference: 'Reference of the case' }} />
      <span className="govuk-caption-l">{meeting.title}</span>
      <h1 className="govuk-heading-l">{heading}</h1>
      <p>
        It is {meeting.caseReference} now. Those who have been invited to a meeting to come get an e-mail with
        the new reference. The log of the board keeps both.
      </p>
      <Form action="Change the reference" saving={saving} onSubmit={submit}>
        <TextInput
          name="caseReference"
          label="What is the reference of the case?"
          hint="Letters, digits, dashes and slashes, such as SA-2026-0147. Never a name."
          className="govuk-input--width-20"
          autoComplete="off"
          spellCheck={false}
          value={typed.caseReference}
          errorMessage={problemOf(refused, 'caseReference')}
          onChange={(event) => type({ caseReference: event.target.value })}
        />
      </Form>
    </Main>
  )
}
