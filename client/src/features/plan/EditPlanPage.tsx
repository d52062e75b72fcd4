import { useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { checkPlanTitle } from '@boardwork/shared/plan/planRules.ts'
import { graphql } from '../../gql/gql.ts'
import { BackLink } from '../../govuk/BackLink.tsx'
import { TextInput } from '../../govuk/TextInput.tsx'
import { Form } from '../../page/Form.tsx'
import { FormProblems, problemOf } from '../../page/FormProblems.tsx'
import { Main } from '../../page/Main.tsx'
import { useDraft } from '../../page/useDraft.ts'
import { usePageTitle } from '../../page/usePageTitle.ts'
import { useSave } from '../../page/useSave.ts'
import { NotHere } from './NotHere.tsx'

export const EditPlanPageQuery = graphql(`
  query EditPlanPage($id: ID!) {
    plan(id: $id) {
      id
      title
      version
      viewerCan {
        edit
      }
    }
  }
`)

const EditPlan = graphql(`
  mutation EditPlan($input: EditPlanInput!) {
    result: editPlan(input: $input) {
      __typename
      ... on Plan {
        id
        title
        version
      }
      ...InvalidInputRefusal
      ...ConflictRefusal
    }
  }
`)

export function EditPlanPage() {
  const { planId = '' } = useParams()
  const [{ data }] = useQuery({ query: EditPlanPageQuery, variables: { id: planId } })
  const plan = data?.plan
  if (!plan?.viewerCan.edit) return <NotHere what="plan" loaded={data !== undefined} />
  return <EditPlanForm key={plan.id} plan={plan} />
}

function EditPlanForm({ plan }: { plan: { id: string; title: string; version: number } }) {
  const navigate = useNavigate()
  const [form, setForm, clear] = useDraft(`plan:${plan.id}`, { title: plan.title, version: plan.version })
  const { save, saving, seenVersion, refused } = useSave(EditPlan)
  usePageTitle('Change the title of the plan')

  const submit = async () => {
    const changed = await save(
      (clientMutationId) => ({
        ...form,
        planId: plan.id,
        version: Math.max(form.version, seenVersion),
        clientMutationId,
      }),
      checkPlanTitle(form.title),
    )
    if (!changed) return
    clear()
    void navigate(`/plans/${plan.id}`)
  }

  return (
    <Main before={<BackLink href={`/plans/${plan.id}`}>Back to the plan</BackLink>}>
      <FormProblems refused={refused} labels={{ title: 'Title' }} />
      <h1 className="govuk-heading-l">Change the title of the plan</h1>
      <Form action="Save" saving={saving} onSubmit={submit}>
        <TextInput
          name="title"
          label="Title"
          value={form.title}
          onChange={(event) => setForm({ ...form, title: event.target.value })}
          errorMessage={problemOf(refused, 'title')}
        />
      </Form>
    </Main>
  )
}
