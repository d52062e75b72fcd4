import { minutesBlocks } from '@boardwork/shared/attendance/agenda/minutes.ts'
import type { Minutes } from '@boardwork/shared/attendance/agenda/minutes.ts'
import { writeGiven } from '../../../documents/writerThread.ts'
import { writeWord } from '../../../documents/writeWord.ts'

await writeGiven((minutes: Minutes) => writeWord(minutes.title, minutesBlocks(minutes)))
