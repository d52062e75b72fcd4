import { useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { readMeeting } from '@boardwork/shared/attendance/meetingRules.ts'
import { localTimeOf } from '@boardwork/shared/attendance/meetingTime.ts'
import { readTypedDay } from '@boardwork/shared/board/dates.ts'
import { graphql, readFragment } from '../../gql/index.ts'
import type { MeetingDetailsFragment as Meeting } from '../../gql/graphql.ts'
import { BackLink } from '../../govuk/BackLink.tsx'
import { partsOf } from '../../page/DayField.tsx'
import { Form } from '../../page/Form.tsx'
import { FormProblems } from '../../page/FormProblems.tsx'
import { Main } from '../../page/Main.tsx'
import { Missing, missingTitle } from '../../page/Missing.tsx'
import { saved } from '../../page/SavedBanner.tsx'
import { useDraft } from '../../page/useDraft.ts'
import { usePageTitle } from '../../page/usePageTitle.ts'
import { useSave } from '../../page/useSave.ts'
import { MeetingDetailsFragment } from './MeetingDetails.tsx'
import { MeetingFields, meetingLabels } from './MeetingFields.tsx'
import { ChangeMeeting } from './meetingFragments.ts'

export const ChangeMeetingPageQuery = graphql(`
  query ChangeMeetingPage($id: ID!) {
    meeting(id: $id) {
      id
      ...MeetingDetails
    }
  }
`)

/** A coordinator changes what a meeting is called, its time or its place. */
export function ChangeMeetingPage() {
  const { meetingId = '' } = useParams()
  const [{ data }] = useQuery({ query: ChangeMeetingPageQuery, variables: { id: meetingId } })
  const meeting = readFragment(MeetingDetailsFragment, data?.meeting)
  usePageTitle(meeting?.viewerCan.change ? 'Change the meeting' : missingTitle)
  if (!meeting?.viewerCan.change) return <Missing />
  return <ChangeMeetingForm key={meeting.id} meeting={meeting} />
}

function ChangeMeetingForm({ meeting }: { meeting: Meeting }) {
  const navigate = useNavigate()
  const { id: meetingId, version } = meeting
  const { save, saving, seenVersion, refused } = useSave(ChangeMeeting)
  const [typed, type, clear] = useDraft(`meeting:${meetingId}`, {
    title: meeting.title,
    heldOn: partsOf(meeting.heldOn),
    startTime: localTimeOf(new Date(meeting.startsAt)).time,
    endTime: localTimeOf(new Date(meeting.endsAt)).time,
    place: meeting.place ?? '',
    link: meeting.link ?? '',
    notes: meeting.notes ?? '',
    version,
  })

  const submit = async () => {
    const wanted = { ...typed, heldOn: readTypedDay(typed.heldOn) ?? '' }
    const read = readMeeting(wanted)
    const changed = await save(
      (clientMutationId) => ({
        ...wanted,
        meetingId,
        version: Math.max(typed.version, seenVersion),
        clientMutationId,
      }),
      Array.isArray(read) ? read : [],
    )
    if (!changed) return
    clear()
    void navigate(`/meetings/${meetingId}`, { state: saved('The meeting is changed') })
  }

  return (
    <Main before={<BackLink href={`/meetings/${meetingId}`}>Back to the meeting</BackLink>}>
      <FormProblems refused={refused} labels={meetingLabels} />
      <span className="govuk-caption-l">{meeting.title}</span>
      <h1 className="govuk-heading-l">Change the meeting</h1>
      <Form action="Save the change" saving={saving} onSubmit={submit}>
        <MeetingFields typed={typed} refused={refused} onChange={type} />
      </Form>
    </Main>
  )
}
