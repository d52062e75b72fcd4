import { useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { graphql, readFragment } from '../../../gql/index.ts'
import type { InviteeFragment as Invitee } from '../../../gql/graphql.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { Button } from '../../../govuk/Button.tsx'
import { Checkboxes } from '../../../govuk/Checkboxes.tsx'
import { Select } from '../../../govuk/Select.tsx'
import { Form } from '../../../page/Form.tsx'
import { FormProblems, problemOf } from '../../../page/FormProblems.tsx'
import { Main } from '../../../page/Main.tsx'
import { Missing, missingTitle } from '../../../page/Missing.tsx'
import { saved, SavedBanner } from '../../../page/SavedBanner.tsx'
import { useDraft } from '../../../page/useDraft.ts'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { useSave } from '../../../page/useSave.ts'
import { AddInvitee, ChangeInvitee, InviteeFragment, RemoveInvitee } from './strategyFragments.ts'

export const InviteesPageQuery = graphql(`
  query InviteesPage($id: ID!) {
    meeting(id: $id) {
      id
      title
      caseReference
      viewerCanInvite
      invitees {
        id
        ...Invitee
      }
    }
    organisations {
      id
      name
    }
    knownPeople {
      id
      name
    }
  }
`)

/** A coordinator changes who is asked to a strategy meeting. */
export function InviteesPage() {
  const { meetingId = '' } = useParams()
  const [{ data }] = useQuery({ query: InviteesPageQuery, variables: { id: meetingId } })
  const meeting = data?.meeting
  usePageTitle(meeting?.viewerCanInvite ? 'Who is asked' : missingTitle)
  if (!data || !meeting?.viewerCanInvite) return <Missing />
  return (
    <InviteesOfMeeting
      meetingId={meeting.id}
      caption={`${meeting.title}, ${meeting.caseReference}`}
      invitees={readFragment(InviteeFragment, meeting.invitees)}
      agencies={data.organisations}
      people={data.knownPeople}
    />
  )
}

interface Choice {
  id: string
  name: string
}

interface InviteesOfMeetingProps {
  meetingId: string
  caption: string
  invitees: readonly Invitee[]
  agencies: readonly Choice[]
  people: readonly Choice[]
}

const nobody = { organisationId: '', personId: '', required: ['required'] }

function InviteesOfMeeting({ meetingId, caption, invitees, agencies, people }: InviteesOfMeetingProps) {
  const navigate = useNavigate()
  // The list is read again, and says what was done.
  const onDone = (words: string) =>
    void navigate(`/meetings/${meetingId}/invitees`, { replace: true, state: saved(words) })
  const adding = useSave(AddInvitee)
  const changing = useSave(ChangeInvitee)
  const removing = useSave(RemoveInvitee)
  const [typed, type, clear] = useDraft(`invitee:${meetingId}`, nobody)
  const busy = adding.saving || changing.saving || removing.saving

  const add = async () => {
    const { organisationId, personId, required } = typed
    const invitee = await adding.save(
      (clientMutationId) => ({
        meetingId,
        organisationId,
        personId: personId || null,
        required: required.includes('required'),
        clientMutationId,
      }),
      organisationId === '' ? [{ field: 'organisationId', message: 'Choose the agency.' }] : [],
    )
    if (!invitee) return
    onDone(`${agencies.find(({ id }) => id === organisationId)?.name ?? 'The agency'} is asked`)
    type(nobody)
    clear()
  }
  const change = async (invitee: Invitee) => {
    const { id: inviteeId, version, required } = invitee
    const changed = await changing.save((clientMutationId) => ({
      inviteeId,
      required: !required,
      version,
      clientMutationId,
    }))
    if (changed) onDone(`${nameOf(invitee)} ${required ? 'need not' : 'has to'} take part`)
  }
  const remove = async (invitee: Invitee) => {
    const { id: inviteeId, version } = invitee
    const removed = await removing.save((clientMutationId) => ({ inviteeId, version, clientMutationId }))
    if (removed) onDone(`${nameOf(invitee)} is not asked any more, and does not see the meeting`)
  }

  return (
    <Main before={<BackLink href={`/meetings/${meetingId}`}>Back to the meeting</BackLink>}>
      <SavedBanner />
      <FormProblems refused={adding.refused} />
      <FormProblems refused={changing.refused} />
      <FormProblems refused={removing.refused} />
      <span className="govuk-caption-l">{caption}</span>
      <h1 className="govuk-heading-l">Who is asked</h1>
      <p>
        Only those who are asked, and the officers of the board, see this meeting and what is written about
        it. Where no person is named, whoever leads the agency sees it.
      </p>
      {invitees.length === 0 && <p>Nobody is asked yet.</p>}
      <ul className="govuk-list govuk-list--spaced">
        {invitees.map((invitee) => (
          <li key={invitee.id}>
            <strong>{nameOf(invitee)}</strong>
            {invitee.required ? ', has to take part' : ', may take part'}
            <div className="govuk-button-group govuk-!-margin-bottom-0">
              <Button type="button" variant="secondary" disabled={busy} onClick={() => void change(invitee)}>
                {invitee.required ? 'Make it optional' : 'Make it required'}
                <span className="govuk-visually-hidden"> for {nameOf(invitee)}</span>
              </Button>
              <Button type="button" variant="warning" disabled={busy} onClick={() => void remove(invitee)}>
                Take the invitation back<span className="govuk-visually-hidden"> from {nameOf(invitee)}</span>
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <h2 className="govuk-heading-m">Ask somebody else</h2>
      <Form action="Ask them" variant="secondary" saving={busy} onSubmit={add}>
        <Select
          name="organisationId"
          label="Agency"
          value={typed.organisationId}
          errorMessage={problemOf(adding.refused, 'organisationId')}
          onChange={(event) => type({ ...typed, organisationId: event.target.value })}
          items={[{ value: '', text: 'Choose an agency' }, ...agencies.map(choiceOf)]}
        />
        <Select
          name="personId"
          label="Person"
          value={typed.personId}
          errorMessage={problemOf(adding.refused, 'personId')}
          onChange={(event) => type({ ...typed, personId: event.target.value })}
          items={[{ value: '', text: 'Whoever leads the agency' }, ...people.map(choiceOf)]}
        />
        <Checkboxes
          name="required"
          fieldset={{ legend: 'Does the agency have to take part?' }}
          items={[{ value: 'required', text: 'It has to take part' }]}
          values={typed.required}
          onValuesChange={(required) => type({ ...typed, required: [...required] })}
        />
      </Form>
    </Main>
  )
}

const choiceOf = ({ id, name }: Choice) => ({ value: id, text: name })

/** "Robin Ash (Larkmere Police)", or the agency alone. */
export function nameOf({ organisation, personName }: Pick<Invitee, 'organisation' | 'personName'>): string {
  const agency = organisation?.name ?? 'An agency'
  return personName ? `${personName} (${agency})` : agency
}
