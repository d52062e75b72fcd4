import { useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { checkMeetingAnswer } from '@boardwork/shared/attendance/answer/meetingAnswer.ts'
import { formatMeetingTime } from '@boardwork/shared/attendance/meeting/meetingTime.ts'
import { graphql } from '../../../gql/gql.ts'
import type { AnswerPageQuery as Data } from '../../../gql/graphql.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { InsetText } from '../../../govuk/InsetText.tsx'
import { Form } from '../../../page/Form.tsx'
import { FormProblems } from '../../../page/FormProblems.tsx'
import { Main } from '../../../page/Main.tsx'
import { Missing, missingTitle } from '../../../page/Missing.tsx'
import { saved } from '../../../page/SavedBanner.tsx'
import { useDraft } from '../../../page/useDraft.ts'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { useSave } from '../../../page/useSave.ts'
import { AnswerFields, answerLabels, nothingChosen } from './AnswerFields.tsx'
import type { TypedAnswer } from './AnswerFields.tsx'

export const AnswerPageQuery = graphql(`
  query AnswerPage($id: ID!) {
    meeting(id: $id) {
      id
      title
      startsAt
      endsAt
      expected {
        placeId
        holderName
        viewerCanAnswer
        viewersOwn
        organisation {
          id
          name
        }
        deputies {
          personId
          name
        }
        answer {
          id
          answer
          deputyId
          deputyName
          state
          reason
          version
        }
      }
    }
  }
`)

const AnswerMeeting = graphql(`
  mutation AnswerMeeting($input: AnswerMeetingInput!) {
    result: answerMeeting(input: $input) {
      __typename
      ... on Meeting {
        id
        ...MeetingAnswers
      }
      ...InvalidInputRefusal
      ...ConflictRefusal
      ...NotReadyRefusal
    }
  }
`)

type Meeting = NonNullable<Data['meeting']>
type Place = Meeting['expected'][number]

/** Somebody answers for a place of their agency, or a coordinator writes the answer down. */
export function AnswerPage() {
  const { meetingId = '', placeId = '' } = useParams()
  const [{ data }] = useQuery({ query: AnswerPageQuery, variables: { id: meetingId } })
  const meeting = data?.meeting
  const place = meeting?.expected.find((one) => one.placeId === placeId)
  usePageTitle(place?.viewerCanAnswer ? 'Who comes?' : missingTitle)
  if (!meeting || !place?.viewerCanAnswer) return <Missing />
  return <AnswerForm key={placeId} meeting={meeting} place={place} />
}

function AnswerForm({ meeting, place }: { meeting: Meeting; place: Place }) {
  const navigate = useNavigate()
  const { save, saving, seenVersion, refused } = useSave(AnswerMeeting)
  const { answer, deputies, placeId } = place
  const version = answer?.version ?? 0
  // What was answered before the meeting was moved stays as a suggestion.
  const [typed, type, clear] = useDraft<TypedAnswer & { version: number }>(
    `answer:${meeting.id}:${placeId}:${version}`,
    {
      answer: answer?.answer ?? '',
      deputyId: answer?.deputyId ?? (answer?.deputyName ? '' : (deputies[0]?.personId ?? '')),
      deputyName: answer?.deputyId ? '' : (answer?.deputyName ?? ''),
      reason: answer?.reason ?? '',
      version,
    },
  )
  const agency = place.organisation?.name ?? 'the agency'

  const submit = async () => {
    const { answer: chosen, deputyName, reason } = typed
    const deputyId = deputies.some(({ personId }) => personId === typed.deputyId) ? typed.deputyId : null
    const given = { answer: chosen || ('ATTENDING' as const), deputyId, deputyName, reason }
    const answered = await save(
      (clientMutationId) => ({
        ...given,
        meetingId: meeting.id,
        placeId,
        version: Math.max(typed.version, seenVersion),
        clientMutationId,
      }),
      chosen === ''
        ? nothingChosen
        : checkMeetingAnswer(
            given,
            deputies.map(({ personId }) => personId),
          ),
    )
    if (!answered) return
    clear()
    void navigate(`/meetings/${meeting.id}`, { state: saved('The answer is saved') })
  }

  return (
    <Main before={<BackLink href={`/meetings/${meeting.id}`}>Back to the meeting</BackLink>}>
      <FormProblems refused={refused} labels={answerLabels} />
      <span className="govuk-caption-l">
        {meeting.title}, {formatMeetingTime(new Date(meeting.startsAt), new Date(meeting.endsAt))}
      </span>
      <h1 className="govuk-heading-l">Who comes?</h1>
      {answer?.state === 'ASKED_AGAIN' && (
        <InsetText>
          The meeting has been moved since this was answered. The answer before is chosen below: save it again
          if it still holds.
        </InsetText>
      )}
      {!place.viewersOwn && <InsetText>You write the answer down for {agency}. The page says so.</InsetText>}
      <Form action="Save the answer" saving={saving} onSubmit={submit}>
        <AnswerFields
          legend={`Does somebody come for ${agency}?`}
          deputies={deputies}
          typed={typed}
          refused={refused}
          onChange={type}
        />
      </Form>
    </Main>
  )
}
