import { whoseDrafts } from './keepDraftsOf.ts'

const prefix = 'unsent:'
/** So long after the last change what was not sent is taken from the device, in days. */
const keptDays = 14

interface Kept {
  at: number
  value: unknown
}

/**
 * What somebody did without a connection, on this device until it is sent. Unlike a draft it outlives the browser
 * window: a phone closes what nobody looks at. It is read again for the same person alone.
 *
 * @param what says what it is, such as `marks:<meeting id>`.
 */
export function readUnsent(what: string): unknown {
  return read(keyOf(what))?.value ?? null
}

/**
 * Keeps it; null takes it away.
 *
 * @returns false where the device cannot keep it: then it stands on the page alone.
 */
export function writeUnsent(what: string, value: object | null): boolean {
  try {
    if (value === null) localStorage.removeItem(keyOf(what))
    else localStorage.setItem(keyOf(what), JSON.stringify({ at: Date.now(), value } satisfies Kept))
    return true
  } catch {
    return false
  }
}

/** Calls back when another window of this browser changed it. */
export function onUnsentElsewhere(what: string, changed: () => void): () => void {
  const heard = ({ key }: StorageEvent) => {
    if (key === null || key === keyOf(what)) changed()
  }
  window.addEventListener('storage', heard)
  return () => window.removeEventListener('storage', heard)
}

/** What whoever is signed in has not sent, by what it is. */
export function listUnsent(): string[] {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(keyOf('')))
    .map((key) => key.slice(keyOf('').length))
}

/** Takes away what whoever is signed in has not sent. */
export function forgetUnsent(): void {
  for (const what of listUnsent()) localStorage.removeItem(keyOf(what))
}

/** Takes away what nobody came back for, whoever it belongs to. */
export function dropOldUnsent(now = Date.now()): void {
  for (const key of Object.keys(localStorage)) {
    if (!key.startsWith(prefix)) continue
    const kept = read(key)
    if (!kept || now - kept.at > keptDays * 86_400_000) localStorage.removeItem(key)
  }
}

function keyOf(what: string): string {
  return `${prefix}${whoseDrafts() ?? ''}:${what}`
}

function read(key: string): Kept | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    return isKept(kept) ? kept : null
  } catch {
    return null
  }
}

function isKept(kept: unknown): kept is Kept {
  return (
    typeof kept === 'object' &&
    kept !== null &&
    'at' in kept &&
    typeof kept.at === 'number' &&
    'value' in kept
  )
}
