import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { graphql } from '../../gql/gql.ts'
import { BackLink } from '../../govuk/BackLink.tsx'
import { Button } from '../../govuk/Button.tsx'
import { WarningText } from '../../govuk/WarningText.tsx'
import { Main } from '../../page/Main.tsx'
import { NotHere, notHere } from './NotHere.tsx'
import { usePageTitle } from '../../page/usePageTitle.ts'
import { Problems } from './Problems.tsx'
import { useSend } from './useSend.ts'
import { countText } from './words.ts'

export const AdoptPlanPageQuery = graphql(`
  query AdoptPlanPage($id: ID!) {
    plan(id: $id) {
      id
      title
      state
      version
      counts {
        areas
        actions
      }
      viewerCan {
        adopt
      }
    }
  }
`)

const AdoptPlan = graphql(`
  mutation AdoptPlan($input: AdoptPlanInput!) {
    adoptPlan(input: $input) {
      __typename
      ... on Plan {
        id
        state
        adoptedAt
        version
        viewerCan {
          adopt
          edit
          share
        }
      }
      ... on Conflict {
        message
        currentVersion
      }
      ... on NotReady {
        message
      }
    }
  }
`)

/** The chair says yes to a draft, after reading what it does. */
export function AdoptPlanPage() {
  const { planId = '' } = useParams()
  const navigate = useNavigate()
  const [{ data }, reload] = useQuery({ query: AdoptPlanPageQuery, variables: { id: planId } })
  const { send, sending, failure } = useSend(AdoptPlan)
  const [attempt, setAttempt] = useState(0)
  const [refusal, setRefusal] = useState<string | null>(null)
  const plan = data?.plan
  usePageTitle(plan ? 'Adopt this plan' : notHere('plan'), refusal !== null || failure !== null)
  if (!plan) return <NotHere what="plan" loaded={data !== undefined} />

  const adopt = async () => {
    const answer = await send({ planId: plan.id, version: plan.version })
    setAttempt((last) => last + 1)
    if (answer?.adoptPlan.__typename === 'Plan') void navigate(`/plans/${plan.id}`)
    else if (answer?.adoptPlan.__typename === 'Conflict') {
      reload({ requestPolicy: 'network-only' })
      setRefusal('The plan was changed while you were reading it. Look at it again before you adopt it.')
    } else setRefusal(answer?.adoptPlan.message ?? null)
  }

  return (
    <Main before={<BackLink href={`/plans/${plan.id}`}>Back to the plan</BackLink>}>
      <Problems attempt={attempt} problems={[]} failure={failure ?? refusal} />
      <h1 className="govuk-heading-l">Adopt this plan</h1>
      <p className="govuk-body-l">{plan.title}</p>
      <p>
        It has {countText(plan.counts.areas, 'area')} and {countText(plan.counts.actions, 'action')}.
      </p>
      <WarningText>
        Once you adopt it, all members of the board see this plan. You cannot make it a draft again.
      </WarningText>
      {plan.viewerCan.adopt ? (
        <Button type="button" disabled={sending} onClick={() => void adopt()}>
          Adopt this plan
        </Button>
      ) : (
        <p>
          {plan.state === 'ADOPTED'
            ? 'This plan has been adopted.'
            : 'Only the chair of the board can adopt it.'}
        </p>
      )}
    </Main>
  )
}
