import type { SubmitEvent } from 'react'
import { useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { checkPlanTitle } from '@boardwork/shared/plan/planRules.ts'
import { graphql } from '../../gql/gql.ts'
import { BackLink } from '../../govuk/BackLink.tsx'
import { Button } from '../../govuk/Button.tsx'
import { TextInput } from '../../govuk/TextInput.tsx'
import { Main } from '../../page/Main.tsx'
import { NotHere } from './NotHere.tsx'
import { useDraft } from '../../page/useDraft.ts'
import { usePageTitle } from '../../page/usePageTitle.ts'
import { ConflictTexts } from './ConflictTexts.tsx'
import { problemOf, Problems } from './Problems.tsx'
import { useRefusal } from './useRefusal.ts'
import { useSend } from './useSend.ts'

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
    editPlan(input: $input) {
      __typename
      ... on Plan {
        id
        title
        version
      }
      ... on InvalidInput {
        problems {
          field
          message
        }
      }
      ... on Conflict {
        currentVersion
        fields {
          field
          theirs
          yours
        }
      }
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
  const { send, sending, failure } = useSend(EditPlan)
  const { attempt, problems, conflict, refuse, conflictWith } = useRefusal()
  usePageTitle('Change the title of the plan', problems.length > 0)

  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    if (!refuse(checkPlanTitle(form.title))) return
    const answer = await send({ planId: plan.id, version: form.version, title: form.title })
    const result = answer?.editPlan
    if (result?.__typename === 'Plan') {
      clear()
      void navigate(`/plans/${plan.id}`)
    } else if (result?.__typename === 'InvalidInput') refuse(result.problems)
    else if (result?.__typename === 'Conflict') {
      conflictWith(result.fields)
      setForm({ ...form, version: result.currentVersion })
    } else refuse([])
  }

  return (
    <Main before={<BackLink href={`/plans/${plan.id}`}>Back to the plan</BackLink>}>
      <Problems attempt={attempt} problems={problems} failure={failure} />
      <h1 className="govuk-heading-l">Change the title of the plan</h1>
      {conflict && <ConflictTexts fields={conflict} labels={{ title: 'Title' }} />}
      <form noValidate onSubmit={(event) => void save(event)}>
        <TextInput
          name="title"
          label="Title"
          value={form.title}
          onChange={(event) => setForm({ ...form, title: event.target.value })}
          errorMessage={problemOf(problems, 'title')}
        />
        <Button disabled={sending}>Save</Button>
      </form>
    </Main>
  )
}
