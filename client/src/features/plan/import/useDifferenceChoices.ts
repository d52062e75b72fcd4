import { useCallback, useEffect, useRef, useState } from 'react'
import { useClient } from 'urql'
import type { DifferenceChoice } from '@boardwork/shared/plan/import/planDifference.ts'
import { graphql } from '../../../gql/gql.ts'
import { failureWords } from '../../../page/failureWords.ts'
import { newMutationId } from '../../../page/newMutationId.ts'
import { useDraft } from '../../../page/useDraft.ts'

const ChooseDifferences = graphql(`
  mutation ChooseDifferences($input: ChooseDifferencesInput!) {
    chooseDifferences(input: $input) {
      __typename
      ... on PlanImport {
        id
        version
      }
      ... on InvalidInput {
        message
      }
      ... on Conflict {
        currentVersion
      }
      ... on NotReady {
        message
      }
    }
  }
`)

type Choices = Record<string, DifferenceChoice>

const quietMs = 600

/**
 * What somebody chooses of the differences: on this device at once, on the server soon after. Where somebody else
 * chose in the meantime, each row has the choice that was made last.
 */
export function useDifferenceChoices(importId: string, version: number) {
  const client = useClient()
  const [waiting, setWaiting, clear] = useDraft<Choices>(`choices:${importId}`, {})
  // What the server has taken, until the page is read again.
  const [taken, setTaken] = useState<Choices>({})
  const [failure, setFailure] = useState<string | null>(null)
  const latest = useRef({ waiting, version })
  const running = useRef<Promise<number | null> | null>(null)
  useEffect(() => {
    latest.current.waiting = waiting
  }, [waiting])
  useEffect(() => {
    latest.current.version = Math.max(latest.current.version, version)
  }, [version])

  const send = useCallback(async (): Promise<number | null> => {
    for (;;) {
      const sending = latest.current.waiting
      const choices = Object.entries(sending).map(([key, choice]) => ({ key, choice }))
      if (choices.length === 0) return latest.current.version
      const input = { importId, version: latest.current.version, choices, clientMutationId: newMutationId() }
      const { data, error } = await client.mutation(ChooseDifferences, { input }).toPromise()
      const result = data?.chooseDifferences
      if (result?.__typename === 'Conflict') {
        latest.current.version = result.currentVersion
        continue
      }
      if (result?.__typename !== 'PlanImport') {
        setFailure(result?.message ?? failureWords(error))
        return null
      }
      latest.current.version = result.version
      const left = Object.fromEntries(
        Object.entries(latest.current.waiting).filter(([key, choice]) => sending[key] !== choice),
      )
      latest.current.waiting = left
      setTaken((last) => ({ ...last, ...sending }))
      setFailure(null)
      if (Object.keys(left).length === 0) {
        setWaiting({})
        clear()
      } else setWaiting(left)
    }
  }, [client, importId, setWaiting, clear])

  /** Sends what waits; the version that then stands, or null where that was not possible. */
  const flush = useCallback(async (): Promise<number | null> => {
    if (running.current) await running.current
    running.current = send()
    try {
      return await running.current
    } finally {
      running.current = null
    }
  }, [send])

  const choose = (keys: readonly string[], choice: DifferenceChoice) => {
    const next = { ...latest.current.waiting, ...Object.fromEntries(keys.map((key) => [key, choice])) }
    latest.current.waiting = next
    setWaiting(next)
    setFailure(null)
  }

  const count = Object.keys(waiting).length
  useEffect(() => {
    if (count === 0 || failure !== null) return undefined
    const timer = setTimeout(() => void flush(), quietMs)
    return () => clearTimeout(timer)
  }, [waiting, count, failure, flush])

  return { choices: { ...taken, ...waiting }, choose, flush, failure, isSaving: count > 0 }
}
