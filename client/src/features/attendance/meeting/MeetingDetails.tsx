import { formatMeetingTime } from '@boardwork/shared/attendance/meeting/meetingTime.ts'
import { graphql, readFragment } from '../../../gql/index.ts'
import type { FragmentType } from '../../../gql/index.ts'
import { Link } from '../../../govuk/Link.tsx'
import { SummaryList } from '../../../govuk/SummaryList.tsx'
import { Tag } from '../../../govuk/Tag.tsx'
import { meetingState } from './meetingState.ts'

export const MeetingDetailsFragment = graphql(`
  fragment MeetingDetails on Meeting {
    id
    kind
    title
    startsAt
    endsAt
    heldOn
    place
    link
    notes
    caseReference
    cancelledAt
    cancelledReason
    registerBegunAt
    registerClosedAt
    registerClosedByName
    version
    viewerCan {
      change
      cancel
    }
  }
`)

/** When and where a meeting is, and how it stands. */
export function MeetingDetails({ meeting: given }: { meeting: FragmentType<typeof MeetingDetailsFragment> }) {
  const meeting = readFragment(MeetingDetailsFragment, given)
  const state = meetingState(meeting)
  return (
    <SummaryList
      rows={[
        { key: 'When', value: formatMeetingTime(new Date(meeting.startsAt), new Date(meeting.endsAt)) },
        meeting.place ? { key: 'Where', value: meeting.place } : null,
        meeting.link
          ? { key: 'Online', value: <Link href={meeting.link}>{hostOf(meeting.link)}</Link> }
          : null,
        meeting.notes ? { key: 'Notes', value: <span className="bw-prose">{meeting.notes}</span> } : null,
        meeting.caseReference ? { key: 'Case', value: meeting.caseReference } : null,
        state ? { key: 'State', value: <Tag colour={state.colour}>{state.text}</Tag> } : null,
        meeting.cancelledReason ? { key: 'Why it was cancelled', value: meeting.cancelledReason } : null,
      ]}
    />
  )
}

function hostOf(address: string): string {
  return `Join at ${new URL(address).host}`
}
