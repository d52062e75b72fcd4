import { useState } from 'react'
import type { Problem } from './Problems.tsx'

export interface ConflictText {
  field: string
  theirs: string
  yours: string
}

/** What stands between a form and its being saved. */
export function useRefusal() {
  const [attempt, setAttempt] = useState(0)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [conflict, setConflict] = useState<readonly ConflictText[] | null>(null)
  return {
    attempt,
    problems,
    conflict,
    /** Takes the problems that a rule found; true where there are none, and the form may be sent. */
    refuse: (found: readonly Problem[]): boolean => {
      setProblems(found)
      setAttempt((last) => last + 1)
      return found.length === 0
    },
    conflictWith: (fields: readonly ConflictText[]): void => {
      setProblems([])
      setConflict(fields)
      setAttempt((last) => last + 1)
      window.scrollTo({ top: 0 })
    },
  }
}
