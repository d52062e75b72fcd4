import { useRef, useState } from 'react'
import { useClient } from 'urql'
import type { AnyVariables, OperationResult, TypedDocumentNode } from 'urql'
import { failureWords } from '../../page/failureWords.ts'
import { newMutationId } from '../../page/newMutationId.ts'

/** Sends one mutation, and puts into words what kept it from being answered. */
export interface Send<Data, Variables extends AnyVariables> {
  busy: boolean
  /** Why there was no answer; null when there was one. */
  failure: string | null
  /** The data; null when there was no answer. The id is one and the same for every retry of one wish. */
  send: (variables: (clientMutationId: string) => Variables) => Promise<Data | null>
}

export function useSend<Data, Variables extends AnyVariables>(
  mutation: TypedDocumentNode<Data, Variables>,
): Send<Data, Variables> {
  const client = useClient()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const tried = useRef<{ text: string; id: string } | null>(null)

  async function send(variables: (clientMutationId: string) => Variables): Promise<Data | null> {
    // Only a lost connection leaves open whether it was done: the same thing sent again is its retry.
    const text = JSON.stringify(variables(''))
    if (tried.current?.text !== text) tried.current = { text, id: newMutationId() }
    setBusy(true)
    const result: OperationResult<Data, Variables> = await client
      .mutation(mutation, variables(tried.current.id))
      .toPromise()
    setBusy(false)
    setFailure(result.error ? failureWords(result.error) : null)
    if (!result.error?.networkError) tried.current = null
    return result.error ? null : (result.data ?? null)
  }
  return { busy, failure, send }
}
