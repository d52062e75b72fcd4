import { rateText } from '@boardwork/shared/attendance/rule/attendanceCount.ts'
import type { AgencyCount } from '@boardwork/shared/attendance/rule/attendanceCount.ts'
import { tallyOfAll } from '@boardwork/shared/attendance/figures/attendanceFigures.ts'
import { comparedText, compareRates } from '@boardwork/shared/attendance/figures/compareRates.ts'
import { ScrollRegion } from '../../../govuk/ScrollRegion.tsx'
import { Table } from '../../../govuk/Table.tsx'

interface RatesOfAgenciesProps {
  counts: readonly AgencyCount[]
  /** A year earlier; null where that is not compared. */
  before: readonly AgencyCount[] | null
  caption: string
}

const figures = (children: string | number) => ({ children: String(children), format: 'numeric' as const })

/** How often each agency was there, with the counts behind each rate, and against the year before. */
export function RatesOfAgencies({ counts, before, caption }: RatesOfAgenciesProps) {
  const earlier = new Map(before?.map(({ organisationId, tally }) => [organisationId, tally]))
  const all = {
    organisationId: '',
    organisationName: 'All agencies',
    tally: tallyOfAll({ agencies: [...counts] }),
  }
  const allBefore = tallyOfAll({ agencies: [...(before ?? [])] })
  const rows = counts.length > 1 ? [...counts, all] : counts
  return (
    <ScrollRegion label={caption}>
      <Table
        stacked
        caption={caption}
        captionClassName="govuk-table__caption--m"
        firstCellIsHeader
        head={[
          'Agency',
          'Rate',
          ...['Through a deputy', 'Apologies', 'Absent', 'Unknown'].map(figures),
          ...(before ? ['The year before', 'Difference'] : []),
        ]}
        rows={rows.map(({ organisationId, organisationName, tally }) => {
          const then = organisationId === '' ? allBefore : earlier.get(organisationId)
          return [
            organisationName,
            rateText(tally),
            figures(tally.DEPUTY),
            figures(tally.APOLOGIES),
            figures(tally.ABSENT),
            figures(tally.UNKNOWN),
            ...(before
              ? [
                  then ? rateText(then) : 'Nothing to count',
                  then ? comparedText(compareRates(tally, then)) : 'Nothing to compare',
                ]
              : []),
          ]
        })}
      />
    </ScrollRegion>
  )
}
