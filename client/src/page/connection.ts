import { useSyncExternalStore } from 'react'
import { mapExchange } from 'urql'

let reached = true
const listeners = new Set<() => void>()

function tell(now: boolean): void {
  if (now === reached) return
  reached = now
  for (const listener of listeners) listener()
}

/** Learns from each answer whether the server can be reached: a browser only knows whether it has a network. */
export const watchConnection = mapExchange({ onResult: ({ error }) => tell(!error?.networkError) })

/** Whether the server answered when it was last asked. */
export function isConnected(): boolean {
  return reached
}

/** Calls back when the server is out of reach, and when it is back. */
export function onConnection(changed: () => void): () => void {
  listeners.add(changed)
  return () => listeners.delete(changed)
}

/** The same for a component, which is drawn anew. */
export function useConnected(): boolean {
  return useSyncExternalStore(onConnection, isConnected)
}
