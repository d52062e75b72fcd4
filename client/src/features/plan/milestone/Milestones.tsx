import { useState } from 'react'
import { formatDay } from '@boardwork/shared/board/dates.ts'
import { milestoneStateName } from '@boardwork/shared/plan/milestone.ts'
import type { MilestoneState } from '@boardwork/shared/plan/milestone.ts'
import { readFragment } from '../../../gql/index.ts'
import type { FragmentType } from '../../../gql/index.ts'
import { Button } from '../../../govuk/Button.tsx'
import { Details } from '../../../govuk/Details.tsx'
import { Link } from '../../../govuk/Link.tsx'
import { Tag } from '../../../govuk/Tag.tsx'
import { FormProblems } from '../../../page/FormProblems.tsx'
import { useSave } from '../../../page/useSave.ts'
import {
  ActionMilestonesFragment,
  AddReviews,
  MilestoneFragment,
  PlanMilestonesFragment,
} from './milestoneFragments.ts'
import { countText, named } from '../words.ts'

const colours = { COMING: 'grey', DUE: 'yellow', OVERDUE: 'red', DONE: 'green' } as const

/** Where a milestone or review stands, in words, with a colour that only helps. */
export function MilestoneTag({ state }: { state: MilestoneState }) {
  return <Tag colour={colours[state]}>{milestoneStateName[state]}</Tag>
}

/** The milestones and reviews of a whole plan, with those of its actions. */
export function PlanMilestones({ plan: given }: { plan: FragmentType<typeof PlanMilestonesFragment> }) {
  const {
    id: planId,
    adoptedAt,
    viewerCanSetMilestones,
    milestones,
  } = readFragment(PlanMilestonesFragment, given)
  if (milestones.length === 0 && !viewerCanSetMilestones) return null
  return (
    <Milestones
      of={{ planId, actionId: null }}
      milestones={milestones}
      adopted={Boolean(adoptedAt)}
      mayAdd={viewerCanSetMilestones}
    />
  )
}

/** The milestones and reviews of an action. */
export function ActionMilestones({
  action: given,
}: {
  action: FragmentType<typeof ActionMilestonesFragment>
}) {
  const { id: actionId, milestones, area } = readFragment(ActionMilestonesFragment, given)
  const { plan } = area
  if (milestones.length === 0 && !plan.viewerCanSetMilestones) return null
  return (
    <Milestones
      of={{ planId: plan.id, actionId }}
      milestones={milestones}
      adopted={Boolean(plan.adoptedAt)}
      mayAdd={plan.viewerCanSetMilestones}
    />
  )
}

interface MilestonesProps {
  of: { planId: string; actionId: string | null }
  milestones: readonly FragmentType<typeof MilestoneFragment>[]
  adopted: boolean
  mayAdd: boolean
}

/** So many are shown before the rest is folded away. */
const shownAtOnce = 10

/** What is due next comes first; what is done is folded away. */
function Milestones({ of: { planId, actionId }, milestones, adopted, mayAdd }: MilestonesProps) {
  const { save, saving, refused } = useSave(AddReviews)
  const [added, setAdded] = useState('')
  const all = readFragment(MilestoneFragment, milestones)
  const open = all.filter(({ doneOn }) => !doneOn)
  const done = all.filter(({ doneOn }) => doneOn)
  const own = all.filter((each) => (each.actionId ?? null) === actionId)

  const add = async () => {
    const first = await save((clientMutationId) => ({ planId, actionId, clientMutationId }))
    if (first) setAdded('The 30-, 60- and 90-day reviews are added.')
  }

  return (
    <section aria-labelledby="milestones">
      <h2 className="govuk-heading-m" id="milestones">
        Reviews and milestones
      </h2>
      <FormProblems refused={refused} />
      {all.length === 0 && <p>None is set yet.</p>}
      {open.length > 0 && <List milestones={open.slice(0, shownAtOnce)} withAction={actionId === null} />}
      {open.length > shownAtOnce && (
        <Details summary={`Show ${open.length - shownAtOnce} more to come`}>
          <List milestones={open.slice(shownAtOnce)} withAction={actionId === null} />
        </Details>
      )}
      {done.length > 0 && (
        <Details summary={`Show ${countText(done.length, 'that is done', 'that are done')}`}>
          <List milestones={done} withAction={actionId === null} />
        </Details>
      )}
      <p role="status" className="govuk-!-font-weight-bold">
        {added}
      </p>
      {mayAdd && (
        <div className="govuk-button-group">
          {adopted && own.every(({ kind }) => kind !== 'REVIEW') && (
            <Button type="button" variant="secondary" disabled={saving} onClick={() => void add()}>
              Add 30-, 60- and 90-day reviews
            </Button>
          )}
          <Button
            href={`/plans/${planId}/milestones/new${actionId === null ? '' : `?action=${actionId}`}`}
            variant="secondary"
          >
            Add a milestone
          </Button>
        </div>
      )}
    </section>
  )
}

interface ListProps {
  milestones: readonly MilestoneRow[]
  /** Whether the action is named, too. */
  withAction: boolean
}

export interface MilestoneRow {
  id: string
  title: string
  dueOn: string
  doneOn?: string | null
  state: MilestoneState
  action?: { reference: string; title: string } | null
}

function List({ milestones, withAction }: ListProps) {
  return (
    <ul className="govuk-list govuk-list--spaced">
      {milestones.map((milestone) => (
        <li key={milestone.id}>
          <MilestoneLine milestone={milestone} />
          {withAction && milestone.action && (
            <>
              <br />
              {named(milestone.action, 'Action without a title')}
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

/** A milestone or review in a line, which leads to its page. */
export function MilestoneLine({ milestone }: { milestone: MilestoneRow }) {
  const { id, title, dueOn, doneOn, state } = milestone
  return (
    <>
      <Link href={`/milestones/${id}`}>{title}</Link>{' '}
      {doneOn ? `on ${formatDay(doneOn)}` : `by ${formatDay(dueOn)}`} <MilestoneTag state={state} />
    </>
  )
}
