import { formatDay, todayInLondon } from '@boardwork/shared/board/dates.ts'
import {
  meetingActionStateName,
  stateOfMeetingAction,
} from '@boardwork/shared/attendance/agenda/meetingActionReport.ts'
import type { MeetingActionState } from '@boardwork/shared/attendance/agenda/meetingActionReport.ts'
import type { MeetingActionFragment as Action } from '../../../gql/graphql.ts'
import { Link } from '../../../govuk/Link.tsx'
import { Tag } from '../../../govuk/Tag.tsx'
import { shortWords } from './actionWords.ts'

const colours = { IN_PLAN: 'blue', DONE: 'green', LATE: 'red', OPEN: 'yellow' } as const satisfies Record<
  MeetingActionState,
  string
>

/** Where an action of a meeting stands, who said so last, and where more can be said. */
export function StateOfAction({ meetingId, action }: { meetingId: string; action: Action }) {
  const { words, doneOn, dueOn, planAction, reports, viewerCan } = action
  const inPlan = Boolean(planAction)
  const state = stateOfMeetingAction({ inPlan, doneOn, dueOn }, todayInLondon())
  const last = inPlan ? undefined : reports.at(-1)
  const link = linkText(viewerCan, last !== undefined)
  return (
    <>
      <Tag colour={colours[state]}>{meetingActionStateName[state]}</Tag>{' '}
      {planAction && (
        <Link href={`/actions/${planAction.id}`}>
          {[planAction.reference, planAction.title].filter((text) => text !== '').join(' ')}
        </Link>
      )}
      {last && (
        <>
          {doneOn && `on ${formatDay(doneOn)}. `}
          <span className="bw-prose">{last.words}</span> {saidBy(last)}
        </>
      )}
      {link !== '' && !inPlan && (
        <>
          <br />
          <Link href={`/meetings/${meetingId}/actions/${action.id}/report`}>
            {link}
            <span className="govuk-visually-hidden"> about the action “{shortWords(words)}”</span>
          </Link>
        </>
      )}
    </>
  )
}

function linkText({ report, putBack }: Action['viewerCan'], anythingSaid: boolean): string {
  if (report) return 'Say how it stands'
  if (putBack) return 'Look at what was said, or put it back'
  return anythingSaid ? 'Look at what was said' : ''
}

/** "(Robin Ash, Larkmere Police, 3 May 2026)" */
function saidBy({ saidByName, organisationName, saidAt }: Action['reports'][number]): string {
  const day = formatDay(todayInLondon(new Date(saidAt)))
  return `(${[saidByName, ...(organisationName ? [organisationName] : []), day].join(', ')})`
}
