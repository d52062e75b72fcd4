import { useRef, useState } from 'react'
import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { useMutation } from 'urql'
import { failureWords } from '../../page/failureWords.ts'
import { newMutationId } from '../../page/newMutationId.ts'

/**
 * Sends a mutation. The same input keeps its `clientMutationId` until an answer came, so that a retry after a lost
 * connection never does a thing twice. `send` gives null where no answer came; `failure` then says why.
 */
export function useSend<Data, Variables extends { input: { clientMutationId: string | number } }>(
  document: TypedDocumentNode<Data, Variables>,
) {
  const [, execute] = useMutation<Data, Variables>(document)
  const tried = useRef<{ input: string; id: string } | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [sending, setSending] = useState(false)

  const send = async (given: Omit<Variables['input'], 'clientMutationId'>): Promise<Data | null> => {
    const text = JSON.stringify(given)
    if (tried.current?.input !== text) tried.current = { input: text, id: newMutationId() }
    setSending(true)
    // What Omit took away is put back here, which TypeScript does not follow.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const variables = { input: { ...given, clientMutationId: tried.current.id } } as unknown as Variables
    const { data, error } = await execute(variables)
    setSending(false)
    if (!data) {
      setFailure(failureWords(error))
      return null
    }
    tried.current = null
    setFailure(null)
    return data
  }
  return { send, sending, failure }
}
