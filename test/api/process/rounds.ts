import { expect } from 'vitest'
import { ApiClient } from '../../support/server.ts'
import { startSession } from '../../support/session.ts'
import { makePlanWorld } from '../plan.fixture.ts'
import type { PlanWorld } from '../plan.fixture.ts'
import { maintenanceOf } from './emptyDatabase.ts'
import { startProcess } from './serverProcess.ts'
import type { Ended, ServerProcess } from './serverProcess.ts'
import { sendAgain, Traffic } from './traffic.ts'
import type { Answer, Sent } from './traffic.ts'
import { expectKept, expectWhole } from './whole.ts'

/** Ends the server by force while the traffic runs. */
export type Kill = (server: ServerProcess, traffic: Traffic) => Promise<void>

/** People at work on a server that is killed again and again, and started again. */
export class Rounds {
  readonly #variables: Record<string, string>
  readonly #random: () => number
  #server: ServerProcess | null = null
  #world: PlanWorld | null = null
  readonly #acknowledged: (Sent & { answer: Answer })[] = []

  constructor(variables: Record<string, string>, random: () => number) {
    this.#variables = variables
    this.#random = random
  }

  /** People work, the server is killed and started again, and everything is looked at. */
  async run(databaseUrl: () => Promise<string>, kill: Kill): Promise<void> {
    const server = await this.#started()
    this.#world ??= await this.#makeWorld(await databaseUrl(), server.url)
    const traffic = new Traffic(this.#world, this.#random)
    await traffic.start(20 + Math.floor(this.#random() * 100))
    expectNoSurprise(traffic)
    traffic.willBeKilled()
    await kill(server, traffic)
    await traffic.stopped()
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

  async end(): Promise<Ended | undefined> {
    return this.#server?.end('SIGTERM')
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
        expectSame(first, second, sent)
        this.#acknowledged.push({ ...sent, answer: first })
      }),
    )
    for (const sent of traffic.acknowledged.slice(-20)) {
      expectSame(sent.answer, await sendAgain(sent), sent)
    }
  }
}

const expectNoSurprise = ({ surprises }: Traffic) => expect(surprises).toEqual([])

function expectSame(first: Answer, second: Answer, { mark }: Sent): void {
  expect(second.__typename, mark).toBe(first.__typename)
  expect(second.id, mark).toBe(first.id)
}
