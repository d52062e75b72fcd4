import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import { boardKindName } from '@boardwork/shared/board/boardKind.ts'
import { graphql } from '../../gql/gql.ts'
import { BackLink } from '../../govuk/BackLink.tsx'
import { Button } from '../../govuk/Button.tsx'
import { Link } from '../../govuk/Link.tsx'
import { ScrollRegion } from '../../govuk/ScrollRegion.tsx'
import { Table } from '../../govuk/Table.tsx'
import { Tag } from '../../govuk/Tag.tsx'
import { TextInput } from '../../govuk/TextInput.tsx'
import { Main } from '../../page/Main.tsx'
import { SavedBanner } from '../../page/SavedBanner.tsx'
import { usePageTitle } from '../../page/usePageTitle.ts'

export const BoardsAdminPageQuery = graphql(`
  query BoardsAdminPage($search: String!) {
    boards(search: $search, first: 200) {
      id
      name
      kind
      parentId
      council {
        id
        name
      }
      coordinators
    }
  }
`)

/** What the page asks for, from its address. */
export function boardsVariables(search: URLSearchParams): { search: string } {
  return { search: search.get('search') ?? '' }
}

/** Every board of the platform, for administrators. */
export function BoardsAdminPage() {
  const [search, setSearch] = useSearchParams()
  const variables = boardsVariables(search)
  const [{ data }] = useQuery({ query: BoardsAdminPageQuery, variables })
  const [typed, setTyped] = useState(variables.search)
  usePageTitle(variables.search ? `Boards: ${variables.search}` : 'All boards')
  const boards = data?.boards ?? []
  return (
    <Main before={<BackLink href="/" />}>
      <SavedBanner />
      <h1 className="govuk-heading-l">All boards</h1>
      <Button href="/boards/new">Make a board</Button>
      <search>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            setSearch(typed ? { search: typed } : {})
          }}
        >
          <TextInput
            name="search"
            type="search"
            label="Name of the board or its council"
            hint="A part of it is enough."
            className="govuk-input--width-20"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Button variant="secondary">Search</Button>
        </form>
      </search>
      {data && boards.length === 0 && <p>There is no board of this name.</p>}
      {boards.length > 0 && (
        <ScrollRegion label="Boards">
          <Table
            stacked
            caption={boards.length === 200 ? 'The first 200 boards' : 'Boards'}
            captionClassName="govuk-table__caption--m"
            firstCellIsHeader
            head={['Board', 'Council', 'Looks after', 'Coordinator']}
            rows={boards.map((board) => [
              <>
                <Link key="name" href={`/boards/${board.id}`}>
                  {board.name}
                </Link>
                {board.parentId && ' (sub-group)'}
              </>,
              board.council?.name ?? '',
              boardKindName[board.kind],
              board.coordinators.join(', ') || <Tag colour="yellow">Nobody yet</Tag>,
            ])}
          />
        </ScrollRegion>
      )}
    </Main>
  )
}
