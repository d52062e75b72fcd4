import { graphql, readFragment } from '../../../gql/index.ts'
import type { FragmentType } from '../../../gql/index.ts'
import { MilestoneLine } from './Milestones.tsx'

const DueFragment = graphql(`
  fragment MilestonesDue on PlanAction {
    id
    milestones {
      id
      title
      dueOn
      doneOn
      state
    }
  }
`)

/** The milestones and reviews of an action that are due or overdue. */
export function MilestonesDue({ action }: { action: FragmentType<typeof DueFragment> }) {
  const { milestones } = readFragment(DueFragment, action)
  const due = milestones.filter(({ state }) => state === 'DUE' || state === 'OVERDUE')
  if (due.length === 0) return null
  return (
    <ul className="govuk-list">
      {due.map((milestone) => (
        <li key={milestone.id}>
          <MilestoneLine milestone={milestone} />
        </li>
      ))}
    </ul>
  )
}
