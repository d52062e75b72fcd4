import { useState } from 'react'
import { Button } from '../../../govuk/Button.tsx'
import { WarningText } from '../../../govuk/WarningText.tsx'
import { useConnected } from '../../../page/connection.ts'
import { registerReadAt } from '../../../page/keptRegister.ts'
import { markWords } from './registerPlaces.ts'
import type { ShownPlace } from './registerPlaces.ts'
import { timeInLondon } from '../meeting/timeInLondon.ts'
import { countUnsentMarks } from './unsentMarks.ts'
import type { UnsentMarks } from './unsentMarks.ts'

interface UnsentStateProps {
  unsent: UnsentMarks
  /** The places with the marks of this device. */
  places: readonly ShownPlace[]
  kept: boolean
  send: () => Promise<void>
  discard: () => void
}

/** How many marks have not reached the server, and what becomes of them. */
export function UnsentState({ unsent, places, kept, send, discard }: UnsentStateProps) {
  const connected = useConnected()
  const [trying, setTrying] = useState(false)
  const count = countUnsentMarks(unsent)
  const marks = count === 1 ? '1 mark' : `${count} marks`
  if (unsent.refusal !== null)
    return (
      <>
        <WarningText>
          {marks} of yours {count === 1 ? 'was' : 'were'} not saved. {unsent.refusal}
        </WarningText>
        <ul className="govuk-list govuk-list--bullet">
          {places.map(
            (place) =>
              place.unsent &&
              place.text && (
                <li key={place.placeId}>
                  {place.organisation?.name ?? 'An agency of another region'}: {markWords(place.text, place)}
                </li>
              ),
          )}
        </ul>
        <Button type="button" variant="secondary" onClick={discard}>
          Remove from this device
        </Button>
      </>
    )
  return (
    <>
      <p className="govuk-body" role="status">
        {stateWords(connected, count, marks, kept)}
      </p>
      {!connected && (
        <Button
          type="button"
          variant="secondary"
          disabled={trying}
          onClick={() => {
            setTrying(true)
            void send().finally(() => setTrying(false))
          }}
        >
          Try to send now
        </Button>
      )}
    </>
  )
}

function stateWords(connected: boolean, count: number, marks: string, kept: boolean): string {
  if (connected) return count === 0 ? 'Every mark is saved.' : `Saving ${marks} …`
  const readAt = registerReadAt()
  const since = readAt ? ` You see the register as it was at ${timeInLondon(readAt)}.` : ''
  if (count === 0) return `No connection. You can go on marking.${since}`
  if (!kept) return `No connection. ${marks} could not be kept on this device: leave this page open.${since}`
  return `No connection. ${marks} ${count === 1 ? 'is' : 'are'} kept on this device, and will be sent when the connection is back.${since}`
}
