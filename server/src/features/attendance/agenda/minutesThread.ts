import { minutesBlocks } from '@boardwork/shared/attendance/agenda/minutes.ts'
import type { Minutes } from '@boardwork/shared/attendance/agenda/minutes.ts'
import { writeWord } from '../../../documents/writeWord.ts'

export default function write(minutes: Minutes): Promise<Uint8Array> {
  return writeWord(minutes.title, minutesBlocks(minutes))
}
