import type { ReactNode } from 'react'
import { boardKindName } from '@boardwork/shared/board/boardKind.ts'
import { readFragment } from '../../gql/fragment-masking.ts'
import type { FragmentType } from '../../gql/fragment-masking.ts'
import { graphql } from '../../gql/gql.ts'
import { Breadcrumbs } from '../../govuk/Breadcrumbs.tsx'
import { Link } from '../../govuk/Link.tsx'
import { SummaryList } from '../../govuk/SummaryList.tsx'
import { Main } from '../../page/Main.tsx'
import { SavedBanner } from '../../page/SavedBanner.tsx'
import { usePageTitle } from '../../page/usePageTitle.ts'
import { RoleTags } from './RoleTags.tsx'
import { WhyLink } from '../../page/WhyLink.tsx'

export const BoardHomeFragment = graphql(`
  fragment BoardHome on Board {
    id
    name
    kind
    council {
      id
      name
    }
    parent {
      id
      name
    }
    subGroups {
      id
      name
    }
    coordinators
    chairs
    seats {
      id
      live
      holderId
    }
    viewerTies {
      ...RoleTags
    }
    viewerCan {
      addSeat
      readPeople
      readLog
      readPeriods
      createSubGroup
      rename
    }
  }
`)

interface BoardPageProps {
  board: FragmentType<typeof BoardHomeFragment>
  /** What other features put on a board's page: its plans. */
  children?: ReactNode
}

/** The home of a board: its plans, its seats, its sub-groups, and who runs it. */
export function BoardPage({ board: given, children }: BoardPageProps) {
  const board = readFragment(BoardHomeFragment, given)
  const { viewerCan } = board
  usePageTitle(board.name)
  const open = (board.seats ?? []).filter((seat) => seat.live)
  const vacant = open.filter((seat) => !seat.holderId).length
  const address = `/boards/${board.id}`
  const pages = [
    open.length > 0 || viewerCan.addSeat ? { text: 'Seats and deputies', href: `${address}/seats` } : null,
    viewerCan.readPeople ? { text: 'People and roles', href: `${address}/people` } : null,
    viewerCan.readPeriods ? { text: 'Reporting periods', href: `${address}/periods` } : null,
    viewerCan.readLog ? { text: 'Log', href: `${address}/log` } : null,
    viewerCan.createSubGroup ? { text: 'Add a sub-group', href: `${address}/sub-groups/new` } : null,
    viewerCan.rename ? { text: 'Change the name', href: `${address}/name` } : null,
  ].filter((page) => page !== null)
  return (
    <Main
      before={
        <Breadcrumbs
          collapseOnMobile
          items={[
            { text: 'Your boards', href: '/' },
            ...(board.parent ? [{ text: board.parent.name, href: `/boards/${board.parent.id}` }] : []),
            { text: board.name },
          ]}
        />
      }
    >
      <SavedBanner />
      <span className="govuk-caption-l">{board.council?.name ?? 'A council of another region'}</span>
      <h1 className="govuk-heading-l">{board.name}</h1>
      {board.viewerTies.length > 0 && (
        <p>
          Your role: <RoleTags ties={board.viewerTies} />
        </p>
      )}
      <div className="bw-dashboard">
        <div className="bw-dashboard__wide">{children}</div>
        <section aria-labelledby="about">
          <h2 className="govuk-heading-m" id="about">
            About the board
          </h2>
          <SummaryList
            rows={[
              { key: 'Looks after', value: boardKindName[board.kind] },
              board.coordinators.length > 0 && { key: 'Coordinator', value: board.coordinators.join(', ') },
              board.chairs.length > 0 && { key: 'Chair', value: board.chairs.join(', ') },
              open.length > 0 && {
                key: 'Seats',
                value: vacant > 0 ? `${open.length}, of which ${vacant} vacant` : String(open.length),
              },
            ]}
          />
          <WhyLink record="BOARD" id={board.id} />
        </section>
        {(pages.length > 0 || board.subGroups.length > 0) && (
          <section aria-labelledby="run">
            {pages.length > 0 && (
              <>
                <h2 className="govuk-heading-m" id="run">
                  {viewerCan.addSeat ? 'Run the board' : 'More about the board'}
                </h2>
                <ul className="govuk-list govuk-list--spaced">
                  {pages.map(({ text, href }) => (
                    <li key={href}>
                      <Link href={href}>{text}</Link>
                    </li>
                  ))}
                </ul>
              </>
            )}
            {board.subGroups.length > 0 && (
              <>
                <h2 className="govuk-heading-m" id={pages.length > 0 ? undefined : 'run'}>
                  Sub-groups
                </h2>
                <ul className="govuk-list govuk-list--spaced">
                  {board.subGroups.map((subGroup) => (
                    <li key={subGroup.id}>
                      <Link href={`/boards/${subGroup.id}`}>{subGroup.name}</Link>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </section>
        )}
      </div>
    </Main>
  )
}
