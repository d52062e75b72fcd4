import { useCallback, useRef, useState } from 'react'
import type { PastChoiceInput, PastPart } from '../../../gql/graphql.ts'
import { useSave } from '../../../page/useSave.ts'
import { ChooseInRegister } from './registerImportFragments.ts'

/** Takes what a person chooses, shows it at once, and keeps it on the server one after the other. */
export interface PastChoosing {
  /** What stands in a control: what was just chosen, or else what the server knows. */
  valueOf: (part: PastPart, key: string, known: string | null) => string
  choose: (choices: readonly PastChoiceInput[]) => void
  saving: boolean
  refused: ReturnType<typeof useSave>['refused']
  /** How many choices could not be kept; `retry` sends them again. */
  unsaved: number
  retry: () => void
}

const idOf = (part: PastPart, key: string): string => `${part} ${key}`

export function usePastChoices(importId: string, version: number, reload: () => void): PastChoosing {
  const { save, saving, refused } = useSave(ChooseInRegister)
  const [mine, setMine] = useState<ReadonlyMap<string, PastChoiceInput>>(new Map())
  const [unsaved, setUnsaved] = useState(0)
  const waiting = useRef<PastChoiceInput[]>([])
  const running = useRef(false)
  const latest = useRef(version)

  const run = useCallback(async () => {
    if (running.current) return
    running.current = true
    setUnsaved(0)
    latest.current = Math.max(latest.current, version)
    while (waiting.current.length > 0) {
      const choices = waiting.current
      waiting.current = []
      const kept = await save((clientMutationId) => ({
        importId,
        version: latest.current,
        choices,
        clientMutationId,
      }))
      if (kept === null) {
        // What was chosen is not lost: it stands in the controls, and can be sent again.
        waiting.current = [...choices, ...waiting.current]
        setUnsaved(waiting.current.length)
        running.current = false
        reload()
        return
      }
      latest.current = kept.version
    }
    running.current = false
    setMine(new Map())
  }, [importId, version, save, reload])

  return {
    valueOf: (part, key, known) => {
      const chosen = mine.get(idOf(part, key))
      return (chosen === undefined ? known : chosen.value) ?? ''
    },
    choose: (choices) => {
      waiting.current.push(...choices)
      setMine(
        (last) => new Map([...last, ...choices.map((each) => [idOf(each.part, each.key), each] as const)]),
      )
      void run()
    },
    saving,
    refused,
    unsaved,
    retry: () => void run(),
  }
}
