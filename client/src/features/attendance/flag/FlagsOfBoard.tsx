import { graphql, readFragment } from '../../../gql/index.ts'
import type { FragmentType } from '../../../gql/index.ts'
import { Link } from '../../../govuk/Link.tsx'
import { FlagEntries } from './FlagEntries.tsx'

export const FlagsOfBoardFragment = graphql(`
  fragment FlagsOfBoard on Board {
    id
    openFlags {
      id
      year
      ...FlagEntry
    }
  }
`)

interface FlagsOfBoardProps {
  board: FragmentType<typeof FlagsOfBoardFragment>
  year: number
}

/** The flags of a year of a board about which something is still to be done, as far as the viewer sees them. */
export function FlagsOfBoard({ board: given, year }: FlagsOfBoardProps) {
  const { id, openFlags } = readFragment(FlagsOfBoardFragment, given)
  const flags = openFlags.filter((flag) => flag.year === year)
  if (flags.length === 0) return null
  return (
    <section aria-labelledby="flags">
      <h2 className="govuk-heading-m" id="flags">
        Open flags
      </h2>
      <FlagEntries flags={flags} />
      <p>
        <Link href={`/boards/${id}/flags?year=${year}`}>All flags</Link>
      </p>
    </section>
  )
}
