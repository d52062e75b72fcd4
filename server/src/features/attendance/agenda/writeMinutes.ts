import type { Minutes } from '@boardwork/shared/attendance/agenda/minutes.ts'
import { writtenInThread } from '../../../documents/writtenInThread.ts'

/** Writes the draft of minutes for Word, in a thread of its own. */
export function writeMinutes(minutes: Minutes): Promise<Uint8Array> {
  return writtenInThread(new URL('./minutesThread.ts', import.meta.url), minutes)
}
