import { useCallback, useMemo, useState } from 'react'

const prefix = 'draft:'

/**
 * Text that somebody is typing, kept on this device until it is saved: it outlives a reload, a lost connection and
 * the end of the session. `clear` is called once the server has acknowledged the save.
 *
 * @param key says whose draft it is, such as `comment:<area id>`; another key is another draft.
 */
export function useDraft<Value>(key: string, initial: Value): [Value, (value: Value) => void, () => void] {
  const [held, setHeld] = useState<{ key: string; value: Value } | null>(null)
  // What is typed here counts; before that, and under another key, what the device has kept.
  const kept = useMemo(() => read(key), [key])
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what stands under a draft's key was written for the same form
  const value = held?.key === key ? held.value : ((kept as Value | undefined) ?? initial)

  const change = useCallback(
    (next: Value) => {
      setHeld({ key, value: next })
      write(key, next)
    },
    [key],
  )
  const clear = useCallback(() => sessionStorage.removeItem(prefix + key), [key])
  return [value, change, clear]
}

function read(key: string): unknown {
  const kept = sessionStorage.getItem(prefix + key)
  if (kept === null) return undefined
  try {
    return JSON.parse(kept)
  } catch {
    return undefined
  }
}

function write(key: string, value: unknown): void {
  try {
    sessionStorage.setItem(prefix + key, JSON.stringify(value))
  } catch {
    // The device's store is full: what was typed still stands on the page.
  }
}
