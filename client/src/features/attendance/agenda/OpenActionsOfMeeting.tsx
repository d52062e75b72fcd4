import { formatDay } from '@boardwork/shared/board/dates.ts'
import { readFragment } from '../../../gql/index.ts'
import type { FragmentType } from '../../../gql/index.ts'
import { Link } from '../../../govuk/Link.tsx'
import { whoAndWhen } from './actionWords.ts'
import { MeetingActionFragment, OpenActionsOfMeetingFragment } from './agendaFragments.ts'
import { StateOfAction } from './StateOfAction.tsx'

/** What earlier meetings gave people to do and what was not done on the day of this one. */
export function OpenActionsOfMeeting({
  meeting: given,
}: {
  meeting: FragmentType<typeof OpenActionsOfMeetingFragment>
}) {
  const { openActions } = readFragment(OpenActionsOfMeetingFragment, given)
  if (openActions.length === 0) return null
  return (
    <section aria-labelledby="open-actions">
      <h2 className="govuk-heading-m" id="open-actions">
        Actions still open from earlier meetings
      </h2>
      <ul className="govuk-list govuk-list--spaced">
        {openActions.map((open) => {
          const action = readFragment(MeetingActionFragment, open)
          return (
            <li key={action.id}>
              <strong className="bw-prose">{action.words}</strong>
              <br />
              {whoAndWhen(action)}, from{' '}
              <Link href={`/meetings/${open.meeting.id}`}>
                {open.meeting.title}, {formatDay(open.meeting.heldOn)}
              </Link>
              <br />
              <StateOfAction meetingId={open.meeting.id} action={action} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
