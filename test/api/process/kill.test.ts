import { findRunning } from '@boardwork/server/src/db/embedded/findRunning.ts'
import { freePort } from '@boardwork/server/src/db/embedded/freePort.ts'
import { afterAll, describe, expect, it, onTestFailed } from 'vitest'
import { makeDatabase } from '../../support/database.ts'
import { ApiClient } from '../../support/server.ts'
import { startSession } from '../../support/session.ts'
import { makePlanWorld } from '../plan.fixture.ts'
import type { PlanWorld } from '../plan.fixture.ts'
import { maintenanceOf } from './emptyDatabase.ts'
import { cleanUp, makeDataFolder, postgresOf, startProcess } from './serverProcess.ts'
import type { ServerProcess } from './serverProcess.ts'
import { seeded, sendAgain, Traffic } from './traffic.ts'
import type { Answer, Sent } from './traffic.ts'
import { expectKept, expectWhole } from './whole.ts'

const times = process.env['BOARDWORK_LARGER'] ? 10 : 1
const seed = Number(process.env['BOARDWORK_SEED'] ?? Date.now() % 1_000_000)

afterAll(cleanUp)

type Kill = (server: ServerProcess, traffic: Traffic) => Promise<void>

const killServer: Kill = async (server) => {
  expect(await server.end('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' })
}

/** People at work on a server that is killed again and again, and started again. */
class Rounds {
  readonly #variables: Record<string, string>
  readonly #random: () => number
  #server: ServerProcess | null = null
  #world: PlanWorld | null = null
  readonly #acknowledged: (Sent & { answer: Answer })[] = []

  constructor(variables: Record<string, string>, random: () => number) {
    this.#variables = variables
    this.#random = random
  }

  async run(databaseUrl: () => Promise<string>, kill: Kill): Promise<void> {
    const server = await this.#started()
    this.#world ??= await this.#makeWorld(await databaseUrl(), server.url)
    const traffic = new Traffic(this.#world, this.#random)
    await traffic.start(20 + Math.floor(this.#random() * 100))
    expect(traffic.surprises).toEqual([])
    traffic.willBeKilled()
    await kill(server, traffic)
    await traffic.stopped()
    expect(traffic.unacknowledged).not.toEqual([])
    this.#acknowledged.push(...traffic.acknowledged)

    this.#server = null
    await this.#started()
    const db = await maintenanceOf(await databaseUrl())
    try {
      await expectKept(db, this.#acknowledged)
      await expectWhole(db)
      await this.#expectOneResultEach(traffic)
      await expectKept(db, this.#acknowledged)
      await expectWhole(db)
    } finally {
      await db.end()
    }
  }

  async end(): Promise<void> {
    expect(await this.#server?.end('SIGTERM')).toEqual({ code: 0, signal: null })
  }

  async #started(): Promise<ServerProcess> {
    this.#server ??= await startProcess(this.#variables)
    await this.#server.ready()
    return this.#server
  }

  async #makeWorld(databaseUrl: string, url: string): Promise<PlanWorld> {
    const db = await maintenanceOf(databaseUrl)
    try {
      return await makePlanWorld({
        db,
        as: async (personId) => new ApiClient(url, `boardwork=${await startSession(db, personId)}`),
      })
    } finally {
      await db.end()
    }
  }

  /** What nobody knows the outcome of is sent again, by everybody at once and twice over. */
  async #expectOneResultEach(traffic: Traffic): Promise<void> {
    await Promise.all(
      traffic.unacknowledged.map(async (sent) => {
        const [first, second] = await Promise.all([sendAgain(sent), sendAgain(sent)])
        expect(second.id, sent.mark).toBe(first.id)
        this.#acknowledged.push({ ...sent, answer: first })
      }),
    )
    for (const sent of traffic.acknowledged.slice(-20)) {
      const again = await sendAgain(sent)
      expect(again.id, sent.mark).toBe(sent.answer.id)
    }
  }
}

describe('a server that is killed while imports, comments and edits run', () => {
  it(
    'loses nothing, halves nothing and doubles nothing on a database of its own',
    async () => {
      onTestFailed(() => console.error(`BOARDWORK_SEED=${seed}`))
      const { ownerUrl, drop } = await makeDatabase()
      const settings = { DATABASE_URL: ownerUrl, BOARDWORK_DEMO: '0', PORT: String(await freePort()) }
      const rounds = new Rounds(settings, seeded(seed))
      for (let time = 0; time < times; time += 1)
        await rounds.run(() => Promise.resolve(ownerUrl), killServer)
      await rounds.end()
      await drop()
    },
    60_000 * times,
  )

  it(
    'nor on its own data folder, whose PostgreSQL goes on without it or is killed too',
    async () => {
      onTestFailed(() => console.error(`BOARDWORK_SEED=${seed}`))
      const folder = makeDataFolder()
      const settings = { BOARDWORK_DATA: folder, BOARDWORK_DEMO: '0', PORT: String(await freePort()) }
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
        // It says that it is not ready, and lives on.
        expect((await fetch(`${server.url}/readyz`)).status).toBe(503)
        expect((await fetch(`${server.url}/livez`)).status).toBe(200)
        await killServer(server, traffic)
      }
      for (let time = 0; time < times; time += 1) {
        await rounds.run(databaseUrl, leavePostgres)
        await rounds.run(databaseUrl, killPostgres)
      }
      await rounds.end()
      expect(postgresOf(folder)).toBeNull()
    },
    120_000 * times,
  )
})
