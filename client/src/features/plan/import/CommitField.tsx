import { useEffect, useRef, useState } from 'react'
import { Textarea } from '../../../govuk/Textarea.tsx'
import { TextInput } from '../../../govuk/TextInput.tsx'

interface CommitFieldProps {
  id: string
  label: string
  hint?: string | undefined
  value: string
  onCommit: (value: string) => void
  errorMessage?: string | undefined
  /** More than one line of text. */
  rows?: number | undefined
  className?: string | undefined
}

const quietMs = 700

/**
 * A field whose text becomes part of the draft when somebody pauses or leaves it, so that one stay in a field is
 * one change to undo and not one for each letter.
 */
export function CommitField({
  id,
  label,
  hint,
  value,
  onCommit,
  errorMessage,
  rows,
  className,
}: CommitFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const commit = useRef(() => {})
  useEffect(() => {
    commit.current = () => {
      if (typed !== null && typed !== value) onCommit(typed)
      setTyped(null)
    }
  })
  useEffect(() => {
    if (typed === null) return undefined
    const timer = setTimeout(() => commit.current(), quietMs)
    return () => clearTimeout(timer)
  }, [typed])
  const shared = {
    id,
    name: id,
    label,
    hint,
    errorMessage,
    className,
    value: typed ?? value,
    onBlur: () => commit.current(),
  }
  return rows === undefined ? (
    <TextInput {...shared} onChange={(event) => setTyped(event.target.value)} />
  ) : (
    <Textarea {...shared} rows={rows} onChange={(event) => setTyped(event.target.value)} />
  )
}
