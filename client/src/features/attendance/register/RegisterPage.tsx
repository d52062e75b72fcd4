import { useEffect, useRef } from 'react'
import { useParams } from 'react-router'
import { useQuery } from 'urql'
import { formatDay } from '@boardwork/shared/board/dates.ts'
import { whyNotMark } from '@boardwork/shared/attendance/register/registerRules.ts'
import type { MarkText } from '@boardwork/shared/attendance/register/registerRules.ts'
import type { RegisterFragment as Register } from '../../../gql/graphql.ts'
import { readFragment } from '../../../gql/index.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { Button } from '../../../govuk/Button.tsx'
import { Details } from '../../../govuk/Details.tsx'
import { InsetText } from '../../../govuk/InsetText.tsx'
import { Link } from '../../../govuk/Link.tsx'
import { Main } from '../../../page/Main.tsx'
import { Missing, missingTitle } from '../../../page/Missing.tsx'
import { SavedBanner } from '../../../page/SavedBanner.tsx'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { GuestsOfMeeting } from './GuestsOfMeeting.tsx'
import { keepPagesHere } from './keepPagesHere.ts'
import { LiveQuorum } from '../quorum/LiveQuorum.tsx'
import { RegisterRow } from './RegisterRow.tsx'
import { RegisterFragment, RegisterPageQuery, ReasonsOfRegisterQuery } from './registerFragments.ts'
import { markedPlace, placesOf, shownPlaces, totalsOf } from './registerPlaces.ts'
import { RegisterTotals } from './RegisterTotals.tsx'
import { UnsavedMarks } from './UnsavedMarks.tsx'
import { UnsentState } from './UnsentState.tsx'
import { addMark, marksHere, settleMark } from './unsentMarks.ts'
import { useRegisterMarks } from './useRegisterMarks.ts'

/** The register of a meeting: one line for each place, by keyboard or by thumb, with a connection or without one. */
export function RegisterPage() {
  const { meetingId = '' } = useParams()
  const [{ data }] = useQuery({ query: RegisterPageQuery, variables: { id: meetingId } })
  const meeting = readFragment(RegisterFragment, data?.meeting)
  const keeps = meeting?.viewerCanRegister.keep
  usePageTitle(keeps ? `Register of ${meeting.title}` : missingTitle)
  useEffect(() => {
    if (keeps) keepPagesHere()
  }, [keeps])
  if (!meeting || !keeps) return <Missing />
  return <RegisterOf key={meetingId} meeting={meeting} />
}

function RegisterOf({ meeting }: { meeting: Register }) {
  const { id, title, heldOn, board, viewerCanRegister: can } = meeting
  const { unsent, kept, mark, send, discard } = useRegisterMarks(id)
  const reasons = useReasons(id)
  const rows = useRef<HTMLOListElement>(null)
  const shown = shownPlaces(placesOf(meeting), marksHere(unsent))
  const closed = whyNotMark(meeting)
  const now = () => new Date().toISOString()

  const set = (placeId: string, text: MarkText) => {
    const version = shown.find((place) => place.placeId === placeId)?.mark?.version ?? 0
    mark((before) => addMark(before, { ...text, placeId, version, markedAt: now() }))
  }
  /** Goes to the line before or after, where there is one. */
  const moveTo = (index: number) => {
    const line = rows.current?.children[index]
    const choice = line?.querySelector<HTMLInputElement>('input:checked') ?? line?.querySelector('input')
    choice?.focus()
  }

  return (
    <Main before={<BackLink href={`/meetings/${id}`}>Back to the meeting</BackLink>}>
      <SavedBanner />
      <span className="govuk-caption-l">
        {board?.name}, {formatDay(heldOn)}
      </span>
      <h1 className="govuk-heading-l">Register of {title}</h1>
      {closed !== null && <InsetText>{closed}</InsetText>}
      <UnsentState unsent={unsent} places={shown} kept={kept} send={send} discard={discard} />
      <UnsavedMarks
        unsaved={unsent.unsaved}
        places={shown}
        settle={(placeId, keep) => mark((before) => settleMark(before, placeId, keep, now()))}
      />
      <RegisterTotals totals={totalsOf(shown.map(({ text }) => text?.mark ?? null))} />
      <LiveQuorum rule={meeting.quorum?.rule} places={shown} />
      {can.fill ? (
        <>
          {board?.attendanceSetting?.deputyRule && (
            <Details summary="Which deputies are senior enough?">
              {board.attendanceSetting.deputyRule}
            </Details>
          )}
          <Keys />
          <ol className="govuk-list bw-register" ref={rows}>
            {shown.map((place, index) => (
              <li key={place.placeId}>
                <RegisterRow
                  place={place}
                  rules={markedPlace(place, meeting.kind)}
                  reason={reasons.get(place.placeId) ?? ''}
                  onMark={(text) => set(place.placeId, text)}
                  onMove={(step) => moveTo(index + step)}
                />
              </li>
            ))}
          </ol>
        </>
      ) : (
        <p className="govuk-body">
          <Link href={`/meetings/${id}`}>Read the register on the page of the meeting</Link>
        </p>
      )}
      <GuestsOfMeeting meeting={meeting} />
      {can.fill && (
        <div className="govuk-button-group">
          {can.close && <Button href={`/meetings/${id}/register/close`}>Close the register</Button>}
          {can.openCheckIn && (
            <Button href={`/meetings/${id}/check-in/screen`} variant="secondary">
              Let members check in with a code
            </Button>
          )}
        </div>
      )}
    </Main>
  )
}

function Keys() {
  return (
    <Details summary="Fill it in by keyboard">
      <p>
        Go to the first line with the Tab key. There, press P for present, D for deputy, A for apologies, X
        for absent or U for unknown: the next line follows by itself, but for a deputy, where you say who
        came. The arrow keys up and down go from line to line; left and right change the mark.
      </p>
    </Details>
  )
}

/** Why apologies were sent, by the place. */
function useReasons(meetingId: string): Map<string, string> {
  const [{ data }] = useQuery({
    query: ReasonsOfRegisterQuery,
    variables: { id: meetingId },
    requestPolicy: 'cache-and-network',
  })
  return new Map(data?.meeting?.expected.map(({ placeId, mark }) => [placeId, mark?.reason ?? '']))
}
