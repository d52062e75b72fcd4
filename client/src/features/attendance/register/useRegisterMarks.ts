import { useCallback, useEffect, useRef, useState } from 'react'
import { useClient } from 'urql'
import type { Client } from 'urql'
import { registerLimits } from '@boardwork/shared/attendance/register/registerRules.ts'
import type { SetMarksMutation } from '../../../gql/graphql.ts'
import { readFragment } from '../../../gql/index.ts'
import { isConnected, onConnection } from '../../../page/connection.ts'
import { newMutationId } from '../../../page/newMutationId.ts'
import { onUnsentElsewhere, readUnsent, writeUnsent } from '../../../page/unsent.ts'
import {
  RegisterFragment,
  RegisterMarkTextFragment,
  RegisterPageQuery,
  SetMarks,
} from './registerFragments.ts'
import { placesOf, textOfMark } from './registerPlaces.ts'
import { isSettled, marksAnswered, marksRefused, nothingUnsent, startSending } from './unsentMarks.ts'
import type { MarksAnswer, UnsentMark, UnsentMarks } from './unsentMarks.ts'

/** After the last key so many milliseconds pass until marks are sent: arrow keys pass by marks that nobody means. */
const pauseMs = 400
/** How often what others marked is read, and what could not be sent is tried again. */
const againMs = 10_000

/**
 * The marks of a register that have not reached the server. They stand on the device before anything else happens, and
 * are sent as soon as there is a connection.
 */
export function useRegisterMarks(meetingId: string) {
  const client = useClient()
  const what = `marks:${meetingId}`
  const [unsent, setUnsent] = useState(() => read(what))
  const [kept, setKept] = useState(true)
  const memory = useRef(unsent)
  const pause = useRef<number | undefined>(undefined)

  const change = useCallback(
    (changed: (unsent: UnsentMarks) => UnsentMarks) => {
      // Another window may have sent some of them.
      const next = changed(kept ? read(what) : memory.current)
      memory.current = next
      setKept(writeUnsent(what, isSettled(next) ? null : next))
      setUnsent(next)
      return next
    },
    [kept, what],
  )

  const send = useCallback(
    () => oneAtATime(what, () => sendAll(client, meetingId, change)),
    [change, client, meetingId, what],
  )

  const mark = useCallback(
    (changed: (unsent: UnsentMarks) => UnsentMarks) => {
      change(changed)
      clearTimeout(pause.current)
      pause.current = window.setTimeout(() => void send(), pauseMs)
    },
    [change, send],
  )

  useEffect(() => {
    const again = () => {
      if (document.visibilityState !== 'visible') return
      void send().then(() => readAgain(client, meetingId))
    }
    const back = () => {
      if (isConnected()) void send()
    }
    void send()
    const timer = window.setInterval(again, againMs)
    const stopListening = [
      onConnection(back),
      onUnsentElsewhere(what, () => setUnsent(read(what))),
      () => window.removeEventListener('online', again),
      () => document.removeEventListener('visibilitychange', again),
    ]
    window.addEventListener('online', again)
    document.addEventListener('visibilitychange', again)
    return () => {
      clearInterval(timer)
      for (const stop of stopListening) stop()
    }
  }, [client, meetingId, send, what])

  return {
    unsent,
    /** Whether the device can keep them; else they stand on the page alone. */
    kept,
    mark,
    send,
    /** Takes away what the server would not take. */
    discard: () => change(() => nothingUnsent),
  }
}

/** One window of this browser sends at a time. */
async function oneAtATime(what: string, work: () => Promise<void>): Promise<void> {
  // A page without encryption has no locks; two windows then send the same, and the server knows it again.
  if (!('locks' in navigator)) return work()
  await navigator.locks.request(what, { ifAvailable: true }, async (lock) => {
    if (lock) await work()
  })
}

async function sendAll(
  client: Client,
  meetingId: string,
  change: (changed: (unsent: UnsentMarks) => UnsentMarks) => UnsentMarks,
): Promise<void> {
  const { sending } = change((unsent) => startSending(unsent, newMutationId, registerLimits.marks))
  if (!sending) return
  const { data, error } = await client
    .mutation(SetMarks, { input: { meetingId, ...sending, marks: [...sending.marks] } })
    .toPromise()
  if (!data) {
    const refused = error?.graphQLErrors.find(({ extensions }) =>
      ['NOT_ALLOWED', 'NOT_FOUND'].includes(String(extensions['code'])),
    )
    // Anything else is tried again: the connection, the session, or something on our side.
    if (refused) change((unsent) => marksRefused(unsent, refused.message))
    return
  }
  const { result } = data
  if (result.__typename === 'SavedMarks')
    change((unsent) => marksAnswered(unsent, answerOf(result, sending.marks)))
  else change((unsent) => marksRefused(unsent, result.message))
  await sendAll(client, meetingId, change)
}

type Saved = Extract<SetMarksMutation['result'], { __typename: 'SavedMarks' }>

function answerOf({ meeting, unsaved }: Saved, sent: readonly UnsentMark[]): MarksAnswer {
  const places = placesOf(readFragment(RegisterFragment, meeting))
  const sentAt = new Map(sent.map((mark) => [mark.placeId, mark]))
  return {
    versions: new Map(places.map(({ placeId, mark }) => [placeId, mark?.version ?? 0])),
    unsaved: unsaved.flatMap(({ placeId, message, currentVersion, current }) => {
      const yours = sentAt.get(placeId)
      const stands = readFragment(RegisterMarkTextFragment, current)
      if (!yours) return []
      const theirs = stands
        ? { ...textOfMark(stands), markedByName: stands.markedByName, reason: current?.reason ?? '' }
        : null
      return [{ placeId, message, version: currentVersion, theirs, yours }]
    }),
  }
}

/** What others marked in the meantime. That nobody does anything must not keep the session alive. */
async function readAgain(client: Client, meetingId: string): Promise<void> {
  const headers = { 'content-type': 'application/json', 'x-boardwork-passive': '1' }
  await client
    .query(
      RegisterPageQuery,
      { id: meetingId },
      { requestPolicy: 'network-only', fetchOptions: { credentials: 'same-origin', headers } },
    )
    .toPromise()
}

function read(what: string): UnsentMarks {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what stands there was written by this module
  return (readUnsent(what) as UnsentMarks | null) ?? nothingUnsent
}
