import { useNavigate, useParams, useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import { readTypedDay } from '@boardwork/shared/board/dates.ts'
import { checkMilestone } from '@boardwork/shared/plan/milestone.ts'
import { noNamesHint } from '@boardwork/shared/plan/planRules.ts'
import { graphql } from '../../../gql/gql.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { Radios } from '../../../govuk/Radios.tsx'
import { Textarea } from '../../../govuk/Textarea.tsx'
import { DayField } from '../../../page/DayField.tsx'
import type { TypedDay } from '../../../page/DayField.tsx'
import { Form } from '../../../page/Form.tsx'
import { FormProblems, problemOf } from '../../../page/FormProblems.tsx'
import { Main } from '../../../page/Main.tsx'
import { saved } from '../../../page/SavedBanner.tsx'
import { useDraft } from '../../../page/useDraft.ts'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { useSave } from '../../../page/useSave.ts'
import { AddReviews, SaveMilestone } from './milestoneFragments.ts'
import { NotHere, notHere } from '../NotHere.tsx'
import { named } from '../words.ts'

export const NewMilestonePageQuery = graphql(`
  query NewMilestonePage($id: ID!, $actionId: ID!, $ofAction: Boolean!) {
    plan(id: $id) {
      id
      title
      viewerCanSetMilestones
    }
    planAction(id: $actionId) @include(if: $ofAction) {
      id
      reference
      title
    }
  }
`)

/** What the page asks for, from its address. */
export function newMilestoneVariables(
  { planId = '' }: Record<string, string | undefined>,
  search: URLSearchParams,
) {
  const actionId = search.get('action') ?? ''
  return { id: planId, actionId, ofAction: actionId !== '' }
}

/** Adds a milestone, or reviews from a day, to a plan or to one of its actions. */
export function NewMilestonePage() {
  const params = useParams()
  const [search] = useSearchParams()
  const variables = newMilestoneVariables(params, search)
  const [{ data }] = useQuery({ query: NewMilestonePageQuery, variables })
  const plan = data?.plan
  const action = data?.planAction ?? null
  const may = plan?.viewerCanSetMilestones && (action !== null) === variables.ofAction
  usePageTitle(may ? 'Add a milestone' : notHere('plan'))
  if (!plan || !may) return <NotHere what="plan" loaded={data !== undefined} />
  return (
    <MilestoneForm
      key={action?.id ?? plan.id}
      planId={plan.id}
      actionId={action?.id ?? null}
      name={action ? named(action, 'Action without a title') : plan.title}
    />
  )
}

interface MilestoneFormProps {
  planId: string
  actionId: string | null
  /** Of the plan or the action. */
  name: string
}

interface Typed {
  kind: 'MILESTONE' | 'REVIEWS'
  title: string
  dueOn: TypedDay
  startsOn: TypedDay
}

function MilestoneForm({ planId, actionId, name }: MilestoneFormProps) {
  const navigate = useNavigate()
  const saving = useSave(SaveMilestone)
  const adding = useSave(AddReviews)
  const [typed, type, clear] = useDraft<Typed>(`milestone:new:${actionId ?? planId}`, {
    kind: 'MILESTONE',
    title: '',
    dueOn: {},
    startsOn: {},
  })
  const back = actionId === null ? `/plans/${planId}` : `/actions/${actionId}`
  const reviews = typed.kind === 'REVIEWS'
  const { refused } = reviews ? adding : saving

  const submit = async () => {
    const dueOn = readTypedDay(typed.dueOn) ?? null
    const startsOn = readTypedDay(typed.startsOn) ?? null
    const added = reviews
      ? await adding.save(
          (clientMutationId) => ({ planId, actionId, startsOn, clientMutationId }),
          startsOn === null
            ? [{ field: 'startsOn', message: 'Enter the day from which to count, such as 31 3 2027.' }]
            : [],
        )
      : await saving.save(
          (clientMutationId) => ({
            planId,
            actionId,
            title: typed.title,
            dueOn: dueOn ?? '',
            version: 0,
            clientMutationId,
          }),
          checkMilestone({ title: typed.title, dueOn }),
        )
    if (!added) return
    clear()
    void navigate(back, { state: saved(reviews ? 'The reviews are added' : 'The milestone is added') })
  }

  return (
    <Main before={<BackLink href={back}>Back to the {actionId === null ? 'plan' : 'action'}</BackLink>}>
      <FormProblems refused={refused} />
      <span className="govuk-caption-l">{name}</span>
      <h1 className="govuk-heading-l">Add a milestone</h1>
      <Form action="Add" saving={saving.saving || adding.saving} onSubmit={submit}>
        <Radios
          name="kind"
          fieldset={{ legend: 'What do you want to add?' }}
          value={typed.kind}
          onValueChange={(kind) => type({ ...typed, kind: kind === 'REVIEWS' ? kind : 'MILESTONE' })}
          items={[
            {
              value: 'MILESTONE',
              text: 'A milestone',
              hint: 'Something that shall be there by a day.',
              conditional: (
                <>
                  <Textarea
                    name="title"
                    label="What shall be there?"
                    hint={noNamesHint}
                    rows={2}
                    value={typed.title}
                    onChange={(event) => type({ ...typed, title: event.target.value })}
                    errorMessage={problemOf(refused, 'title')}
                  />
                  <DayField
                    name="dueOn"
                    legend="By which day?"
                    hint="For example, 31 3 2027."
                    value={typed.dueOn}
                    errorMessage={problemOf(refused, 'dueOn')}
                    onChange={(dueOn) => type({ ...typed, dueOn })}
                  />
                </>
              ),
            },
            {
              value: 'REVIEWS',
              text: 'Reviews 30, 60 and 90 days after a day',
              hint: 'The board looks how it goes, and says what it found and decided. Each day can be changed later.',
              conditional: (
                <DayField
                  name="startsOn"
                  legend="From which day are they counted?"
                  hint="For example, 31 3 2027."
                  value={typed.startsOn}
                  errorMessage={problemOf(refused, 'startsOn')}
                  onChange={(startsOn) => type({ ...typed, startsOn })}
                />
              ),
            },
          ]}
        />
      </Form>
    </Main>
  )
}
