import { useState } from 'react'
import { readFragment } from '../../gql/fragment-masking.ts'
import type { FragmentType } from '../../gql/fragment-masking.ts'
import { graphql } from '../../gql/gql.ts'
import { Button } from '../../govuk/Button.tsx'
import { NotificationBanner } from '../../govuk/NotificationBanner.tsx'
import { FormProblems } from '../../page/FormProblems.tsx'
import { useSave } from '../../page/useSave.ts'
import { dayAndTime } from './times.ts'

const SessionRowFragment = graphql(`
  fragment SessionRow on Session {
    id
    device
    startedAt
    lastUsedAt
    endedAt
    current
  }
`)

const EndSession = graphql(`
  mutation EndSession($input: EndSessionInput!) {
    result: endSession(input: $input) {
      ...SessionRow
    }
  }
`)

const EndOtherSessions = graphql(`
  mutation EndOtherSessions($input: EndOtherSessionsInput!) {
    result: endOtherSessions(input: $input) {
      ...SessionRow
    }
  }
`)

/** Where one is signed in, and how to end that from here. */
export function Sessions({
  sessions,
  readAgain,
}: {
  sessions: readonly FragmentType<typeof SessionRowFragment>[]
  readAgain: () => void
}) {
  const rows = readFragment(SessionRowFragment, sessions).filter((session) => !session.endedAt)
  const one = useSave(EndSession)
  const others = useSave(EndOtherSessions)
  const [done, setDone] = useState<string | null>(null)

  async function end(sessionId: string) {
    setDone(null)
    if (await one.save((clientMutationId) => ({ sessionId, clientMutationId })))
      setDone('That device is signed out')
  }

  async function endOthers() {
    setDone(null)
    if (!(await others.save((clientMutationId) => ({ clientMutationId })))) return
    // What is left is a new list, which the cache cannot know from the ended ones.
    readAgain()
    setDone('All other devices are signed out')
  }

  return (
    <section aria-labelledby="sessions-heading">
      <h2 className="govuk-heading-m" id="sessions-heading">
        Where you are signed in
      </h2>
      {done !== null && (
        <NotificationBanner type="success" titleId="session-ended">
          {done}
        </NotificationBanner>
      )}
      <FormProblems refused={one.refused} />
      <FormProblems refused={others.refused} />
      <ul className="govuk-list bw-entries">
        {rows.map((session) => (
          <li key={session.id} className="bw-entries__split">
            <p className="govuk-!-margin-bottom-0">
              <strong>{browserOf(session.device)}</strong>
              {session.current && ' (this device)'}
              <br />
              Signed in on {dayAndTime(session.startedAt)}, last used on {dayAndTime(session.lastUsedAt)}
            </p>
            {!session.current && (
              <Button
                type="button"
                variant="secondary"
                className="govuk-!-margin-bottom-0"
                disabled={one.saving}
                onClick={() => void end(session.id)}
              >
                Sign out
                <span className="govuk-visually-hidden">
                  {' '}
                  {browserOf(session.device)}, signed in on {dayAndTime(session.startedAt)}
                </span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {rows.length > 1 && (
        <Button type="button" variant="warning" disabled={others.saving} onClick={() => void endOthers()}>
          Sign out all other devices
        </Button>
      )}
    </section>
  )
}

const browsers = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const
const systems = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS', 'Mac'],
  ['Linux', 'Linux'],
] as const

/** What people call it: “Firefox on Windows” for what the browser says of itself. */
export function browserOf(device: string): string {
  const browser = browsers.find(([mark]) => device.includes(mark))?.[1]
  const system = systems.find(([mark]) => device.includes(mark))?.[1]
  return browser && system ? `${browser} on ${system}` : device.slice(0, 60)
}
