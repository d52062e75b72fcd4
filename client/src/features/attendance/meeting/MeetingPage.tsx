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
import { WhyLink } from '../../../page/WhyLink.tsx'
import { AgendaOfMeeting } from '../agenda/AgendaOfMeeting.tsx'
import { DecisionsOfMeeting } from '../agenda/DecisionsOfMeeting.tsx'
import { ExpectedAtMeeting } from './ExpectedAtMeeting.tsx'
import { FlagsOfMeeting } from '../flag/FlagsOfMeeting.tsx'
import { RegisterOfMeeting } from '../register/RegisterOfMeeting.tsx'
import { MeetingAnswers } from '../answer/MeetingAnswers.tsx'
import { OpenActionsOfMeeting } from '../agenda/OpenActionsOfMeeting.tsx'
import { PapersOfMeeting } from '../agenda/PapersOfMeeting.tsx'
import { MeetingDetails, MeetingDetailsFragment } from './MeetingDetails.tsx'
import { SendInvitations } from '../answer/SendInvitations.tsx'
import { SeriesOfMeeting } from './SeriesOfMeeting.tsx'

export const MeetingPageQuery = graphql(`
  query MeetingPage($id: ID!) {
    meeting(id: $id) {
      id
      board {
        id
        name
        viewerReadsStrategy
      }
      ...MeetingDetails
      ...SeriesOfMeeting
      ...MeetingAnswers
      ...SendInvitations
      ...ExpectedAtMeeting
      ...RegisterOfMeeting
      ...FlagsOfMeeting
      ...OpenActionsOfMeeting
      ...AgendaOfMeeting
      ...PapersOfMeeting
      ...DecisionsOfMeeting
      viewerCanInvite
      viewerCanChangeReference
    }
  }
`)

/** A meeting: when and where, who is expected, and what came of it. */
export function MeetingPage() {
  const { meetingId = '' } = useParams()
  const [{ data }] = useQuery({ query: MeetingPageQuery, variables: { id: meetingId } })
  const meeting = data?.meeting
  const details = readFragment(MeetingDetailsFragment, meeting)
  usePageTitle(details?.title ?? missingTitle)
  if (!meeting || !details) return <Missing />
  const { viewerCan, title } = details
  const address = `/meetings/${meeting.id}`
  // Who is asked to a strategy meeting need not be one who sees the board.
  const isStrategy = details.kind === 'STRATEGY'
  const backTo = isStrategy ? 'strategy' : 'meetings'
  const seesList =
    meeting.board !== null &&
    meeting.board !== undefined &&
    (!isStrategy || meeting.board.viewerReadsStrategy)
  return (
    <Main
      before={
        seesList && meeting.board ? (
          <BackLink href={`/boards/${meeting.board.id}/${backTo}`}>Back to the meetings</BackLink>
        ) : (
          <BackLink href="/">Back to your boards</BackLink>
        )
      }
    >
      <SavedBanner />
      <span className="govuk-caption-l">{meeting.board?.name ?? 'A board of another region'}</span>
      <h1 className="govuk-heading-l">{title}</h1>
      <MeetingDetails meeting={meeting} />
      <SeriesOfMeeting meeting={meeting} />
      {(viewerCan.change || viewerCan.cancel) && (
        <div className="govuk-button-group">
          {viewerCan.change && (
            <Button href={`${address}/change`} variant="secondary">
              Change the meeting
            </Button>
          )}
          {viewerCan.cancel && (
            <Button href={`${address}/cancel`} variant="secondary">
              Cancel the meeting
            </Button>
          )}
        </div>
      )}
      <MeetingAnswers meeting={meeting} />
      <SendInvitations meeting={meeting} />
      <ExpectedAtMeeting meeting={meeting} />
      <RegisterOfMeeting meeting={meeting} />
      <FlagsOfMeeting meeting={meeting} />
      {meeting.viewerCanInvite && (
        <p>
          <Link href={`${address}/invitees`}>Change who is asked</Link>
        </p>
      )}
      {meeting.viewerCanChangeReference && (
        <p>
          <Link href={`${address}/reference`}>Change the reference of the case</Link>
        </p>
      )}
      <OpenActionsOfMeeting meeting={meeting} />
      <AgendaOfMeeting meeting={meeting} />
      <PapersOfMeeting meeting={meeting} />
      <DecisionsOfMeeting meeting={meeting} />
      <WhyLink record="MEETING" id={meeting.id} />
    </Main>
  )
}
