import { EventEmitter, once } from 'node:events'
import { SMTPServer } from 'smtp-server'

/** A mail as it came in over SMTP. */
export interface ReceivedMail {
  from: string
  to: string[]
  /** Headers and text, as they were sent. */
  source: string
}

/** A real SMTP server on this machine that keeps what it is sent. */
export interface MailSink {
  url: string
  mails: ReceivedMail[]
  /** Resolves once so many mails are there. */
  waitFor(count: number): Promise<void>
  close(): Promise<void>
}

/** Starts an SMTP server on a free port. `refuse` says which of the mails, from 0, it answers with a passing error. */
export async function startMailSink(refuse: (attempt: number) => boolean = () => false): Promise<MailSink> {
  const mails: ReceivedMail[] = []
  let attempts = 0
  const arrivals = new EventEmitter()
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onMailFrom: (_address, _session, callback) => {
      const attempt = attempts
      attempts += 1
      if (refuse(attempt)) callback(Object.assign(new Error('Try again later'), { responseCode: 451 }))
      else callback()
    },
    onData: (stream, session, callback) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        mails.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map((each) => each.address),
          source: Buffer.concat(parts).toString(),
        })
        arrivals.emit('mail')
        callback()
      })
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const address = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('The SMTP server has no port.')
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    mails,
    waitFor: async (count) => {
      while (mails.length < count) await once(arrivals, 'mail')
    },
    close: async () => {
      server.close()
      await once(server.server, 'close')
    },
  }
}
