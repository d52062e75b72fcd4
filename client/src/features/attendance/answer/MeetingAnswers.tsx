import { meetingAnswerName } from '@boardwork/shared/attendance/answer/meetingAnswer.ts'
import { graphql, readFragment } from '../../../gql/index.ts'
import type { FragmentType } from '../../../gql/index.ts'
import type { MeetingAnswersFragment as Answers } from '../../../gql/graphql.ts'
import { Button } from '../../../govuk/Button.tsx'
import { Link } from '../../../govuk/Link.tsx'
import { ScrollRegion } from '../../../govuk/ScrollRegion.tsx'
import { Table } from '../../../govuk/Table.tsx'
import { Tag } from '../../../govuk/Tag.tsx'
import { WarningText } from '../../../govuk/WarningText.tsx'
import { HolderOfPlace, placeWords, registerWords } from '../meeting/placeText.tsx'

export const MeetingAnswersFragment = graphql(`
  fragment MeetingAnswers on Meeting {
    id
    kind
    cancelledAt
    registerBegunAt
    registerClosedAt
    expected {
      placeId
      holderId
      holderName
      required
      voting
      viewerCanAnswer
      viewersOwn
      expectedElsewhere
      organisation {
        id
        name
      }
      mark {
        id
        mark
        cameName
      }
      answer {
        id
        answer
        deputyName
        state
        reason
        answeredByName
        onBehalf
      }
    }
  }
`)

type Place = Answers['expected'][number]

/** Who is expected, what they answered and what the register says so far, and where one answers. */
export function MeetingAnswers({ meeting: given }: { meeting: FragmentType<typeof MeetingAnswersFragment> }) {
  const meeting = readFragment(MeetingAnswersFragment, given)
  if (meeting.cancelledAt || meeting.registerClosedAt || meeting.expected.length === 0) return null
  const own = meeting.expected.filter(({ viewersOwn, viewerCanAnswer }) => viewersOwn && viewerCanAnswer)
  const twice = meeting.expected.filter(({ expectedElsewhere }) => expectedElsewhere)
  const address = (place: Place) => `/meetings/${meeting.id}/answer/${place.placeId}`
  const answers = meeting.expected.some(({ viewerCanAnswer, viewersOwn }) => viewerCanAnswer && !viewersOwn)
  return (
    <section aria-labelledby="answers">
      <h2 className="govuk-heading-m" id="answers">
        Who comes
      </h2>
      {own.map((place) => (
        <OwnAnswer key={place.placeId} place={place} address={address(place)} />
      ))}
      {twice.map((place) => (
        <WarningText key={place.placeId}>
          {whoComes(place)} is expected at another meeting at this time.
        </WarningText>
      ))}
      <ScrollRegion label="Answers">
        <Table
          stacked
          firstCellIsHeader
          head={[
            'Agency',
            'Who',
            'Place',
            'Answer',
            ...(answers ? ['Write it down'] : []),
            ...(meeting.registerBegunAt ? ['Register'] : []),
          ]}
          rows={meeting.expected.map((place) => [
            nameOf(place),
            <HolderOfPlace key="who" place={place} kind={meeting.kind} />,
            placeWords(place),
            <AnswerText key="answer" place={place} />,
            ...(answers
              ? [
                  place.viewerCanAnswer && !place.viewersOwn ? (
                    <Link key="link" href={address(place)}>
                      {place.answer ? 'Change' : 'Answer'}
                      <span className="govuk-visually-hidden"> for {nameOf(place)}</span>
                    </Link>
                  ) : (
                    ''
                  ),
                ]
              : []),
            ...(meeting.registerBegunAt ? [registerWords(place.mark)] : []),
          ])}
        />
      </ScrollRegion>
    </section>
  )
}

function OwnAnswer({ place, address }: { place: Place; address: string }) {
  const stands = place.answer?.state === 'STANDS'
  return (
    <>
      <p>
        {place.answer?.state === 'ASKED_AGAIN'
          ? `The meeting has been moved since ${nameOf(place)} answered. Please answer again.`
          : stands
            ? `${nameOf(place)} has answered: ${answerWords(place)}.`
            : `${nameOf(place)} has not answered yet.`}
      </p>
      <Button href={address} variant={stands ? 'secondary' : undefined}>
        {place.answer ? 'Change the answer' : 'Answer'}
      </Button>
    </>
  )
}

function AnswerText({ place }: { place: Place }) {
  const { answer } = place
  if (!answer) return 'No answer yet'
  const { state, reason, onBehalf, answeredByName } = answer
  return (
    <>
      {state === 'ASKED_AGAIN' && (
        <>
          <Tag colour="yellow">Asked again</Tag>{' '}
        </>
      )}
      {state === 'ASKED_AGAIN' ? `Before the meeting was moved: ${answerWords(place)}` : answerWords(place)}
      {reason && (
        <>
          <br />
          {reason}
        </>
      )}
      {onBehalf && (
        <>
          <br />
          Written down by {answeredByName}
        </>
      )}
    </>
  )
}

function answerWords({ answer }: Place): string {
  if (!answer) return ''
  return answer.deputyName
    ? `${meetingAnswerName[answer.answer]}, ${answer.deputyName}`
    : meetingAnswerName[answer.answer]
}

function nameOf({ organisation }: Place): string {
  return organisation?.name ?? 'An agency of another region'
}

function whoComes({ answer, holderName }: Place): string {
  return (answer?.state === 'STANDS' ? answer.deputyName : null) ?? holderName ?? 'Somebody'
}
