import { useRef, useState } from 'react'
import type { FieldProblem } from '@boardwork/shared/plan/planRules.ts'
import { newMutationId } from './newMutationId.ts'
import { sendFile } from './sendFile.ts'
import { useRefused } from './useRefused.ts'

/**
 * Sends a file with words about it to an address below /uploads. The same file with the same words keeps its
 * `clientMutationId` until it is kept, as `useSave` does it. `progress` is the share that was sent; null while nothing is being sent.
 */
export function useSendFile(to: string) {
  const tried = useRef<{ of: string; id: string } | null>(null)
  const [progress, setProgress] = useState<number | null>(null)
  const { refused, refuse, accept } = useRefused()

  /** `found` are the problems that were found before: with any of them nothing is sent. */
  async function send(
    file: File | null,
    words: string,
    found: readonly FieldProblem[],
    headers: Readonly<Record<string, string>> = {},
  ): Promise<boolean> {
    if (!file || found.length > 0) {
      refuse({ problems: found })
      return false
    }
    const of = `${file.name} ${file.size} ${file.lastModified} ${words}`
    if (tried.current?.of !== of) tried.current = { of, id: newMutationId() }
    accept()
    setProgress(0)
    const sent = await sendFile(to, file.name, file, setProgress, {
      ...headers,
      'x-boardwork-words': encodeURIComponent(words),
      'x-boardwork-client-mutation-id': tried.current.id,
    })
    setProgress(null)
    if (sent.id === undefined) {
      refuse(
        sent.refused ? { problems: [{ field: 'file', message: sent.message }] } : { failure: sent.message },
      )
      return false
    }
    tried.current = null
    return true
  }

  return { send, progress, refused }
}
