import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'react-router'
import { useClient } from 'urql'
import { sessionLimits } from '@boardwork/shared/identity/session.ts'
import { graphql } from '../../gql/gql.ts'
import { Button } from '../../govuk/Button.tsx'
import { sessionEnded } from '../../page/sessionEnded.ts'

const SessionCheck = graphql(`
  query SessionCheck {
    viewer {
      id
      session {
        secondsLeft
        secondsLeftAtMost
      }
    }
  }
`)

type State =
  | { kind: 'fine' }
  /** `mayStay`: staying signed in would win time; otherwise the 12 hours are over. */
  | { kind: 'ending'; seconds: number; mayStay: boolean }
  | { kind: 'ended' }

const warningSeconds = sessionLimits.warningMinutes * 60
/** Where the server cannot be asked, it is asked again after this. */
const againSeconds = 30

/**
 * Warns five minutes before the session ends, and says so when it has. It asks the server how long is left, without
 * prolonging the session by that: other pages of the same person may have used it in the meantime.
 */
export function SessionWarning() {
  const client = useClient()
  const { pathname, search } = useLocation()
  const [state, setState] = useState<State>({ kind: 'fine' })
  const dialog = useRef<HTMLDialogElement>(null)
  const check = useRef<(used: boolean) => Promise<void>>(() => Promise.resolve())

  useEffect(() => {
    let timer: number | undefined
    const later = (seconds: number) => {
      clearTimeout(timer)
      timer = window.setTimeout(() => void ask(false), Math.max(1, seconds) * 1000)
    }
    const ask = async (used: boolean) => {
      const headers = { 'content-type': 'application/json', ...(used ? {} : { 'x-boardwork-passive': '1' }) }
      const { data, error } = await client
        .query(
          SessionCheck,
          {},
          { requestPolicy: 'network-only', fetchOptions: { credentials: 'same-origin', headers } },
        )
        .toPromise()
      if (error || !data) return later(againSeconds)
      if (!data.viewer) {
        clearTimeout(timer)
        return setState({ kind: 'ended' })
      }
      const { secondsLeft, secondsLeftAtMost } = data.viewer.session
      if (secondsLeft > warningSeconds) {
        setState({ kind: 'fine' })
        return later(secondsLeft - warningSeconds)
      }
      setState({ kind: 'ending', seconds: secondsLeft, mayStay: secondsLeftAtMost > secondsLeft + 60 })
      return later(secondsLeft + 1)
    }
    check.current = ask
    void ask(false)
    // A device that slept has missed its timer.
    const woken = () => {
      if (document.visibilityState === 'visible') void ask(false)
    }
    document.addEventListener('visibilitychange', woken)
    window.addEventListener(sessionEnded, woken)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', woken)
      window.removeEventListener(sessionEnded, woken)
    }
  }, [client])

  useEffect(() => {
    const box = dialog.current
    if (!box) return
    if (state.kind === 'fine') box.close()
    else if (!box.open) box.showModal()
  }, [state.kind])

  const minutes = state.kind === 'ending' ? Math.max(1, Math.round(state.seconds / 60)) : 0
  return (
    <dialog
      ref={dialog}
      className="bw-session"
      aria-labelledby="session-title"
      aria-describedby="session-text"
    >
      {state.kind === 'ending' && (
        <>
          <h2 className="govuk-heading-m" id="session-title">
            You will be signed out in {minutes === 1 ? 'one minute' : `${minutes} minutes`}
          </h2>
          <p className="govuk-body" id="session-text">
            {state.mayStay
              ? 'You have not done anything for a while. What you typed is kept on this device.'
              : 'You signed in 12 hours ago, and have to sign in again. Save what you are working on. What you typed is kept on this device.'}
          </p>
          <div className="govuk-button-group">
            {state.mayStay && (
              <Button type="button" onClick={() => void check.current(true)}>
                Stay signed in
              </Button>
            )}
            <Button type="button" variant="secondary" onClick={() => dialog.current?.close()}>
              Close this message
            </Button>
          </div>
        </>
      )}
      {state.kind === 'ended' && (
        <>
          <h2 className="govuk-heading-m" id="session-title">
            You were signed out
          </h2>
          <p className="govuk-body" id="session-text">
            What you typed is kept on this device. Sign in again to come back to this page.
          </p>
          <Button
            href={`/sign-in?next=${encodeURIComponent(pathname + search)}`}
            onClick={() => dialog.current?.close()}
          >
            Sign in
          </Button>
        </>
      )}
    </dialog>
  )
}
