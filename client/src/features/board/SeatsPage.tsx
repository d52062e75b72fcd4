import { useParams } from 'react-router'
import { useQuery } from 'urql'
import { formatDay } from '@boardwork/shared/board/dates.ts'
import { readFragment } from '../../gql/fragment-masking.ts'
import { graphql } from '../../gql/gql.ts'
import type { SeatRowFragment as SeatRowFragmentType } from '../../gql/graphql.ts'
import { BackLink } from '../../govuk/BackLink.tsx'
import { Button } from '../../govuk/Button.tsx'
import { Link } from '../../govuk/Link.tsx'
import { ScrollRegion } from '../../govuk/ScrollRegion.tsx'
import { Table } from '../../govuk/Table.tsx'
import { Tag } from '../../govuk/Tag.tsx'
import { Main } from '../../page/Main.tsx'
import { Missing, missingTitle } from '../../page/Missing.tsx'
import { SavedBanner } from '../../page/SavedBanner.tsx'
import { usePageTitle } from '../../page/usePageTitle.ts'

export const SeatRowFragment = graphql(`
  fragment SeatRow on Seat {
    id
    required
    voting
    live
    startsOn
    endsOn
    version
    holderId
    holder {
      id
      name
    }
    organisation {
      id
      name
    }
    deputies {
      id
      endedAt
      person {
        id
        name
      }
    }
    viewerCan {
      change
    }
  }
`)

export const SeatsPageQuery = graphql(`
  query SeatsPage($boardId: ID!) {
    board(id: $boardId) {
      id
      name
      seats {
        id
        ...SeatRow
      }
      viewerCan {
        addSeat
      }
    }
  }
`)

/** Who sits at the board: agencies, holders and deputies. */
export function SeatsPage() {
  const { boardId = '' } = useParams()
  const [{ data }] = useQuery({ query: SeatsPageQuery, variables: { boardId } })
  const board = data?.board
  usePageTitle(board?.seats ? `Seats – ${board.name}` : missingTitle)
  if (!board?.seats) return <Missing />
  const seats = readFragment(SeatRowFragment, board.seats)
  const now = seats.filter((seat) => seat.live)
  const others = seats.filter((seat) => !seat.live)
  return (
    <Main before={<BackLink href={`/boards/${board.id}`}>Back to the board</BackLink>}>
      <SavedBanner />
      <span className="govuk-caption-l">{board.name}</span>
      <h1 className="govuk-heading-l">Seats</h1>
      {board.viewerCan.addSeat && (
        <Button href={`/boards/${board.id}/seats/new`} variant="secondary">
          Add a seat
        </Button>
      )}
      {seats.length === 0 && <p>No organisation has a seat here yet.</p>}
      {now.length > 0 && <SeatTable boardId={board.id} caption="Open seats" seats={now} />}
      {others.length > 0 && (
        <SeatTable boardId={board.id} caption="Seats that have ended or not begun" seats={others} />
      )}
    </Main>
  )
}

interface SeatTableProps {
  boardId: string
  caption: string
  seats: readonly SeatRowFragmentType[]
}

function SeatTable({ boardId, caption, seats }: SeatTableProps) {
  const mayChange = seats.some((seat) => seat.viewerCan.change)
  return (
    <ScrollRegion label={caption}>
      <Table
        stacked
        caption={caption}
        captionClassName="govuk-table__caption--m"
        firstCellIsHeader
        head={[
          'Organisation',
          'Holder',
          'Deputies',
          'Kind of seat',
          'Dates',
          ...(mayChange ? [{ children: <span className="govuk-visually-hidden">Change</span> }] : []),
        ]}
        rows={seats.map((seat) => [
          seat.organisation?.name ?? 'An organisation of another region',
          seat.holder?.name ??
            (seat.holderId ? 'Somebody you do not know' : <Tag colour="yellow">Vacant</Tag>),
          deputiesOf(seat) || 'None',
          `${seat.required ? 'Required' : 'Not required'}, ${seat.voting ? 'with a vote' : 'without a vote'}`,
          seat.endsOn
            ? `${formatDay(seat.startsOn)} to ${formatDay(seat.endsOn)}`
            : `Since ${formatDay(seat.startsOn)}`,
          ...(mayChange
            ? [
                <Link key="change" href={`/boards/${boardId}/seats/${seat.id}`}>
                  Change<span className="govuk-visually-hidden"> the seat of {seat.organisation?.name}</span>
                </Link>,
              ]
            : []),
        ])}
      />
    </ScrollRegion>
  )
}

function deputiesOf(seat: SeatRowFragmentType): string {
  return seat.deputies
    .filter((deputy) => !deputy.endedAt)
    .map((deputy) => deputy.person?.name ?? 'Somebody you do not know')
    .join(', ')
}
