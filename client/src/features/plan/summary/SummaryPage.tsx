import { useState } from 'react'
import type { SubmitEvent } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import { Standing } from '@boardwork/shared/plan/actionFilter.ts'
import { actionStatusName } from '@boardwork/shared/plan/actionStatus.ts'
import {
  countMovements,
  countStandings,
  Movement,
  movementName,
  movementTable,
} from '@boardwork/shared/plan/statusMovement.ts'
import type { StatusMove } from '@boardwork/shared/plan/statusMovement.ts'
import { StatusChart } from '../../../charts/StatusChart.tsx'
import type { ChartBar, ChartPattern } from '../../../charts/StatusChart.tsx'
import { graphql } from '../../../gql/gql.ts'
import type { SummaryPageQuery as Page } from '../../../gql/graphql.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { Button } from '../../../govuk/Button.tsx'
import { InsetText } from '../../../govuk/InsetText.tsx'
import { Link } from '../../../govuk/Link.tsx'
import { ScrollRegion } from '../../../govuk/ScrollRegion.tsx'
import { Select } from '../../../govuk/Select.tsx'
import { Table } from '../../../govuk/Table.tsx'
import { Main } from '../../../page/Main.tsx'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { NotHere, notHere } from '../NotHere.tsx'
import { countText } from '../words.ts'
import '../plan.scss'

export const SummaryPageQuery = graphql(`
  query SummaryPage($boardId: ID!, $startsOn: LocalDate) {
    board(id: $boardId) {
      id
      name
      summary(startsOn: $startsOn) {
        period {
          name
          startsOn
          closed
        }
        previous {
          name
          closed
        }
        periods {
          name
          startsOn
        }
        laterCorrections
        parts {
          kind
          of
          label
          moves {
            before
            now
            actions
          }
        }
      }
    }
  }
`)

/** What the page asks for, from its address; a period that is no day is left out. */
export function summaryVariables(
  { boardId = '' }: Record<string, string | undefined>,
  search: URLSearchParams,
): { boardId: string; startsOn: string | null } {
  const startsOn = search.get('period') ?? ''
  const isDay = /^\d{4}-\d\d-\d\d$/.test(startsOn) && !Number.isNaN(Date.parse(startsOn))
  return { boardId, startsOn: isDay ? startsOn : null }
}

type Part = NonNullable<Page['board']>['summary']['parts'][number]

const standings = Object.values(Standing)
const standingName: Record<Standing, string> = { ...actionStatusName, NONE: 'No report' }
const patterns: Record<Standing, ChartPattern> = {
  NOT_STARTED: 'DOTTED',
  ON_TARGET: 'RISING',
  AT_RISK: 'FALLING',
  OFF_TARGET: 'CROSSED',
  COMPLETE: 'SOLID',
  NONE: 'EMPTY',
}
const movements = Object.values(Movement)
/** With more bars than this a chart is no longer quicker to read than its table. */
const mostBars = 20

/** How the actions of a board stand in a period, and how they moved since the one before. */
export function SummaryPage() {
  const { boardId = '' } = useParams()
  const [search] = useSearchParams()
  const [{ data }] = useQuery({ query: SummaryPageQuery, variables: summaryVariables({ boardId }, search) })
  const board = data?.board
  usePageTitle(board ? 'How the actions stand' : notHere('board'))
  if (!board) return <NotHere what="board" loaded={data !== undefined} />
  const { period, previous, periods, laterCorrections, parts } = board.summary
  const of = (kind: Part['kind']) => parts.filter((part) => part.kind === kind)
  const [whole] = of('BOARD')
  const asked = search.get('period')
  const names = { period: period.name, previous: previous?.name ?? null }
  return (
    <Main before={<BackLink href={`/boards/${boardId}`}>Back to the board</BackLink>}>
      <span className="govuk-caption-l">{board.name}</span>
      <h1 className="govuk-heading-l">How the actions stand</h1>
      <PeriodChoice address={`/boards/${boardId}/summary`} periods={periods} chosen={period.startsOn} />
      {asked !== null && asked !== period.startsOn && (
        <InsetText>
          This board has no period that begins on the day in the address. You see {period.name}.
        </InsetText>
      )}
      {whole ? (
        <>
          <p>{movementText(whole.moves, period.name, previous?.name ?? null)}</p>
          {laterCorrections > 0 && (
            <p>
              {countText(laterCorrections, 'correction')} came after {period.name} was closed and{' '}
              {laterCorrections === 1 ? 'is' : 'are'} not counted: you see what stood when it was closed.
            </p>
          )}
          <section aria-labelledby="whole">
            <h2 className="govuk-heading-m" id="whole">
              All plans
            </h2>
            <StatusChart
              caption={`Actions by status in ${period.name}${previous ? ` and ${previous.name}` : ''}`}
              bars={[
                ...(previous ? [barOf('before', previous.name, whole.moves, 'before')] : []),
                barOf('now', period.name, whole.moves, 'now'),
              ]}
            />
            <CountTable moves={whole.moves} {...names} />
            {previous && <MoveTable moves={whole.moves} period={period.name} previous={previous.name} />}
          </section>
          <PartSection heading="By plan" first="Plan" parts={of('PLAN')} {...names} />
          <PartSection heading="By agency" first="Agency" parts={of('AGENCY')} {...names} />
          <PartSection heading="By area" first="Area" parts={of('AREA')} {...names} />
        </>
      ) : (
        <p>There is no action of an adopted plan here that you can see.</p>
      )}
    </Main>
  )
}

interface PeriodChoiceProps {
  address: string
  periods: readonly { name: string; startsOn: string }[]
  chosen: string
}

