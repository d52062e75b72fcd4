import { rateText } from '@boardwork/shared/attendance/rule/attendanceCount.ts'
import { boardYearName } from '@boardwork/shared/attendance/figures/boardYear.ts'
import { formatDay } from '@boardwork/shared/board/dates.ts'
import { graphql, readFragment } from '../../../gql/index.ts'
import type { FragmentType } from '../../../gql/index.ts'
import { Link } from '../../../govuk/Link.tsx'
import { ScrollRegion } from '../../../govuk/ScrollRegion.tsx'
import { Table } from '../../../govuk/Table.tsx'
import { tallyOfCounts } from './publicationFragments.ts'

const JoinedAgenciesFragment = graphql(`
  fragment JoinedAgencies on AgencyAttendance {
    organisationId
    organisationName
    joined {
      organisationId
      organisationName
      intoName
      since
      years {
        year
        startsMonth
        counts {
          present
          deputy
          apologies
          absent
          unknown
        }
      }
    }
  }
`)

const figures = (count: number) => ({ children: String(count), format: 'numeric' as const })

/** The organisations that became part of an agency, each with the figures that stay its own. */
export function JoinedAgencies({ agency: given }: { agency: FragmentType<typeof JoinedAgenciesFragment> }) {
  const { organisationName: name, joined } = readFragment(JoinedAgenciesFragment, given)
  if (joined.length === 0) return null
  const heading = `Organisations that became part of ${name}`
  return (
    <section aria-labelledby="joined">
      <h2 className="govuk-heading-m" id="joined">
        {heading}
      </h2>
      <p>Their figures are their own. They are not counted as those of {name}.</p>
      {joined.map(({ organisationId, organisationName, intoName, since, years }) => {
        const caption = `${organisationName}, part of ${intoName} since ${formatDay(since)}`
        const address = `/organisations/${organisationId}/attendance`
        if (years.length === 0)
          return (
            <p key={organisationId}>
              {caption}: no closed register has a mark of it.{' '}
              <Link href={address}>
                Its attendance<span className="govuk-visually-hidden">, {organisationName}</span>
              </Link>
            </p>
          )
        return (
          <ScrollRegion key={organisationId} label={caption}>
            <Table
              stacked
              caption={caption}
              captionClassName="govuk-table__caption--s"
              firstCellIsHeader
              head={[
                'Year',
                'Rate',
                ...['Through a deputy', 'Apologies', 'Absent', 'Unknown'].map((children) => ({
                  children,
                  format: 'numeric' as const,
                })),
              ]}
              rows={years.map(({ year, startsMonth, counts }) => [
                <Link key="year" href={`${address}?year=${year}`}>
                  {boardYearName(year, startsMonth)}
                  <span className="govuk-visually-hidden">, {organisationName}</span>
                </Link>,
                rateText(tallyOfCounts(counts)),
                figures(counts.deputy),
                figures(counts.apologies),
                figures(counts.absent),
                figures(counts.unknown),
              ])}
            />
          </ScrollRegion>
        )
      })}
    </section>
  )
}
