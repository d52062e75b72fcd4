import { useParams } from 'react-router'
import { useQuery } from 'urql'
import { formatDay } from '@boardwork/shared/board/dates.ts'
import { frequencyName } from '@boardwork/shared/plan/reportingPeriod.ts'
import { graphql } from '../../../gql/gql.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { Button } from '../../../govuk/Button.tsx'
import { Link } from '../../../govuk/Link.tsx'
import { ScrollRegion } from '../../../govuk/ScrollRegion.tsx'
import { Table } from '../../../govuk/Table.tsx'
import { Main } from '../../../page/Main.tsx'
import { SavedBanner } from '../../../page/SavedBanner.tsx'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { NotHere, notHere } from '../NotHere.tsx'
import { PeriodTag } from './PeriodTag.tsx'

export const PeriodsPageQuery = graphql(`
  query PeriodsPage($boardId: ID!) {
    board(id: $boardId) {
      id
      name
    }
    boardReporting(boardId: $boardId) {
      frequency
      daysToReport
      viewerCan {
        readUnauthorised
        setCalendar
      }
      periods {
        period {
          name
          startsOn
          endsOn
          dueOn
          state
        }
        counts {
          authorised
          late
          submitted
          begun
          unreported
        }
      }
    }
  }
`)

/** The reporting periods of a board, and how each was reported. */
export function PeriodsPage() {
  const { boardId = '' } = useParams()
  const [{ data }] = useQuery({ query: PeriodsPageQuery, variables: { boardId } })
  usePageTitle(data ? 'Reporting periods' : notHere('board'))
  if (!data?.board) return <NotHere what="board" loaded={data !== undefined} />
  const { frequency, daysToReport, periods, viewerCan } = data.boardReporting
  const all = viewerCan.readUnauthorised
  return (
    <Main before={<BackLink href={`/boards/${boardId}`}>Back to the board</BackLink>}>
      <SavedBanner />
      <span className="govuk-caption-l">{data.board.name}</span>
      <h1 className="govuk-heading-l">Reporting periods</h1>
      <p>
        {frequencyName[frequency]}; updates are due {daysToReport} days after the end of a period. A period
        can be reported on from its first day until the coordinator closes it.
      </p>
      {viewerCan.setCalendar && (
        <Button href={`/boards/${boardId}/calendar`} variant="secondary">
          Change the calendar
        </Button>
      )}
      <ScrollRegion label="Reporting periods">
        <Table
          stacked
          caption="The newest first"
          captionClassName="govuk-visually-hidden"
          firstCellIsHeader
          head={[
            'Period',
            'State',
            'Due',
            ...[
              'Authorised',
              'Of them late',
              ...(all ? ['Submitted', 'Begun', 'No update'] : ['Not authorised']),
            ].map((children) => ({ children, format: 'numeric' }) as const),
          ]}
          rows={periods.map(({ period, counts }) => [
            <Link key="period" href={`/boards/${boardId}/periods/${period.startsOn}`}>
              {period.name}
            </Link>,
            <PeriodTag key="state" state={period.state} />,
            formatDay(period.dueOn),
            ...[
              counts.authorised,
              counts.late,
              // What is on its way is hidden from most: to them all of it is one.
              ...(all
                ? [counts.submitted, counts.begun, counts.unreported]
                : [counts.submitted + counts.begun + counts.unreported]),
            ].map((children) => ({ children, format: 'numeric' }) as const),
          ])}
        />
      </ScrollRegion>
    </Main>
  )
}
