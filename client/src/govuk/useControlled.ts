import { useState } from 'react'

/** The value from outside when there is one (controlled), else a value of our own (uncontrolled). */
export function useControlled<Value>(
  controlled: Value | undefined,
  initial: Value,
  onChange: ((next: Value) => void) | undefined,
): [Value, (next: Value) => void] {
  const [own, setOwn] = useState(initial)
  function change(next: Value) {
    setOwn(next)
    onChange?.(next)
  }
  return [controlled ?? own, change]
}
