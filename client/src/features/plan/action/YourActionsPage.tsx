import { useEffect, useRef, useState } from 'react'
import type { ChangeEvent, SubmitEvent } from 'react'
import { useLocation, useNavigate, useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import { actionStatusName } from '@boardwork/shared/plan/actionStatus.ts'
import { readYourAddress, updateDueName, whoseName } from '@boardwork/shared/plan/yourActions.ts'
import type { YourFilter } from '@boardwork/shared/plan/yourActions.ts'
import { graphql, readFragment } from '../../../gql/index.ts'
import { Button } from '../../../govuk/Button.tsx'
import { InsetText } from '../../../govuk/InsetText.tsx'
import { Link } from '../../../govuk/Link.tsx'
import { Pagination } from '../../../govuk/Pagination.tsx'
import { Select } from '../../../govuk/Select.tsx'
import { Main } from '../../../page/Main.tsx'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { ActionReporting } from '../update/ActionReporting.tsx'
import { listText } from '../listText.ts'
import { MilestonesDue } from '../milestone/MilestonesDue.tsx'
import { StatusTag } from '../StatusTag.tsx'
import { ActionReportingFragment, WrittenUpdateFragment } from '../update/updateFragments.ts'
import { named, percentText } from '../words.ts'

export const YourActionsPageQuery = graphql(`
  query YourActionsPage($filter: YourFilterInput!, $after: String) {
    yourActions(filter: $filter, after: $after) {
      all
      total
      before
      next
      ignored
      boards {
        id
        name
      }
      actions {
        id
        reference
        title
        place {
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

/** What the page asks for, from its address. */
export function yourVariables(search: URLSearchParams): { filter: YourFilter; after: string | null } {
  const { filter, after } = readYourAddress(search)
  return { filter, after }
}

const labels: Record<string, string> = {
  board: 'Board',
  status: 'Status',
  due: 'What is due',
  whose: 'Whose',
  after: 'Where the page begins',
}

/** Every action for which somebody or their agency is responsible, at all their boards, each with its update. */
export function YourActionsPage() {
  const [search] = useSearchParams()
  const location = useLocation()
  const navigate = useNavigate()
  const [{ data }] = useQuery({ query: YourActionsPageQuery, variables: yourVariables(search) })
  usePageTitle('Your actions')
  const goesOn: unknown = location.state
  // Somebody who goes from action to action comes from the page before, and goes on with the first of this one.
  const [opened, setOpened] = useState({ address: location.key, id: goesOn === 'go on' ? 'first' : '' })
  if (!data) return null
  const { all, total, before, next, ignored, boards, actions } = data.yourActions
  const writable = actions.filter((action) => {
    const { report } = readFragment(ActionReportingFragment, action)
    const update = readFragment(WrittenUpdateFragment, report?.update ?? null)
    return report?.viewerCanWrite === true && (!update || update.viewerCan.write)
  })
  const openId = opened.address === location.key ? opened.id : goesOn === 'go on' ? 'first' : ''
  const open = openId === 'first' ? writable[0]?.id : openId
  const nextAddress = () => {
    const behind = new URLSearchParams(search)
    behind.set('after', next ?? '')
    return `/actions?${behind.toString()}`
  }
  const goOn = (from: number) => {
    const following = actions.slice(from + 1).find((action) => writable.includes(action))
    if (following) setOpened({ address: location.key, id: following.id })
    else void navigate(nextAddress(), { state: 'go on' })
  }
  const lost = [...readYourAddress(search).ignored, ...ignored]
  return (
    <Main>
      <h1 className="govuk-heading-l">Your actions</h1>
      <p>
        What meetings gave your agency to do, and what stands in no plan, is on{' '}
        <Link href="/meetings">your meetings</Link>.
      </p>
      {all === 0 ? (
        <p>Neither you nor an agency that you sit for is named for an action of an adopted plan.</p>
      ) : (
        <>
          <p>
            The actions for which you or your agency are responsible, at all your boards. What is due first
            comes first. What you type stays here until it is saved.
          </p>
          <YourFilterForm boards={boards} />
          {lost.length > 0 && (
            <InsetText>
              The address asks for something that is not among your actions, or not any more. We left it out:{' '}
              {lost.map((name) => labels[name] ?? name).join(', ')}.
            </InsetText>
          )}
          <p role="status">{listText({ all, total, lines: total, before, shown: actions.length })}</p>
          {total === 0 && (
            <p>
              No action fits what you chose. <Link href="/actions">Show all your actions</Link>
            </p>
          )}
          {writable.length > 1 && (
            <Button
              type="button"
              variant="secondary"
              onClick={() => setOpened({ address: location.key, id: writable[0]?.id ?? '' })}
            >
              Write the updates one after the other
            </Button>
          )}
          <ul className="govuk-list bw-entries">
            {actions.map((action, index) => {
              const { latestUpdate } = readFragment(ActionReportingFragment, action)
              const isLast = !next && actions.slice(index + 1).every((each) => !writable.includes(each))
              return (
                <li key={action.id}>
                  <Heading action={action} reached={action.id === open} />
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
                  <ActionReporting
                    action={action}
                    about={named(action, 'Action without a title')}
                    reached={action.id === open}
                    onNext={isLast ? undefined : () => goOn(index)}
                  />
                </li>
              )
            })}
          </ul>
          <PageLinks before={before} nextAddress={next ? nextAddress() : null} />
        </>
      )}
    </Main>
  )
}

interface HeadingProps {
  action: { id: string; reference: string; title: string }
  /** Whether somebody came here from the action before. */
  reached: boolean
}

/** The name of an action; whoever is led to it hears it first. */
function Heading({ action, reached }: HeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (reached) heading.current?.focus()
  }, [reached])
  return (
    <h2 className="govuk-heading-s govuk-!-margin-bottom-1" ref={heading} tabIndex={reached ? -1 : undefined}>
      <Link href={`/actions/${action.id}`}>{named(action, 'Action without a title')}</Link>
    </h2>
  )
}

/** Which of the actions are shown; what is chosen stands in the address. */
function YourFilterForm({ boards }: { boards: readonly { id: string; name: string }[] }) {
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const written = search.toString()
  const [held, setHeld] = useState({ written, typed: search })
  const typed = held.written === written ? held.typed : search
  const field = (name: string) => ({
    name,
    label: labels[name] ?? name,
    value: typed.get(name) ?? '',
    onChange: ({ target }: ChangeEvent<HTMLSelectElement>) => {
      const next = new URLSearchParams(typed)
      next.delete('after')
      if (target.value === '') next.delete(name)
      else next.set(name, target.value)
      setHeld({ written, typed: next })
    },
  })
  const names = (record: Record<string, string>) =>
    Object.entries(record).map(([value, text]) => ({ value, text }))
  return (
    <search aria-label="Filter your actions">
      <form
        method="get"
        action="/actions"
        className="bw-filter"
        onSubmit={(event: SubmitEvent) => {
          event.preventDefault()
          void navigate(`/actions?${typed.toString()}`, { preventScrollReset: true })
        }}
      >
        <Select
          {...field('board')}
          items={[
            { value: '', text: 'Any board' },
            ...boards.map(({ id, name }) => ({ value: id, text: name })),
          ]}
        />
        <Select
          {...field('status')}
          items={[
            { value: '', text: 'Any status' },
            ...names(actionStatusName),
            { value: 'NONE', text: 'No update yet' },
          ]}
        />
        <Select {...field('due')} items={[{ value: '', text: 'Anything' }, ...names(updateDueName)]} />
        <Select
          {...field('whose')}
          items={[{ value: '', text: 'Yours and your agency’s' }, ...names(whoseName)]}
        />
        <div className="govuk-button-group bw-filter__buttons">
          <Button variant="secondary">Show actions</Button>
          {search.size > 0 && <Link href="/actions">Clear filters</Link>}
        </div>
      </form>
    </search>
  )
}

function PageLinks({ before, nextAddress }: { before: number; nextAddress: string | null }) {
  const [search] = useSearchParams()
  if (before === 0 && nextAddress === null) return null
  const first = new URLSearchParams(search)
  first.delete('after')
  return (
    <Pagination
      {...(before > 0 ? { previous: { href: `/actions?${first.toString()}`, text: 'First page' } } : {})}
      {...(nextAddress ? { next: { href: nextAddress } } : {})}
    />
  )
}

function deadlinesText(evidence: readonly { deadline?: string | null }[]): string {
  const deadlines = [...new Set(evidence.flatMap((item) => item.deadline ?? []))]
  return deadlines.length === 0 ? '' : `By: ${deadlines.join('; ')}.`
}
