import { useParams, useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import { graphql, readFragment } from '../../../gql/index.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { Main } from '../../../page/Main.tsx'
import { Missing, missingTitle } from '../../../page/Missing.tsx'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { MergersAtBoard } from './MergersAtBoard.tsx'
import { AgencyAtBoards, AgencyAtBoardsText } from './AgencyAtBoards.tsx'
import { yearAsked } from './yearAsked.ts'

export const AgencyAtBoardPageQuery = graphql(`
  query AgencyAtBoardPage($boardId: ID!, $organisationId: ID!, $year: Int) {
    board(id: $boardId) {
      id
      name
      agencyAttendance(organisationId: $organisationId, year: $year) {
        organisationId
        organisationName
        year
        boards {
          boardId
          seats {
            seatId
            partOf {
              organisationId
              organisationName
              since
              seated
            }
            joined {
              organisationId
              organisationName
              since
              seated
            }
          }
        }
        ...AgencyAtBoards
      }
    }
  }
`)

/** What the page asks for, from its address. */
export function agencyAtBoardVariables(
  { boardId = '', organisationId = '' }: Record<string, string | undefined>,
  search: URLSearchParams,
) {
  return { boardId, organisationId, year: yearAsked(search) }
}

/** The attendance of one agency at one board, for those who see the board's meetings. */
export function AgencyAtBoardPage() {
  const { boardId = '', organisationId = '' } = useParams()
  const [search] = useSearchParams()
  const variables = agencyAtBoardVariables({ boardId, organisationId }, search)
  const [{ data }] = useQuery({ query: AgencyAtBoardPageQuery, variables })
  const agency = data?.board?.agencyAttendance
  usePageTitle(
    data?.board && agency ? `Attendance of ${agency.organisationName} – ${data.board.name}` : missingTitle,
  )
  if (!data?.board || !agency) return <Missing />
  const address = `/boards/${boardId}/attendance`
  const [seat] = agency.boards[0]?.seats ?? []
  return (
    <Main
      before={
        <BackLink href={`${address}?year=${agency.year}`}>Back to the attendance of the board</BackLink>
      }
    >
      <span className="govuk-caption-l">{data.board.name}</span>
      <h1 className="govuk-heading-l">Attendance of {agency.organisationName}</h1>
      {seat && <MergersAtBoard seat={seat} agencies={`${address}/agencies`} year={agency.year} />}
      <AgencyAtBoards
        agency={readFragment(AgencyAtBoardsText, agency)}
        address={`${address}/agencies/${organisationId}`}
      />
    </Main>
  )
}
