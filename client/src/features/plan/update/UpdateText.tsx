import { actionStatusName } from '@boardwork/shared/plan/actionStatus.ts'
import { updateStateName } from '@boardwork/shared/plan/updateState.ts'
import type { UpdateState } from '@boardwork/shared/plan/updateState.ts'
import { readFragment } from '../../../gql/index.ts'
import type { FragmentType } from '../../../gql/index.ts'
import { SummaryList } from '../../../govuk/SummaryList.tsx'
import { Tag } from '../../../govuk/Tag.tsx'
import { LinkedText } from '../link/LinkedText.tsx'
import { StatusTag } from '../StatusTag.tsx'
import { WrittenUpdateFragment } from './updateFragments.ts'
import { dateText } from '../words.ts'

const colours = { DRAFT: 'grey', SUBMITTED: 'yellow', RETURNED: 'orange', AUTHORISED: 'green' } as const

/** How far an update is, in words, with a colour that only helps. */
export function UpdateStateTag({ state }: { state: UpdateState }) {
  return <Tag colour={colours[state]}>{updateStateName[state]}</Tag>
}

/** An update as it was written. */
export function UpdateText({ update: given }: { update: FragmentType<typeof WrittenUpdateFragment> }) {
  const update = readFragment(WrittenUpdateFragment, given)
  const prose = (text: string) => (
    <span className="bw-prose">
      <LinkedText text={text} links={update.seeAlso} />
    </span>
  )
  return (
    <SummaryList
      rows={[
        {
          key: 'Status',
          value: (
            <>
              <StatusTag status={update.status} />{' '}
              {typeof update.percentComplete === 'number' && `${update.percentComplete}% complete`}
            </>
          ),
        },
        {
          key: 'What was done',
          value: prose(update.narrative || 'Nothing yet'),
        },
        update.issues ? { key: 'Issues', value: prose(update.issues) } : null,
        update.correctiveActions
          ? { key: 'What is done about them', value: prose(update.correctiveActions) }
          : null,
        update.activityNotes && update.activityNotes.length > 0
          ? {
              key: 'Activities',
              value: (
                <ul className="govuk-list govuk-!-margin-bottom-0">
                  {update.activityNotes.map(({ activityId, title, status, comments }) => (
                    <li key={activityId}>
                      {title}: {status && actionStatusName[status]}
                      {status && comments && ', '}
                      {comments && <LinkedText text={comments} links={update.seeAlso} />}
                    </li>
                  ))}
                </ul>
              ),
            }
          : null,
        update.late
          ? { key: 'Late', value: `Handed in after ${update.period} was closed without an update` }
          : null,
        update.correctionReason ? { key: 'Corrects because', value: update.correctionReason } : null,
        {
          key: 'Written',
          value: `${update.writtenByName ? `By ${update.writtenByName} on` : 'On'} ${dateText(update.writtenAt)}`,
        },
        update.state === 'AUTHORISED' && update.decidedByName
          ? { key: 'Authorised', value: `By ${update.decidedByName}` }
          : null,
        update.returnReason
          ? { key: 'Returned', value: `By ${update.decidedByName ?? 'somebody'}: ${update.returnReason}` }
          : null,
      ]}
    />
  )
}
