import { useState } from 'react'
import type { FieldMessage } from '@boardwork/shared/organisation/checkText.ts'

/** A field that somebody else changed: what stands there now, and what was sent. */
export interface ConflictField {
  field: string
  theirs: string
  yours: string
}

/** Why a form was not saved, as the page shows it. */
export interface Refused {
  problems: readonly FieldMessage[]
  /** What is wrong with none of the fields, or why no answer came. */
  failure: string | null
  conflict: { fields: readonly ConflictField[] } | null
  /** Rises with each refusal, so that the error summary takes the focus again. */
  attempt: number
}

const nothing = { problems: [], failure: null, conflict: null }

/** What stands in the way of a form, until it is sent again. */
export function useRefused() {
  const [refused, setRefused] = useState<Refused>({ ...nothing, attempt: 0 })
  return {
    refused,
    refuse: (why: Partial<Omit<Refused, 'attempt'>>) =>
      setRefused((last) => ({ ...nothing, ...why, attempt: last.attempt + 1 })),
    accept: () => setRefused((last) => ({ ...nothing, attempt: last.attempt })),
  }
}
