import { formatDay } from '../../board/dates.ts'
import type { Day } from '../../board/dates.ts'

/** The letter by which a flag is put to an agency, or by which it is reminded. It names no person and no case. */
export function flagMail(flag: {
  boardName: string
  /** What was found. */
  words: string
  answerDueOn: Day
  /** Where the flag can be read and answered. */
  address: string
  reminder: boolean
}): { subject: string; body: string } {
  const { boardName, words, answerDueOn, address, reminder } = flag
  const day = formatDay(answerDueOn)
  return {
    subject: reminder ? `Reminder: ${boardName} asks for an answer` : `${boardName} asks for an answer`,
    body: [
      reminder
        ? `${boardName} asked for an answer by ${day} and has none yet.`
        : `${boardName} asks you for an answer by ${day}.`,
      `What the board’s rules found:\n${words}`,
      `Read what is behind it, and answer, here:\n${address}`,
      'You get this letter because you hold the seat of your agency, are named as a deputy, or lead the agency. Any one of you can answer.',
    ].join('\n\n'),
  }
}
