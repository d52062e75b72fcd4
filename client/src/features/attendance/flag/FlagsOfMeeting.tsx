import { graphql, readFragment } from '../../../gql/index.ts'
import type { FragmentType } from '../../../gql/index.ts'
import { FlagEntries } from './FlagEntries.tsx'

export const FlagsOfMeetingFragment = graphql(`
  fragment FlagsOfMeeting on Meeting {
    id
    flagsToDiscuss {
      id
      ...FlagEntry
    }
  }
`)

/** On the page of a meeting that is still to be held: the flags that the board has not decided on. */
export function FlagsOfMeeting({ meeting: given }: { meeting: FragmentType<typeof FlagsOfMeetingFragment> }) {
  const { flagsToDiscuss } = readFragment(FlagsOfMeetingFragment, given)
  if (flagsToDiscuss.length === 0) return null
  return (
    <section aria-labelledby="flags">
      <h2 className="govuk-heading-m" id="flags">
        Flags to speak about
      </h2>
      <FlagEntries flags={flagsToDiscuss} />
    </section>
  )
}
