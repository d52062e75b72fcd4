import { useParams, useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import { attendanceFigures, figuresText } from '@boardwork/shared/attendance/figures/attendanceFigures.ts'
import { boardYearName } from '@boardwork/shared/attendance/figures/boardYear.ts'
import { formatDay, todayInLondon } from '@boardwork/shared/board/dates.ts'
import { graphql, readFragment } from '../../../gql/index.ts'
import type { PublicationFragment as Publication } from '../../../gql/graphql.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { InsetText } from '../../../govuk/InsetText.tsx'
import { Link } from '../../../govuk/Link.tsx'
import { Form } from '../../../page/Form.tsx'
import { FormProblems } from '../../../page/FormProblems.tsx'
import { Main } from '../../../page/Main.tsx'
import { Missing, missingTitle } from '../../../page/Missing.tsx'
import { SavedBanner } from '../../../page/SavedBanner.tsx'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { useSave } from '../../../page/useSave.ts'
import { BoardAttendanceFragment } from './attendedFragments.ts'
import { FiguresOfYear } from './FiguresOfYear.tsx'
import { figuresOf, PublicationFragment } from './publicationFragments.ts'
import { yearAsked } from './yearAsked.ts'

export const PublishedAttendancePageQuery = graphql(`
  query PublishedAttendancePage($boardId: ID!, $year: Int) {
    board(id: $boardId) {
      id
      name
      attendancePublications {
        ...Publication
      }
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
    }
  }
`)

const WithdrawAttendance = graphql(`
  mutation WithdrawAttendance($input: WithdrawAttendanceInput!) {
    result: withdrawAttendance(input: $input) {
      __typename
      ... on AttendancePublication {
        ...Publication
      }
      ...ConflictRefusal
    }
  }
`)

/** The figures of attendance that a board published: all that its scrutiny sees of attendance. */
export function PublishedAttendancePage() {
  const { boardId = '' } = useParams()
  const [search] = useSearchParams()
  const year = yearAsked(search)
  const [{ data }] = useQuery({ query: PublishedAttendancePageQuery, variables: { boardId, year } })
  const board = data?.board
  const all = readFragment(PublicationFragment, board?.attendancePublications ?? [])
  const standing = all.filter(({ withdrawnAt }) => !withdrawnAt)
  const shown = standing.find((one) => one.year === year) ?? standing[0]
  usePageTitle(board && all.length > 0 ? `Published attendance – ${board.name}` : missingTitle)
  if (!board || all.length === 0) return <Missing />
  const others = standing.filter((one) => one.id !== shown?.id)
  const gone = all.filter(({ withdrawnAt }) => withdrawnAt)
  const address = `/boards/${board.id}/attendance/published`
  const { attendance } = board
  const [own] = attendance ? readFragment(BoardAttendanceFragment, attendance.boards) : []
  // Officers alone see every mark; to others the figures of now would be those of a part.
  const now =
    own && attendance?.viewerCan.publish && attendance.year === shown?.year
      ? figuresText(attendanceFigures(own, attendance.year, attendance.startsMonth))
      : null
  return (
    <Main before={<BackLink href={`/boards/${board.id}`}>Back to the board</BackLink>}>
      <SavedBanner />
      <span className="govuk-caption-l">{board.name}</span>
      <h1 className="govuk-heading-l">Published attendance</h1>
      {shown ? (
        <>
          <p>
            Published on {dayOf(shown.publishedAt)} by {shown.publishedByName}.
          </p>
          {now !== null && now !== figuresText(figuresOf(shown)) && (
            <InsetText>
              The registers have changed since then: the figures of now are others. What is published stays as
              it is until you{' '}
              <Link href={`/boards/${board.id}/attendance/publish?year=${shown.year}`}>
                publish the new figures
              </Link>
              .
            </InsetText>
          )}
          <FiguresOfYear figures={figuresOf(shown)} />
          {shown.viewerCan.withdraw && <Withdraw key={shown.id} publication={shown} />}
        </>
      ) : (
        <p>Nothing stands published now.</p>
      )}
      <YearList
        heading="Other years"
        items={others.map((one) => ({ key: one.id, text: nameOf(one), href: `${address}?year=${one.year}` }))}
      />
      <YearList
        heading="Taken back or replaced"
        items={gone.map((one) => ({
          key: one.id,
          text: `${nameOf(one)}, published on ${dayOf(one.publishedAt)}, taken back on ${dayOf(one.withdrawnAt)} by ${one.withdrawnByName ?? ''}`,
          href: null,
        }))}
      />
    </Main>
  )
}

const nameOf = ({ figures }: Publication) => boardYearName(figures.year, figures.startsMonth)
const dayOf = (time: string | null | undefined) => (time ? formatDay(todayInLondon(new Date(time))) : '')

function Withdraw({ publication }: { publication: Publication }) {
  const { save, saving, refused } = useSave(WithdrawAttendance)
  const withdraw = async () => {
    await save((clientMutationId) => ({
      publicationId: publication.id,
      version: publication.version,
      clientMutationId,
    }))
  }
  return (
    <>
      <FormProblems refused={refused} />
      <Form action="Take these figures back" variant="warning" saving={saving} onSubmit={withdraw}>
        <p>Once they are taken back, only the board’s officers see that they were published.</p>
      </Form>
    </>
  )
}

interface YearListProps {
  heading: string
  items: { key: string; text: string; href: string | null }[]
}

function YearList({ heading, items }: YearListProps) {
  if (items.length === 0) return null
  return (
    <>
      <h2 className="govuk-heading-m">{heading}</h2>
      <ul className="govuk-list govuk-list--spaced">
        {items.map(({ key, text, href }) => (
          <li key={key}>{href ? <Link href={href}>{text}</Link> : text}</li>
        ))}
      </ul>
    </>
  )
}
