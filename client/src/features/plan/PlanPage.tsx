import { useLocation, useParams, useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import { narrows, readPlanAddress } from '@boardwork/shared/plan/actionFilter.ts'
import { graphql } from '../../gql/gql.ts'
import type { PlanPageQuery as Page } from '../../gql/graphql.ts'
import { BackLink } from '../../govuk/BackLink.tsx'
import { Button } from '../../govuk/Button.tsx'
import { Details } from '../../govuk/Details.tsx'
import { InsetText } from '../../govuk/InsetText.tsx'
import { Link } from '../../govuk/Link.tsx'
import { Pagination } from '../../govuk/Pagination.tsx'
import { Main } from '../../page/Main.tsx'
import { MeasuresOfPlan } from './measure/MeasuresOfPlan.tsx'
import { PlanMilestones } from './milestone/Milestones.tsx'
import { NotHere, notHere } from './NotHere.tsx'
import { SavedBanner } from '../../page/SavedBanner.tsx'
import { usePageTitle } from '../../page/usePageTitle.ts'
import { WhyLink } from '../../page/WhyLink.tsx'
import { ActionFilterForm, filterLabels } from './action/ActionFilterForm.tsx'
import { ActionGroups } from './action/ActionGroups.tsx'
import { listText } from './listText.ts'
import { SecondLook } from './action/SecondLook.tsx'
import { PlanDocuments } from './import/PlanDocuments.tsx'
import { HistoryLink } from './history/HistoryLink.tsx'
import { StateTag, StatusTag } from './StatusTag.tsx'
import { countText, dateText } from './words.ts'
import './plan.scss'

export const PlanPageQuery = graphql(`
  query PlanPage($id: ID!, $view: PlanView!, $filter: ActionFilterInput!, $page: Int!) {
    plan(id: $id) {
      id
      boardId
      title
      state
      adoptedAt
      wholeVisible
      ...PlanDocuments
      viewerCan {
        adopt
        edit
      }
      ...MeasuresOfPlan
      ...PlanMilestones
      counts {
        actions
        notStarted
        onTarget
        atRisk
        offTarget
        complete
        unreported
      }
      actionChoices {
        areas {
          id
          label
          actions
        }
        ...ActionChoices
      }
      actionList(view: $view, filter: $filter, page: $page) {
        all
        total
        lines
        before
        page
        pages
        ignored
        groups {
          count
          actions {
            id
          }
          ...ActionGroup
        }
      }
    }
  }
`)

type Counts = NonNullable<Page['plan']>['counts']

/** What the page asks for, from its address. */
export function planVariables({ planId = '' }: Record<string, string | undefined>, search: URLSearchParams) {
  const { view, filter, page } = readPlanAddress(search)
  return { id: planId, view, filter, page }
}

/** A plan with its actions, a page at a time; how they are divided and which are shown stands in the address. */
export function PlanPage() {
  const { planId = '' } = useParams()
  const [search] = useSearchParams()
  const [{ data }] = useQuery({ query: PlanPageQuery, variables: planVariables({ planId }, search) })
  const plan = data?.plan
  usePageTitle(plan?.title ?? notHere('plan'))
  if (!plan) return <NotHere what="plan" loaded={data !== undefined} />
  const { actionList: list, actionChoices: choices, counts } = plan
  const { view, filter, ignored } = readPlanAddress(search)
  const shown = list.groups.reduce((sum, group) => sum + group.actions.length, 0)
  const address = `/plans/${plan.id}`

  return (
    <Main before={<BackLink href={`/boards/${plan.boardId}`}>Back to the board</BackLink>}>
      <SavedBanner />
      <h1 className="govuk-heading-l">{plan.title}</h1>
      <p>
        <StateTag state={plan.state} /> {plan.adoptedAt && `Adopted on ${dateText(plan.adoptedAt)}`}
      </p>
      {plan.state === 'DRAFT' && (
        <InsetText>
          This plan is a draft. Only the coordinators and chairs of the board see it until the chair adopts
          it.
        </InsetText>
      )}
      {!plan.wholeVisible && (
        <InsetText>You see the areas of this plan that are open to you. The plan may have more.</InsetText>
      )}
      {(plan.viewerCan.adopt || plan.viewerCan.edit) && (
        <div className="govuk-button-group">
          {plan.viewerCan.adopt && <Button href={`/plans/${plan.id}/adopt`}>Adopt this plan</Button>}
          {plan.viewerCan.edit && (
            <Button href={`/plans/${plan.id}/edit`} variant="secondary">
              Change the title
            </Button>
          )}
        </div>
      )}

      <p>
        <Link href={`/plans/${plan.id}/take-out`}>Take the plan out as Word or Excel</Link>
      </p>
      <PlanDocuments plan={plan} />
      {counts.actions > 0 && plan.state === 'ADOPTED' && (
        <SecondLook planId={plan.id} actions={counts.actions} />
      )}
      <Standing counts={counts} />
      <MeasuresOfPlan plan={plan} />
      <PlanMilestones plan={plan} />
      {choices.areas.length > 3 && (
        <Details summary={`Go to one of the ${countText(choices.areas.length, 'area')}`}>
          <ul className="govuk-list">
            {choices.areas.map((area) => (
              <li key={area.id}>
                <Link href={`/areas/${area.id}`}>{area.label}</Link> ({countText(area.actions, 'action')})
              </li>
            ))}
          </ul>
        </Details>
      )}
      {choices.areas.length === 0 ? (
        <p>This plan has no areas.</p>
      ) : (
        <>
          <ActionFilterForm address={address} choices={choices} />
          <IgnoredParts names={[...ignored, ...list.ignored]} />
          <p role="status">{listText({ ...list, shown, areas: choices.areas.length })}</p>
          {list.total === 0 && narrows(filter) && (
            <p>
              No action fits what you chose. <Link href={address}>Show all actions</Link>
            </p>
          )}
        </>
      )}
      <ActionGroups groups={list.groups} view={view} goesOn={list.before > 0} />
      <PageLinks page={list.page} pages={list.pages} />
      <HistoryLink href={`/plans/${plan.id}/history`} />
      <WhyLink record="PLAN" id={plan.id} />
    </Main>
  )
}

/** How many actions stand how, before anybody reads each of them. */
function Standing({ counts }: { counts: Counts }) {
  const standing = [
    ['NOT_STARTED', counts.notStarted],
    ['ON_TARGET', counts.onTarget],
    ['AT_RISK', counts.atRisk],
    ['OFF_TARGET', counts.offTarget],
    ['COMPLETE', counts.complete],
    [null, counts.unreported],
  ] as const
  if (counts.actions === 0) return null
  return (
    <ul className="govuk-list bw-standing" aria-label="How the actions stand">
      {standing.map(
        ([status, count]) =>
          count > 0 && (
            <li key={status}>
              <strong>{count.toLocaleString('en-GB')}</strong> <StatusTag status={status} />
            </li>
          ),
      )}
    </ul>
  )
}

/** Says which parts of the address mean nothing here: it may be old, or mistyped. */
function IgnoredParts({ names }: { names: readonly string[] }) {
  if (names.length === 0) return null
  const labels = names.map((name) => filterLabels[name === 'noUpdate' ? 'silent' : name] ?? name)
  return (
    <InsetText>
      The address asks for something that is not in this plan, or not any more. We left it out:{' '}
      {labels.join(', ')}.
    </InsetText>
  )
}

function PageLinks({ page, pages }: { page: number; pages: number }) {
  const { pathname } = useLocation()
  const [search] = useSearchParams()
  if (pages === 1) return null
  const link = (to: number) => {
    const next = new URLSearchParams(search)
    next.set('page', String(to))
    return { href: `${pathname}?${next.toString()}`, labelText: `${to} of ${pages}` }
  }
  return (
    <Pagination
      {...(page > 1 ? { previous: link(page - 1) } : {})}
      {...(page < pages ? { next: link(page + 1) } : {})}
    />
  )
}
