import { useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { formatDay, readTypedDay, todayInLondon } from '@boardwork/shared/board/dates.ts'
import { checkTextsOf } from '@boardwork/shared/attendance/agenda/agendaRules.ts'
import {
  checkReport,
  meetingActionReportName,
} from '@boardwork/shared/attendance/agenda/meetingActionReport.ts'
import { noNamesHint } from '@boardwork/shared/plan/planRules.ts'
import { graphql, readFragment } from '../../../gql/index.ts'
import type { MeetingActionFragment as Action, MeetingKind } from '../../../gql/graphql.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { InsetText } from '../../../govuk/InsetText.tsx'
import { Link } from '../../../govuk/Link.tsx'
import { Radios } from '../../../govuk/Radios.tsx'
import { Textarea } from '../../../govuk/Textarea.tsx'
import { DayField, partsOf } from '../../../page/DayField.tsx'
import { Form } from '../../../page/Form.tsx'
import { FormProblems, problemOf } from '../../../page/FormProblems.tsx'
import { Main } from '../../../page/Main.tsx'
import { Missing, missingTitle } from '../../../page/Missing.tsx'
import { saved } from '../../../page/SavedBanner.tsx'
import { useDraft } from '../../../page/useDraft.ts'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { useSave } from '../../../page/useSave.ts'
import { whoAndWhen } from './actionWords.ts'
import {
  DecisionsOfMeetingFragment,
  MeetingActionFragment,
  PutBackMeetingAction,
  ReportMeetingAction,
} from './agendaFragments.ts'

export const ReportActionPageQuery = graphql(`
  query ReportActionPage($id: ID!) {
    meeting(id: $id) {
      id
      title
      ...DecisionsOfMeeting
    }
  }
`)

/** What was said of an action of a meeting; its agency says more, and an officer can put it back. */
export function ReportActionPage() {
  const { meetingId = '', meetingActionId = '' } = useParams()
  const [{ data }] = useQuery({ query: ReportActionPageQuery, variables: { id: meetingId } })
  const found = data?.meeting
  const meeting = readFragment(DecisionsOfMeetingFragment, found)
  const action = readFragment(MeetingActionFragment, meeting?.actions ?? []).find(
    ({ id }) => id === meetingActionId,
  )
  usePageTitle(action ? heading : missingTitle)
  if (!found || !meeting || !action) return <Missing />
  const { planAction, viewerCan } = action
  return (
    <Main before={<BackLink href={`/meetings/${meeting.id}`}>Back to the meeting</BackLink>}>
      {viewerCan.report && <ReportForm meeting={meeting} title={found.title} action={action} />}
      {viewerCan.putBack && <PutBackForm meeting={meeting} title={found.title} action={action} />}
      {!viewerCan.report && !viewerCan.putBack && <ActionSoFar title={found.title} action={action} />}
      {planAction && (
        <p>
          This action stands in the improvement plan. How it goes is written there:{' '}
          <Link href={`/actions/${planAction.id}`}>
            {[planAction.reference, planAction.title].filter((text) => text !== '').join(' ')}
          </Link>
        </p>
      )}
    </Main>
  )
}

const heading = 'How this action stands'

/** What is to be done, and what was said of it so far. */
function ActionSoFar({ title, action }: { title: string; action: Action }) {
  return (
    <>
      <span className="govuk-caption-l">{title}</span>
      <h1 className="govuk-heading-l">{heading}</h1>
      <InsetText>
        <span className="bw-prose">{action.words}</span>
        <br />
        {whoAndWhen(action)}
      </InsetText>
      {action.reports.length > 0 && (
        <ol className="govuk-list bw-entries">
          {action.reports.map(({ id, kind, words, doneOn, saidByName, organisationName, saidAt }) => (
            <li key={id}>
              <strong>{meetingActionReportName[kind]}</strong>
              {doneOn && ` on ${formatDay(doneOn)}`}
              <p className="govuk-hint govuk-!-margin-bottom-0">
                {saidByName}
                {organisationName ? `, ${organisationName}` : ''},{' '}
                {formatDay(todayInLondon(new Date(saidAt)))}
              </p>
              {words && <p className="bw-prose govuk-!-margin-bottom-0">{words}</p>}
            </li>
          ))}
        </ol>
      )}
    </>
  )
}

interface SayProps {
  meeting: { id: string; kind: MeetingKind }
  title: string
  action: Action
}

const labels = { words: 'What was said' }

function ReportForm({ meeting, title, action }: SayProps) {
  const navigate = useNavigate()
  const { save, saving, seenVersion, refused } = useSave(ReportMeetingAction)
  const [typed, type, clear] = useDraft(`meetingAction:report:${action.id}`, {
    how: '',
    doneOn: partsOf(todayInLondon()),
    words: '',
  })
  const submit = async () => {
    const { how, words } = typed
    const done = how === 'DONE'
    const doneOn = done ? readTypedDay(typed.doneOn) : null
    const kept = await save(
      (clientMutationId) => ({
        meetingActionId: action.id,
        done,
        doneOn: doneOn ?? null,
        words,
        version: Math.max(action.reports.length, seenVersion),
        clientMutationId,
      }),
      how === ''
        ? [{ field: 'how', message: 'Choose whether it is done.' }]
        : [
            ...checkReport(done ? 'DONE' : 'STANDS', words, doneOn, todayInLondon()),
            ...checkTextsOf(meeting.kind, { words }, todayInLondon()),
          ],
    )
    if (!kept) return
    clear()
    void navigate(`/meetings/${meeting.id}`, {
      state: saved(done ? 'The action is done' : 'What you wrote about the action is saved'),
    })
  }
  return (
    <>
      <FormProblems refused={refused} labels={labels} adds />
      <ActionSoFar title={title} action={action} />
      <Form action="Save" saving={saving} onSubmit={submit}>
        <Radios
          name="how"
          fieldset={{ legend: 'Is it done?' }}
          errorMessage={problemOf(refused, 'how')}
          value={typed.how}
          onValueChange={(how) => type({ ...typed, how })}
          items={[
            {
              value: 'DONE',
              text: 'Yes, it is done',
              conditional: (
                <DayField
                  name="doneOn"
                  legend="When was it done?"
                  value={typed.doneOn}
                  errorMessage={problemOf(refused, 'doneOn')}
                  onChange={(doneOn) => type({ ...typed, doneOn })}
                />
              ),
            },
            { value: 'STANDS', text: 'Not yet' },
          ]}
        />
        <Textarea
          name="words"
          label={typed.how === 'STANDS' ? 'How does it stand?' : 'What was done?'}
          hint={`Everybody who sees the meeting can read this. ${noNamesHint}`}
          rows={3}
          value={typed.words}
          errorMessage={problemOf(refused, 'words')}
          onChange={(event) => type({ ...typed, words: event.target.value })}
        />
      </Form>
    </>
  )
}

function PutBackForm({ meeting, title, action }: SayProps) {
  const navigate = useNavigate()
  const { save, saving, seenVersion, refused } = useSave(PutBackMeetingAction)
  const [typed, type, clear] = useDraft(`meetingAction:putBack:${action.id}`, { words: '' })
  const submit = async () => {
    const { words } = typed
    const kept = await save(
      (clientMutationId) => ({
        meetingActionId: action.id,
        words,
        version: Math.max(action.reports.length, seenVersion),
        clientMutationId,
      }),
      [
        ...checkReport('PUT_BACK', words, null, todayInLondon()),
        ...checkTextsOf(meeting.kind, { words }, todayInLondon()),
      ],
    )
    if (!kept) return
    clear()
    void navigate(`/meetings/${meeting.id}`, { state: saved('The action is open again') })
  }
  return (
    <>
      <FormProblems refused={refused} labels={labels} adds />
      <ActionSoFar title={title} action={action} />
      <Form action="Put it back" variant="secondary" saving={saving} onSubmit={submit}>
        <Textarea
          name="words"
          label="Is it not done after all? Say why"
          hint={`Its agency can then say how it stands. Everybody who sees the meeting can read this. ${noNamesHint}`}
          rows={3}
          value={typed.words}
          errorMessage={problemOf(refused, 'words')}
          onChange={(event) => type({ words: event.target.value })}
        />
      </Form>
    </>
  )
}
