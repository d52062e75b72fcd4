import { formatDay } from '@boardwork/shared/board/dates.ts'
import { graphql, readFragment } from '../../../gql/index.ts'
import type { FragmentType } from '../../../gql/index.ts'
import { Link } from '../../../govuk/Link.tsx'

export const DecidedAtFragment = graphql(`
  fragment DecidedAt on PlanAction {
    id
    decidedAt {
      id
      words
      meeting {
        id
        title
        heldOn
      }
    }
  }
`)

/** The meetings that gave an action of the plan, for those who see the meetings. */
export function DecidedAt({ action: given }: { action: FragmentType<typeof DecidedAtFragment> }) {
  const { decidedAt } = readFragment(DecidedAtFragment, given)
  if (decidedAt.length === 0) return null
  return (
    <section aria-labelledby="decided-at" className="govuk-!-margin-bottom-6">
      <h2 className="govuk-heading-m" id="decided-at">
        Decided at
      </h2>
      <ul className="govuk-list govuk-list--spaced">
        {decidedAt.map(({ id, words, meeting }) => (
          <li key={id}>
            <Link href={`/meetings/${meeting.id}`}>
              {meeting.title}, {formatDay(meeting.heldOn)}
            </Link>
            : <span className="bw-prose">{words}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
