import { useState } from 'react'
import { useParams } from 'react-router'
import { useQuery } from 'urql'
import { isAttended, markName } from '@boardwork/shared/attendance/register/mark.ts'
import { formatDay } from '@boardwork/shared/board/dates.ts'
import type { OwnCheckInFragment as Own } from '../../../gql/graphql.ts'
import { readFragment } from '../../../gql/index.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { Panel } from '../../../govuk/Panel.tsx'
import { Radios } from '../../../govuk/Radios.tsx'
import { TextInput } from '../../../govuk/TextInput.tsx'
import { Form } from '../../../page/Form.tsx'
import { FormProblems, problemOf } from '../../../page/FormProblems.tsx'
import { Main } from '../../../page/Main.tsx'
import { Missing, missingTitle } from '../../../page/Missing.tsx'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { useSave } from '../../../page/useSave.ts'
import { CheckIn, CheckInPageQuery, OwnCheckInFragment } from './checkInFragments.ts'
import { timeInLondon } from '../meeting/timeInLondon.ts'

/** Where a member enters the code that is shown in the room. */
export function CheckInPage() {
  const { meetingId = '' } = useParams()
  const [{ data }] = useQuery({ query: CheckInPageQuery, variables: { id: meetingId } })
  const meeting = readFragment(OwnCheckInFragment, data?.meeting)
  const expected = meeting && meeting.viewerPlaces.length > 0
  usePageTitle(expected ? 'Check in' : missingTitle)
  if (!expected) return <Missing />
  return <CheckInOf meeting={meeting} />
}

function CheckInOf({ meeting }: { meeting: Own }) {
  const { id, title, heldOn, board, viewerPlaces, viewerCanRegister } = meeting
  const here = viewerPlaces.filter(({ mark }) => mark && isAttended(mark.mark))
  const open = viewerPlaces.filter((place) => !here.includes(place))
  return (
    <Main before={<BackLink href={`/meetings/${id}`}>Back to the meeting</BackLink>}>
      <span className="govuk-caption-l">
        {board?.name}, {title}, {formatDay(heldOn)}
      </span>
      <h1 className="govuk-heading-l">Check in</h1>
      {here.map(({ placeId, organisation, mark }) => (
        <Panel key={placeId} title={mark ? markName[mark.mark] : ''} headingLevel={2}>
          {organisation?.name}
          <br />
          {mark && `Marked at ${timeInLondon(mark.markedAt)}`}
        </Panel>
      ))}
      {open.length > 0 && viewerCanRegister.checkIn && <CodeForm meetingId={id} places={open} />}
      {open.length > 0 && !viewerCanRegister.checkIn && (
        <p className="govuk-body">Check-in is not open now. Ask the coordinator to mark you.</p>
      )}
    </Main>
  )
}

function CodeForm({ meetingId, places }: { meetingId: string; places: Own['viewerPlaces'] }) {
  const { save, saving, refused } = useSave(CheckIn)
  const [code, setCode] = useState('')
  const [only, ...others] = places
  const several = others.length > 0
  const [seatId, setSeatId] = useState('')

  const submit = async () => {
    const problems = []
    if (several && seatId === '')
      problems.push({ field: 'seatId', message: 'Choose the agency for which you are here.' })
    if (!/^\d{6}$/.test(code.replaceAll(/\s/g, '')))
      problems.push({ field: 'code', message: 'Enter the six digits that are shown in the room.' })
    const checkedIn = await save(
      (clientMutationId) => ({
        meetingId,
        code,
        seatId: several ? seatId : (only?.placeId ?? null),
        clientMutationId,
      }),
      problems,
    )
    if (checkedIn) setCode('')
  }

  return (
    <>
      <FormProblems refused={refused} />
      <Form action="Check in" saving={saving} onSubmit={submit}>
        {several && (
          <Radios
            name="seatId"
            fieldset={{ legend: 'For which agency are you here?' }}
            errorMessage={problemOf(refused, 'seatId')}
            items={places.map(({ placeId, organisation, holderName }) => ({
              value: placeId,
              text: organisation?.name ?? 'An agency',
              hint: holderName ? `Seat of ${holderName}` : undefined,
            }))}
            value={seatId}
            onValueChange={setSeatId}
          />
        )}
        <TextInput
          name="code"
          label="Code"
          hint="Six digits, shown on the screen in the room. They change every minute."
          className="govuk-input--width-10 govuk-input--extra-letter-spacing"
          inputMode="numeric"
          autoComplete="one-time-code"
          value={code}
          errorMessage={problemOf(refused, 'code')}
          onChange={(event) => setCode(event.target.value)}
        />
      </Form>
      {only && !several && <p className="govuk-body">You check in for {only.organisation?.name}.</p>}
    </>
  )
}
