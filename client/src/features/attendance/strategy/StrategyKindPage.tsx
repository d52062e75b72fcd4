import { useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { checkStrategyKind } from '@boardwork/shared/attendance/agenda/agendaRules.ts'
import { graphql, readFragment } from '../../../gql/index.ts'
import type { StrategyKindFragment as Kind } from '../../../gql/graphql.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { Button } from '../../../govuk/Button.tsx'
import { Checkboxes } from '../../../govuk/Checkboxes.tsx'
import { Fieldset } from '../../../govuk/Fieldset.tsx'
import { Select } from '../../../govuk/Select.tsx'
import { TextInput } from '../../../govuk/TextInput.tsx'
import { Form } from '../../../page/Form.tsx'
import { FormProblems, problemOf } from '../../../page/FormProblems.tsx'
import { Main } from '../../../page/Main.tsx'
import { Missing, missingTitle } from '../../../page/Missing.tsx'
import { newMutationId } from '../../../page/newMutationId.ts'
import { saved } from '../../../page/SavedBanner.tsx'
import { useDraft } from '../../../page/useDraft.ts'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import type { Refused } from '../../../page/useRefused.ts'
import { useSave } from '../../../page/useSave.ts'
import { RemoveStrategyKind, SaveStrategyKind, StrategyKindFragment } from './strategyFragments.ts'

export const StrategyKindPageQuery = graphql(`
  query StrategyKindPage($boardId: ID!) {
    board(id: $boardId) {
      id
      name
      viewerCanPlanStrategy
      strategyKinds {
        id
        ...StrategyKind
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

interface Choice {
  id: string
  name: string
}

/** A kind of strategy meeting, and who is asked to every meeting of it. */
export function StrategyKindPage() {
  const { boardId = '', kindId = '' } = useParams()
  const [{ data }] = useQuery({ query: StrategyKindPageQuery, variables: { boardId } })
  const board = data?.board
  const kind = readFragment(StrategyKindFragment, board?.strategyKinds ?? []).find(({ id }) => id === kindId)
  const may = board?.viewerCanPlanStrategy && (kindId === 'new' || kind !== undefined)
  usePageTitle(may ? headingOf(kind) : missingTitle)
  if (!board || !may) return <Missing />
  return (
    <KindForm
      key={kindId}
      board={board}
      kind={kind}
      agencies={data.organisations}
      people={data.knownPeople}
    />
  )
}

const headingOf = (kind: Kind | undefined) => (kind ? 'Change this kind of meeting' : 'Add a kind of meeting')

interface TypedInvitee {
  key: string
  organisationId: string
  personId: string
  required: boolean
}

interface KindFormProps {
  board: { id: string; name: string }
  kind: Kind | undefined
  agencies: readonly Choice[]
  people: readonly Choice[]
}

function KindForm({ board, kind, agencies, people }: KindFormProps) {
  const navigate = useNavigate()
  const { save, saving, seenVersion, refused } = useSave(SaveStrategyKind)
  const removing = useSave(RemoveStrategyKind)
  const [typed, type, clear] = useDraft(`strategyKind:${kind?.id ?? `new:${board.id}`}`, {
    name: kind?.name ?? '',
    invitees: (kind?.invitees ?? []).map(({ id, organisationId, personId, required }) => ({
      key: id,
      organisationId,
      personId: personId ?? '',
      required,
    })),
    version: kind?.version ?? 0,
  })
  const back = `/boards/${board.id}/strategy`

  const submit = async () => {
    const invitees = typed.invitees.map(({ organisationId, personId, required }) => ({
      organisationId,
      personId: personId || null,
      required,
    }))
    const kept = await save(
      (clientMutationId) => ({
        boardId: board.id,
        kindId: kind?.id ?? null,
        name: typed.name,
        invitees,
        version: Math.max(typed.version, seenVersion),
        clientMutationId,
      }),
      checkStrategyKind({ name: typed.name, invitees }),
    )
    if (!kept) return
    clear()
    void navigate(back, { state: saved(`“${typed.name.trim()}” is saved`) })
  }

  const remove = async () => {
    if (!kind) return
    const { id: kindId, version } = kind
    const removed = await removing.save((clientMutationId) => ({ kindId, version, clientMutationId }))
    if (!removed) return
    clear()
    void navigate(back, { state: saved(`“${kind.name}” is taken away`) })
  }

  return (
    <Main before={<BackLink href={back}>Back to the strategy meetings</BackLink>}>
      <FormProblems refused={refused} labels={{ name: 'Name', invitees: 'Who is asked' }} />
      <FormProblems refused={removing.refused} />
      <span className="govuk-caption-l">{board.name}</span>
      <h1 className="govuk-heading-l">{headingOf(kind)}</h1>
      <p>A change of the list changes no meeting that is planned already.</p>
      <Form action="Save" saving={saving} onSubmit={submit}>
        <TextInput
          name="name"
          label="What are meetings of this kind called?"
          hint="For example, “Strategy meeting” or “Case conference”."
          value={typed.name}
          errorMessage={problemOf(refused, 'name')}
          onChange={(event) => type({ ...typed, name: event.target.value })}
        />
        <InviteeFields
          invitees={typed.invitees}
          agencies={agencies}
          people={people}
          refused={refused}
          onChange={(invitees) => type({ ...typed, invitees })}
        />
      </Form>
      {kind && (
        <Button type="button" variant="warning" disabled={removing.saving} onClick={() => void remove()}>
          Take this kind away
        </Button>
      )}
    </Main>
  )
}

interface InviteeFieldsProps {
  invitees: TypedInvitee[]
  agencies: readonly Choice[]
  people: readonly Choice[]
  refused: Refused
  onChange: (invitees: TypedInvitee[]) => void
}

function InviteeFields({ invitees, agencies, people, refused, onChange }: InviteeFieldsProps) {
  const set = (at: number, change: Partial<TypedInvitee>) =>
    onChange(invitees.map((one, index) => (index === at ? { ...one, ...change } : one)))
  return (
    <Fieldset legend={{ children: 'Who is asked each time?', className: 'govuk-fieldset__legend--m' }}>
      {invitees.map((invitee, at) => (
        <Fieldset
          key={invitee.key}
          legend={{ children: `Number ${at + 1}`, className: 'govuk-fieldset__legend--s' }}
        >
          <Select
            name={`invitees-${at}-organisationId`}
            label="Agency"
            value={invitee.organisationId}
            errorMessage={problemOf(refused, `invitees.${at}.organisationId`)}
            onChange={(event) => set(at, { organisationId: event.target.value })}
            items={[
              { value: '', text: 'Choose an agency' },
              ...agencies.map(({ id, name }) => ({ value: id, text: name })),
            ]}
          />
          <Select
            name={`invitees-${at}-personId`}
            label="Person"
            value={invitee.personId}
            errorMessage={problemOf(refused, `invitees.${at}.personId`)}
            onChange={(event) => set(at, { personId: event.target.value })}
            items={[
              { value: '', text: 'Whoever leads the agency' },
              ...people.map(({ id, name }) => ({ value: id, text: name })),
            ]}
          />
          <Checkboxes
            name={`invitees-${at}-required`}
            items={[{ value: 'required', text: 'It has to take part' }]}
            values={invitee.required ? ['required'] : []}
            onValuesChange={(values) => set(at, { required: values.includes('required') })}
          />
          <Button
            type="button"
            variant="secondary"
            onClick={() => onChange(invitees.filter((_, index) => index !== at))}
          >
            Take away<span className="govuk-visually-hidden"> number {at + 1}</span>
          </Button>
        </Fieldset>
      ))}
      <Button
        type="button"
        variant="secondary"
        onClick={() =>
          onChange([...invitees, { key: newMutationId(), organisationId: '', personId: '', required: true }])
        }
      >
        Add an agency
      </Button>
    </Fieldset>
  )
}
