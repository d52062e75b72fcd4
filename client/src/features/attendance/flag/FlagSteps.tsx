import { flagStepName } from '@boardwork/shared/attendance/flag/flagLife.ts'
import { formatDay, todayInLondon } from '@boardwork/shared/board/dates.ts'
import type { FlagWholeFragment as Flag } from '../../../gql/graphql.ts'
import { Link } from '../../../govuk/Link.tsx'

/** What happened to a flag, the first first. */
export function FlagSteps({ steps }: Pick<Flag, 'steps'>) {
  return (
    <ol className="govuk-list bw-entries">
      {steps.map(({ id, kind, words, personName, happenedAt, answerDueOn, meeting }) => (
        <li key={id}>
          <strong>{flagStepName[kind]}</strong>
          {meeting && (
            <>
              {' at '}
              <Link href={`/meetings/${meeting.id}`}>
                {meeting.title}, {formatDay(meeting.heldOn)}
              </Link>
            </>
          )}
          <p className="govuk-hint govuk-!-margin-bottom-0">
            {personName ? `${personName}, ` : ''}
            {formatDay(todayInLondon(new Date(happenedAt)))}
            {answerDueOn ? `, with an answer asked for by ${formatDay(answerDueOn)}` : ''}
          </p>
          {words && <p className="bw-prose govuk-!-margin-bottom-0">{words}</p>}
        </li>
      ))}
    </ol>
  )
}
