import { useEffect } from 'react'
import { useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { graphql } from '../../gql/gql.ts'
import { BackLink } from '../../govuk/BackLink.tsx'
import { Button } from '../../govuk/Button.tsx'
import { WarningText } from '../../govuk/WarningText.tsx'
import { FormProblems } from '../../page/FormProblems.tsx'
import { Main } from '../../page/Main.tsx'
import { usePageTitle } from '../../page/usePageTitle.ts'
import { useSave } from '../../page/useSave.ts'
import { NotHere, notHere } from './NotHere.tsx'
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
    result: adoptPlan(input: $input) {
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
      ...ConflictRefusal
      ...NotReadyRefusal
    }
  }
`)

/** The chair says yes to a draft, after reading what it does. */
export function AdoptPlanPage() {
  const { planId = '' } = useParams()
  const navigate = useNavigate()
  const [{ data }, reload] = useQuery({ query: AdoptPlanPageQuery, variables: { id: planId } })
  const { save, saving, refused } = useSave(AdoptPlan)
  const plan = data?.plan
  usePageTitle(plan ? 'Adopt this plan' : notHere('plan'))
  // Who adopts must have seen the plan as it stands.
  useEffect(() => {
    if (refused.conflict) reload({ requestPolicy: 'network-only' })
  }, [refused.conflict, reload])
  if (!plan) return <NotHere what="plan" loaded={data !== undefined} />

  const adopt = async () => {
    const adopted = await save((clientMutationId) => ({
      planId: plan.id,
      version: plan.version,
      clientMutationId,
    }))
    if (adopted) void navigate(`/plans/${plan.id}`)
  }

  return (
    <Main before={<BackLink href={`/plans/${plan.id}`}>Back to the plan</BackLink>}>
      <FormProblems refused={refused} />
      <h1 className="govuk-heading-l">Adopt this plan</h1>
      <p className="govuk-body-l">{plan.title}</p>
      <p>
        It has {countText(plan.counts.areas, 'area')} and {countText(plan.counts.actions, 'action')}.
      </p>
      <WarningText>
        Once you adopt it, all members of the board see this plan. You cannot make it a draft again.
      </WarningText>
      {plan.viewerCan.adopt ? (
        <Button type="button" disabled={saving} onClick={() => void adopt()}>
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
