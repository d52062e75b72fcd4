import type { ResultOf } from '@graphql-typed-document-node/core'
import { formatDay } from '@boardwork/shared/board/dates.ts'
import type { PlanView } from '@boardwork/shared/plan/actionFilter.ts'
import { graphql, readFragment } from '../../../gql/index.ts'
import type { FragmentType } from '../../../gql/index.ts'
import { Link } from '../../../govuk/Link.tsx'
import { ScrollRegion } from '../../../govuk/ScrollRegion.tsx'
import { Table } from '../../../govuk/Table.tsx'
import { Tag } from '../../../govuk/Tag.tsx'
import { StatusTag } from '../StatusTag.tsx'
import { countText, named, percentText } from '../words.ts'

export const ActionGroupFragment = graphql(`
  fragment ActionGroup on ActionGroup {
    key
    label
    count
    actions {
      id
      reference
      title
      status
      percentComplete
      period
      deadlines {
        text
        isDate
      }
      dueOn
      due
      responsible
      moreResponsible
    }
  }
`)

interface ActionGroupsProps {
  groups: readonly FragmentType<typeof ActionGroupFragment>[]
  view: PlanView
  /** Whether a part of the first group stands on the page before. */
  goesOn: boolean
}

/** The actions of a plan as light rows, one table for each group. */
export function ActionGroups({ groups, view, goesOn }: ActionGroupsProps) {
  return groups.map((given, index) => {
    const { key, label, count, actions } = readFragment(ActionGroupFragment, given)
    const shown =
      actions.length === count
        ? countText(count, 'action')
        : `${actions.length} of ${countText(count, 'action')}`
    return (
      <section key={key} aria-labelledby={`group-${index}`}>
        <h2 className="govuk-heading-m" id={`group-${index}`}>
          {view === 'AREA' && key ? <Link href={`/areas/${key}`}>{label}</Link> : label}{' '}
          <span className="govuk-caption-m">
            {shown}
            {index === 0 && goesOn && actions.length < count && ', continued'}
          </span>
        </h2>
        <ScrollRegion label={label}>
          <Table
            stacked
            className="bw-actions"
            caption={label}
            captionClassName="govuk-visually-hidden"
            firstCellIsHeader
            head={['Action', 'Status', 'Due', 'Responsible']}
            rows={actions.map((action) => [
              <Link
                key="action"
                href={`/actions/${action.id}`}
                className="govuk-link govuk-!-font-weight-regular"
              >
                {named(action, 'Action without a title')}
              </Link>,
              <Standing key="status" action={action} />,
              <Due key="due" action={action} />,
              [
                ...action.responsible,
                ...(action.moreResponsible > 0 ? [`and ${action.moreResponsible} more`] : []),
              ].join('; ') || 'Nobody is named yet',
            ])}
          />
        </ScrollRegion>
      </section>
    )
  })
}

type Listed = ResultOf<typeof ActionGroupFragment>['actions'][number]

function Standing({ action: { status, percentComplete, period } }: { action: Listed }) {
  const percent = status === 'COMPLETE' ? '' : percentText(percentComplete)
  return (
    <>
      <StatusTag status={status} />{' '}
      {status && <span className="bw-actions__fact">{[percent, period].filter(Boolean).join(' in ')}</span>}
    </>
  )
}

/** The deadlines in the plan's own words, and what is known of them. */
function Due({ action: { deadlines, due, dueOn } }: { action: Listed }) {
  if (deadlines.length === 0) return 'No deadline'
  return (
    <>
      {due === 'OVERDUE' && dueOn && (
        <>
          <Tag colour="red">Overdue</Tag> <span className="bw-actions__fact">since {formatDay(dueOn)}</span>
        </>
      )}
      <ul className="govuk-list govuk-!-margin-bottom-0">
        {deadlines.map(({ text, isDate }) => (
          <li key={text}>
            {text}
            {!isDate && <span className="bw-actions__fact"> (not a date)</span>}
          </li>
        ))}
      </ul>
    </>
  )
}
