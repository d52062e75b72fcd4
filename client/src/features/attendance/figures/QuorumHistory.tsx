import type { AttendedMeeting } from '@boardwork/shared/attendance/figures/attendedBoard.ts'
import { formatDay } from '@boardwork/shared/board/dates.ts'
import { graphql, readFragment } from '../../../gql/index.ts'
import type { FragmentType } from '../../../gql/index.ts'
import { Link } from '../../../govuk/Link.tsx'
import { ScrollRegion } from '../../../govuk/ScrollRegion.tsx'
import { Table } from '../../../govuk/Table.tsx'

export const QuorumHistoryFragment = graphql(`
  fragment QuorumHistory on Board {
    id
    meetings {
      id
      quorumResult {
        met
      }
    }
  }
`)

interface QuorumHistoryProps {
  board: FragmentType<typeof QuorumHistoryFragment>
  /** The meetings of the year. */
  meetings: readonly AttendedMeeting[]
}

/** Whether the quorum was there at each meeting of a year that was held, as it was found when its register was closed. */
export function QuorumHistory({ board: given, meetings }: QuorumHistoryProps) {
  const board = readFragment(QuorumHistoryFragment, given)
  const found = new Map(board.meetings.map(({ id, quorumResult }) => [id, quorumResult?.met]))
  const held = meetings.filter(({ id, state }) => state === 'CLOSED' && typeof found.get(id) === 'boolean')
  if (held.length === 0) return null
  const met = held.filter(({ id }) => found.get(id)).length
  return (
    <section>
      <h2 className="govuk-heading-m">Quorum</h2>
      <p>
        The quorum was there at {met} of {held.length} meetings for which one was set.
      </p>
      <ScrollRegion label="Quorum of each meeting">
        <Table
          caption="Quorum of each meeting"
          captionClassName="govuk-visually-hidden"
          firstCellIsHeader
          head={['Meeting', 'Quorum']}
          rows={held.map(({ id, heldOn }) => [
            <Link key={id} href={`/meetings/${id}`}>
              {formatDay(heldOn)}
            </Link>,
            found.get(id) ? 'It was there' : 'It was not there',
          ])}
        />
      </ScrollRegion>
    </section>
  )
}
