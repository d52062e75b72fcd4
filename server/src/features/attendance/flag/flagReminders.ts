import { reminders } from '@boardwork/shared/attendance/flag/flagLife.ts'
import { flagMail } from '@boardwork/shared/attendance/flag/flagMail.ts'
import type { Platform } from '../../../access/requestContext.ts'
import { writeMail } from '../../identity/mail.ts'
import { mailWritten } from '../../identity/sendMail.ts'

const everyMs = 60 * 60 * 1000

/**
 * Reminds agencies of flags whose answer is late: each at most once in so many days, so many times in all, and never
 * after an answer. Several replicas may do it: who takes a flag writes down in the same transaction that it is reminded
 * of. Gives the number of letters.
 */
export async function remindOfFlags(platform: Platform): Promise<number> {
  const letters = await platform.orm.em.fork().transactional(async (em) => {
    const late = await em.execute<{ id: string; boardName: string; words: string; dueOn: string }[]>(
      `select flag_id as id, board_name as "boardName", words, answer_due_on as "dueOn"
       from access.take_late_flags(?, ?)`,
      [reminders.everyDays, reminders.most],
    )
    let written = 0
    for (const { id, boardName, words, dueOn } of late) {
      const { subject, body } = flagMail({
        boardName,
        words,
        answerDueOn: dueOn,
        address: `${platform.settings.publicUrl}/flags/${id}`,
        reminder: true,
      })
      const recipients = await em.execute<{ email: string }[]>(
        'select email from access.flag_recipients(?)',
        [id],
      )
      for (const { email } of recipients) await writeMail(em, { recipient: email, subject, body })
      written += recipients.length
    }
    return written
  })
  if (letters > 0) mailWritten(platform)
  return letters
}

/** Reminds of flags every hour until it is stopped. */
export function startFlagReminders(platform: Platform): { stop: () => Promise<void> } {
  const remind = async () => {
    try {
      await remindOfFlags(platform)
    } catch (error) {
      // The database does not answer: in an hour it may.
      console.error('Nobody could be reminded of flags.', error)
    }
  }
  let running = remind()
  const timer = setInterval(() => {
    running = remind()
  }, everyMs)
  return {
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}
