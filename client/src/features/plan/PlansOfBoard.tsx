import { graphql, readFragment } from '../../gql/index.ts'
import type { FragmentType } from '../../gql/index.ts'
import { Button } from '../../govuk/Button.tsx'
import { Link } from '../../govuk/Link.tsx'
import { StateTag } from './StatusTag.tsx'
import { countText, dateText } from './words.ts'

export const PlansOfBoardFragment = graphql(`
  fragment PlansOfBoard on Board {
    id
    viewerCanImport
    plans {
      id
      title
      state
      createdAt
      adoptedAt
      wholeVisible
      counts {
        areas
        actions
        complete
        onTarget
        atRisk
        offTarget
        notStarted
        unreported
      }
    }
    imports {
      id
      fileName
      startedAt
      changedAt
    }
  }
`)

/** The plans of a board and the imports that wait, for the board's page. */
export function PlansOfBoard({ board: given }: { board: FragmentType<typeof PlansOfBoardFragment> }) {
  const board = readFragment(PlansOfBoardFragment, given)
  return (
    <section aria-labelledby="plans">
      <h2 className="govuk-heading-m" id="plans">
        Improvement plans
      </h2>
      {board.plans.length === 0 && (
        <p>
          {board.viewerCanImport
            ? 'There is no plan yet. Bring one in from a document.'
            : 'There is no plan here that you can see yet.'}
        </p>
      )}
      <ul className="govuk-list bw-entries">
        {board.plans.map((plan) => (
          <li key={plan.id}>
            <Link href={`/plans/${plan.id}`} className="govuk-!-font-weight-bold">
              {plan.title}
            </Link>{' '}
            <StateTag state={plan.state} />
            <br />
            {countText(plan.counts.areas, 'area')}, {countText(plan.counts.actions, 'action')}
            {plan.counts.actions > 0 && `: ${statusText(plan.counts)}`}.{' '}
            {plan.adoptedAt
              ? `Adopted on ${dateText(plan.adoptedAt)}.`
              : `Brought in on ${dateText(plan.createdAt)}.`}
            {!plan.wholeVisible && ' You see the part that is open to you.'}
          </li>
        ))}
      </ul>
      {board.plans.some(({ state }) => state === 'ADOPTED') && (
        <p>
          <Link href={`/boards/${board.id}/summary`}>How the actions stand, and what moved</Link>
        </p>
      )}
      {board.imports.length > 0 && (
        <>
          <h3 className="govuk-heading-s">Plans that are being brought in</h3>
          <ul className="govuk-list govuk-list--spaced">
            {board.imports.map((started) => (
              <li key={started.id}>
                <Link href={`/imports/${started.id}`}>{started.fileName}</Link>, started on{' '}
                {dateText(started.startedAt)}, last changed on {dateText(started.changedAt)}
              </li>
            ))}
          </ul>
        </>
      )}
      {board.viewerCanImport && (
        <Button href={`/boards/${board.id}/import`} variant="secondary">
          Bring in a plan
        </Button>
      )}
    </section>
  )
}

interface Counts {
  complete: number
  onTarget: number
  atRisk: number
  offTarget: number
  notStarted: number
  unreported: number
}

function statusText(counts: Counts): string {
  const parts: [number, string][] = [
    [counts.complete, 'complete'],
    [counts.onTarget, 'on target'],
    [counts.atRisk, 'at risk'],
    [counts.offTarget, 'off target'],
    [counts.notStarted, 'not started'],
    [counts.unreported, 'without an update'],
  ]
  return parts
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${count} ${words}`)
    .join(', ')
}
