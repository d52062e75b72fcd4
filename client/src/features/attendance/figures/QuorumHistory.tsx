import type { AttendedMeeting } from '@boardwork/shared/attendance/figures/attendedBoard.ts'
import { formatDay } from '@boardwork/shared/board/dates.ts'
import { Link } from '../../../govuk/Link.tsx'
import { ScrollRegion } from '../../../govuk/ScrollRegion.tsx'
import { Table } from '../../../govuk/Table.tsx'

/** Whether the quorum was there at each meeting of a year that was held, as it was found when its register was closed. */
export function QuorumHistory({ meetings }: { meetings: readonly AttendedMeeting[] }) {
  const held = meetings.filter(({ state, quorumMet }) => state === 'CLOSED' && typeof quorumMet === 'boolean')
  if (held.length === 0) return null
  const met = held.filter(({ quorumMet }) => quorumMet).length
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
          rows={held.map(({ id, heldOn, quorumMet }) => [
            <Link key={id} href={`/meetings/${id}`}>
              {formatDay(heldOn)}
            </Link>,
            quorumMet ? 'It was there' : 'It was not there',
          ])}
        />
      </ScrollRegion>
    </section>
  )
}
