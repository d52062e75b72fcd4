import { formatDay } from '@boardwork/shared/board/dates.ts'
import { mergersAreApart } from '@boardwork/shared/organisation/merger.ts'
import type { AgencyAtBoardPageQuery as Page } from '../../../gql/graphql.ts'
import { Link } from '../../../govuk/Link.tsx'

type Agency = NonNullable<NonNullable<Page['board']>['agencyAttendance']>
type Seat = Agency['boards'][number]['seats'][number]
type Merged = Seat['joined'][number]

interface MergersAtBoardProps {
  seat: Seat
  /** The address under which the agencies of the board stand. */
  agencies: string
  year: number
}

/** With which agencies this one merged; those that have a seat at the board too are led to. */
export function MergersAtBoard({ seat: { partOf, joined }, agencies, year }: MergersAtBoardProps) {
  if (!partOf && joined.length === 0) return null
  const name = ({ organisationId, organisationName, seated }: Merged) =>
    seated ? (
      <Link href={`${agencies}/${organisationId}?year=${year}`}>{organisationName}</Link>
    ) : (
      organisationName
    )
  return (
    <>
      {joined.map((one) => (
        <p key={one.organisationId}>
          {name(one)} became part of this agency on {formatDay(one.since)}.
        </p>
      ))}
      {partOf && (
        <p>
          This agency became part of {name(partOf)} on {formatDay(partOf.since)}.
        </p>
      )}
      <p>{mergersAreApart}</p>
    </>
  )
}
