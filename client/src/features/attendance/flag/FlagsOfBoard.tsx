import { graphql, readFragment } from '../../../gql/index.ts'
import type { FragmentType } from '../../../gql/index.ts'
import { Link } from '../../../govuk/Link.tsx'
import { FlagEntries } from './FlagEntries.tsx'

export const FlagsOfBoardFragment = graphql(`
  fragment FlagsOfBoard on Board {
    id
    openFlags {
      id
      ...FlagEntry
    }
  }
`)

/** The flags of a board about which something is still to be done, as far as the viewer sees them. */
export function FlagsOfBoard({ board: given }: { board: FragmentType<typeof FlagsOfBoardFragment> }) {
  const { id, openFlags } = readFragment(FlagsOfBoardFragment, given)
  if (openFlags.length === 0) return null
  return (
    <section aria-labelledby="flags">
      <h2 className="govuk-heading-m" id="flags">
        Open flags
      </h2>
      <FlagEntries flags={openFlags} />
      <p>
        <Link href={`/boards/${id}/flags`}>All flags</Link>
      </p>
    </section>
  )
}
