import { useQuery } from 'urql'
import { graphql } from '../../../gql/gql.ts'
import { Link } from '../../../govuk/Link.tsx'
import { countText } from '../words.ts'

const OpenPointersQuery = graphql(`
  query OpenPointers($id: ID!) {
    plan(id: $id) {
      id
      openPointers
    }
  }
`)

/** Every word of every action has to be read for it: with more actions than this, only for whoever wants to know. */
const mostActions = 500

/** How many things in a plan do not seem to fit and have no answer; the page does not wait for it. */
export function SecondLook({ planId, actions }: { planId: string; actions: number }) {
  const few = actions <= mostActions
  const [{ data }] = useQuery({ query: OpenPointersQuery, variables: { id: planId }, pause: !few })
  const count = data?.plan?.openPointers ?? 0
  const address = `/plans/${planId}?pointers=yes`
  if (!few)
    return (
      <p>
        <Link href={address}>Show the actions that are worth a second look</Link>
      </p>
    )
  if (count === 0) return null
  return (
    <p>
      {countText(count, 'thing')} in this plan {count === 1 ? 'is' : 'are'} worth a second look.{' '}
      <Link href={address}>Show the actions</Link>
    </p>
  )
}
