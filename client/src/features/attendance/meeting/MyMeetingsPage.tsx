import { useQuery } from 'urql'
import { formatDay } from '@boardwork/shared/board/dates.ts'
import { meetingAnswerName, whyNoAnswer } from '@boardwork/shared/attendance/answer/meetingAnswer.ts'
import { formatMeetingTime } from '@boardwork/shared/attendance/meeting/meetingTime.ts'
import { graphql, readFragment } from '../../../gql/index.ts'
import type { MyMeetingsPageQuery as Data } from '../../../gql/graphql.ts'
import { InsetText } from '../../../govuk/InsetText.tsx'
import { Link } from '../../../govuk/Link.tsx'
import { Tag } from '../../../govuk/Tag.tsx'
import { Main } from '../../../page/Main.tsx'
import { SavedBanner } from '../../../page/SavedBanner.tsx'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { whoAndWhen } from '../agenda/actionWords.ts'
import { MeetingActionFragment } from '../agenda/agendaFragments.ts'
import { StateOfAction } from '../agenda/StateOfAction.tsx'

export const MyMeetingsPageQuery = graphql(`
  query MyMeetingsPage {
    myMeetingActions {
      id
      meeting {
        id
        title
        heldOn
        board {
          id
          name
        }
      }
      ...MeetingAction
    }
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
      <MyMeetingActions actions={data.myMeetingActions} />
    </Main>
  )
}

function MyMeetingActions({ actions }: { actions: Data['myMeetingActions'] }) {
  if (actions.length === 0) return null
  return (
    <section aria-labelledby="given">
      <h2 className="govuk-heading-m" id="given">
        What meetings gave your agency to do
      </h2>
      <p>Say how each of them stands, or that it is done. The board reads it at its next meeting.</p>
      <ul className="govuk-list govuk-list--spaced">
        {actions.map((mine) => {
          const action = readFragment(MeetingActionFragment, mine)
          const { id, title, heldOn, board } = mine.meeting
          return (
            <li key={action.id}>
              <strong className="bw-prose">{action.words}</strong>
              <br />
              {whoAndWhen(action)}, from{' '}
              <Link href={`/meetings/${id}`}>
                {title}, {formatDay(heldOn)}
              </Link>
              {board ? `, ${board.name}` : ''}
              <br />
              <StateOfAction meetingId={id} action={action} />
            </li>
          )
        })}
      </ul>
    </section>
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
