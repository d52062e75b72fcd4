import { useNavigate, useParams, useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import { attendanceFigures, figuresText } from '@boardwork/shared/attendance/figures/attendanceFigures.ts'
import { boardYearName } from '@boardwork/shared/attendance/figures/boardYear.ts'
import { graphql, readFragment } from '../../../gql/index.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { InsetText } from '../../../govuk/InsetText.tsx'
import { FormProblems } from '../../../page/FormProblems.tsx'
import { Form } from '../../../page/Form.tsx'
import { Main } from '../../../page/Main.tsx'
import { Missing, missingTitle } from '../../../page/Missing.tsx'
import { saved } from '../../../page/SavedBanner.tsx'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { useSave } from '../../../page/useSave.ts'
import { BoardAttendanceFragment } from './attendedFragments.ts'
import { FiguresOfYear } from './FiguresOfYear.tsx'
import { yearAsked } from './yearAsked.ts'

export const PublishAttendancePageQuery = graphql(`
  query PublishAttendancePage($boardId: ID!, $year: Int) {
    board(id: $boardId) {
      id
      name
      attendance(year: $year) {
        year
        startsMonth
        viewerCan {
          publish
        }
        boards {
          ...BoardAttendance
        }
      }
      attendancePublications {
        id
        year
        withdrawnAt
      }
    }
  }
`)

const PublishAttendance = graphql(`
  mutation PublishAttendance($input: PublishAttendanceInput!) {
    result: publishAttendance(input: $input) {
      __typename
      ... on AttendancePublication {
        ...Publication
      }
      ...NotReadyRefusal
    }
  }
`)

/** What the page asks for, from its address. */
export function publishAttendanceVariables(
  { boardId = '' }: Record<string, string | undefined>,
  search: URLSearchParams,
) {
  return { boardId, year: yearAsked(search) }
}

/** An officer reads the figures of a year as they will be seen, then publishes them. */
export function PublishAttendancePage() {
  const { boardId = '' } = useParams()
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const variables = publishAttendanceVariables({ boardId }, search)
  const [{ data }] = useQuery({ query: PublishAttendancePageQuery, variables })
  const { save, saving, refused } = useSave(PublishAttendance)
  const attendance = data?.board?.attendance
  const may = attendance?.viewerCan.publish === true
  usePageTitle(may ? 'Publish the figures' : missingTitle)
  if (!data?.board || !attendance || !may) return <Missing />
  const { year, startsMonth } = attendance
  const own = readFragment(BoardAttendanceFragment, attendance.boards).find((one) => one.boardId === boardId)
  if (!own) return <Missing />
  const figures = attendanceFigures(own, year, startsMonth)
  const earlier = data.board.attendancePublications.some((one) => one.year === year && !one.withdrawnAt)
  const address = `/boards/${boardId}/attendance`
  const publish = async () => {
    const published = await save((clientMutationId) => ({
      boardId,
      year,
      seen: figuresText(figures),
      clientMutationId,
    }))
    if (published)
      void navigate(`${address}/published?year=${year}`, {
        state: saved('The figures are published'),
      })
  }
  return (
    <Main before={<BackLink href={`${address}?year=${year}`}>Back to the attendance</BackLink>}>
      <FormProblems refused={refused} />
      <span className="govuk-caption-l">{data.board.name}</span>
      <h1 className="govuk-heading-l">Publish the figures of {boardYearName(year, startsMonth)}</h1>
      <p>
        This is what the board’s scrutiny and the leads of its agencies will see: agencies and counts, and
        nobody’s name. Where one person holds the only seat of an agency, readers may know whom the figures
        are about.
      </p>
      <InsetText>
        Published figures stay as they are, also when a register is corrected later.
        {earlier && ' They will take the place of those that were published for this year before.'}
      </InsetText>
      <FiguresOfYear figures={figures} />
      {figures.held === 0 ? (
        <p>No meeting of this year has a closed register, so there is nothing to publish yet.</p>
      ) : (
        <Form action="Publish these figures" saving={saving} onSubmit={publish}>
          {null}
        </Form>
      )}
    </Main>
  )
}
