import { useParams, useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import { ActionStatus, actionStatusName } from '@boardwork/shared/plan/actionStatus.ts'
import { graphql, readFragment } from '../../gql/index.ts'
import { BackLink } from '../../govuk/BackLink.tsx'
import { Button } from '../../govuk/Button.tsx'
import { Details } from '../../govuk/Details.tsx'
import { InsetText } from '../../govuk/InsetText.tsx'
import { Link } from '../../govuk/Link.tsx'
import { Select } from '../../govuk/Select.tsx'
import { Main } from '../../page/Main.tsx'
import { MeasuresOfPlan } from './MeasuresOfPlan.tsx'
import { PlanMilestones } from './Milestones.tsx'
import { NotHere, notHere } from './NotHere.tsx'
import { SavedBanner } from '../../page/SavedBanner.tsx'
import { usePageTitle } from '../../page/usePageTitle.ts'
import { WhyLink } from '../../page/WhyLink.tsx'
import { ActionCard, ActionCardFragment } from './ActionCard.tsx'
import { openPointers } from './Pointers.tsx'
import { StateTag, StatusTag } from './StatusTag.tsx'
import { countText, dateText, named } from './words.ts'
import './plan.scss'

export const PlanPageQuery = graphql(`
  query PlanPage($id: ID!) {
    plan(id: $id) {
      id
      boardId
      title
      state
      adoptedAt
      wholeVisible
      viewerCan {
        adopt
        edit
      }
      ...MeasuresOfPlan
      ...PlanMilestones
      areas {
        id
        reference
        theme
        title
        actions {
          id
          ...ActionCard
        }
      }
    }
  }
`)

/** A plan with its areas and actions; filters stand in the address. */
export function PlanPage() {
  const { planId = '' } = useParams()
  const [{ data }] = useQuery({ query: PlanPageQuery, variables: { id: planId } })
  const [search, setSearch] = useSearchParams()
  const plan = data?.plan
  usePageTitle(plan?.title ?? notHere('plan'))
  if (!plan) return <NotHere what="plan" loaded={data !== undefined} />

  const status = search.get('status') ?? ''
  const agency = search.get('agency') ?? ''
  const filter = (name: string, value: string) => {
    const next = new URLSearchParams(search)
    if (value === '') next.delete(name)
    else next.set(name, value)
    setSearch(next, { replace: true, preventScrollReset: true })
  }

  const areas = plan.areas.map((area) => ({
    ...area,
    cards: area.actions.map((given) => ({ given, action: readFragment(ActionCardFragment, given) })),
  }))
  const agencies = new Set(
    areas.flatMap((area) =>
      area.cards.flatMap(({ action }) =>
        action.responsible.flatMap((one) => one.organisationName ?? one.postTitle ?? []),
      ),
    ),
  )
  const shown = areas
    .map((area) => ({
      ...area,
      cards: area.cards.filter(({ action }) => {
        const standing = action.latestUpdate?.status ?? 'NONE'
        const names = action.responsible.map((one) => one.organisationName ?? one.postTitle)
        return (status === '' || standing === status) && (agency === '' || names.includes(agency))
      }),
    }))
    .filter((area) => area.cards.length > 0 || (status === '' && agency === ''))
  const count = shown.reduce((sum, area) => sum + area.cards.length, 0)

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
      <SecondLook
        count={
          areas.flatMap(({ cards }) => cards.flatMap(({ action }) => openPointers(action.pointers))).length
        }
      />
      <Standing
        statuses={areas.flatMap(({ cards }) =>
          cards.map(({ action }) => action.latestUpdate?.status ?? null),
        )}
      />
      <MeasuresOfPlan plan={plan} />
      <PlanMilestones plan={plan} />
      {areas.length > 3 && (
        <Details summary={`Go to one of the ${countText(areas.length, 'area')}`}>
          <ul className="govuk-list">
            {areas.map((area) => (
              <li key={area.id}>
                <Link href={`/areas/${area.id}`}>{named(area, 'Area without a title')}</Link>
              </li>
            ))}
          </ul>
        </Details>
      )}
      {areas.length === 0 ? (
        <p>This plan has no areas.</p>
      ) : (
        <>
          <search aria-label="Filter the actions" className="bw-filter">
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
              name="agency"
              label="Responsible"
              value={agency}
              onChange={(event) => filter('agency', event.target.value)}
              items={[
                { value: '', text: 'Anybody' },
                ...[...agencies].toSorted().map((name) => ({ value: name, text: name })),
              ]}
            />
          </search>
          <p role="status">
            Showing {countText(count, 'action')} in {countText(shown.length, 'area')}.
          </p>
          {count === 0 && (status !== '' || agency !== '') && (
            <p>
              No action fits what you chose. <Link href={`/plans/${plan.id}`}>Show all actions</Link>
            </p>
          )}
        </>
      )}

      {shown.map((area) => (
        <section key={area.id} aria-labelledby={area.id}>
          <h2 className="govuk-heading-m" id={area.id}>
            {area.theme && <span className="govuk-caption-m">{area.theme}</span>}
            <Link href={`/areas/${area.id}`}>{named(area, 'Area without a title')}</Link>
          </h2>
          {area.cards.length === 0 && <p>This area has no actions.</p>}
          {area.cards.map(({ given, action }) => (
            <ActionCard key={action.id} action={given} />
          ))}
        </section>
      ))}
      <WhyLink record="PLAN" id={plan.id} />
    </Main>
  )
}

/** How many things do not seem to fit and have no answer. */
function SecondLook({ count }: { count: number }) {
  if (count === 0) return null
  return (
    <p>
      {countText(count, 'thing')} in this plan {count === 1 ? 'is' : 'are'} worth a second look.
    </p>
  )
}

/** How many actions stand how, before anybody reads each of them. */
function Standing({ statuses }: { statuses: readonly (ActionStatus | null)[] }) {
  if (statuses.length === 0) return null
  return (
    <ul className="govuk-list bw-standing" aria-label="How the actions stand">
      {[...Object.values(ActionStatus), null].map((status) => {
        const count = statuses.filter((each) => each === status).length
        return (
          count > 0 && (
            <li key={status}>
              <strong>{count}</strong> <StatusTag status={status} />
            </li>
          )
        )
      })}
    </ul>
  )
}
