import { findRunning } from '@boardwork/server/src/db/embedded/findRunning.ts'
import { afterAll, describe, expect, it, onTestFailed } from 'vitest'
import { makeDatabase } from '../../support/database.ts'
import { Rounds } from './rounds.ts'
import type { Kill } from './rounds.ts'
import { cleanUp, makeDataFolder, ownPort, postgresOf } from './serverProcess.ts'
import { seeded } from './traffic.ts'

const times = process.env['BOARDWORK_LARGER'] ? 10 : 1
const seed = Number(process.env['BOARDWORK_SEED'] ?? Date.now() % 1_000_000)

afterAll(cleanUp)

const killServer: Kill = async (server) => {
  expect(await server.end('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' })
}

describe('a server that is killed while imports, comments and edits run', () => {
  it(
    'loses nothing, halves nothing and doubles nothing on a database of its own',
    async () => {
      onTestFailed(() => console.error(`BOARDWORK_SEED=${seed}`))
      const { ownerUrl, drop } = await makeDatabase()
      const settings = { DATABASE_URL: ownerUrl, BOARDWORK_DEMO: '0', PORT: String(await ownPort()) }
      const rounds = new Rounds(settings, seeded(seed))
      for (let time = 0; time < times; time += 1)
        await rounds.run(() => Promise.resolve(ownerUrl), killServer)
      expect(await rounds.end()).toEqual({ code: 0, signal: null })
      await drop()
    },
    180_000 * times,
  )

  it(
    'nor on its own data folder, whose PostgreSQL goes on without it or is killed too',
    async () => {
      onTestFailed(() => console.error(`BOARDWORK_SEED=${seed}`))
      const folder = makeDataFolder()
      const settings = { BOARDWORK_DATA: folder, BOARDWORK_DEMO: '0', PORT: String(await ownPort()) }
      const rounds = new Rounds(settings, seeded(seed + 1))
      const databaseUrl = async () => (await findRunning(folder)) ?? 'none'

      const leavePostgres: Kill = async (server, traffic) => {
        await killServer(server, traffic)
        expect(postgresOf(folder)).not.toBeNull()
      }
      const killPostgres: Kill = async (server, traffic) => {
        const postgres = postgresOf(folder)
        if (postgres !== null) process.kill(postgres, 'SIGKILL')
        await traffic.stopped()
        expect(await server.ended).toEqual({ code: 1, signal: null })
        expect(server.output.stderr).toMatch(/^The database has ended [^\n]+: start it again\. [^\n]+\.\n$/)
      }
      for (let time = 0; time < times; time += 1) {
        await rounds.run(databaseUrl, leavePostgres)
        await rounds.run(databaseUrl, killPostgres)
      }
      expect(await rounds.end()).toEqual({ code: 0, signal: null })
      expect(postgresOf(folder)).toBeNull()
    },
    360_000 * times,
  )
})
