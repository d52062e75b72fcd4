import { useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { readMeeting } from '@boardwork/shared/attendance/meeting/meetingRules.ts'
import { checkStrategyMeeting } from '@boardwork/shared/attendance/strategy/strategyRules.ts'
import { readTypedDay, todayInLondon } from '@boardwork/shared/board/dates.ts'
import { graphql } from '../../../gql/gql.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { Select } from '../../../govuk/Select.tsx'
import { TextInput } from '../../../govuk/TextInput.tsx'
import { Form } from '../../../page/Form.tsx'
import { FormProblems, problemOf } from '../../../page/FormProblems.tsx'
import { Main } from '../../../page/Main.tsx'
import { Missing, missingTitle } from '../../../page/Missing.tsx'
import { saved } from '../../../page/SavedBanner.tsx'
import { useDraft } from '../../../page/useDraft.ts'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { useSave } from '../../../page/useSave.ts'
import { MeetingFields, meetingLabels } from '../meeting/MeetingFields.tsx'
import type { TypedMeeting } from '../meeting/MeetingFields.tsx'
import { PlanStrategyMeeting } from './strategyFragments.ts'

export const NewStrategyMeetingPageQuery = graphql(`
  query NewStrategyMeetingPage($boardId: ID!) {
    board(id: $boardId) {
      id
      name
      viewerCanPlanStrategy
      strategyKinds {
        id
        name
      }
    }
  }
`)

interface TypedStrategyMeeting extends TypedMeeting {
  caseReference: string
  kindId: string
}

const empty: TypedStrategyMeeting = {
  caseReference: '',
  kindId: '',
  title: '',
  heldOn: {},
  startTime: '',
  endTime: '',
  place: '',
  link: '',
  notes: '',
}

/** A coordinator plans a meeting about one case. */
export function NewStrategyMeetingPage() {
  const { boardId = '' } = useParams()
  const navigate = useNavigate()
  const [{ data }] = useQuery({ query: NewStrategyMeetingPageQuery, variables: { boardId } })
  const { save, saving, refused } = useSave(PlanStrategyMeeting)
  const [typed, type, clear] = useDraft(`strategy:new:${boardId}`, empty)
  const board = data?.board
  usePageTitle(board?.viewerCanPlanStrategy ? 'Plan a strategy meeting' : missingTitle)
  if (!board?.viewerCanPlanStrategy) return <Missing />
  const nameOfKind = (kindId: string) => board.strategyKinds.find(({ id }) => id === kindId)?.name ?? ''

  const submit = async () => {
    const { kindId, ...texts } = typed
    const meeting = { ...texts, heldOn: readTypedDay(typed.heldOn) ?? '' }
    const read = readMeeting(meeting)
    const planned = await save(
      (clientMutationId) => ({ boardId, kindId: kindId || null, ...meeting, clientMutationId }),
      [...(Array.isArray(read) ? read : []), ...checkStrategyMeeting(meeting, todayInLondon())],
    )
    if (!planned) return
    clear()
    void navigate(`/meetings/${planned.id}`, {
      state: saved(
        kindId
          ? 'The meeting is planned. Look who is asked.'
          : 'The meeting is planned. Nobody is asked yet.',
      ),
    })
  }

  return (
    <Main before={<BackLink href={`/boards/${board.id}/strategy`}>Back to the strategy meetings</BackLink>}>
      <FormProblems refused={refused} labels={{ ...meetingLabels, caseReference: 'Reference of the case' }} />
      <span className="govuk-caption-l">{board.name}</span>
      <h1 className="govuk-heading-l">Plan a strategy meeting</h1>
      <p>Do not write anywhere here who the adult or the child is. The reference of the case is enough.</p>
      <Form action="Plan the meeting" saving={saving} onSubmit={submit}>
        <TextInput
          name="caseReference"
          label="What is the reference of the case?"
          hint="Letters, digits, dashes and slashes, such as SA-2026-0147. Never a name."
          className="govuk-input--width-20"
          autoComplete="off"
          spellCheck={false}
          value={typed.caseReference}
          errorMessage={problemOf(refused, 'caseReference')}
          onChange={(event) => type({ ...typed, caseReference: event.target.value })}
        />
        <Select
          name="kindId"
          label="Which kind of meeting is it?"
          hint="Those on the list of the kind are asked. You can change that for this case."
          value={typed.kindId}
          errorMessage={problemOf(refused, 'kindId')}
          onChange={(event) => {
            const kindId = event.target.value
            // The name of the kind is a title that names nobody; what somebody typed stays.
            const isOwn = typed.title !== '' && typed.title !== nameOfKind(typed.kindId)
            type({ ...typed, kindId, title: isOwn ? typed.title : nameOfKind(kindId) })
          }}
          items={[
            { value: '', text: 'None: nobody is asked yet' },
            ...board.strategyKinds.map(({ id, name }) => ({ value: id, text: name })),
          ]}
        />
        <MeetingFields typed={typed} refused={refused} onChange={type} />
      </Form>
    </Main>
  )
}
