import { useQuery } from 'urql'
import { meetingAnswerName, whyNoAnswer } from '@boardwork/shared/attendance/answer/meetingAnswer.ts'
import { formatMeetingTime } from '@boardwork/shared/attendance/meeting/meetingTime.ts'
import { graphql } from '../../../gql/gql.ts'
import type { MyMeetingsPageQuery as Data } from '../../../gql/graphql.ts'
import { InsetText } from '../../../govuk/InsetText.tsx'
import { Link } from '../../../govuk/Link.tsx'
import { Tag } from '../../../govuk/Tag.tsx'
import { Main } from '../../../page/Main.tsx'
import { SavedBanner } from '../../../page/SavedBanner.tsx'
import { usePageTitle } from '../../../page/usePageTitle.ts'

export const MyMeetingsPageQuery = graphql(`
  query MyMeetingsPage {
    myCalendar {
      addressMadeAt
      meetings {
        boardName
        placeId
        organisationName
        namedDeputy
        answer
        state
        meeting {
          id
          title
          startsAt
          endsAt
          place
          link
          cancelledAt
          registerClosedAt
        }
        clashes {
          id
          title
          board {
            id
            name
          }
        }
      }
    }
  }
`)

type MyMeeting = Data['myCalendar']['meetings'][number]

/** The meetings to come to which somebody is expected at all of their boards, with what was answered. */
export function MyMeetingsPage() {
  const [{ data }] = useQuery({ query: MyMeetingsPageQuery })
  usePageTitle('Your meetings')
  if (!data) return null
  const { meetings, addressMadeAt } = data.myCalendar
  return (
    <Main>
      <SavedBanner />
      <h1 className="govuk-heading-l">Your meetings</h1>
      <p>
        <Link href="/meetings/calendar">
          {addressMadeAt ? 'Your meetings in your own calendar' : 'Put your meetings into your own calendar'}
        </Link>
      </p>
      {meetings.length === 0 && (
        <InsetText>
          You are not expected at any meeting to come. Meetings stand here once you hold a seat, are named as
          a deputy who comes, or are asked to a strategy meeting.
        </InsetText>
      )}
      {meetings.map((mine) => (
        <Entry key={mine.meeting.id} mine={mine} />
      ))}
    </Main>
  )
}

function Entry({ mine }: { mine: MyMeeting }) {
  const { meeting, boardName, organisationName, namedDeputy, clashes, placeId } = mine
  const open = whyNoAnswer({
    cancelled: Boolean(meeting.cancelledAt),
    registerClosed: Boolean(meeting.registerClosedAt),
  })
  const state = stateOf(mine)
  const when = formatMeetingTime(new Date(meeting.startsAt), new Date(meeting.endsAt))
  return (
    <>
      <h2 className="govuk-heading-m govuk-!-margin-bottom-2">
        <Link href={`/meetings/${meeting.id}`}>{meeting.title}</Link>{' '}
        <Tag colour={state.colour}>{state.text}</Tag>
      </h2>
      <p>
        {when}
        {meeting.place ? `, ${meeting.place}` : meeting.link ? ', online' : ''}
        <br />
        {boardName}
        {organisationName ? `, for ${organisationName}` : ''}
        {namedDeputy ? '. You were named as the deputy who comes' : ''}
      </p>
      {clashes.length > 0 && (
        <InsetText>
          At the same time you are expected at{' '}
          {clashes.map(({ id, title, board }, index) => (
            <span key={id}>
              {index > 0 && ' and '}
              <Link href={`/meetings/${id}`}>{board ? `${title}, ${board.name}` : title}</Link>
            </span>
          ))}
          . Send a deputy to one of them, or send apologies. The coordinators see that you are expected twice,
          and not where.
        </InsetText>
      )}
      {!open && (
        <p>
          <Link href={`/meetings/${meeting.id}/answer/${placeId}`}>
            {mine.answer ? 'Change the answer' : 'Answer'}
            <span className="govuk-visually-hidden">
              {' '}
              for {meeting.title}, {when}
            </span>
          </Link>
        </p>
      )}
    </>
  )
}

function stateOf({ meeting, answer, state, namedDeputy }: MyMeeting) {
  if (meeting.cancelledAt) return { text: 'Cancelled', colour: 'red' } as const
  if (namedDeputy) return { text: 'You come instead', colour: 'green' } as const
  if (!answer) return { text: 'Not answered', colour: 'yellow' } as const
  if (state === 'ASKED_AGAIN') return { text: 'Moved: answer again', colour: 'yellow' } as const
  return { text: meetingAnswerName[answer], colour: answer === 'ATTENDING' ? 'green' : 'blue' } as const
}
