import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { checkCancelling } from '@boardwork/shared/attendance/meeting/meetingRules.ts'
import { graphql, readFragment } from '../../../gql/index.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { Textarea } from '../../../govuk/Textarea.tsx'
import { Form } from '../../../page/Form.tsx'
import { FormProblems, problemOf } from '../../../page/FormProblems.tsx'
import { Main } from '../../../page/Main.tsx'
import { Missing, missingTitle } from '../../../page/Missing.tsx'
import { saved } from '../../../page/SavedBanner.tsx'
import { useDraft } from '../../../page/useDraft.ts'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { useSave } from '../../../page/useSave.ts'
import { MeetingDetails, MeetingDetailsFragment } from './MeetingDetails.tsx'
import { CancelMeeting } from './meetingFragments.ts'
import { SeriesScope } from './SeriesScope.tsx'
import type { Scope } from './SeriesScope.tsx'
import { CancelSeries } from './seriesFragments.ts'

export const CancelMeetingPageQuery = graphql(`
  query CancelMeetingPage($id: ID!) {
    meeting(id: $id) {
      id
      ...MeetingDetails
      ...SeriesScope
    }
  }
`)

/** A coordinator cancels a meeting and says why. */
export function CancelMeetingPage() {
  const { meetingId = '' } = useParams()
  const navigate = useNavigate()
  const [{ data }] = useQuery({ query: CancelMeetingPageQuery, variables: { id: meetingId } })
  const one = useSave(CancelMeeting)
  const following = useSave(CancelSeries)
  const [scope, setScope] = useState<Scope>('ONE')
  const { save, saving, seenVersion, refused } = scope === 'ONE' ? one : following
  const [typed, type, clear] = useDraft(`meeting:cancel:${meetingId}`, { reason: '' })
  const given = data?.meeting
  const meeting = readFragment(MeetingDetailsFragment, given)
  usePageTitle(meeting?.viewerCan.cancel ? 'Cancel the meeting' : missingTitle)
  if (!given || !meeting?.viewerCan.cancel) return <Missing />

  const submit = async () => {
    const cancelled = await save(
      (clientMutationId) => ({
        meetingId,
        reason: typed.reason,
        version: Math.max(meeting.version, seenVersion),
        clientMutationId,
      }),
      checkCancelling(typed.reason),
    )
    if (!cancelled) return
    clear()
    void navigate(`/meetings/${meetingId}`, {
      state: saved(scope === 'ONE' ? 'The meeting is cancelled' : 'The meetings are cancelled'),
    })
  }

  return (
    <Main before={<BackLink href={`/meetings/${meetingId}`}>Back to the meeting</BackLink>}>
      <FormProblems refused={refused} />
      <span className="govuk-caption-l">{meeting.title}</span>
      <h1 className="govuk-heading-l">Cancel the meeting</h1>
      <MeetingDetails meeting={given} />
      {meeting.registerBegunAt && <p>What was marked in the register stays to be read. It will not count.</p>}
      <Form
        action={scope === 'ONE' ? 'Cancel the meeting' : 'Cancel the meetings'}
        variant="warning"
        saving={saving}
        onSubmit={submit}
      >
        <SeriesScope
          meeting={given}
          what="cancel"
          hint="Those who have been invited get an e-mail."
          value={scope}
          onChange={setScope}
        />
        <Textarea
          name="reason"
          label="Why is it cancelled?"
          hint="Everybody who sees the meeting can read this."
          rows={2}
          value={typed.reason}
          errorMessage={problemOf(refused, 'reason')}
          onChange={(event) => type({ reason: event.target.value })}
        />
      </Form>
    </Main>
  )
}
