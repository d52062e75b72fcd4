import { useParams } from 'react-router'
import { useQuery } from 'urql'
import { graphql } from '../../gql/gql.ts'
import { BackLink } from '../../govuk/BackLink.tsx'
import { Main } from '../../page/Main.tsx'
import { Missing } from '../../page/Missing.tsx'
import { RecordMergerForm } from './RecordMergerForm.tsx'
import { TakeBackMergerForm } from './TakeBackMergerForm.tsx'

export const MergerPageQuery = graphql(`
  query MergerPage($organisationId: ID!) {
    organisation(id: $organisationId) {
      id
      viewerCan {
        recordMerger
      }
      partOf {
        organisationId
      }
      ...RecordMerger
      ...TakeBackMerger
    }
  }
`)

/** An administrator records that an organisation became part of another one, or takes that back. */
export function MergerPage() {
  const { organisationId = '' } = useParams()
  const [{ data }] = useQuery({ query: MergerPageQuery, variables: { organisationId } })
  const organisation = data?.organisation
  if (!organisation?.viewerCan.recordMerger) return <Missing />
  return (
    <Main
      before={<BackLink href={`/organisations/${organisationId}/change`}>Back to the organisation</BackLink>}
    >
      {organisation.partOf ? (
        <TakeBackMergerForm organisation={organisation} />
      ) : (
        <RecordMergerForm organisation={organisation} />
      )}
    </Main>
  )
}
