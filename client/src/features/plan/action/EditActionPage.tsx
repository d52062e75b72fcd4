import { ActionPart, actionPartName } from '@boardwork/shared/plan/actionPart.ts'
import { useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { todayInLondon } from '@boardwork/shared/board/dates.ts'
import {
  deadlineBeforePlan,
  deadlineBeforePlanWords,
  planBeganOn,
} from '@boardwork/shared/plan/deadlineBeforePlan.ts'
import { checkAction, noNamesHint } from '@boardwork/shared/plan/planRules.ts'
import { graphql } from '../../../gql/gql.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { Button } from '../../../govuk/Button.tsx'
import { Fieldset } from '../../../govuk/Fieldset.tsx'
import { Select } from '../../../govuk/Select.tsx'
import { Textarea } from '../../../govuk/Textarea.tsx'
import { TextInput } from '../../../govuk/TextInput.tsx'
import { Form } from '../../../page/Form.tsx'
import { FormProblems, problemOf } from '../../../page/FormProblems.tsx'
import { Main } from '../../../page/Main.tsx'
import { useDraft } from '../../../page/useDraft.ts'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import type { Refused } from '../../../page/useRefused.ts'
import { useSave } from '../../../page/useSave.ts'
import { ActivityFields } from './ActivityFields.tsx'
import type { ActivityForm } from './ActivityFields.tsx'
import { NotHere } from '../NotHere.tsx'

export const EditActionPageQuery = graphql(`
  query EditActionPage($id: ID!) {
    planAction(id: $id) {
      id
      reference
      title
      outcome
      version
      expectedEvidence {
        id
        text
        deadline
      }
      responsible {
        id
        part
        postTitle
        organisationId
        personId
        organisationName
        personName
      }
      activities {
        id
        title
        lead
        deadline
        status
        comments
      }
      updates {
        id
        periodStartsOn
      }
      area {
        id
        viewerCan {
          edit
        }
        plan {
          id
          adoptedAt
          agencies {
            id
            name
          }
          people {
            id
            name
          }
        }
      }
    }
  }
`)

const EditAction = graphql(`
  mutation EditAction($input: EditActionInput!) {
    result: editAction(input: $input) {
      __typename
      ... on PlanAction {
        id
        reference
        title
        outcome
        version
        ...ActionCard
      }
      ...InvalidInputRefusal
      ...ConflictRefusal
    }
  }
`)

const labels = {
  reference: 'Reference',
  title: 'What is to be done',
  outcome: 'Outcome',
  evidence: 'Evidence and deadlines',
  responsible: 'Responsible',
  activities: 'Activities',
}

interface Choice {
  id: string
  name: string
}

interface EvidenceForm {
  text: string
  deadline: string
}

interface ResponsibleForm {
  part: ActionPart
  postTitle: string
  organisationId: string
  personId: string
}

interface ActionForm {
  reference: string
  title: string
  outcome: string
  evidence: EvidenceForm[]
  responsible: ResponsibleForm[]
  activities: ActivityForm[]
  version: number
}

export function EditActionPage() {
  const { actionId = '' } = useParams()
  const [{ data }] = useQuery({ query: EditActionPageQuery, variables: { id: actionId } })
  const action = data?.planAction
  if (!action?.area.viewerCan.edit) return <NotHere what="action" loaded={data !== undefined} />
  const { adoptedAt } = action.area.plan
  const initial: ActionForm = {
    reference: action.reference,
    title: action.title,
    outcome: action.outcome ?? '',
    evidence: action.expectedEvidence.map((item) => ({
      text: item.text ?? '',
      deadline: item.deadline ?? '',
    })),
    responsible: action.responsible.map((one) => ({
      part: one.part,
      postTitle: one.postTitle ?? '',
      organisationId: one.organisationId ?? '',
      personId: one.personId ?? '',
    })),
    activities: action.activities.map((one) => ({
      key: one.id,
      id: one.id,
      title: one.title,
      lead: one.lead ?? '',
      deadline: one.deadline ?? '',
      status: one.status ?? '',
      comments: one.comments ?? '',
    })),
    version: action.version,
  }
  // Somebody who left the board stays in the choice while the action names them.
  const agencies = withNamed(
    action.area.plan.agencies,
    action.responsible.map((one) => ({ id: one.organisationId, name: one.organisationName })),
  )
  const people = withNamed(
    action.area.plan.people,
    action.responsible.map((one) => ({ id: one.personId, name: one.personName })),
  )
  return (
    <EditActionForm
      key={action.id}
      actionId={action.id}
      areaId={action.area.id}
      initial={initial}
      beganOn={adoptedAt ? planBeganOn(todayInLondon(new Date(adoptedAt)), action.updates) : null}
      agencies={agencies}
      people={people}
    />
  )
}

function withNamed(
  choices: readonly Choice[],
  named: readonly { id?: string | null; name?: string | null }[],
): Choice[] {
  const known = new Set(choices.map((choice) => choice.id))
  const missing = new Map(
    named.flatMap(({ id, name }) => (id && !known.has(id) ? [[id, name ?? 'No longer here']] : [])),
  )
  return [...choices, ...[...missing].map(([id, name]) => ({ id, name }))]
}

interface EditActionFormProps {
  actionId: string
  areaId: string
  initial: ActionForm
  beganOn: string | null
  agencies: Choice[]
  people: Choice[]
}

function EditActionForm({ actionId, areaId, initial, beganOn, agencies, people }: EditActionFormProps) {
  const navigate = useNavigate()
  const [draft, setForm, clear] = useDraft<ActionForm>(`action:${actionId}`, initial)
  // What the device kept may come from a form that asked for less.
  const form = { ...initial, ...draft }
  const { save, saving, seenVersion, refused } = useSave(EditAction)
  usePageTitle('Change this action')

  const submit = async () => {
    const changed = await save(
      (clientMutationId) => ({
        ...form,
        actionId,
        version: Math.max(form.version, seenVersion),
        responsible: form.responsible.map((one) => ({
          part: one.part,
          postTitle: one.postTitle,
          organisationId: one.organisationId || null,
          personId: one.personId || null,
        })),
        activities: form.activities.map(({ id, title, lead, deadline, status, comments }) => ({
          id,
          title,
          lead,
          deadline,
          status,
          comments,
        })),
        clientMutationId,
      }),
      checkAction(form),
    )
    if (!changed) return
    clear()
    void navigate(`/areas/${areaId}`)
  }

  return (
    <Main before={<BackLink href={`/areas/${areaId}`}>Back to the area</BackLink>}>
      <FormProblems refused={refused} labels={labels} />
      <h1 className="govuk-heading-l">Change this action</h1>
      <Form action="Save" saving={saving} onSubmit={submit}>
        <TextInput
          name="reference"
          label="Reference (optional)"
          className="govuk-input--width-10"
          value={form.reference}
          onChange={(event) => setForm({ ...form, reference: event.target.value })}
          errorMessage={problemOf(refused, 'reference')}
        />
        <Textarea
          name="title"
          label={labels.title}
          hint={noNamesHint}
          rows={4}
          value={form.title}
          onChange={(event) => setForm({ ...form, title: event.target.value })}
          errorMessage={problemOf(refused, 'title')}
        />
        <Textarea
          name="outcome"
          label="Outcome (optional)"
          hint="What people who use services, and their carers, should notice."
          rows={3}
          value={form.outcome}
          onChange={(event) => setForm({ ...form, outcome: event.target.value })}
          errorMessage={problemOf(refused, 'outcome')}
        />
        <EvidenceFields
          items={form.evidence}
          refused={refused}
          beganOn={beganOn}
          onChange={(evidence) => setForm({ ...form, evidence })}
        />
        <ResponsibleFields
          items={form.responsible}
          agencies={agencies}
          people={people}
          refused={refused}
          onChange={(responsible) => setForm({ ...form, responsible })}
        />
        <ActivityFields
          items={form.activities}
          refused={refused}
          onChange={(activities) => setForm({ ...form, activities })}
        />
      </Form>
    </Main>
  )
}

interface ListProps<Item> {
  items: Item[]
  refused: Refused
  onChange: (items: Item[]) => void
}

const legend = (children: string) => ({ children, className: 'govuk-fieldset__legend--m' })
const smallLegend = (children: string) => ({ children, className: 'govuk-fieldset__legend--s' })

/** Says that a deadline is before the plan began, while it is typed. It may be right, so it can be saved. */
function EarlyDeadline({ text, beganOn }: { text: string; beganOn: string | null }) {
  const early = beganOn === null ? null : deadlineBeforePlan([text], beganOn)
  return (
    <div role="status">
      {early !== null && beganOn !== null && (
        <p className="govuk-body">{deadlineBeforePlanWords(early, beganOn)}</p>
      )}
    </div>
  )
}

interface EvidenceFieldsProps extends ListProps<EvidenceForm> {
  /** The day on which the plan began; null while it is a draft. */
  beganOn: string | null
}

function EvidenceFields({ items, refused, onChange, beganOn }: EvidenceFieldsProps) {
  const change = (index: number, more: Partial<EvidenceForm>) =>
    onChange(items.map((item, at) => (at === index ? { ...item, ...more } : item)))
  return (
    <Fieldset legend={legend('Expected evidence and deadlines')}>
      {items.map((item, index) => (
        // A row has no name but its place.
        // oxlint-disable-next-line react/no-array-index-key
        <Fieldset key={index} legend={smallLegend(`Evidence ${index + 1}`)}>
          <Textarea
            name={`evidence-${index}-text`}
            label="What will show it"
            rows={2}
            value={item.text}
            onChange={(event) => change(index, { text: event.target.value })}
            errorMessage={problemOf(refused, `evidence.${index}.text`)}
          />
          <Textarea
            name={`evidence-${index}-deadline`}
            label="By when"
            rows={2}
            hint="In words or as a date, such as End March 2027."
            value={item.deadline}
            onChange={(event) => change(index, { deadline: event.target.value })}
            errorMessage={problemOf(refused, `evidence.${index}.deadline`)}
          />
          <EarlyDeadline text={item.deadline} beganOn={beganOn} />
          <Button type="button" variant="secondary" onClick={() => onChange(items.toSpliced(index, 1))}>
            Remove evidence {index + 1}
          </Button>
        </Fieldset>
      ))}
      <Button
        type="button"
        id="evidence"
        variant="secondary"
        onClick={() => onChange([...items, { text: '', deadline: '' }])}
      >
        Add evidence
      </Button>
    </Fieldset>
  )
}

const partHint =
  'The lead officer writes the updates; the authorising officer authorises them or returns them with a reason.'

function ResponsibleFields({
  items,
  agencies,
  people,
  refused,
  onChange,
}: ListProps<ResponsibleForm> & { agencies: Choice[]; people: Choice[] }) {
  const change = (index: number, more: Partial<ResponsibleForm>) =>
    onChange(items.map((item, at) => (at === index ? { ...item, ...more } : item)))
  const choices = (none: string, from: Choice[]) => [
    { value: '', text: none },
    ...from.map((choice) => ({ value: choice.id, text: choice.name })),
  ]
  return (
    <Fieldset legend={legend('Who is responsible')}>
      {items.map((item, index) => (
        // A row has no name but its place.
        // oxlint-disable-next-line react/no-array-index-key
        <Fieldset key={index} legend={smallLegend(`Responsible ${index + 1}`)}>
          <Select
            name={`responsible-${index}-part`}
            label="Part"
            hint={index === 0 ? partHint : undefined}
            items={Object.entries(actionPartName).map(([value, text]) => ({ value, text }))}
            value={item.part}
            onChange={({ target }) =>
              change(index, {
                part: Object.values(ActionPart).find((each) => each === target.value) ?? item.part,
              })
            }
          />
          <TextInput
            name={`responsible-${index}-postTitle`}
            label="Post"
            hint="The title of the job, such as Head of Service."
            value={item.postTitle}
            onChange={(event) => change(index, { postTitle: event.target.value })}
            errorMessage={problemOf(refused, `responsible.${index}.postTitle`)}
          />
          <Select
            name={`responsible-${index}-organisationId`}
            label="Agency"
            items={choices('No agency', agencies)}
            value={item.organisationId}
            onChange={(event) => change(index, { organisationId: event.target.value })}
            errorMessage={problemOf(refused, `responsible.${index}.organisationId`)}
          />
          <Select
            name={`responsible-${index}-personId`}
            label="Person of the board"
            items={choices('Nobody', people)}
            value={item.personId}
            onChange={(event) => change(index, { personId: event.target.value })}
            errorMessage={problemOf(refused, `responsible.${index}.personId`)}
          />
          <Button type="button" variant="secondary" onClick={() => onChange(items.toSpliced(index, 1))}>
            Remove responsible {index + 1}
          </Button>
        </Fieldset>
      ))}
      <Button
        type="button"
        id="responsible"
        variant="secondary"
        onClick={() =>
          onChange([...items, { part: 'RESPONSIBLE', postTitle: '', organisationId: '', personId: '' }])
        }
      >
        Add somebody responsible
      </Button>
    </Fieldset>
  )
}
