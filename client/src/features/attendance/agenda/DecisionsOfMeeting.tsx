import { readFragment } from '../../../gql/index.ts'
import type { FragmentType } from '../../../gql/index.ts'
import type { DecisionFragment as Decision, MeetingActionFragment as Action } from '../../../gql/graphql.ts'
import { Button } from '../../../govuk/Button.tsx'
import { Link } from '../../../govuk/Link.tsx'
import { DecisionFragment, DecisionsOfMeetingFragment, MeetingActionFragment } from './agendaFragments.ts'
import { shortWords, whoAndWhen } from './actionWords.ts'
import { StateOfAction } from './StateOfAction.tsx'

interface DecisionsOfMeetingProps {
  meeting: FragmentType<typeof DecisionsOfMeetingFragment>
}

/** What a meeting decided and what it gave people to do, by item of its agenda. */
export function DecisionsOfMeeting({ meeting: given }: DecisionsOfMeetingProps) {
  const meeting = readFragment(DecisionsOfMeetingFragment, given)
  const decisions = readFragment(DecisionFragment, meeting.decisions)
  const actions = readFragment(MeetingActionFragment, meeting.actions)
  const { decide, act } = meeting.viewerCanAgenda
  const nothing = decisions.length + actions.length === 0
  if (nothing && !decide && !act) return null
  const known = new Set(meeting.agenda.map(({ id }) => id))
  const parts = [
    ...meeting.agenda.map(({ id, title }, at) => ({ id, heading: `${at + 1}. ${title}` })),
    { id: null, heading: 'Not under an item' },
  ].map(({ id, heading }) => {
    const isOf = ({ itemId }: { itemId?: string | null }) =>
      id === null ? !itemId || !known.has(itemId) : itemId === id
    return { id, heading, decisions: decisions.filter(isOf), actions: actions.filter(isOf) }
  })
  return (
    <section aria-labelledby="decisions">
      <h2 className="govuk-heading-m" id="decisions">
        Decisions and actions
      </h2>
      {nothing && <p>Nothing has been written down yet.</p>}
      {parts
        .filter((part) => part.decisions.length + part.actions.length > 0)
        .map((part) => (
          <div key={part.id}>
            <h3 className="govuk-heading-s govuk-!-margin-bottom-1">{part.heading}</h3>
            <ul className="govuk-list govuk-list--spaced">
              {part.decisions.map((decision) => (
                <li key={decision.id}>
                  <DecisionText meetingId={meeting.id} decision={decision} may={decide} />
                </li>
              ))}
              {part.actions.map((action) => (
                <li key={action.id}>
                  <ActionText
                    meetingId={meeting.id}
                    action={action}
                    may={act}
                    ofBoard={meeting.kind === 'BOARD'}
                  />
                </li>
              ))}
            </ul>
          </div>
        ))}
      <div className="govuk-button-group">
        {decide && (
          <Button href={`/meetings/${meeting.id}/decisions/new`} variant="secondary">
            Add a decision
          </Button>
        )}
        {act && (
          <Button href={`/meetings/${meeting.id}/actions/new`} variant="secondary">
            Add an action
          </Button>
        )}
        <Link href={`/meetings/${meeting.id}/minutes`}>Draft minutes</Link>
      </div>
    </section>
  )
}

function DecisionText({ meetingId, decision, may }: { meetingId: string; decision: Decision; may: boolean }) {
  return (
    <>
      <strong>Decision:</strong> <span className="bw-prose">{decision.words}</span>
      {may && (
        <>
          <br />
          <Link href={`/meetings/${meetingId}/decisions/${decision.id}`}>
            Change<span className="govuk-visually-hidden"> the decision “{shortWords(decision.words)}”</span>
          </Link>
        </>
      )}
    </>
  )
}

interface ActionTextProps {
  meetingId: string
  action: Action
  may: boolean
  /** Only an action of a meeting of the board stands in a plan. */
  ofBoard: boolean
}

function ActionText({ meetingId, action, may, ofBoard }: ActionTextProps) {
  const { words, planAction } = action
  const hidden = <span className="govuk-visually-hidden"> the action “{shortWords(words)}”</span>
  return (
    <>
      <strong>Action:</strong> <span className="bw-prose">{words}</span>
      <br />
      {whoAndWhen(action)}
      <br />
      <StateOfAction meetingId={meetingId} action={action} />
      {may && (
        <>
          <br />
          <Link href={`/meetings/${meetingId}/actions/${action.id}`}>Change{hidden}</Link>
          {ofBoard && (planAction || !action.doneOn) && (
            <>
              {' '}
              <Link href={`/meetings/${meetingId}/actions/${action.id}/plan`}>
                {planAction ? 'Change where it stands in the plan' : 'Put it into the improvement plan'}
                {hidden}
              </Link>
            </>
          )}
        </>
      )}
    </>
  )
}
