import { formatDayWithWeekday } from '@boardwork/shared/attendance/meeting/meetingTime.ts'
import { graphql, readFragment } from '../../../gql/index.ts'
import type { FragmentType } from '../../../gql/index.ts'
import { Details } from '../../../govuk/Details.tsx'
import { Link } from '../../../govuk/Link.tsx'

export const SeriesOfMeetingFragment = graphql(`
  fragment SeriesOfMeeting on Meeting {
    id
    inSeries {
      id
      title
      heldOn
      cancelledAt
    }
  }
`)

/** The other meetings of the series in which a meeting stands. */
export function SeriesOfMeeting({
  meeting: given,
}: {
  meeting: FragmentType<typeof SeriesOfMeetingFragment>
}) {
  const { id, inSeries } = readFragment(SeriesOfMeetingFragment, given)
  if (inSeries.length < 2) return null
  return (
    <Details summary={`One of a series of ${inSeries.length} meetings`}>
      <ul className="govuk-list">
        {inSeries.map((one) => (
          <li key={one.id}>
            {one.id === id ? (
              <strong>{formatDayWithWeekday(one.heldOn)}, this meeting</strong>
            ) : (
              <Link href={`/meetings/${one.id}`}>{formatDayWithWeekday(one.heldOn)}</Link>
            )}
            {one.cancelledAt ? ', cancelled' : ''}
          </li>
        ))}
      </ul>
    </Details>
  )
}
