import { randomUUIDv7 } from 'node:crypto'

/** A new id: UUID version 7, so that ids rise with time and no sequence hands them out. */
export function newId(): string {
  return randomUUIDv7()
}
