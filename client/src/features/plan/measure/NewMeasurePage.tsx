import { useParams } from 'react-router'
import { useQuery } from 'urql'
import { graphql } from '../../../gql/gql.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { Main } from '../../../page/Main.tsx'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { MeasureForm } from './MeasureForm.tsx'
import { NotHere, notHere } from '../NotHere.tsx'
import { named } from '../words.ts'

export const NewMeasurePageQuery = graphql(`
  query NewMeasurePage($id: ID!) {
    planAction(id: $id) {
      id
      reference
      title
      viewerCanSetMeasures
    }
  }
`)

export function NewMeasurePage() {
  const { actionId = '' } = useParams()
  const [{ data }] = useQuery({ query: NewMeasurePageQuery, variables: { id: actionId } })
  const action = data?.planAction
  usePageTitle(action?.viewerCanSetMeasures ? 'Add a measure' : notHere('action'))
  if (!action?.viewerCanSetMeasures) return <NotHere what="action" loaded={data !== undefined} />
  return (
    <Main before={<BackLink href={`/actions/${action.id}`}>Back to {named(action, 'the action')}</BackLink>}>
      <MeasureForm key={action.id} actionId={action.id} heading="Add a measure" />
    </Main>
  )
}
