import { formatMeetingTime } from '@boardwork/shared/attendance/meeting/meetingTime.ts'
import { graphql, readFragment } from '../../../gql/index.ts'
import type { FragmentType } from '../../../gql/index.ts'
import { Link } from '../../../govuk/Link.tsx'
import { Tag } from '../../../govuk/Tag.tsx'
import { meetingState } from './meetingState.ts'

export const MeetingEntryFragment = graphql(`
  fragment MeetingEntry on Meeting {
    id
    title
    startsAt
    endsAt
    heldOn
    place
    link
    cancelledAt
    registerBegunAt
    registerClosedAt
  }
`)

/** One meeting of a list: what it is called, when and where it is, and how it stands. */
export function MeetingEntry({ meeting: given }: { meeting: FragmentType<typeof MeetingEntryFragment> }) {
  const meeting = readFragment(MeetingEntryFragment, given)
  const state = meetingState(meeting)
  return (
    <li>
      <Link href={`/meetings/${meeting.id}`} className="govuk-!-font-weight-bold">
        {meeting.title}
      </Link>{' '}
      {state && <Tag colour={state.colour}>{state.text}</Tag>}
      <br />
      {formatMeetingTime(new Date(meeting.startsAt), new Date(meeting.endsAt))}
      {meeting.place ? `, ${meeting.place}` : meeting.link ? ', online' : ''}
    </li>
  )
}
