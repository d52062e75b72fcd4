import { createTransport } from 'nodemailer'
import type { Transporter } from 'nodemailer'
import type { Platform } from '../../access/requestContext.ts'

/** How often the outbox is looked at without being nudged: what another replica left, and what is tried again. */
const everyMs = 5000
/** The longest that one sending may take, and so the longest that stopping waits. */
const mostMs = 15_000

interface Due {
  id: string
  recipient: string
  subject: string
  body: string
  event: string | null
}

const nudges = new WeakMap<Platform, () => void>()

/** Says that a mail has been committed to the outbox, so that it goes out now. */
export function mailWritten(platform: Platform): void {
  nudges.get(platform)?.()
}

/**
 * Sends what stands in the outbox, until it is stopped. A mail is held by one replica while it is sent. One that
 * cannot be sent is tried again after growing pauses. Without an SMTP server the mails stay in the outbox.
 *
 * A server that dies between sending and writing that down sends the mail again, with the same Message-ID.
 */
export function startMailer(platform: Platform): { stop: () => Promise<void> } {
  const { smtpUrl } = platform.settings
  if (!smtpUrl) return { stop: () => Promise.resolve() }
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: mostMs / 3,
    greetingTimeout: mostMs / 3,
    socketTimeout: mostMs / 3,
  })
  let stopped = false
  let wake: () => void = () => undefined

  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, everyMs)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  let nudged = false
  nudges.set(platform, () => {
    nudged = true
    wake()
  })

  const run = async () => {
    while (!stopped) {
      nudged = false
      try {
        while (!stopped && (await sendNext(platform, transport)));
      } catch (error) {
        // The database does not answer: the next look may find it again.
        console.error('The outbox could not be read.', error)
      }
      if (!stopped && !nudged) await pause()
    }
    transport.close()
  }
  const running = run()
  return {
    stop: async () => {
      stopped = true
      nudges.delete(platform)
      wake()
      await running
    },
  }
}

/** Sends the mail that is due first; false when none is. */
async function sendNext(platform: Platform, transport: Transporter): Promise<boolean> {
  const client = await platform.pool.connect()
  let broken = true
  try {
    await client.query('begin')
    const { rows } = await client.query<Due>(
      'select id, recipient, subject, body, event from identity.next_mail()',
    )
    const [mail] = rows
    if (mail) {
      const failure = await send(platform, transport, mail)
      await client.query('select identity.mail_sent($1, $2)', [mail.id, failure])
    }
    await client.query('commit')
    broken = false
    return mail !== undefined
  } finally {
    client.release(broken)
  }
}

/** Null when the SMTP server has taken the mail; what went wrong otherwise. */
async function send(platform: Platform, transport: Transporter, mail: Due): Promise<string | null> {
  const { mailFrom, publicUrl } = platform.settings
  let timer: NodeJS.Timeout | undefined
  try {
    await Promise.race([
      transport.sendMail({
        from: mailFrom,
        to: mail.recipient,
        subject: mail.subject,
        text: mail.body,
        ...(mail.event && { icalEvent: icalEventOf(mail.event) }),
        messageId: `<${mail.id}@${new URL(publicUrl).hostname}>`,
        // Asks other mail systems for no answers such as "out of office".
        headers: { 'Auto-Submitted': 'auto-generated' },
      }),
      new Promise((_resolve, reject) => {
        timer = setTimeout(() => reject(new Error('The SMTP server did not answer in time.')), mostMs)
      }),
    ])
    return null
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).slice(0, 500)
  } finally {
    clearTimeout(timer)
  }
}

/** The event as mail programs look for it: beside the text, with the method that it says itself, and as a file. */
function icalEventOf(event: string): { method: string; filename: string; content: string } {
  return { method: /^METHOD:(\w+)/m.exec(event)?.[1] ?? 'PUBLISH', filename: 'meeting.ics', content: event }
}
