import { useParams } from 'react-router'
import { useQuery } from 'urql'
import { formatDay } from '@boardwork/shared/board/dates.ts'
import { roleName } from '@boardwork/shared/board/role.ts'
import { graphql } from '../../gql/gql.ts'
import type { BoardPeoplePageQuery as Page } from '../../gql/graphql.ts'
import { BackLink } from '../../govuk/BackLink.tsx'
import { Button } from '../../govuk/Button.tsx'
import { Details } from '../../govuk/Details.tsx'
import { Link } from '../../govuk/Link.tsx'
import { ScrollRegion } from '../../govuk/ScrollRegion.tsx'
import { Table } from '../../govuk/Table.tsx'
import { Tag } from '../../govuk/Tag.tsx'
import { Invitations } from '../../page/Invitations.tsx'
import { Main } from '../../page/Main.tsx'
import { Missing, missingTitle } from '../../page/Missing.tsx'
import { SavedBanner } from '../../page/SavedBanner.tsx'
import { usePageTitle } from '../../page/usePageTitle.ts'

export const BoardPeoplePageQuery = graphql(`
  query BoardPeoplePage($boardId: ID!) {
    board(id: $boardId) {
      id
      name
      viewerCan {
        grant
        invite
      }
      people {
        email
        disabled
        person {
          id
          name
        }
        grants {
          id
          role
          live
          reason
          startsOn
          endsOn
          endedAt
          grantedByName
          viewerCan {
            change
          }
        }
        seats {
          id
          live
          startsOn
          endsOn
          organisation {
            id
            name
          }
        }
        deputies {
          id
          endedAt
          seat {
            id
            organisation {
              id
              name
            }
          }
        }
      }
      invitations {
        id
        ...OpenInvitation
      }
    }
  }
`)

type BoardOfPage = NonNullable<Page['board']>
type Person = NonNullable<BoardOfPage['people']>[number]

/** Who has which role at the board, and who is invited. */
export function BoardPeoplePage() {
  const { boardId = '' } = useParams()
  const [{ data }, ask] = useQuery({ query: BoardPeoplePageQuery, variables: { boardId } })
  const board = data?.board
  usePageTitle(board?.people ? `People – ${board.name}` : missingTitle)
  if (!board?.people) return <Missing />
  const now = board.people.filter(isHereNow)
  const former = board.people.filter((person) => !isHereNow(person))
  return (
    <Main before={<BackLink href={`/boards/${board.id}`}>Back to the board</BackLink>}>
      <SavedBanner />
      <span className="govuk-caption-l">{board.name}</span>
      <h1 className="govuk-heading-l">People and roles</h1>
      <div className="govuk-button-group">
        {board.viewerCan.invite && (
          <Button href={`/boards/${board.id}/people/invite`}>Invite somebody by e-mail</Button>
        )}
        {board.viewerCan.grant && (
          <Button href={`/boards/${board.id}/people/appoint`} variant="secondary">
            Give a role to somebody you know
          </Button>
        )}
      </div>
      <PeopleTable boardId={board.id} caption="People now" people={now} />
      {board.invitations && (
        <Invitations
          invitations={board.invitations}
          mayChange={board.viewerCan.invite}
          readAgain={() => ask({ requestPolicy: 'network-only' })}
        />
      )}
      {former.length > 0 && (
        <Details summary="People who had a role here">
          <PeopleTable boardId={board.id} caption="People who had a role here" people={former} />
        </Details>
      )}
    </Main>
  )
}

function isHereNow(person: Person): boolean {
  return (
    person.grants.some((grant) => !grant.endedAt && grant.viewerCan.change) ||
    person.grants.some((grant) => grant.live) ||
    person.seats.some((seat) => seat.live) ||
    person.deputies.some((deputy) => !deputy.endedAt)
  )
}

function PeopleTable({
  boardId,
  caption,
  people,
}: {
  boardId: string
  caption: string
  people: readonly Person[]
}) {
  return (
    <ScrollRegion label={caption}>
      <Table
        stacked
        caption={caption}
        captionClassName="govuk-table__caption--m"
        firstCellIsHeader
        head={['Name', 'E-mail', 'Roles and seats']}
        rows={people.map((person) => [
          <>
            {person.person.name} {person.disabled && <Tag colour="red">Account closed</Tag>}
          </>,
          person.email ?? 'Not known',
          <Roles key="roles" boardId={boardId} person={person} />,
        ])}
      />
    </ScrollRegion>
  )
}

function Roles({ boardId, person }: { boardId: string; person: Person }) {
  return (
    <ul className="govuk-list govuk-!-margin-bottom-0">
      {person.grants.map((grant) => (
        <li key={grant.id}>
          <strong>{roleName[grant.role]}</strong> {datesOf(grant)}{' '}
          {!grant.live && <Tag colour="grey">{grant.endedAt ? 'Ended' : 'Not in force'}</Tag>}{' '}
          {grant.viewerCan.change && (
            <Link href={`/boards/${boardId}/people/grants/${grant.id}`}>
              Change or end
              <span className="govuk-visually-hidden">
                {' '}
                the role {roleName[grant.role]} of {person.person.name}
              </span>
            </Link>
          )}
          <br />
          <span className="govuk-body-s">
            {grant.reason}
            {grant.grantedByName && `, given by ${grant.grantedByName}`}
          </span>
        </li>
      ))}
      {person.seats.map((seat) => (
        <li key={seat.id}>
          <strong>Member</strong> for {seat.organisation?.name ?? elsewhere}, {datesOf(seat)}{' '}
          {!seat.live && <Tag colour="grey">Not open</Tag>}
        </li>
      ))}
      {person.deputies.map((deputy) => (
        <li key={deputy.id}>
          <strong>Deputy</strong> for {deputy.seat?.organisation?.name ?? elsewhere}{' '}
          {deputy.endedAt && <Tag colour="grey">Ended</Tag>}
        </li>
      ))}
    </ul>
  )
}

const elsewhere = 'an organisation of another region'

function datesOf({ startsOn, endsOn }: { startsOn: string; endsOn?: string | null }): string {
  return endsOn ? `${formatDay(startsOn)} to ${formatDay(endsOn)}` : `since ${formatDay(startsOn)}`
}
