import { useRef, useState } from 'react'
import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { useClient } from 'urql'
import type { FieldMessage } from '@boardwork/shared/organisation/checkText.ts'
import { failureWords } from './failureWords.ts'
import { newMutationId } from './newMutationId.ts'

/** A field that somebody else changed: what stands there now, and what was sent. */
export interface ConflictField {
  field: string
  theirs: string
  yours: string
}

type RefusalName = 'InvalidInput' | 'Conflict' | 'NotReady'

/** What every answer to a mutation may hold; the record's own fields stand in its type. */
interface Answer {
  __typename?: string
  message?: string
  problems?: readonly FieldMessage[]
  currentVersion?: number
  fields?: readonly ConflictField[]
}

/** Why a form was not saved, as the page shows it. */
export interface Refused {
  problems: readonly FieldMessage[]
  /** What is wrong with none of the fields, or why no answer came. */
  failure: string | null
  conflict: { currentVersion: number; fields: readonly ConflictField[] } | null
  /** Rises with each refusal, so that the error summary takes the focus again. */
  attempt: number
}

const nothing = { problems: [], failure: null, conflict: null }

/**
 * Saves a form by a mutation whose root field has the alias `result`. The same input keeps its `clientMutationId`
 * until an answer comes, so that a retry after a lost connection never does a thing twice.
 *
 * `save` gives the record, or null where it was refused; `refused` then says why. `found` are the problems that the
 * shared rule found before: with any of them nothing is sent.
 */
export function useSave<
  Data extends { result: Answer },
  Variables extends { input: { clientMutationId: string | number } },
>(document: TypedDocumentNode<Data, Variables>) {
  const client = useClient()
  const tried = useRef<{ text: string; id: string } | null>(null)
  const [refused, setRefused] = useState<Refused>({ ...nothing, attempt: 0 })
  const [saving, setSaving] = useState(false)

  const refuse = (why: Partial<Refused>) =>
    setRefused((last) => ({ ...nothing, ...why, attempt: last.attempt + 1 }))

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
      setRefused((last) => ({ ...nothing, attempt: last.attempt }))
      return result
    }
    const { __typename, problems = [], fields = [], currentVersion = 0, message }: Answer = result
    if (__typename === 'InvalidInput') refuse({ problems })
    else if (__typename === 'Conflict') refuse({ conflict: { currentVersion, fields } })
    else refuse({ failure: message ?? null })
    return null
  }
  return { save, saving, refused }
}

function isRecord<Result extends Answer>(
  result: Result,
): result is Exclude<Result, { __typename: RefusalName }> {
  return !['InvalidInput', 'Conflict', 'NotReady'].includes(result.__typename ?? '')
}
