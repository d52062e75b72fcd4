import { createServer } from 'node:net'
import { readdirSync } from 'node:fs'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, afterEach, describe, expect, inject, it } from 'vitest'
import { makeDatabase } from '../../support/database.ts'
import type { TestDatabase } from '../../support/database.ts'
import { makePerson } from '../../support/factories.ts'
import { startSession } from '../../support/session.ts'
import { asOwner, makeEmptyDatabase } from './emptyDatabase.ts'
import { cleanUp, endServers, makeDataFolder, postgresOf, startProcess } from './serverProcess.ts'
import type { Ended, ServerProcess } from './serverProcess.ts'

const well: Ended = { code: 0, signal: null }
const changeName = `mutation($input: ChangeNameInput!) { changeName(input: $input) { __typename ... on Viewer { name version } } }`
const signInOptions = `{ signInOptions { demonstration people { name personId } } }`
const signInAs = `mutation($input: SignInAsDemonstrationPersonInput!) { signInAsDemonstrationPerson(input: $input) {
  __typename ... on Viewer { name email version } } }`

interface Options {
  signInOptions: { demonstration: boolean; people: { name: string; personId: string }[] }
}

afterAll(cleanUp)

/** It ends with exit code 1, and one sentence is all that it says. */
async function expectRefusal(server: ServerProcess, sentence: RegExp): Promise<void> {
  expect(await server.ended).toEqual({ code: 1, signal: null })
  expect(server.output.stderr).toMatch(sentence)
  expect(server.output.stderr).toMatch(/^[^\n]+\.\n$/)
  expect(server.output.stdout).toBe('')
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await delay(5)
}

describe('with a data folder of its own', () => {
  const folder = makeDataFolder()
  let first = { email: '', personId: '' }

  it('the first start fills the demonstration, and says where it is and who one can be', async () => {
    const server = await startProcess({ BOARDWORK_DATA: folder })
    await server.ready()
    const client = server.client()
    const { signInOptions: options } = await client.data<Options>(signInOptions)
    expect(options.demonstration).toBe(true)
    expect(options.people).toHaveLength(30)
    const [person] = options.people
    const personId = person?.personId ?? ''
    const input = { personId }
    const signedIn = await client.data<{ signInAsDemonstrationPerson: { email: string; version: number } }>(
      signInAs,
      { input },
    )
    const { email, version } = signedIn.signInAsDemonstrationPerson
    await until(() => server.output.stdout.includes(`Boardwork is at ${server.url}\n`))
    expect(server.output.stdout).toContain(email)
    const changed = { name: 'Kept Name', version, clientMutationId: 'before the stop' }
    expect(await client.data(changeName, { input: changed })).toMatchObject({
      changeName: { name: 'Kept Name' },
    })
    first = { email, personId }

    const postgres = postgresOf(folder)
    expect(postgres).not.toBeNull()
    expect(await server.end('SIGINT')).toEqual(well)
    expect(postgresOf(folder)).toBeNull()
    expect(server.output.stderr).toBe('')
  })

  it('the second start has kept everything; a third one beside it is refused and does it no harm', async () => {
    const server = await startProcess({ BOARDWORK_DATA: folder })
    await server.ready()
    const client = server.client()
    const { signInOptions: options } = await client.data<Options>(signInOptions)
    expect(options.people).toHaveLength(30)
    expect(options.people).toContainEqual({ name: 'Kept Name', personId: first.personId })

    const beside = await startProcess({ BOARDWORK_DATA: folder })
    await expectRefusal(beside, /^The data folder .* is in use by another Boardwork \(process \d+\)/)
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200)

    // Ctrl-C reaches the server from the terminal, and again from the package manager.
    expect(await server.end('SIGINT', 'SIGINT', 'SIGTERM')).toEqual(well)
    expect(postgresOf(folder)).toBeNull()
    expect(server.output.stderr).toBe('')
  })

  it.each(['SIGTERM', 'SIGINT'] as const)(
    '%s while it starts ends it cleanly, and the next start goes on from there',
    async (signal) => {
      const own = makeDataFolder()
      const server = await startProcess({ BOARDWORK_DATA: own })
      if (signal === 'SIGTERM') await until(() => readdirSync(own).some((name) => name.startsWith('lock-')))
      else await until(() => postgresOf(own) !== null)
      expect(await server.end(signal)).toEqual(well)
      expect(postgresOf(own)).toBeNull()
      expect(server.output.stderr).toBe('')
      expect(readdirSync(own).filter((name) => name.startsWith('lock-'))).toEqual([])

      const next = await startProcess({ BOARDWORK_DATA: own })
      await next.ready()
      expect(await next.end('SIGTERM')).toEqual(well)
      expect(postgresOf(own)).toBeNull()
    },
  )
})

