import { useCallback, useEffect, useState } from 'react'

const prefix = 'draft:'

/**
 * Text that somebody is typing, kept on this device until it is saved: it outlives a reload, a lost connection and
 * the end of the session. `clear` is called once the server has acknowledged the save.
 *
 * @param key says whose draft it is, such as `comment:<area id>`; another key is another draft.
 */
export function useDraft<Value>(key: string, initial: Value): [Value, (value: Value) => void, () => void] {
  const [held, setHeld] = useState(() => ({ key, value: read<Value>(key) ?? initial }))
  const value = held.key === key ? held.value : (read<Value>(key) ?? initial)

  useEffect(() => {
    if (held.key !== key) setHeld({ key, value: read<Value>(key) ?? initial })
  }, [held.key, key, initial])

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

function read<Kept>(key: string): Kept | undefined {
  const kept = sessionStorage.getItem(prefix + key)
  if (kept === null) return undefined
  try {
    const parsed: unknown = JSON.parse(kept)
    // What stands under a draft's key was written by `write` for the same form.
    return parsed as Kept
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
