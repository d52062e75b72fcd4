import { useParams, useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import { formatDay } from '@boardwork/shared/board/dates.ts'
import { graphql, readFragment } from '../../../gql/index.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { Button } from '../../../govuk/Button.tsx'
import { InsetText } from '../../../govuk/InsetText.tsx'
import { Main } from '../../../page/Main.tsx'
import { Missing, missingTitle } from '../../../page/Missing.tsx'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { AgencyAtBoards, AgencyAtBoardsText } from './AgencyAtBoards.tsx'
import { FlagsOfAgency } from '../flag/FlagsOfAgency.tsx'
import { JoinedAgencies } from './JoinedAgencies.tsx'
import { yearAsked } from './yearAsked.ts'

export const AgencyAttendancePageQuery = graphql(`
  query AgencyAttendancePage($organisationId: ID!, $year: Int) {
    agencyAttendance(organisationId: $organisationId, year: $year) {
      organisationId
      organisationName
      year
      partOf {
        organisationId
        organisationName
        since
      }
      ...AgencyAtBoards
      ...JoinedAgencies
    }
    organisation(id: $organisationId) {
      id
      viewerCan {
        readAgency
      }
      ...FlagsOfAgency
    }
  }
`)

/** What the page asks for, from its address. */
export function agencyAttendanceVariables(
  { organisationId = '' }: Record<string, string | undefined>,
  search: URLSearchParams,
) {
  return { organisationId, year: yearAsked(search) }
}

/** The attendance of an agency at all of its boards, for whoever answers for it. */
export function AgencyAttendancePage() {
  const { organisationId = '' } = useParams()
  const [search] = useSearchParams()
  const variables = agencyAttendanceVariables({ organisationId }, search)
  const [{ data }] = useQuery({ query: AgencyAttendancePageQuery, variables })
  const agency = data?.agencyAttendance
  usePageTitle(agency ? `Attendance at all boards – ${agency.organisationName}` : missingTitle)
  if (!agency) return <Missing />
  const { partOf } = agency
  // Where they do not answer for the agency itself, they answer for one of which it is part now.
  const isOwn = data.organisation?.viewerCan.readAgency === true
  const address = `/organisations/${organisationId}/attendance`
  const file = `${address}/file?year=${agency.year}`
  return (
    <Main
      before={
        isOwn || !partOf ? (
          <BackLink href={`/organisations/${organisationId}`}>Back to the agency</BackLink>
        ) : (
          <BackLink href={`/organisations/${partOf.organisationId}/attendance`}>
            Back to the attendance of {partOf.organisationName}
          </BackLink>
        )
      }
    >
      <span className="govuk-caption-l">{agency.organisationName}</span>
      <h1 className="govuk-heading-l">Attendance at all boards</h1>
      {partOf && (
        <InsetText>
          {agency.organisationName} became part of {partOf.organisationName} on {formatDay(partOf.since)}.{' '}
          {isOwn
            ? `Whoever leads ${partOf.organisationName} can see this attendance. It is not counted there.`
            : 'That is why you can see its attendance.'}
        </InsetText>
      )}
      <AgencyAtBoards agency={readFragment(AgencyAtBoardsText, agency)} address={address} />
      <JoinedAgencies agency={agency} />
      {isOwn && data.organisation && <FlagsOfAgency agency={data.organisation} />}
      <div className="govuk-button-group">
        <Button variant="secondary" href={`${file}&as=excel`} download>
          Download as Excel
        </Button>
        <Button variant="secondary" href={`${file}&as=word`} download>
          Download as Word
        </Button>
      </div>
    </Main>
  )
}
