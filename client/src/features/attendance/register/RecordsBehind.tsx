import { markLetter, markName } from '@boardwork/shared/attendance/register/mark.ts'
import { formatDay } from '@boardwork/shared/board/dates.ts'
import { readFragment } from '../../../gql/index.ts'
import type { FragmentType } from '../../../gql/index.ts'
import type { RecordBehindFragment as Behind } from '../../../gql/graphql.ts'
import { Link } from '../../../govuk/Link.tsx'
import { Table } from '../../../govuk/Table.tsx'
import { RecordBehindFragment } from '../flag/flagFragments.ts'

/** The very records behind a finding, with links to their meetings. */
export function RecordsBehind({
  behind: given,
  caption,
}: {
  behind: readonly FragmentType<typeof RecordBehindFragment>[]
  caption: string
}) {
  const behind = readFragment(RecordBehindFragment, given)
  if (behind.length === 0)
    return <p>You do not see the meetings behind this. Ask the coordinator of the board about them.</p>
  return (
    <Table
      stacked
      caption={caption}
      captionClassName="govuk-visually-hidden"
      head={['Day', 'Meeting or seat', 'Mark', 'Who was expected']}
      rows={behind.map((record) => [
        record.meeting ? formatDay(record.meeting.heldOn) : '–',
        <Place key="place" {...record} />,
        <>
          {record.mark ? `${markName[record.mark.mark]} (${markLetter[record.mark.mark]})` : '–'}
          {record.goneAt && '. It was put right since, and does not count.'}
        </>,
        record.mark?.holderName ?? '–',
      ])}
    />
  )
}

function Place({ meeting, seat }: Pick<Behind, 'meeting' | 'seat'>) {
  if (meeting) return <Link href={`/meetings/${meeting.id}`}>{meeting.title}</Link>
  return seat ? `The seat of ${seat.organisationName}` : 'A meeting that you do not see'
}
