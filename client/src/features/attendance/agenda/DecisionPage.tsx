import { useNavigate, useParams, useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import { todayInLondon } from '@boardwork/shared/board/dates.ts'
import { checkDecision, checkTextsOf } from '@boardwork/shared/attendance/agenda/agendaRules.ts'
import { noNamesHint } from '@boardwork/shared/plan/planRules.ts'
import { graphql, readFragment } from '../../../gql/index.ts'
import type {
  DecisionFragment as Decision,
  DecisionsOfMeetingFragment as Meeting,
} from '../../../gql/graphql.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { Button } from '../../../govuk/Button.tsx'
import { Textarea } from '../../../govuk/Textarea.tsx'
import { Form } from '../../../page/Form.tsx'
import { FormProblems, problemOf } from '../../../page/FormProblems.tsx'
import { Main } from '../../../page/Main.tsx'
import { Missing } from '../../../page/Missing.tsx'
import { saved } from '../../../page/SavedBanner.tsx'
import { useDraft } from '../../../page/useDraft.ts'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { useSave } from '../../../page/useSave.ts'
import {
  DecisionFragment,
  DecisionsOfMeetingFragment,
  RemoveDecision,
  SaveDecision,
} from './agendaFragments.ts'
import { ItemSelect } from './ItemSelect.tsx'

export const DecisionPageQuery = graphql(`
  query DecisionPage($id: ID!) {
    meeting(id: $id) {
      id
      title
      ...DecisionsOfMeeting
    }
  }
`)

/** A new decision of a meeting, or the words of one. */
export function DecisionPage() {
  const { meetingId = '', decisionId = '' } = useParams()
  const [search] = useSearchParams()
  const [{ data }] = useQuery({ query: DecisionPageQuery, variables: { id: meetingId } })
  const found = data?.meeting
  if (!found) return <Missing />
  const meeting = readFragment(DecisionsOfMeetingFragment, found)
  const decision =
    readFragment(DecisionFragment, meeting.decisions).find(({ id }) => id === decisionId) ?? null
  if (!meeting.viewerCanAgenda.decide || (decisionId !== 'new' && !decision)) return <Missing />
  return (
    <DecisionForm
      key={decisionId}
      meeting={meeting}
      meetingTitle={found.title}
      decision={decision}
      itemId={decision?.itemId ?? search.get('item') ?? ''}
    />
  )
}

interface DecisionFormProps {
  meeting: Meeting
  meetingTitle: string
  decision: Decision | null
  itemId: string
}

function DecisionForm({ meeting, meetingTitle, decision, itemId }: DecisionFormProps) {
  const navigate = useNavigate()
  const { id: meetingId, kind, agenda } = meeting
  const { save, saving, seenVersion, refused } = useSave(SaveDecision)
  const removing = useSave(RemoveDecision)
  const [typed, type, clear] = useDraft(`decision:${decision?.id ?? `new:${meetingId}`}`, {
    words: decision?.words ?? '',
    itemId,
    version: decision?.version ?? 0,
  })
  const heading = decision ? 'Change this decision' : 'Add a decision'
  const back = `/meetings/${meetingId}`
  usePageTitle(heading)

  const submit = async () => {
    const kept = await save(
      (clientMutationId) => ({
        meetingId,
        decisionId: decision?.id ?? null,
        itemId: typed.itemId || null,
        words: typed.words,
        version: Math.max(typed.version, seenVersion),
        clientMutationId,
      }),
      [...checkDecision(typed.words), ...checkTextsOf(kind, { words: typed.words }, todayInLondon())],
    )
    if (!kept) return
    clear()
    void navigate(back, { state: saved('The decision is written down') })
  }

  const remove = async () => {
    if (!decision) return
    const { id: decisionId, version } = decision
    const removed = await removing.save((clientMutationId) => ({ decisionId, version, clientMutationId }))
    if (!removed) return
    clear()
    void navigate(back, { state: saved('The decision is taken away') })
  }

  return (
    <Main before={<BackLink href={back}>Back to the meeting</BackLink>}>
      <FormProblems refused={refused} labels={{ words: 'What was decided' }} />
      <FormProblems refused={removing.refused} />
      <span className="govuk-caption-l">{meetingTitle}</span>
      <h1 className="govuk-heading-l">{heading}</h1>
      <Form action={decision ? 'Save' : 'Add the decision'} saving={saving} onSubmit={submit}>
        <Textarea
          name="words"
          label="What was decided?"
          hint={noNamesHint}
          rows={4}
          value={typed.words}
          onChange={(event) => type({ ...typed, words: event.target.value })}
          errorMessage={problemOf(refused, 'words')}
        />
        <ItemSelect
          agenda={agenda}
          value={typed.itemId}
          errorMessage={problemOf(refused, 'itemId')}
          onChange={(chosen) => type({ ...typed, itemId: chosen })}
        />
      </Form>
      {decision && (
        <Button type="button" variant="warning" disabled={removing.saving} onClick={() => void remove()}>
          Take it away: it was not decided after all
        </Button>
      )}
    </Main>
  )
}
