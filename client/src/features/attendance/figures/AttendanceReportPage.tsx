import { useParams, useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import { boardYearName } from '@boardwork/shared/attendance/figures/boardYear.ts'
import { markName } from '@boardwork/shared/attendance/register/mark.ts'
import { reportParagraph } from '@boardwork/shared/attendance/figures/reportParagraph.ts'
import type { ReportFigure } from '@boardwork/shared/attendance/figures/reportParagraph.ts'
import { formatDay } from '@boardwork/shared/board/dates.ts'
import { readFragment } from '../../../gql/index.ts'
import type { BoardAttendanceFragment as BoardAttendance } from '../../../gql/graphql.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { InsetText } from '../../../govuk/InsetText.tsx'
import { Link } from '../../../govuk/Link.tsx'
import { ScrollRegion } from '../../../govuk/ScrollRegion.tsx'
import { Table } from '../../../govuk/Table.tsx'
import { Main } from '../../../page/Main.tsx'
import { Missing, missingTitle } from '../../../page/Missing.tsx'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { BoardAttendanceFragment } from './attendedFragments.ts'
import { AttendancePageQuery, attendanceVariables } from './AttendancePage.tsx'
import { YearForm } from './YearForm.tsx'

/** A paragraph for the annual report; each number in it leads to the meetings or marks behind it. */
export function AttendanceReportPage() {
  const { boardId = '' } = useParams()
  const [search] = useSearchParams()
  const variables = attendanceVariables({ boardId }, search)
  const [{ data }] = useQuery({ query: AttendancePageQuery, variables })
  const board = data?.board
  const attendance = board?.attendance
  usePageTitle(attendance ? 'Paragraph for the annual report' : missingTitle)
  if (!attendance) return <Missing />
  const { year, startsMonth, years } = attendance
  const { withSubGroups, compare } = variables
  const boards = readFragment(BoardAttendanceFragment, attendance.boards)
  const before = board.yearBefore ? readFragment(BoardAttendanceFragment, board.yearBefore.boards) : null
  const who = boards.length > 1 ? 'the board and its sub-groups' : 'the board'
  const pieces = reportParagraph(boards, before, { year, startsMonth, who })
  const asked = `?year=${year}${withSubGroups ? '&groups=1' : ''}${compare ? '&compare=1' : ''}`
  const address = `/boards/${boardId}/attendance`
  const chosen = pieces.find(
    (piece): piece is ReportFigure => typeof piece !== 'string' && piece.key === search.get('figure'),
  )
  return (
    <Main before={<BackLink href={`${address}${asked}`}>Back to the attendance</BackLink>}>
      <span className="govuk-caption-l">{board.name}</span>
      <h1 className="govuk-heading-l">Paragraph for the annual report</h1>
      <YearForm
        address={`${address}/report`}
        year={year}
        years={years}
        startsMonth={startsMonth}
        choices={[
          { value: 'compare', text: 'Compare with the year before', chosen: compare },
          { value: 'groups', text: 'Together with its sub-groups', chosen: withSubGroups },
        ]}
      />
      <p>
        This is a draft from the registers of {boardYearName(year, startsMonth)}. Copy it and change the words
        as you like. Choose a number to see what it was counted from.
      </p>
      <InsetText>
        {pieces.map((piece) =>
          typeof piece === 'string' ? (
            piece
          ) : (
            <Link key={piece.key} href={`${address}/report${asked}&figure=${piece.key}`}>
              {piece.count}
              <span className="govuk-visually-hidden"> ({piece.name})</span>
            </Link>
          ),
        )}
      </InsetText>
      {chosen && <BehindFigure figure={chosen} boards={boards} before={before ?? []} />}
    </Main>
  )
}

interface BehindFigureProps {
  figure: ReportFigure
  boards: readonly BoardAttendance[]
  /** A year earlier. */
  before: readonly BoardAttendance[]
}

/** The meetings or marks from which a number of the paragraph was counted. */
function BehindFigure({ figure: { name, count, meetingIds, marks }, boards, before }: BehindFigureProps) {
  const several = boards.length > 1
  const meetings = new Map(
    [...boards, ...before].flatMap((board) =>
      board.meetings.map((meeting) => [meeting.id, { ...meeting, ...board }]),
    ),
  )
  const meetingCell = (id: string) => {
    const meeting = meetings.get(id)
    return meeting ? (
      <Link key={id} href={`/meetings/${id}`}>
        {formatDay(meeting.heldOn)}, {meeting.title}
        {several && `, ${meeting.boardName}`}
      </Link>
    ) : (
      ''
    )
  }
  const day = (id: string) => meetings.get(id)?.heldOn ?? ''
  const inOrder = marks.toSorted(
    (one, other) =>
      one.organisationName.localeCompare(other.organisationName) ||
      day(one.meetingId).localeCompare(day(other.meetingId)),
  )
  return (
    <section aria-labelledby="behind">
      <h2 className="govuk-heading-m" id="behind">
        {name}: {count}
      </h2>
      <ScrollRegion label={name}>
        {marks.length > 0 ? (
          <Table
            stacked
            caption={name}
            captionClassName="govuk-visually-hidden"
            firstCellIsHeader
            head={['Agency', 'Meeting', 'Mark']}
            rows={inOrder.map(({ organisationName, meetingId, mark }) => [
              organisationName,
              meetingCell(meetingId),
              markName[mark],
            ])}
          />
        ) : (
          <ul className="govuk-list govuk-list--bullet">
            {meetingIds.map((id) => (
              <li key={id}>{meetingCell(id)}</li>
            ))}
          </ul>
        )}
      </ScrollRegion>
    </section>
  )
}
