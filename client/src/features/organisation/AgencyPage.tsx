import { useParams } from 'react-router'
import { useQuery } from 'urql'
import { formatDay } from '@boardwork/shared/board/dates.ts'
import { roleName } from '@boardwork/shared/board/role.ts'
import { organisationKindName } from '@boardwork/shared/organisation/organisationKind.ts'
import { graphql } from '../../gql/gql.ts'
import type { ActionStatus, AgencyPageQuery as Page } from '../../gql/graphql.ts'
import { Breadcrumbs } from '../../govuk/Breadcrumbs.tsx'
import { Button } from '../../govuk/Button.tsx'
import { Link } from '../../govuk/Link.tsx'
import { ScrollRegion } from '../../govuk/ScrollRegion.tsx'
import { Table } from '../../govuk/Table.tsx'
import { Tag } from '../../govuk/Tag.tsx'
import type { TagProps } from '../../govuk/Tag.tsx'
import { Main } from '../../page/Main.tsx'
import { Missing, missingTitle } from '../../page/Missing.tsx'
import { SavedBanner } from '../../page/SavedBanner.tsx'
import { usePageTitle } from '../../page/usePageTitle.ts'
import { WhyLink } from '../../page/WhyLink.tsx'

export const AgencyPageQuery = graphql(`
  query AgencyPage($organisationId: ID!) {
    agency(id: $organisationId) {
      id
      name
      kind
      viewerCan {
        appoint
      }
      seats {
        id
        live
        required
        voting
        startsOn
        endsOn
        board {
          id
          name
        }
        holderId
        holder {
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
      }
      agencyActions {
        id
        reference
        title
        boardId
        boardName
        planId
        planTitle
        areaId
        areaTitle
        status
      }
      grants {
        id
        role
        live
        startsOn
        endsOn
        person {
          id
          name
        }
        viewerCan {
          change
        }
      }
    }
  }
`)

type Agency = Page['agency']

const statuses: Record<ActionStatus, { text: string; colour: TagProps['colour'] }> = {
  NOT_STARTED: { text: 'Not started', colour: 'grey' },
  ON_TARGET: { text: 'On target', colour: 'green' },
  AT_RISK: { text: 'At risk', colour: 'yellow' },
  OFF_TARGET: { text: 'Off target', colour: 'red' },
  COMPLETE: { text: 'Complete', colour: 'blue' },
}

/** Everything of an agency at all of its boards, for whoever answers for it. */
export function AgencyPage() {
  const { organisationId = '' } = useParams()
  const [{ data }] = useQuery({ query: AgencyPageQuery, variables: { organisationId } })
  const agency = data?.agency
  usePageTitle(agency?.name ?? missingTitle)
  if (!agency) return <Missing />
  return (
    <Main before={<Breadcrumbs items={[{ text: 'Your boards', href: '/' }, { text: agency.name }]} />}>
      <SavedBanner />
      <span className="govuk-caption-l">{organisationKindName[agency.kind]}</span>
      <h1 className="govuk-heading-l">{agency.name}</h1>
      <p>
        <Link href={`/organisations/${agency.id}/attendance`}>Attendance at all boards</Link>
      </p>
      <Seats seats={agency.seats} />
      <Actions actions={agency.agencyActions} />
      <People agency={agency} />
      <WhyLink record="ORGANISATION" id={agency.id} />
    </Main>
  )
}

function Seats({ seats }: { seats: Agency['seats'] }) {
  if (seats.length === 0) return <p>The organisation has no seat at a board.</p>
  return (
    <ScrollRegion label="Seats at boards">
      <Table
        stacked
        caption="Seats at boards"
        captionClassName="govuk-table__caption--m"
        firstCellIsHeader
        head={['Board', 'Holder', 'Deputies', 'Kind of seat', 'Dates']}
        rows={seats.map((seat) => [
          seat.board ? (
            <Link href={`/boards/${seat.board.id}`}>{seat.board.name}</Link>
          ) : (
            'A board you do not see now'
          ),
          seat.holder?.name ??
            (seat.holderId ? 'Somebody you do not know' : <Tag colour="yellow">Vacant</Tag>),
          seat.deputies
            .filter((deputy) => !deputy.endedAt)
            .map((deputy) => deputy.person?.name ?? 'Somebody you do not know')
            .join(', ') || 'None',
          `${seat.required ? 'Required' : 'Not required'}, ${seat.voting ? 'with a vote' : 'without a vote'}`,
          <>
            {seat.endsOn
              ? `${formatDay(seat.startsOn)} to ${formatDay(seat.endsOn)}`
              : `Since ${formatDay(seat.startsOn)}`}{' '}
            {!seat.live && <Tag colour="grey">Not open</Tag>}
          </>,
        ])}
      />
    </ScrollRegion>
  )
}

function Actions({ actions }: { actions: Agency['agencyActions'] }) {
  if (actions.length === 0) return <p>The organisation is responsible for no action of an adopted plan.</p>
  return (
    <ScrollRegion label="Actions that the organisation is responsible for">
      <Table
        stacked
        caption="Actions that the organisation is responsible for"
        captionClassName="govuk-table__caption--m"
        firstCellIsHeader
        head={['Action', 'Status', 'Area', 'Plan', 'Board']}
        rows={actions.map((action) => {
          const status = action.status && statuses[action.status]
          return [
            [action.reference, action.title].filter(Boolean).join(' '),
            status ? <Tag colour={status.colour}>{status.text}</Tag> : 'No update yet',
            <Link key="area" href={`/areas/${action.areaId}`}>
              {action.areaTitle}
            </Link>,
            <Link key="plan" href={`/plans/${action.planId}`}>
              {action.planTitle}
            </Link>,
            action.boardName,
          ]
        })}
      />
    </ScrollRegion>
  )
}

function People({ agency }: { agency: Agency }) {
  return (
    <section aria-labelledby="people">
      <h2 className="govuk-heading-m" id="people">
        People of the organisation
      </h2>
      <ul className="govuk-list govuk-list--spaced">
        {agency.grants.map((grant) => (
          <li key={grant.id}>
            {grant.person?.name ?? 'Somebody you do not know'}, {roleName[grant.role].toLowerCase()} since{' '}
            {formatDay(grant.startsOn)}
            {grant.endsOn && ` until ${formatDay(grant.endsOn)}`}{' '}
            {!grant.live && <Tag colour="grey">Not in force</Tag>}{' '}
            {grant.viewerCan.change && (
              <Link href={`/organisations/${agency.id}/grants/${grant.id}`}>
                Change or end<span className="govuk-visually-hidden"> the role of {grant.person?.name}</span>
              </Link>
            )}
          </li>
        ))}
      </ul>
      {agency.viewerCan.appoint && (
        <Button href={`/organisations/${agency.id}/contributors/new`} variant="secondary">
          Add a contributor
        </Button>
      )}
    </section>
  )
}
