import { flagStateName } from '@boardwork/shared/attendance/flag/flagLife.ts'
import { partOfWords } from '@boardwork/shared/attendance/rule/mergersInRules.ts'
import { formatDay } from '@boardwork/shared/board/dates.ts'
import { readFragment } from '../../../gql/index.ts'
import type { FragmentType } from '../../../gql/index.ts'
import { Link } from '../../../govuk/Link.tsx'
import { Tag } from '../../../govuk/Tag.tsx'
import type { FlagEntryFragment as Flag } from '../../../gql/graphql.ts'
import { FlagEntryFragment } from './flagFragments.ts'

const colours = {
  RAISED: 'red',
  PUT: 'yellow',
  ANSWERED: 'blue',
  DISCUSSED: 'blue',
  ADDRESSED: 'green',
  ACCEPTED: 'green',
  CLOSED: 'grey',
} as const

/** Where a flag stands. */
export function FlagTag({ state }: Pick<Flag, 'state'>) {
  return <Tag colour={colours[state]}>{flagStateName[state]}</Tag>
}

/** Flags as a list: what was found, and where each stands. */
export function FlagEntries({ flags }: { flags: readonly FragmentType<typeof FlagEntryFragment>[] }) {
  return (
    <ul className="govuk-list bw-entries">
      {readFragment(FlagEntryFragment, flags).map(({ id, words, state, answerDueOn, partOf }) => (
        <li key={id}>
          <Link href={`/flags/${id}`}>{words}</Link>{' '}
          <span className="bw-nowrap">
            <FlagTag state={state} />
          </span>
          {partOf && <p className="govuk-hint govuk-!-margin-bottom-0">{partOfWords(partOf)}</p>}
          {state === 'PUT' && answerDueOn && (
            <p className="govuk-hint govuk-!-margin-bottom-0">
              An answer is asked for by {formatDay(answerDueOn)}.
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
