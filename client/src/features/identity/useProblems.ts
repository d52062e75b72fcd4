import { useState } from 'react'
import type { Problem } from './FormErrors.tsx'

/** The problems of a form, and how often somebody has tried to send it with some. */
export function useProblems() {
  const [{ problems, attempt }, set] = useState<{ problems: readonly Problem[]; attempt: number }>({
    problems: [],
    attempt: 0,
  })
  /** True when there are none. */
  function show(found: readonly Problem[]): boolean {
    set((before) => ({ problems: found, attempt: before.attempt + 1 }))
    return found.length === 0
  }
  return { problems, attempt, show }
}
