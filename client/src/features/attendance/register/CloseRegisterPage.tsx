import { useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { formatDay } from '@boardwork/shared/board/dates.ts'
import { closingWords } from '@boardwork/shared/attendance/register/registerRules.ts'
import { graphql, readFragment } from '../../../gql/index.ts'
import type { RegisterFragment as Register } from '../../../gql/graphql.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { Link } from '../../../govuk/Link.tsx'
import { WarningText } from '../../../govuk/WarningText.tsx'
import { Form } from '../../../page/Form.tsx'
import { FormProblems } from '../../../page/FormProblems.tsx'
import { Main } from '../../../page/Main.tsx'
import { Missing, missingTitle } from '../../../page/Missing.tsx'
import { saved } from '../../../page/SavedBanner.tsx'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { useSave } from '../../../page/useSave.ts'
import { CheckedInPeople } from '../checkIn/CheckedInPeople.tsx'
import { LiveQuorum } from '../quorum/LiveQuorum.tsx'
import { RegisterFragment } from './registerFragments.ts'
import { placesOf, shownPlaces, totalsOf } from './registerPlaces.ts'
import { RegisterTotals } from './RegisterTotals.tsx'
import { UnsentState } from './UnsentState.tsx'
import { isSettled, marksHere } from './unsentMarks.ts'
import { useRegisterMarks } from './useRegisterMarks.ts'

export const CloseRegisterPageQuery = graphql(`
  query CloseRegisterPage($id: ID!) {
    meeting(id: $id) {
      id
      ...Register
    }
  }
`)

const CloseRegister = graphql(`
  mutation CloseRegister($input: CloseRegisterInput!) {
    result: closeRegister(input: $input) {
      __typename
      ... on Meeting {
        id
        ...Register
        ...RegisterOfMeeting
      }
      ...NotReadyRefusal
    }
  }
`)

/** Says what the register will stand as, and closes it. */
export function CloseRegisterPage() {
  const { meetingId = '' } = useParams()
  const [{ data }] = useQuery({ query: CloseRegisterPageQuery, variables: { id: meetingId } })
  const meeting = readFragment(RegisterFragment, data?.meeting)
  const may = meeting?.viewerCanRegister.fill
  usePageTitle(may ? 'Close the register' : missingTitle)
  if (!meeting || !may) return <Missing />
  return <CloseForm meeting={meeting} />
}

function CloseForm({ meeting }: { meeting: Register }) {
  const { id: meetingId, title, heldOn, registerClosedAt } = meeting
  const navigate = useNavigate()
  const { save, saving, refused } = useSave(CloseRegister)
  const places = shownPlaces(placesOf(meeting), new Map())
  const totals = totalsOf(places.map(({ text }) => text?.mark ?? null))
  const { unsent, kept, send, discard } = useRegisterMarks(meetingId)

  const submit = async () => {
    const closed = await save((clientMutationId) => ({
      meetingId,
      unmarked: totals.unmarked,
      clientMutationId,
    }))
    if (closed) void navigate(`/meetings/${meetingId}`, { state: saved('The register is closed') })
  }

  return (
    <Main before={<BackLink href={`/meetings/${meetingId}/register`}>Back to the register</BackLink>}>
      <FormProblems refused={refused} />
      <span className="govuk-caption-l">
        {title}, {formatDay(heldOn)}
      </span>
      <h1 className="govuk-heading-l">Close the register</h1>
      <UnsentState
        unsent={unsent}
        places={shownPlaces(placesOf(meeting), marksHere(unsent))}
        kept={kept}
        send={send}
        discard={discard}
      />
      <RegisterTotals totals={totals} />
      <LiveQuorum rule={meeting.quorum?.rule} places={places} />
      <p className="govuk-body">
        <strong>{closingWords(totals.unmarked)}</strong>
      </p>
      <CheckedInPeople places={places} wrongTries={meeting.checkIn?.wrongTries.length ?? 0} />
      <p className="govuk-body">
        Once it is closed, the meeting counts. A mark can then be corrected with a reason, and everybody sees
        that it was.
      </p>
      {!isSettled(unsent) && (
        <WarningText>
          This device holds marks that have not been saved.{' '}
          <Link href={`/meetings/${meetingId}/register`}>Look at them in the register first</Link>
        </WarningText>
      )}
      {isSettled(unsent) && !registerClosedAt && (
        <Form action="Close the register" saving={saving} onSubmit={submit}>
          {null}
        </Form>
      )}
    </Main>
  )
}
