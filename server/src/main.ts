import { once } from 'node:events'
import type { FastifyInstance } from 'fastify'
import { makeApp } from './app.ts'
import { openDatabase } from './db/openDatabase.ts'
import { announceDemonstration } from './demonstration/announce.ts'
import { fillDemonstration, holdsDemonstration } from './demonstration/fillDemonstration.ts'
import { keepDemonstrationFile } from './demonstration/evidence.ts'
import { readSettings } from './env.ts'
import type { Settings } from './env.ts'
import { CannotGoOn, CannotStart } from './errors.ts'
import { startFlagReminders } from './features/attendance/flag/flagReminders.ts'
import { startMailer } from './features/identity/sendMail.ts'
import { openFiles } from './files/openFiles.ts'

try {
  await run()
} catch (error) {
  console.error(error instanceof CannotStart || error instanceof CannotGoOn ? error.message : error)
  process.exitCode = 1
}

/** Starts, runs until it is asked to end, and closes what was opened, the last first. */
async function run(): Promise<void> {
  const asked = new AbortController()
  // More signals while it ends change nothing: package managers pass on a Ctrl-C that came to us already.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => asked.abort())
  const opened = new AsyncDisposableStack()
  try {
    await start(readSettings(), opened, asked)
    if (!asked.signal.aborted) await once(asked.signal, 'abort')
  } finally {
    await opened.disposeAsync()
  }
  if (asked.signal.reason instanceof CannotGoOn) throw asked.signal.reason
}

/** Gives up between two steps where it is asked to end. */
async function start(
  settings: Settings,
  opened: AsyncDisposableStack,
  ending: AbortController,
): Promise<void> {
  const asked = ending.signal
  const database = await openDatabase(settings)
  opened.defer(() => database.close())
  void database.ended.then((sentence) => ending.abort(new CannotGoOn(sentence)))
  if (asked.aborted) return
  const files = await openFiles(settings)
  if (asked.aborted) return
  const demonstration = settings.demonstration && (await fillDemonstration(database.ownerUrl))
  if (demonstration) await keepDemonstrationFile(files)
  if (!settings.demonstration && (await holdsDemonstration(database.ownerUrl)))
    throw new CannotStart(
      'This database holds the demonstration, whose password everybody knows: choose an empty one with DATABASE_URL or BOARDWORK_DATA, or start without BOARDWORK_DEMO=0.',
    )
  if (asked.aborted) return
  // A database with data of its own is no demonstration, whatever the setting says.
  const { orm, pool } = database
  const platform = { orm, pool, files, settings: { ...settings, demonstration } }
  const mailer = startMailer(platform)
  opened.defer(() => mailer.stop())
  const reminders = startFlagReminders(platform)
  opened.defer(() => reminders.stop())
  const app = await makeApp(platform)
  opened.defer(() => app.close())
  if (asked.aborted) return
  await listen(app, settings)
  if (demonstration) console.log(`${announceDemonstration()}\n`)
  console.log(`Boardwork is at ${settings.publicUrl}`)
}

async function listen(app: FastifyInstance, { port, host }: Settings): Promise<void> {
  try {
    await app.listen({ port, host })
  } catch (error) {
    switch (error instanceof Error && 'code' in error ? error.code : null) {
      case 'EADDRINUSE':
        throw new CannotStart(`Port ${port} is taken by another program: choose another one with PORT.`)
      case 'EACCES':
        throw new CannotStart(
          `This user may not open port ${port}: choose one above 1023 with PORT, or start as another user.`,
        )
      case 'EADDRNOTAVAIL':
      case 'ENOTFOUND':
      case 'EAI_AGAIN':
        throw new CannotStart(`HOST is "${host}", which is no address of this machine.`)
      default:
        throw error
    }
  }
}
