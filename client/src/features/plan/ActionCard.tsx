import type { ActionStatus } from '@boardwork/shared/plan/actionStatus.ts'
import { graphql, readFragment } from '../../gql/index.ts'
import type { FragmentType } from '../../gql/index.ts'
import { SummaryList } from '../../govuk/SummaryList.tsx'
import { EvidenceList } from './EvidenceList.tsx'
import { StatusTag } from './StatusTag.tsx'
import { named } from './words.ts'

export const ActionCardFragment = graphql(`
  fragment ActionCard on PlanAction {
    id
    reference
    title
    outcome
    expectedEvidence {
      id
      text
      deadline
    }
    responsible {
      id
      postTitle
      organisationName
      personName
    }
    latestUpdate {
      id
      period
      status
      percentComplete
    }
  }
`)

interface ActionCardProps {
  action: FragmentType<typeof ActionCardFragment>
  /** Where the viewer edits it; without one nobody is offered to. */
  editHref?: string | undefined
}

/** An action: what, who, by when, what shows it, and how it stands. */
export function ActionCard({ action: given, editHref }: ActionCardProps) {
  const action = readFragment(ActionCardFragment, given)
  const { latestUpdate } = action
  return (
    <SummaryList
      card={{
        title: { children: named(action, 'Action without a title'), headingLevel: 3 },
        ...(editHref
          ? {
              actions: {
                items: [
                  { text: 'Change', href: editHref, visuallyHiddenText: action.reference || 'the action' },
                ],
              },
            }
          : {}),
      }}
      rows={[
        {
          key: 'Status',
          value: (
            <>
              <StatusTag status={latestUpdate?.status} />
              {latestUpdate && ` ${progressText(latestUpdate)}`}
            </>
          ),
        },
        {
          key: 'Responsible',
          value: (
            <Lines
              texts={action.responsible.map((one) => ({
                id: one.id,
                text: [one.postTitle, one.personName, one.organisationName].filter(Boolean).join(', '),
              }))}
              none="Nobody is named yet"
            />
          ),
        },
        {
          key: 'Evidence and deadlines',
          value: <EvidenceList items={action.expectedEvidence} />,
        },
        action.outcome ? { key: 'Outcome', value: action.outcome } : null,
      ]}
    />
  )
}

/** How far it is and when that was said; what is complete needs no percentage. */
function progressText(update: { status: ActionStatus; percentComplete: number; period: string }): string {
  return update.status === 'COMPLETE'
    ? `in ${update.period}`
    : `${update.percentComplete}% complete in ${update.period}`
}

function Lines({ texts, none }: { texts: { id: string; text: string }[]; none: string }) {
  if (texts.length === 0) return none
  return (
    <ul className="govuk-list govuk-!-margin-bottom-0">
      {texts.map(({ id, text }) => (
        <li key={id}>{text}</li>
      ))}
    </ul>
  )
}
