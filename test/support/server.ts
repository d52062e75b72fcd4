import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { makeApp } from '@boardwork/server/src/app.ts'
import { openOrm } from '@boardwork/server/src/db/orm.ts'
import type { Platform } from '@boardwork/server/src/access/requestContext.ts'
import { readSettings } from '@boardwork/server/src/env.ts'
import type { Settings } from '@boardwork/server/src/env.ts'
import type { FileStore } from '@boardwork/server/src/files/fileStore.ts'
import { openFiles } from '@boardwork/server/src/files/openFiles.ts'
import type { FormattedExecutionResult } from 'graphql'
import { Pool } from 'pg'
import type { Client } from 'pg'
import { makeDatabase } from './database.ts'
import type { TestDatabase } from './database.ts'
import { startSession } from './session.ts'

/** Somebody who speaks to the API: keeps the session cookie as a browser does. */
export class ApiClient {
  readonly url: string
  cookie: string | null

  constructor(url: string, cookie: string | null) {
    this.url = url
    this.cookie = cookie
  }

  /** The whole answer, errors and all. */
  async ask<Data = Record<string, unknown>>(
    query: string,
    variables: Record<string, unknown> = {},
    headers: Record<string, string> = {},
  ): Promise<FormattedExecutionResult<Data>> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...headers,
      },
      body: JSON.stringify({ query, variables }),
    })
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      this.cookie = pair.endsWith('=') ? null : pair
    }
    // The test that asks says which form it expects.
    return (await response.json()) as FormattedExecutionResult<Data>
  }

  /** The data; fails the test on any error. */
  async data<Data = Record<string, unknown>>(
    query: string,
    variables: Record<string, unknown> = {},
  ): Promise<Data> {
    const { data, errors } = await this.ask<Data>(query, variables)
    if (errors || !data) throw new Error(`The API answered with errors: ${JSON.stringify(errors)}`)
    return data
  }

  /** The codes of the errors, for a request that is to be refused. */
  async codes(query: string, variables: Record<string, unknown> = {}): Promise<unknown[]> {
    const { errors } = await this.ask(query, variables)
    return (errors ?? []).map((error) => error.extensions?.['code'])
  }
}

/** A running server with a database of its own. */
export interface TestServer {
  url: string
  database: TestDatabase
  /** A connection for which every row exists. */
  db: Client
  settings: Settings
  /** What a job of the server gets that no request starts. */
  platform: Platform
  files: FileStore
  anonymous(): ApiClient
  /** A client that is signed in as the person. */
  as(personId: string): Promise<ApiClient>
  close(): Promise<void>
}

/** Starts a server on a free port; `on` lets a second replica share the database of the first. */
export async function startTestServer(
  overrides: Partial<Settings> = {},
  on?: TestDatabase,
): Promise<TestServer> {
  const database = on ?? (await makeDatabase())
  const folder = path.join(tmpdir(), `boardwork-test-${randomUUID()}`)
  const settings: Settings = {
    ...readSettings({ NODE_ENV: 'development', PORT: '0' }),
    poolSize: 8,
    files: folder,
    ...overrides,
  }
  const orm = await openOrm(database.serverUrl, settings.poolSize)
  const pool = new Pool({ connectionString: database.serverUrl, max: settings.poolSize })
  const files = await openFiles(settings)
  const platform = { orm, pool, files, settings }
  const app = await makeApp(platform)
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  return {
    url,
    database,
    db: database.maintenance,
    settings,
    platform,
    files,
    anonymous: () => new ApiClient(url, null),
    as: async (personId) =>
      new ApiClient(url, `boardwork=${await startSession(database.maintenance, personId)}`),
    close: async () => {
      await app.close()
      await Promise.all([orm.close(), pool.end()])
      await rm(folder, { recursive: true, force: true })
      if (!on) await database.drop()
    },
  }
}
