import { makeApp } from './app.ts'
import { openDatabase } from './db/openDatabase.ts'
import { announceDemonstration } from './demonstration/announce.ts'
import { fillDemonstration } from './demonstration/fillDemonstration.ts'
import { readSettings } from './env.ts'
import { CannotStart } from './errors.ts'

try {
  await start()
} catch (error) {
  console.error(error instanceof CannotStart ? error.message : error)
  process.exitCode = 1
}

async function start(): Promise<void> {
  const settings = readSettings(process.env)
  const database = await openDatabase(settings)
  const demonstrates = settings.demonstration && (await fillDemonstration(database.ownerUrl))
  const app = await makeApp({ orm: database.orm, pool: database.pool, settings })
  let stopping: Promise<void> | null = null
  const stop = () => {
    stopping ??= (async () => {
      await app.close()
      await database.close()
    })()
    return stopping
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop())
  try {
    await app.listen({ port: settings.port, host: settings.host })
  } catch (error) {
    await stop()
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      throw new CannotStart(
        `Port ${settings.port} is taken by another program: choose another one with PORT.`,
      )
    throw error
  }
  if (demonstrates) console.log(`${announceDemonstration()}\n`)
  console.log(`Boardwork is at ${settings.publicUrl}`)
}
