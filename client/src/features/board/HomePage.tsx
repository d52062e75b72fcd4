import { useQuery } from 'urql'
import { boardKindName } from '@boardwork/shared/board/boardKind.ts'
import { organisationKindName } from '@boardwork/shared/organisation/organisationKind.ts'
import { graphql } from '../../gql/gql.ts'
import type { HomePageQuery as Home } from '../../gql/graphql.ts'
import { InsetText } from '../../govuk/InsetText.tsx'
import { Link } from '../../govuk/Link.tsx'
import { Main } from '../../page/Main.tsx'
import { SavedBanner } from '../../page/SavedBanner.tsx'
import { usePageTitle } from '../../page/usePageTitle.ts'
import { RoleTags } from './RoleTags.tsx'

export const HomePageQuery = graphql(`
  query HomePage {
    viewer {
      id
      ties {
        role
      }
    }
    boards(mine: true) {
      id
      name
      kind
      parentId
      council {
        id
        name
      }
      viewerTies {
        ...RoleTags
      }
    }
    organisations(mine: true) {
      id
      name
      kind
      viewerTies {
        ...RoleTags
      }
      viewerCan {
        readAgency
      }
    }
  }
`)

/** Where somebody starts: their boards and organisations, and what they are there. */
export function HomePage() {
  const [{ data }] = useQuery({ query: HomePageQuery })
  usePageTitle('Your boards')
  if (!data) return null
  const isAdministrator = data.viewer?.ties.some((tie) => tie.role === 'ADMINISTRATOR') ?? false
  const hasPlace = data.boards.length > 0 || data.organisations.length > 0
  return (
    <Main>
      <SavedBanner />
      <h1 className="govuk-heading-l">Your boards</h1>
      {!hasPlace && (
        <InsetText>
          You have no role at a board or an organisation today. If you should have one, ask the coordinator of
          the board.
        </InsetText>
      )}
      {councilsOf(data.boards).map(({ name, boards }) => (
        <section key={name} aria-label={name}>
          <h2 className="govuk-heading-m">{name}</h2>
          <ul className="govuk-list bw-entries">
            {boards.map((board) => (
              <li key={board.id}>
                <Link href={`/boards/${board.id}`} className="govuk-!-font-weight-bold">
                  {board.name}
                </Link>{' '}
                <RoleTags ties={board.viewerTies} />
                <br />
                {board.parentId
                  ? `Sub-group, ${boardKindName[board.kind].toLowerCase()}`
                  : boardKindName[board.kind]}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {data.organisations.length > 0 && (
        <section aria-labelledby="organisations">
          <h2 className="govuk-heading-m" id="organisations">
            Your organisations
          </h2>
          <ul className="govuk-list bw-entries">
            {data.organisations.map((organisation) => (
              <li key={organisation.id}>
                {organisation.viewerCan.readAgency ? (
                  <Link href={`/organisations/${organisation.id}`} className="govuk-!-font-weight-bold">
                    {organisation.name}
                  </Link>
                ) : (
                  <strong>{organisation.name}</strong>
                )}{' '}
                <RoleTags ties={organisation.viewerTies} />
                <br />
                {organisationKindName[organisation.kind]}
              </li>
            ))}
          </ul>
        </section>
      )}
      {hasPlace && (
        <p>
          <Link href="/shared">Areas that other boards share with you</Link>
        </p>
      )}
      {isAdministrator && (
        <section aria-labelledby="platform">
          <h2 className="govuk-heading-m" id="platform">
            The platform
          </h2>
          <ul className="govuk-list govuk-list--spaced">
            <li>
              <Link href="/boards">All boards</Link>
            </li>
            <li>
              <Link href="/organisations">Regions and organisations</Link>
            </li>
            <li>
              <Link href="/people">People and their accounts</Link>
            </li>
            <li>
              <Link href="/outbox">E-mails that Boardwork wrote</Link>
            </li>
          </ul>
        </section>
      )}
    </Main>
  )
}

function councilsOf(boards: Home['boards']): { name: string; boards: Home['boards'] }[] {
  const councils = new Map<string, Home['boards']>()
  for (const board of boards) {
    const name = board.council?.name ?? 'Other boards'
    councils.set(name, [...(councils.get(name) ?? []), board])
  }
  return [...councils].map(([name, own]) => ({ name, boards: own }))
}
