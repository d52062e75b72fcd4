import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { readMeeting } from '@boardwork/shared/attendance/meeting/meetingRules.ts'
import { localTimeOf } from '@boardwork/shared/attendance/meeting/meetingTime.ts'
import { readTypedDay } from '@boardwork/shared/board/dates.ts'
import { graphql, readFragment } from '../../../gql/index.ts'
import type { FragmentType } from '../../../gql/index.ts'
import type { MeetingDetailsFragment as Meeting } from '../../../gql/graphql.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { partsOf } from '../../../page/DayField.tsx'
import { Form } from '../../../page/Form.tsx'
import { FormProblems } from '../../../page/FormProblems.tsx'
import { Main } from '../../../page/Main.tsx'
import { Missing, missingTitle } from '../../../page/Missing.tsx'
import { saved } from '../../../page/SavedBanner.tsx'
import { useDraft } from '../../../page/useDraft.ts'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { useSave } from '../../../page/useSave.ts'
import { MeetingDetailsFragment } from './MeetingDetails.tsx'
import { MeetingFields, meetingLabels } from './MeetingFields.tsx'
import { ChangeMeeting } from './meetingFragments.ts'
import { SeriesScope } from './SeriesScope.tsx'
import type { Scope, SeriesScopeFragment } from './SeriesScope.tsx'
import { ChangeSeries } from './seriesFragments.ts'

export const ChangeMeetingPageQuery = graphql(`
  query ChangeMeetingPage($id: ID!) {
    meeting(id: $id) {
      id
      ...MeetingDetails
      ...SeriesScope
    }
  }
`)

/** A coordinator changes what a meeting is called, its time or its place. */
export function ChangeMeetingPage() {
  const { meetingId = '' } = useParams()
  const [{ data }] = useQuery({ query: ChangeMeetingPageQuery, variables: { id: meetingId } })
  const given = data?.meeting
  const meeting = readFragment(MeetingDetailsFragment, given)
  usePageTitle(meeting?.viewerCan.change ? 'Change the meeting' : missingTitle)
  if (!given || !meeting?.viewerCan.change) return <Missing />
  return <ChangeMeetingForm key={meeting.id} meeting={meeting} series={given} />
}

interface ChangeMeetingFormProps {
  meeting: Meeting
  series: FragmentType<typeof SeriesScopeFragment>
}

function ChangeMeetingForm({ meeting, series }: ChangeMeetingFormProps) {
  const navigate = useNavigate()
  const { id: meetingId, version } = meeting
  const one = useSave(ChangeMeeting)
  const following = useSave(ChangeSeries)
  const [scope, setScope] = useState<Scope>('ONE')
  const { saving, seenVersion, refused } = scope === 'ONE' ? one : following
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
    const { save } = scope === 'ONE' ? one : following
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
    void navigate(`/meetings/${meetingId}`, {
      state: saved(scope === 'ONE' ? 'The meeting is changed' : 'The meetings are changed'),
    })
  }

  return (
    <Main before={<BackLink href={`/meetings/${meetingId}`}>Back to the meeting</BackLink>}>
      <FormProblems refused={refused} labels={meetingLabels} />
      <span className="govuk-caption-l">{meeting.title}</span>
      <h1 className="govuk-heading-l">Change the meeting</h1>
      <Form action="Save the change" saving={saving} onSubmit={submit}>
        <MeetingFields typed={typed} refused={refused} onChange={type} />
        <SeriesScope
          meeting={series}
          what="change"
          hint="Of those that follow, only what you change here is changed. A new day moves each by as many days."
          value={scope}
          onChange={setScope}
        />
      </Form>
    </Main>
  )
}
