import type { ConflictField } from './refusals.ts'

type Texts = Record<string, string>

/** What stands now beside what was sent, where the two differ. */
export function different(now: Texts, sent: Texts): ConflictField[] {
  return Object.entries(sent)
    .filter(([field, yours]) => now[field] !== yours)
    .map(([field, yours]) => ({ field, theirs: now[field] ?? '', yours }))
}
