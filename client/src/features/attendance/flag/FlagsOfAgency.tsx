import { graphql, readFragment } from '../../../gql/index.ts'
import type { FragmentType } from '../../../gql/index.ts'
import { FlagEntries } from './FlagEntries.tsx'

export const FlagsOfAgencyFragment = graphql(`
  fragment FlagsOfAgency on Organisation {
    id
    flags {
      id
      ...FlagEntry
    }
  }
`)

/** The flags about an agency at all of its boards, as far as the viewer sees them. */
export function FlagsOfAgency({ agency: given }: { agency: FragmentType<typeof FlagsOfAgencyFragment> }) {
  const { flags } = readFragment(FlagsOfAgencyFragment, given)
  return (
    <section aria-labelledby="flags">
      <h2 className="govuk-heading-m" id="flags">
        Flags
      </h2>
      {flags.length === 0 ? <p>No board has put a flag to this agency.</p> : <FlagEntries flags={flags} />}
    </section>
  )
}
