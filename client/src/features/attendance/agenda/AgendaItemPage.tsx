import { useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { todayInLondon } from '@boardwork/shared/board/dates.ts'
import { checkAgendaItem, checkTextsOf } from '@boardwork/shared/attendance/agenda/agendaRules.ts'
import { noNamesHint } from '@boardwork/shared/plan/planRules.ts'
import { graphql, readFragment } from '../../../gql/index.ts'
import type { AgendaItemFragment as Item, MeetingKind } from '../../../gql/graphql.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { Button } from '../../../govuk/Button.tsx'
import { Textarea } from '../../../govuk/Textarea.tsx'
import { TextInput } from '../../../govuk/TextInput.tsx'
import { Form } from '../../../page/Form.tsx'
import { FormProblems, problemOf } from '../../../page/FormProblems.tsx'
import { Main } from '../../../page/Main.tsx'
import { Missing } from '../../../page/Missing.tsx'
import { saved } from '../../../page/SavedBanner.tsx'
import { useDraft } from '../../../page/useDraft.ts'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { useSave } from '../../../page/useSave.ts'
import {
  AgendaItemFragment,
  AgendaOfMeetingFragment,
  RemoveAgendaItem,
  SaveAgendaItem,
} from './agendaFragments.ts'

export const AgendaItemPageQuery = graphql(`
  query AgendaItemPage($id: ID!) {
    meeting(id: $id) {
      id
      title
      ...AgendaOfMeeting
    }
  }
`)

/** A new item of an agenda, or what was said about one. */
export function AgendaItemPage() {
  const { meetingId = '', itemId = '' } = useParams()
  const [{ data }] = useQuery({ query: AgendaItemPageQuery, variables: { id: meetingId } })
  const meeting = data?.meeting
  if (!meeting) return <Missing />
  const { kind, agenda, viewerCanAgenda } = readFragment(AgendaOfMeetingFragment, meeting)
  const item = readFragment(AgendaItemFragment, agenda).find(({ id }) => id === itemId) ?? null
  if (!viewerCanAgenda.arrange || (itemId !== 'new' && !item)) return <Missing />
  return <ItemForm key={itemId} meetingId={meetingId} meetingTitle={meeting.title} kind={kind} item={item} />
}

const labels = {
  title: 'What it is about',
  presenter: 'Who presents it',
  minutes: 'How many minutes',
  notes: 'What was said',
}

interface ItemFormProps {
  meetingId: string
  meetingTitle: string
  kind: MeetingKind
  item: Item | null
}

function ItemForm({ meetingId, meetingTitle, kind, item }: ItemFormProps) {
  const navigate = useNavigate()
  const { save, saving, seenVersion, refused } = useSave(SaveAgendaItem)
  const removing = useSave(RemoveAgendaItem)
  const [typed, type, clear] = useDraft(`agenda:${item?.id ?? `new:${meetingId}`}`, {
    title: item?.title ?? '',
    presenter: item?.presenter ?? '',
    minutes: String(item?.minutes ?? ''),
    notes: item?.notes ?? '',
    version: item?.version ?? 0,
  })
  const heading = item ? 'Change this item' : 'Add an item to the agenda'
  const back = `/meetings/${meetingId}`
  usePageTitle(heading)

  const submit = async () => {
    const minutes = typed.minutes.trim() === '' ? null : Number(typed.minutes)
    const { title, presenter, notes } = typed
    const kept = await save(
      (clientMutationId) => ({
        meetingId,
        itemId: item?.id ?? null,
        title,
        presenter,
        minutes,
        notes,
        version: Math.max(typed.version, seenVersion),
        clientMutationId,
      }),
      [
        ...checkAgendaItem({ title, presenter, minutes, notes }),
        ...checkTextsOf(kind, { title, presenter, notes }, todayInLondon()),
      ],
    )
    if (!kept) return
    clear()
    void navigate(back, { state: saved(item ? 'The item is changed' : 'The item is on the agenda') })
  }

  const remove = async () => {
    if (!item) return
    const { id: itemId, version } = item
    const removed = await removing.save((clientMutationId) => ({ itemId, version, clientMutationId }))
    if (!removed) return
    clear()
    void navigate(back, { state: saved(`“${item.title}” is taken off the agenda`) })
  }

  return (
    <Main before={<BackLink href={back}>Back to the meeting</BackLink>}>
      <FormProblems refused={refused} labels={labels} />
      <FormProblems refused={removing.refused} />
      <span className="govuk-caption-l">{meetingTitle}</span>
      <h1 className="govuk-heading-l">{heading}</h1>
      <Form action={item ? 'Save' : 'Add the item'} saving={saving} onSubmit={submit}>
        <TextInput
          name="title"
          label={labels.title}
          value={typed.title}
          onChange={(event) => type({ ...typed, title: event.target.value })}
          errorMessage={problemOf(refused, 'title')}
        />
        <TextInput
          name="presenter"
          label={`${labels.presenter} (optional)`}
          hint="A post or an agency, such as “the chair” or “Police”."
          value={typed.presenter}
          onChange={(event) => type({ ...typed, presenter: event.target.value })}
          errorMessage={problemOf(refused, 'presenter')}
        />
        <TextInput
          name="minutes"
          label={`${labels.minutes} (optional)`}
          className="govuk-input--width-3"
          inputMode="numeric"
          value={typed.minutes}
          onChange={(event) => type({ ...typed, minutes: event.target.value })}
          errorMessage={problemOf(refused, 'minutes')}
        />
        <Textarea
          name="notes"
          label={`${labels.notes} (optional)`}
          hint={`For the minutes. ${noNamesHint}`}
          rows={8}
          value={typed.notes}
          onChange={(event) => type({ ...typed, notes: event.target.value })}
          errorMessage={problemOf(refused, 'notes')}
        />
      </Form>
      {item && (
        <Button type="button" variant="warning" disabled={removing.saving} onClick={() => void remove()}>
          Take it off the agenda
        </Button>
      )}
    </Main>
  )
}
