import { updateStateName } from '@boardwork/shared/plan/updateState.ts'
import type { UpdateState } from '@boardwork/shared/plan/updateState.ts'
import { readFragment } from '../../gql/index.ts'
import type { FragmentType } from '../../gql/index.ts'
import { SummaryList } from '../../govuk/SummaryList.tsx'
import { Tag } from '../../govuk/Tag.tsx'
import { StatusTag } from './StatusTag.tsx'
import { WrittenUpdateFragment } from './updateFragments.ts'
import { dateText } from './words.ts'

const colours = { DRAFT: 'grey', SUBMITTED: 'yellow', RETURNED: 'orange', AUTHORISED: 'green' } as const

/** How far an update is, in words, with a colour that only helps. */
export function UpdateStateTag({ state }: { state: UpdateState }) {
  return <Tag colour={colours[state]}>{updateStateName[state]}</Tag>
}

/** An update as it was written. */
export function UpdateText({ update: given }: { update: FragmentType<typeof WrittenUpdateFragment> }) {
  const update = readFragment(WrittenUpdateFragment, given)
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
          value: <span className="bw-prose">{update.narrative || 'Nothing yet'}</span>,
        },
        update.issues ? { key: 'Issues', value: <span className="bw-prose">{update.issues}</span> } : null,
        update.correctiveActions
          ? {
              key: 'What is done about them',
              value: <span className="bw-prose">{update.correctiveActions}</span>,
            }
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