function PeriodChoice({ address, periods, chosen }: PeriodChoiceProps) {
  const navigate = useNavigate()
  const [held, setHeld] = useState({ chosen, value: chosen })
  const value = held.chosen === chosen ? held.value : chosen
  return (
    <search>
      <form
        method="get"
        action={address}
        onSubmit={(event: SubmitEvent) => {
          event.preventDefault()
          void navigate(`${address}?${new URLSearchParams({ period: value }).toString()}`)
        }}
      >
        <Select
          name="period"
          label="Reporting period"
          value={value}
          onChange={({ target }) => setHeld({ chosen, value: target.value })}
          items={periods.map(({ name, startsOn }) => ({ value: startsOn, text: name }))}
        />
        <Button variant="secondary">Show the period</Button>
      </form>
    </search>
  )
}

function movementText(moves: readonly StatusMove[], period: string, previous: string | null): string {
  const counts = countMovements(moves)
  const actions = movements.reduce((sum, movement) => sum + counts[movement], 0)
  const reported = actions - counts.NO_REPORT
  const start = `${countText(actions, 'action')}, of which ${reported.toLocaleString('en-GB')} have an authorised update for ${period}.`
  if (!previous) return start
  return `${start} Since ${previous}: ${counts.BETTER} better, ${counts.WORSE} worse, ${counts.SAME} the same, ${counts.NEW} reported anew, ${counts.NO_REPORT} without a report.`
}

/** "3 better, 1 worse": what did not happen is left out. */
function movedText(counts: Record<Movement, number>): string {
  const moved = movements.filter((movement) => movement !== 'NO_REPORT' && counts[movement] > 0)
  return (
    moved
      .map(
        (movement) => `${counts[movement].toLocaleString('en-GB')} ${movementName[movement].toLowerCase()}`,
      )
      .join(', ') || 'Nothing was reported'
  )
}

function barOf(key: string, label: string, moves: readonly StatusMove[], when: 'before' | 'now'): ChartBar {
  const counts = countStandings(moves, when)
  return {
    key,
    label,
    parts: standings.map((standing) => ({
      key: standing,
      label: standingName[standing],
      pattern: patterns[standing],
      count: counts[standing],
    })),
  }
}

const figure = (count: number) => ({ children: count.toLocaleString('en-GB'), format: 'numeric' as const })
const figures = (text: string) => ({ children: text, format: 'numeric' as const })

interface WholeProps {
  moves: readonly StatusMove[]
  period: string
  previous: string | null
}

function CountTable({ moves, period, previous }: WholeProps) {
  const [before, now] = [countStandings(moves, 'before'), countStandings(moves, 'now')]
  const change = (difference: number) => figures(difference > 0 ? `+${difference}` : String(difference))
  return (
    <ScrollRegion label="Counts by status">
      {' '}
      <Table
        caption="Counts by status"
        captionClassName="govuk-table__caption--s"
        firstCellIsHeader
        head={[
          'Status',
          ...(previous ? [figures(previous)] : []),
          figures(period),
          ...(previous ? [figures('Change')] : []),
        ]}
        rows={standings.map((standing) => [
          standingName[standing],
          ...(previous ? [figure(before[standing])] : []),
          figure(now[standing]),
          ...(previous ? [change(now[standing] - before[standing])] : []),
        ])}
      />
    </ScrollRegion>
  )
}

function MoveTable({ moves, period, previous }: WholeProps & { previous: string }) {
  const caption = `From ${previous} (down) to ${period} (across)`
  return (
    <ScrollRegion label={caption}>
      <Table
        caption={caption}
        captionClassName="govuk-table__caption--s"
        firstCellIsHeader
        head={[previous, ...standings.map((standing) => figures(standingName[standing]))]}
        rows={movementTable(moves).map(({ before, now }) => [standingName[before], ...now.map(figure)])}
      />
    </ScrollRegion>
  )
}

interface PartSectionProps {
  heading: string
  /** What the first column holds. */
  first: string
  parts: readonly Part[]
  period: string
  previous: string | null
}

/** One line for each plan, area or agency, with a chart where there are not too many. */
function PartSection({ heading, first, parts, period, previous }: PartSectionProps) {
  if (parts.length === 0) return null
  const address = (part: Part) =>
    part.kind === 'PLAN' ? `/plans/${part.of}` : part.kind === 'AREA' ? `/areas/${part.of}` : null
  return (
    <section>
      <h2 className="govuk-heading-m">{heading}</h2>
      {parts.length > 1 && parts.length <= mostBars && (
        <StatusChart
          caption={`${heading}: actions by status in ${period}`}
          bars={parts.map((part) => barOf(part.of, part.label, part.moves, 'now'))}
        />
      )}
      <ScrollRegion label={heading}>
        <Table
          stacked
          caption={`${heading}, in ${period}`}
          captionClassName="govuk-visually-hidden"
          firstCellIsHeader
          head={[
            first,
            ...standings.map((standing) => figures(standingName[standing])),
            ...(previous ? [`Since ${previous}`] : []),
          ]}
          rows={parts.map((part) => {
            const [now, moved] = [countStandings(part.moves, 'now'), countMovements(part.moves)]
            const href = address(part)
            return [
              href ? (
                <Link key="part" href={href} className="govuk-link govuk-!-font-weight-regular">
                  {part.label}
                </Link>
              ) : (
                part.label
              ),
              ...standings.map((standing) => figure(now[standing])),
              ...(previous ? [movedText(moved)] : []),
            ]
          })}
        />
      </ScrollRegion>
    </section>
  )
}
