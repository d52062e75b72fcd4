import { useEffect, useState } from 'react'
import { useParams } from 'react-router'
import { useClient, useQuery } from 'urql'
import { isAttended, markName } from '@boardwork/shared/attendance/register/mark.ts'
import { formatDay } from '@boardwork/shared/board/dates.ts'
import type { CheckInScreenFragment as Screen } from '../../../gql/graphql.ts'
import { readFragment } from '../../../gql/index.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { Button } from '../../../govuk/Button.tsx'
import { Details } from '../../../govuk/Details.tsx'
import { FormProblems } from '../../../page/FormProblems.tsx'
import { Main } from '../../../page/Main.tsx'
import { Missing, missingTitle } from '../../../page/Missing.tsx'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { useSave } from '../../../page/useSave.ts'
import { CheckInScreenFragment, CheckInScreenPageQuery, EndCheckIn, OpenCheckIn } from './checkInFragments.ts'
import { placesOf } from '../register/registerPlaces.ts'
import { timeInLondon } from '../meeting/timeInLondon.ts'

/** How often it is read who has checked in. */
const againMs = 3_000

/** For the screen in the room: the code, how long it still holds, and who has checked in. */
export function CheckInScreenPage() {
  const { meetingId = '' } = useParams()
  const [{ data }] = useQuery({ query: CheckInScreenPageQuery, variables: { id: meetingId } })
  const meeting = readFragment(CheckInScreenFragment, data?.meeting)
  const may = meeting?.viewerCanRegister.openCheckIn
  usePageTitle(may ? 'Check in with a code' : missingTitle)
  if (!meeting || !may) return <Missing />
  return <ScreenOf meeting={meeting} />
}

function ScreenOf({ meeting }: { meeting: Screen }) {
  const { id: meetingId, title, heldOn, board, checkIn } = meeting
  const opening = useSave(OpenCheckIn)
  const ending = useSave(EndCheckIn)
  const open = checkIn && !checkIn.endedAt
  return (
    <Main before={<BackLink href={`/meetings/${meetingId}/register`}>Back to the register</BackLink>}>
      <FormProblems refused={opening.refused} />
      <FormProblems refused={ending.refused} />
      <span className="govuk-caption-l">
        {board?.name}, {title}, {formatDay(heldOn)}
      </span>
      <h1 className="govuk-heading-l">Check in with a code</h1>
      {open && checkIn.code ? (
        <Code
          key={`${checkIn.code.code} ${checkIn.code.millisecondsLeft}`}
          meetingId={meetingId}
          {...checkIn.code}
        />
      ) : (
        <p className="govuk-body">
          Members mark themselves as present with a code that you show on a screen in the room. It changes
          every minute. You see who has done so, and can change each mark.
        </p>
      )}
      {open ? (
        <Button
          type="button"
          variant="secondary"
          disabled={ending.saving}
          onClick={() => void ending.save((clientMutationId) => ({ meetingId, clientMutationId }))}
        >
          End check-in
        </Button>
      ) : (
        <Button
          type="button"
          disabled={opening.saving}
          onClick={() => void opening.save((clientMutationId) => ({ meetingId, clientMutationId }))}
        >
          {checkIn ? 'Show a code again' : 'Show a code'}
        </Button>
      )}
      {checkIn && <CheckedIn meeting={meeting} />}
    </Main>
  )
}

/** The code and its seconds; the next one comes by itself. */
function Code({
  meetingId,
  code,
  millisecondsLeft,
}: {
  meetingId: string
  code: string
  millisecondsLeft: number
}) {
  const client = useClient()
  const [seconds, setSeconds] = useState(Math.ceil(millisecondsLeft / 1000))

  useEffect(() => {
    const end = performance.now() + millisecondsLeft
    const read = () => {
      // The screen is on as long as the meeting lasts, and keeps whoever opened it signed in.
      void client
        .query(CheckInScreenPageQuery, { id: meetingId }, { requestPolicy: 'network-only' })
        .toPromise()
    }
    const everySecond = setInterval(
      () => setSeconds(Math.max(0, Math.ceil((end - performance.now()) / 1000))),
      1000,
    )
    const again = setInterval(read, againMs)
    const next = setTimeout(read, millisecondsLeft + 100)
    return () => {
      clearInterval(everySecond)
      clearInterval(again)
      clearTimeout(next)
    }
  }, [client, meetingId, code, millisecondsLeft])

  return (
    <>
      <p className="govuk-body-l">Open the meeting in Boardwork on your phone, and enter:</p>
      <p className="bw-code">
        <span aria-hidden="true">
          {code.slice(0, 3)} {code.slice(3)}
        </span>
        {/* A screen reader reads it digit by digit. */}
        <span className="govuk-visually-hidden">{code.split('').join(' ')}</span>
      </p>
      <p className="govuk-body-l">
        {seconds > 0 ? `A new code comes in ${seconds} seconds.` : 'A new code is coming.'} The one before it
        still counts for a minute.
      </p>
    </>
  )
}

function CheckedIn({ meeting }: { meeting: Screen }) {
  const { checkIn } = meeting
  const places = placesOf(meeting)
  const here = places.filter(({ mark }) => mark && isAttended(mark.mark))
  const tries = checkIn?.wrongTries ?? []
  return (
    <>
      <h2 className="govuk-heading-m">
        {here.length} of {places.length} are here
      </h2>
      <ul className="govuk-list govuk-list--bullet">
        {here.map(({ placeId, organisation, holderName, mark }) => (
          <li key={placeId}>
            {organisation?.name}: {mark?.cameName ?? holderName}
            {mark && `, ${markName[mark.mark].toLowerCase()}`}
            {mark?.source === 'CODE' && ` (with the code, ${timeInLondon(mark.markedAt)})`}
          </li>
        ))}
      </ul>
      {tries.length > 0 && (
        <Details summary={tries.length === 1 ? '1 wrong code' : `${tries.length} wrong codes`}>
          <p>Somebody who mistypes is nothing unusual. Many wrong codes of one person may be guesses.</p>
          <ul className="govuk-list govuk-list--bullet">
            {tries.map(({ id, personName, triedAt }) => (
              <li key={id}>
                {personName}, {timeInLondon(triedAt)}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  )
}
