import { useParams } from 'react-router'
import { useQuery } from 'urql'
import { graphql, readFragment } from '../../../gql/index.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { Button } from '../../../govuk/Button.tsx'
import { Link } from '../../../govuk/Link.tsx'
import { Main } from '../../../page/Main.tsx'
import { Missing, missingTitle } from '../../../page/Missing.tsx'
import { SavedBanner } from '../../../page/SavedBanner.tsx'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { MeetingEntry } from '../meeting/MeetingEntry.tsx'
import { isOver } from '../meeting/meetingState.ts'
import { StrategyKindFragment } from './strategyFragments.ts'

export const StrategyMeetingsPageQuery = graphql(`
  query StrategyMeetingsPage($boardId: ID!) {
    board(id: $boardId) {
      id
      name
      viewerCanPlanStrategy
      viewerReadsStrategy
      strategyKinds {
        id
        ...StrategyKind
      }
      meetings(kind: STRATEGY) {
        id
        heldOn
        caseReference
        registerClosedAt
        ...MeetingEntry
      }
    }
  }
`)

/** The strategy meetings of a board, for its officers: those to come first, then the last ones. */
export function StrategyMeetingsPage() {
  const { boardId = '' } = useParams()
  const [{ data }] = useQuery({ query: StrategyMeetingsPageQuery, variables: { boardId } })
  const board = data?.board
  usePageTitle(board?.viewerReadsStrategy ? `Strategy meetings – ${board.name}` : missingTitle)
  if (!board?.viewerReadsStrategy) return <Missing />
  const kinds = readFragment(StrategyKindFragment, board.strategyKinds)
  const groups = [
    { heading: 'To come', meetings: board.meetings.filter((meeting) => !isOver(meeting)) },
    { heading: 'Past', meetings: board.meetings.filter(isOver).toReversed() },
  ].filter(({ meetings }) => meetings.length > 0)
  const address = `/boards/${board.id}/strategy`
  return (
    <Main before={<BackLink href={`/boards/${board.id}/meetings`}>Back to the meetings</BackLink>}>
      <SavedBanner />
      <span className="govuk-caption-l">{board.name}</span>
      <h1 className="govuk-heading-l">Strategy meetings</h1>
      <p>
        Each is about one case, which is known by its reference alone. Only those who are asked see it, and
        the officers of the board.
      </p>
      {board.viewerCanPlanStrategy && (
        <Button href={`${address}/new`} variant="secondary">
          Plan a strategy meeting
        </Button>
      )}
      {groups.length === 0 && <p>There is no strategy meeting yet.</p>}
      {groups.map(({ heading, meetings }) => (
        <div key={heading}>
          <h2 className="govuk-heading-m">{heading}</h2>
          <ul className="govuk-list bw-entries">
            {meetings.map((meeting) => (
              <MeetingEntry key={meeting.id} meeting={meeting} />
            ))}
          </ul>
        </div>
      ))}
      <h2 className="govuk-heading-m">Kinds of meetings and who is asked</h2>
      {kinds.length === 0 && <p>No kind is set yet. A kind has a list of those who are asked each time.</p>}
      <ul className="govuk-list govuk-list--spaced">
        {kinds.map(({ id, name, invitees }) => (
          <li key={id}>
            {board.viewerCanPlanStrategy ? (
              <Link href={`${address}/kinds/${id}`}>{name}</Link>
            ) : (
              <strong>{name}</strong>
            )}
            : {invitees.length === 0 ? 'nobody is on its list' : `${invitees.length} on its list`}
          </li>
        ))}
      </ul>
      {board.viewerCanPlanStrategy && (
        <Button href={`${address}/kinds/new`} variant="secondary">
          Add a kind
        </Button>
      )}
    </Main>
  )
}
