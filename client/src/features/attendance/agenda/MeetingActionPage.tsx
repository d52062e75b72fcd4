import { useNavigate, useParams, useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import { readTypedDay, todayInLondon } from '@boardwork/shared/board/dates.ts'
import { checkMeetingAction, checkTextsOf } from '@boardwork/shared/attendance/agenda/agendaRules.ts'
import { noNamesHint } from '@boardwork/shared/plan/planRules.ts'
import { graphql, readFragment } from '../../../gql/index.ts'
import type {
  DecisionsOfMeetingFragment as Meeting,
  MeetingActionFragment as Action,
} from '../../../gql/graphql.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { Button } from '../../../govuk/Button.tsx'
import { Select } from '../../../govuk/Select.tsx'
import { Textarea } from '../../../govuk/Textarea.tsx'
import { TextInput } from '../../../govuk/TextInput.tsx'
import { DayField, partsOf } from '../../../page/DayField.tsx'
import { Form } from '../../../page/Form.tsx'
import { FormProblems, problemOf } from '../../../page/FormProblems.tsx'
import { Main } from '../../../page/Main.tsx'
import { Missing } from '../../../page/Missing.tsx'
import { saved } from '../../../page/SavedBanner.tsx'
import { useDraft } from '../../../page/useDraft.ts'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { useSave } from '../../../page/useSave.ts'
import {
  DecisionsOfMeetingFragment,
  MeetingActionFragment,
  RemoveMeetingAction,
  SaveMeetingAction,
} from './agendaFragments.ts'
import { ItemSelect } from './ItemSelect.tsx'

export const MeetingActionPageQuery = graphql(`
  query MeetingActionPage($id: ID!) {
    meeting(id: $id) {
      id
      title
      ...DecisionsOfMeeting
    }
    organisations {
      id
      name
    }
  }
`)

/** What a meeting gave somebody to do. */
export function MeetingActionPage() {
  const { meetingId = '', meetingActionId = '' } = useParams()
  const [search] = useSearchParams()
  const [{ data }] = useQuery({ query: MeetingActionPageQuery, variables: { id: meetingId } })
  const found = data?.meeting
  if (!found) return <Missing />
  const meeting = readFragment(DecisionsOfMeetingFragment, found)
  const action =
    readFragment(MeetingActionFragment, meeting.actions).find(({ id }) => id === meetingActionId) ?? null
  if (!meeting.viewerCanAgenda.act || (meetingActionId !== 'new' && !action)) return <Missing />
  return (
    <ActionForm
      key={meetingActionId}
      meeting={meeting}
      meetingTitle={found.title}
      action={action}
      itemId={action?.itemId ?? search.get('item') ?? ''}
      agencies={data.organisations}
    />
  )
}

const labels = {
  words: 'What is to be done',
  post: 'Post or people',
  dueOn: 'By when',
}

interface ActionFormProps {
  meeting: Meeting
  meetingTitle: string
  action: Action | null
  itemId: string
  agencies: readonly { id: string; name: string }[]
}

function ActionForm({ meeting, meetingTitle, action, itemId, agencies }: ActionFormProps) {
  const navigate = useNavigate()
  const { id: meetingId, kind, agenda } = meeting
  const { save, saving, seenVersion, refused } = useSave(SaveMeetingAction)
  const removing = useSave(RemoveMeetingAction)
  const [typed, type, clear] = useDraft(`meetingAction:${action?.id ?? `new:${meetingId}`}`, {
    words: action?.words ?? '',
    organisationId: action?.organisationId ?? '',
    post: action?.post ?? '',
    dueOn: partsOf(action?.dueOn),
    itemId,
    version: action?.version ?? 0,
  })
  const heading = action ? 'Change this action of the meeting' : 'Add an action of the meeting'
  const back = `/meetings/${meetingId}`
  usePageTitle(heading)

  const submit = async () => {
    const { words, post } = typed
    const organisationId = typed.organisationId || null
    const dueOn = readTypedDay(typed.dueOn)
    const kept = await save(
      (clientMutationId) => ({
        meetingId,
        meetingActionId: action?.id ?? null,
        itemId: typed.itemId || null,
        words,
        organisationId,
        post,
        dueOn: dueOn ?? null,
        version: Math.max(typed.version, seenVersion),
        clientMutationId,
      }),
      [
        ...checkMeetingAction({ words, organisationId, post, dueOn: dueOn ?? null }),
        ...checkTextsOf(kind, { words, post }, todayInLondon()),
        ...(dueOn === undefined
          ? [{ field: 'dueOn', message: 'Enter a real date, or leave it empty.' }]
          : []),
      ],
    )
    if (!kept) return
    clear()
    void navigate(back, { state: saved('The action is written down') })
  }

  const remove = async () => {
    if (!action) return
    const { id, version } = action
    const removed = await removing.save((clientMutationId) => ({
      meetingActionId: id,
      version,
      clientMutationId,
    }))
    if (!removed) return
    clear()
    void navigate(back, { state: saved('The action is taken away') })
  }

  return (
    <Main before={<BackLink href={back}>Back to the meeting</BackLink>}>
      <FormProblems refused={refused} labels={labels} />
      <FormProblems refused={removing.refused} />
      <span className="govuk-caption-l">{meetingTitle}</span>
      <h1 className="govuk-heading-l">{heading}</h1>
      <Form action={action ? 'Save' : 'Add the action'} saving={saving} onSubmit={submit}>
        <Textarea
          name="words"
          label="What is to be done?"
          hint={noNamesHint}
          rows={3}
          value={typed.words}
          onChange={(event) => type({ ...typed, words: event.target.value })}
          errorMessage={problemOf(refused, 'words')}
        />
        <Select
          name="organisationId"
          label="Which agency does it?"
          value={typed.organisationId}
          errorMessage={problemOf(refused, 'organisationId')}
          onChange={(event) => type({ ...typed, organisationId: event.target.value })}
          items={[
            { value: '', text: 'No agency' },
            ...agencies.map(({ id, name }) => ({ value: id, text: name })),
          ]}
        />
        <TextInput
          name="post"
          label="Post or people (optional beside an agency)"
          hint="For example, “the team manager”."
          value={typed.post}
          onChange={(event) => type({ ...typed, post: event.target.value })}
          errorMessage={problemOf(refused, 'post')}
        />
        <DayField
          name="dueOn"
          legend="By when? (optional)"
          hint="For example, 31 3 2027."
          value={typed.dueOn}
          errorMessage={problemOf(refused, 'dueOn')}
          onChange={(dueOn) => type({ ...typed, dueOn })}
        />
        <ItemSelect
          agenda={agenda}
          value={typed.itemId}
          errorMessage={problemOf(refused, 'itemId')}
          onChange={(chosen) => type({ ...typed, itemId: chosen })}
        />
      </Form>
      {action && (
        <Button type="button" variant="warning" disabled={removing.saving} onClick={() => void remove()}>
          Take it away: it was not given after all
        </Button>
      )}
    </Main>
  )
}
