import { useQuery } from 'urql'
import { graphql } from '../../../gql/gql.ts'
import { Link } from '../../../govuk/Link.tsx'
import { Main } from '../../../page/Main.tsx'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { dateText } from '../words.ts'

export const SharedAreasQuery = graphql(`
  query SharedAreas {
    sharedAreas {
      id
      areaId
      areaReference
      areaTitle
      planTitle
      boardName
      receiverName
      level
      reason
      endsOn
    }
  }
`)

/** What other boards opened to the viewer's boards and agencies. */
export function SharedAreasPage() {
  usePageTitle('Shared with you')
  const [{ data }] = useQuery({ query: SharedAreasQuery })
  const shares = data?.sharedAreas ?? []
  return (
    <Main>
      <h1 className="govuk-heading-l">Shared with you</h1>
      <p className="govuk-body-l">Areas of other boards’ plans that are open to your boards or agencies.</p>
      {shares.length === 0 && <p>Nothing is shared with you at the moment.</p>}
      <ul className="govuk-list bw-entries">
        {shares.map((share) => (
          <li key={share.id}>
            <Link href={`/areas/${share.areaId}`} className="govuk-!-font-weight-bold">
              {[share.areaReference, share.areaTitle].filter(Boolean).join(' ') || 'An area'}
            </Link>
            <br />
            From {share.planTitle ?? 'a plan'} of {share.boardName}, shared with {share.receiverName} to{' '}
            {share.level === 'READ' ? 'read' : 'read and comment'} until {dateText(share.endsOn)}.
            <br />
            Reason: {share.reason}
          </li>
        ))}
      </ul>
    </Main>
  )
}
