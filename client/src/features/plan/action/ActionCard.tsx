import type { ReactNode } from 'react'
import { actionStatusName } from '@boardwork/shared/plan/actionStatus.ts'
import type { ActionStatus } from '@boardwork/shared/plan/actionStatus.ts'
import { actionPartName } from '@boardwork/shared/plan/actionPart.ts'
import type { ActionPart } from '@boardwork/shared/plan/actionPart.ts'
import { normal } from '@boardwork/shared/plan/honestStatus.ts'
import { seeAlsoIn } from '@boardwork/shared/plan/seeAlso.ts'
import { graphql, readFragment } from '../../../gql/index.ts'
import type { FragmentType } from '../../../gql/index.ts'
import { Link } from '../../../govuk/Link.tsx'
import { SummaryList } from '../../../govuk/SummaryList.tsx'
import { EvidenceList } from '../evidence/EvidenceList.tsx'
import { ActionLinks, LinkedText } from '../link/LinkedText.tsx'
import type { TextLink } from '../link/LinkedText.tsx'
import { openPointers } from '../pointer/Pointers.tsx'
import { StatusTag } from '../StatusTag.tsx'
import { named } from '../words.ts'

export const ActionCardFragment = graphql(`
  fragment ActionCard on PlanAction {
    id
    reference
    title
    outcome
    progress
    comments
    activities {
      id
      title
      lead
      deadline
      status
      comments
      latestNote {
        period
        status
        comments
      }
    }
    seeAlso {
      id
      reference
      title
    }
    expectedEvidence {
      id
      text
      deadline
    }
    responsible {
      id
      part
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
    pointers {
      kind
      facts
      words
      answer {
        id
        reason
        answeredByName
      }
    }
  }
`)

interface ActionCardProps {
  action: FragmentType<typeof ActionCardFragment>
  /** Where the viewer edits it; without one nobody is offered to. */
  editHref?: string | undefined
  /** What there is to show that it was done. */
  evidence?: ReactNode
  /** Where the viewer adds evidence; without one nobody is offered to. */
  evidenceHref?: string | undefined
  /** False on its own page, which has its title and what is worth a second look already. */
  linked?: boolean
}

/** An action: what, who, by when, what shows it, and how it stands. */
export function ActionCard({
  action: given,
  editHref,
  evidence,
  evidenceHref,
  linked = true,
}: ActionCardProps) {
  const action = readFragment(ActionCardFragment, given)
  const { latestUpdate, seeAlso } = action
  const linkedText = (text: string) => <LinkedText text={text} links={seeAlso} />
  const title = named(action, 'Action without a title')
  const open = openPointers(action.pointers)
  const inItsTitle = new Set(seeAlsoIn(action.title).map(normal))
  const inTitle = seeAlso.filter(({ reference }) => inItsTitle.has(normal(reference)))
  const rows = [
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
            text: responsibleText(one),
          }))}
          none="Nobody is named yet"
        />
      ),
    },
    {
      key: 'Evidence and deadlines',
      value: <EvidenceList items={action.expectedEvidence} links={seeAlso} />,
    },
    evidence
      ? {
          key: 'Evidence so far',
          value: <>{evidence}</>,
          ...(evidenceHref && {
            actions: {
              items: [
                {
                  text: 'Add',
                  href: evidenceHref,
                  visuallyHiddenText: `evidence for ${action.reference || 'the action'}`,
                },
              ],
            },
          }),
        }
      : null,
    action.outcome ? { key: 'Outcome', value: linkedText(action.outcome) } : null,
    action.progress
      ? { key: 'Progress so far', value: <span className="bw-prose">{linkedText(action.progress)}</span> }
      : null,
    action.activities.length > 0 && {
      key: 'Activities',
      value: (
        <Lines
          texts={action.activities.map((activity) => ({ id: activity.id, text: activityText(activity) }))}
          links={seeAlso}
          none=""
        />
      ),
    },
    action.comments
      ? { key: 'Comments', value: <span className="bw-prose">{linkedText(action.comments)}</span> }
      : null,
    // The title of a card is a link itself.
    linked && inTitle.length > 0 ? { key: 'See also', value: <ActionLinks links={inTitle} /> } : null,
    linked && open.length > 0
      ? {
          key: 'Worth a second look',
          value: <Lines texts={open.map(({ facts, words }) => ({ id: facts, text: words }))} none="" />,
        }
      : null,
  ]
  if (!linked) return <SummaryList rows={rows} />
  return (
    <SummaryList
      card={{
        title: { children: <Link href={`/actions/${action.id}`}>{title}</Link>, headingLevel: 3 },
        titleText: title,
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
      rows={rows}
    />
  )
}

interface ActivityRow {
  title: string
  lead?: string | null
  deadline?: string | null
  status?: string | null
  comments?: string | null
  latestNote?: { period?: string | null; status?: ActionStatus | null; comments: string } | null
}

/** An activity as the plan says it, and how it stood when it was last reported. */
function activityText({ title, lead, deadline, status, comments, latestNote }: ActivityRow): string {
  const inPlan = [title, lead, deadline, status, comments].filter(Boolean).join(', ')
  if (!latestNote) return inPlan
  const said = [latestNote.status && actionStatusName[latestNote.status], latestNote.comments]
  return `${inPlan}. In ${latestNote.period}: ${said.filter(Boolean).join(', ')}`
}

function responsibleText(one: {
  part: ActionPart
  postTitle?: string | null
  personName?: string | null
  organisationName?: string | null
}): string {
  const who = [one.postTitle, one.personName, one.organisationName].filter(Boolean).join(', ')
  return one.part === 'RESPONSIBLE' ? who : `${who} (${actionPartName[one.part].toLowerCase()})`
}

/** How far it is and when that was said; what is complete needs no percentage. */
function progressText(update: {
  status: ActionStatus
  percentComplete?: number | null
  period: string
}): string {
  return update.status === 'COMPLETE' || typeof update.percentComplete !== 'number'
    ? `in ${update.period}`
    : `${update.percentComplete}% complete in ${update.period}`
}

interface LinesProps {
  texts: { id: string; text: string }[]
  links?: readonly TextLink[]
  none: string
}

function Lines({ texts, links = [], none }: LinesProps) {
  if (texts.length === 0) return none
  return (
    <ul className="govuk-list govuk-!-margin-bottom-0">
      {texts.map(({ id, text }) => (
        <li key={id}>
          <LinkedText text={text} links={links} />
        </li>
      ))}
    </ul>
  )
}