describe('with somebody else’s PostgreSQL', () => {
  let database: TestDatabase
  afterEach(async () => {
    await endServers()
    await database.drop()
  })

  it('without a demonstration nobody signs in before the command has made an administrator', async () => {
    database = await makeDatabase()
    const settings = { DATABASE_URL: database.ownerUrl, BOARDWORK_DEMO: '0' }
    const server = await startProcess(settings)
    await server.ready()
    const client = server.client()
    expect(await client.data(signInOptions)).toEqual({ signInOptions: { demonstration: false, people: [] } })
    const somebody = await makePerson(database.maintenance)
    expect(await client.codes(signInAs, { input: { personId: somebody } })).toEqual(['NOT_ALLOWED'])
    expect((await database.maintenance.query('select from region')).rowCount).toBe(0)

    const command = 'server/src/features/identity/firstAdministrator.ts'
    const making = await startProcess(settings, command, 'ada@fernshire.example', 'Ada Fern')
    expect(await making.ended).toEqual(well)
    const token = /\/password\/([\w-]+)/.exec(making.output.stdout)?.[1]
    const password = 'kettle harbour sphinx'
    expect(
      await client.data(
        `mutation($input: ResetPasswordInput!) { resetPassword(input: $input) { __typename } }`,
        { input: { token, newPassword: password } },
      ),
    ).toEqual({ resetPassword: { __typename: 'Done' } })
    expect(
      await client.data(
        `mutation($input: SignInInput!) { signIn(input: $input) { ... on Viewer { name ties { role } } } }`,
        { input: { email: 'ada@fernshire.example', password } },
      ),
    ).toEqual({ signIn: { name: 'Ada Fern', ties: [{ role: 'ADMINISTRATOR' }] } })
    expect(await server.end('SIGTERM')).toEqual(well)
  })

  it('what is being answered when it is asked to end is answered', async () => {
    database = await makeDatabase()
    const person = await makePerson(database.maintenance)
    const server = await startProcess({ DATABASE_URL: database.ownerUrl, BOARDWORK_DEMO: '0' })
    await server.ready()
    const client = server.client(`boardwork=${await startSession(database.maintenance, person)}`)
    await database.maintenance.query('begin')
    await database.maintenance.query('select from person where id = $1 for update', [person])
    const input = { name: 'Answered Still', version: 1, clientMutationId: 'in the middle' }
    const answer = client.data(changeName, { input })
    const waits = 'select from pg_locks where not granted'
    while ((await asOwner(database.ownerUrl, waits)).length === 0) await delay(10)
    const ended = server.end('SIGTERM')
    // It takes no new request by now.
    while ((await fetch(`${server.url}/livez`)).ok) await delay(10)
    await database.maintenance.query('commit')
    expect(await answer).toMatchObject({ changeName: { name: 'Answered Still' } })
    expect(await ended).toEqual(well)
  })
})

describe.concurrent('what cannot start says why in one sentence', () => {
  it('a port that is no number', async () => {
    const server = await startProcess({ PORT: 'eighty', BOARDWORK_DATA: makeDataFolder() })
    await expectRefusal(server, /^PORT has to be a whole number from 0 to 65535, and is "eighty"\.$/m)
  })

  it('a taken port, and nothing is left running', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const port = typeof address === 'object' && address ? String(address.port) : ''
    const folder = makeDataFolder()
    const server = await startProcess({ PORT: port, BOARDWORK_DATA: folder, BOARDWORK_DEMO: '0' })
    await expectRefusal(server, new RegExp(`^Port ${port} is taken by another program`))
    expect(postgresOf(folder)).toBeNull()
    other.close()
  })

  it('a host that is none of this machine', async () => {
    const { ownerUrl, drop } = await makeDatabase()
    const server = await startProcess({ HOST: '192.0.2.1', DATABASE_URL: ownerUrl, BOARDWORK_DEMO: '0' })
    await expectRefusal(server, /^HOST is "192\.0\.2\.1"/)
    await drop()
  })

  it('a database of a newer version, which is left as it is', async () => {
    const { ownerUrl, drop } = await makeDatabase()
    await asOwner(
      ownerUrl,
      `insert into migration (name, executed_at) values ('Migration20990101000000_later', now())`,
    )
    const server = await startProcess({ DATABASE_URL: ownerUrl })
    await expectRefusal(
      server,
      /^The database was made by a newer version of Boardwork .*Migration20990101000000_later/,
    )
    expect(await asOwner(ownerUrl, "select name from migration where name not like '%later'")).not.toEqual([])
    await drop()
  })

  it('a database that cannot be reached', async () => {
    const server = await startProcess({ DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:9/nothing' })
    await expectRefusal(server, /^The database in DATABASE_URL cannot be reached: .*ECONNREFUSED/)
    expect(server.output.stderr).not.toContain('secret')
  })

  it('a database that is not there, and an address that is none', async () => {
    const missing = new URL(inject('templateUrl'))
    missing.pathname = '/no_such_database'
    await expectRefusal(
      await startProcess({ DATABASE_URL: missing.href }),
      /^The database in DATABASE_URL cannot be reached: .*no_such_database/,
    )
    await expectRefusal(
      await startProcess({ DATABASE_URL: 'the one in the cellar' }),
      /^DATABASE_URL is not the address of a PostgreSQL database/,
    )
  })

  it('a database user who may not make roles', async () => {
    const { url, drop } = await makeEmptyDatabase()
    const role = `limited_${process.pid}`
    await asOwner(url, `create role ${role} login password 'limited'`)
    const limited = new URL(url)
    limited.username = role
    limited.password = 'limited'
    const server = await startProcess({ DATABASE_URL: limited.href })
    await expectRefusal(
      server,
      /^The database user in DATABASE_URL may not make roles: .*infra\/database-roles\.sql.*DATABASE_SERVER_URL/,
    )
    await drop()
    await asOwner(inject('templateUrl'), `drop role ${role}`)
  })

  it('a file of documents that is no JSON', async () => {
    const { ownerUrl, drop } = await makeDatabase()
    const server = await startProcess({
      DATABASE_URL: ownerUrl,
      BOARDWORK_DEMO: '0',
      NODE_ENV: 'production',
      BOARDWORK_DOCUMENTS: 'README.md',
    })
    await expectRefusal(server, /^The file of documents, README\.md, cannot be read as JSON\.$/m)
    await drop()
  })
})
