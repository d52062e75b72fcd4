import { useRef, useState } from 'react'
import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { useClient } from 'urql'
import type { FieldMessage } from '@boardwork/shared/organisation/checkText.ts'
import { failureWords } from './failureWords.ts'
import { newMutationId } from './newMutationId.ts'
import { useRefused } from './useRefused.ts'
import type { ConflictField } from './useRefused.ts'

const refusals = ['InvalidInput', 'Conflict', 'NotReady'] as const
type RefusalName = (typeof refusals)[number]

/** What a refusal may hold, as far as the document asks for it. */
interface Refusal {
  __typename?: string
  message?: string
  problems?: readonly FieldMessage[]
  currentVersion?: number
  fields?: readonly ConflictField[]
}

/**
 * Saves a form by a mutation whose root field has the alias `result`. The same input keeps its `clientMutationId`
 * until an answer comes, so that a retry after a lost connection never does a thing twice.
 *
 * `save` gives the record, or null where it was refused; `refused` then says why. `found` are the problems that the
 * shared rule found before: with any of them nothing is sent. `refuse` is for what else a page finds by itself.
 * `seenVersion` is the version of the last conflict, 0 without one: who saved in between is written over with it.
 */
export function useSave<Data extends { result: object }, Variables extends { input: object }>(
  document: TypedDocumentNode<Data, Variables>,
) {
  const client = useClient()
  const tried = useRef<{ text: string; id: string } | null>(null)
  const { refused, refuse, accept } = useRefused()
  const [saving, setSaving] = useState(false)
  const [seenVersion, setSeenVersion] = useState(0)

  async function save(
    input: (clientMutationId: string) => Variables['input'],
    found: readonly FieldMessage[] = [],
  ): Promise<Exclude<Data['result'], { __typename: RefusalName }> | null> {
    if (found.length > 0) {
      refuse({ problems: found })
      return null
    }
    const text = JSON.stringify(input(''))
    if (tried.current?.text !== text) tried.current = { text, id: newMutationId() }
    accept()
    setSaving(true)
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- these mutations have no variable but their input
    const variables = { input: input(tried.current.id) } as Variables
    const { data, error } = await client.mutation(document, variables).toPromise()
    setSaving(false)
    if (!data) {
      refuse({ failure: failureWords(error) })
      return null
    }
    tried.current = null
    const { result }: { result: Data['result'] } = data
    if (isRecord(result)) {
      accept()
      return result
    }
    const { problems, fields, currentVersion = 0, message }: Refusal = result
    if (problems) refuse({ problems })
    else if (fields) {
      setSeenVersion(currentVersion)
      refuse({ conflict: { fields } })
    } else refuse({ failure: message ?? null })
    return null
  }
  return { save, saving, seenVersion, refused, refuse }
}

function isRecord<Result extends object>(
  result: Result,
): result is Exclude<Result, { __typename: RefusalName }> {
  return !('__typename' in result) || !refusals.some((name) => name === result.__typename)
}
