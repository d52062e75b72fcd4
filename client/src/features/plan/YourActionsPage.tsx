import { useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import { actionStatusName } from '@boardwork/shared/plan/actionStatus.ts'
import { graphql, readFragment } from '../../gql/index.ts'
import { Link } from '../../govuk/Link.tsx'
import { Select } from '../../govuk/Select.tsx'
import { Main } from '../../page/Main.tsx'
import { usePageTitle } from '../../page/usePageTitle.ts'
import { ActionReporting } from './ActionReporting.tsx'
import { dueName, dueOf } from './dueText.ts'
import { MilestonesDue } from './MilestonesDue.tsx'
import { StatusTag } from './StatusTag.tsx'
import { ActionReportingFragment, WrittenUpdateFragment } from './updateFragments.ts'
import { countText, named, percentText } from './words.ts'

export const YourActionsPageQuery = graphql(`
  query YourActionsPage {
    yourActions {
      total
      actions {
        id
        reference
        title
        place {
          boardId
          boardName
          planTitle
          areaTitle
        }
        expectedEvidence {
          id
          deadline
        }
        ...MilestonesDue
        ...ActionReporting
      }
    }
  }
`)

/** Every action for which somebody or their agency is responsible, at all their boards, each with its update. */
export function YourActionsPage() {
  const [{ data }] = useQuery({ query: YourActionsPageQuery })
  const [search, setSearch] = useSearchParams()
  usePageTitle('Your actions')
  if (!data) return null
  const { total, actions } = data.yourActions
  const all = actions.map((action) => {
    const { report, latestUpdate } = readFragment(ActionReportingFragment, action)
    const update = readFragment(WrittenUpdateFragment, report?.update ?? null)
    const decides = (report?.awaiting ?? []).some(
      (each) => readFragment(WrittenUpdateFragment, each).viewerCan.authorise,
    )
    return {
      action,
      latestUpdate,
      dues: [
        report ? dueOf(report.period, update?.state ?? null) : 'NOTHING',
        ...(decides ? ['DECIDE'] : []),
      ],
    }
  })
  const [board, status, due] = ['board', 'status', 'due'].map((name) => search.get(name) ?? '')
  const filter = (name: string, value: string) => {
    const next = new URLSearchParams(search)
    if (value === '') next.delete(name)
    else next.set(name, value)
    setSearch(next, { replace: true, preventScrollReset: true })
  }
  const shown = all.filter(
    ({ action, latestUpdate, dues }) =>
      (!board || action.place.boardId === board) &&
      (!status || (latestUpdate?.status ?? 'NONE') === status) &&
      (!due || dues.includes(due)),
  )
  const boards = new Map(actions.map(({ place }) => [place.boardId, place.boardName]))
  return (
    <Main>
      <h1 className="govuk-heading-l">Your actions</h1>
      {total === 0 ? (
        <p>Neither you nor an agency that you sit for is named for an action of an adopted plan.</p>
      ) : (
        <>
          <p>
            The actions for which you or your agency are responsible, at all your boards. What is due first
            comes first. What you type stays here until it is saved.
          </p>
          <search aria-label="Filter your actions" className="bw-filter">
            <Select
              name="board"
              label="Board"
              value={board}
              onChange={(event) => filter('board', event.target.value)}
              items={[
                { value: '', text: 'Any board' },
                ...[...boards].map(([value, text]) => ({ value, text })),
              ]}
            />
            <Select
              name="status"
              label="Status"
              value={status}
              onChange={(event) => filter('status', event.target.value)}
              items={[
                { value: '', text: 'Any status' },
                ...Object.entries(actionStatusName).map(([value, text]) => ({ value, text })),
                { value: 'NONE', text: 'No update yet' },
              ]}
            />
            <Select
              name="due"
              label="What is due"
              value={due}
              onChange={(event) => filter('due', event.target.value)}
              items={[
                { value: '', text: 'Anything' },
                ...Object.entries(dueName).map(([value, text]) => ({ value, text })),
                { value: 'DECIDE', text: 'Waits for you to authorise' },
              ]}
            />
          </search>
          <p role="status">
            Showing {countText(shown.length, 'action')}
            {shown.length < total && ` of ${total.toLocaleString('en-GB')}`}.
          </p>
          <ul className="govuk-list bw-entries">
            {shown.map(({ action, latestUpdate }) => (
              <li key={action.id}>
                <h2 className="govuk-heading-s govuk-!-margin-bottom-1">
                  <Link href={`/actions/${action.id}`}>{named(action, 'Action without a title')}</Link>
                </h2>
                <p className="govuk-!-margin-bottom-2">
                  {action.place.boardName}: {action.place.areaTitle}
                </p>
                <p className="govuk-!-margin-bottom-2">
                  <StatusTag status={latestUpdate?.status} />{' '}
                  {latestUpdate &&
                    `${percentText(latestUpdate.percentComplete)} in ${latestUpdate.period}. `.trimStart()}
                  {deadlinesText(action.expectedEvidence)}
                </p>
                <MilestonesDue action={action} />
                <ActionReporting action={action} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Main>
  )
}

function deadlinesText(evidence: readonly { deadline?: string | null }[]): string {
  const deadlines = [...new Set(evidence.flatMap((item) => item.deadline ?? []))]
  return deadlines.length === 0 ? '' : `By: ${deadlines.join('; ')}.`
}
