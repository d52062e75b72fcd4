import { useParams, useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import { graphql, readFragment } from '../../../gql/index.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { Main } from '../../../page/Main.tsx'
import { Missing, missingTitle } from '../../../page/Missing.tsx'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { AgencyAtBoards, AgencyAtBoardsText } from './AgencyAtBoards.tsx'
import { FlagsOfAgency } from '../flag/FlagsOfAgency.tsx'
import { yearAsked } from './yearAsked.ts'

export const AgencyAttendancePageQuery = graphql(`
  query AgencyAttendancePage($organisationId: ID!, $year: Int) {
    agencyAttendance(organisationId: $organisationId, year: $year) {
      organisationId
      organisationName
      ...AgencyAtBoards
    }
    organisation(id: $organisationId) {
      id
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
  return (
    <Main before={<BackLink href={`/organisations/${organisationId}`}>Back to the agency</BackLink>}>
      <span className="govuk-caption-l">{agency.organisationName}</span>
      <h1 className="govuk-heading-l">Attendance at all boards</h1>
      <AgencyAtBoards
        agency={readFragment(AgencyAtBoardsText, agency)}
        address={`/organisations/${organisationId}/attendance`}
      />
      {data.organisation && <FlagsOfAgency agency={data.organisation} />}
    </Main>
  )
}
