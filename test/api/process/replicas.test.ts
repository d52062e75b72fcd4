import { readdir } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { verifyChains } from '@boardwork/server/src/audit/verifyChains.ts'
import { ensureRoles } from '@boardwork/server/src/db/roles.ts'
import { hashPassword } from '@boardwork/server/src/features/identity/passwordHash.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest'
import { makeBoard, makeGrant, makeOrganisation, makePerson, makeRegion } from '../../support/factories.ts'
import { startMailSink } from '../../support/mailSink.ts'
import { ApiClient, startTestServer } from '../../support/server.ts'
import type { TestServer } from '../../support/server.ts'
import { id, importPlan, makePlanWorld, savePlan, shortPlan } from '../plan.fixture.ts'
import { asOwner, maintenanceOf, makeEmptyDatabase } from './emptyDatabase.ts'
import { cleanUp, endServers, startProcess } from './serverProcess.ts'

const password = 'kettle harbour sphinx'
const signIn = `mutation($input: SignInInput!) { signIn(input: $input) { __typename } }`
const viewer = '{ viewer { name } }'

afterAll(cleanUp)

describe('two servers on one database', () => {
  let first: TestServer
  let second: TestServer
  beforeAll(async () => {
    first = await startTestServer()
    second = await startTestServer({}, first.database)
  })
  afterAll(async () => {
    await second.close()
    await first.close()
  })
  beforeEach(async () => {
    await first.db.query('delete from rate_limit')
  })

  /** Signs in at the first server, and gives the same browser at each of the two. */
  async function signedInBrowser(email: string): Promise<{ atFirst: ApiClient; atSecond: ApiClient }> {
    const person = await makePerson(first.db, { name: 'Wanda Moss', email })
    await first.db.query('update account set password_hash = $2 where person_id = $1', [
      person,
      await hashPassword(password),
    ])
    const atFirst = first.anonymous()
    expect(await atFirst.data(signIn, { input: { email, password } })).toEqual({
      signIn: { __typename: 'Viewer' },
    })
    return { atFirst, atSecond: new ApiClient(second.url, atFirst.cookie) }
  }

  it('who is signed in at one is signed in at the other, and signed out at both', async () => {
    const { atFirst, atSecond } = await signedInBrowser('wanda@fernshire.example')
    const wanda = { viewer: { name: 'Wanda Moss' } }
    expect(await atSecond.data(viewer)).toEqual(wanda)
    expect(await atFirst.data(viewer)).toEqual(wanda)
    const kept = new ApiClient(first.url, atFirst.cookie)
    await atSecond.data('mutation { signOut }')
    expect(await kept.data(viewer)).toEqual({ viewer: null })
  })

  it('a role that is ended at one is gone at the other with the next request', async () => {
    const world = await makePlanWorld(first)
    const atSecond = new ApiClient(second.url, world.outsider.cookie)
    const board = `query($id: ID!) { board(id: $id) { people { __typename } } }`
    expect(await atSecond.codes(board, { id: world.otherBoard })).toEqual([])
    await first.db.query(`update "grant" set ended_at = now() where scope_id = $1`, [world.otherBoard])
    expect(await atSecond.data(board, { id: world.otherBoard })).toEqual({ board: null })
  })

  it('tries to sign in count at both together', async () => {
    const email = 'guessed@fernshire.example'
    const input = { email, password: 'not the password' }
    for (let time = 0; time < 5; time += 1)
      for (const server of [first, second])
        expect(await server.anonymous().codes(signIn, { input })).toEqual([])
    expect(await first.anonymous().codes(signIn, { input })).toEqual(['TOO_MANY'])
    expect(await second.anonymous().codes(signIn, { input })).toEqual(['TOO_MANY'])
  })

  it('an invitation that is accepted at both at once is used once', async () => {
    const council = await makeOrganisation(first.db, await makeRegion(first.db))
    const board = await makeBoard(first.db, council)
    const coordinator = await makePerson(first.db)
    await makeGrant(first.db, coordinator, 'COORDINATOR', board)
    const email = 'invited@fernshire.example'
    await (
      await first.as(coordinator)
    ).data(`mutation($input: InviteInput!) { invite(input: $input) { __typename } }`, {
      input: {
        scope: 'BOARD',
        scopeId: board,
        role: 'SCRUTINY',
        email,
        organisationId: council,
        clientMutationId: id(),
      },
    })
    const { rows } = await first.db.query<{ body: string }>('select body from mail where recipient = $1', [
      email,
    ])
    const token = /\/invitation\/([\w-]{43})/.exec(rows[0]?.body ?? '')?.[1]
    const accept = `mutation($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { __typename } }`
    const answers = await Promise.all(
      [first, second, first, second].map((server, index) =>
        server.anonymous().data<{ acceptInvitation: { __typename: string } }>(accept, {
          input: { token, name: `Person ${index}`, password },
        }),
      ),
    )
    expect(answers.map((answer) => answer.acceptInvitation.__typename).toSorted()).toEqual([
      'NotReady',
      'NotReady',
      'NotReady',
      'Viewer',
    ])
    const { rows: grants } = await first.db.query(
      `select 1 from "grant" where scope_id = $1 and role = 'SCRUTINY'`,
      [board],
    )
    expect(grants).toHaveLength(1)
  })

  it('a mutation that is sent to both at once changes one thing', async () => {
    const world = await makePlanWorld(first)
    const { coordinator } = world
    const everywhere = [coordinator, new ApiClient(second.url, coordinator.cookie), coordinator]
    const input = { boardId: world.board, source: { text: shortPlan }, fileName: 'x', clientMutationId: id() }
    const started = await Promise.all(
      everywhere.map((client) =>
        client.data<{ importPlan: { id: string; version: number } }>(importPlan, { input }),
      ),
    )
    const ids = new Set(started.map((answer) => answer.importPlan.id))
    expect(ids.size).toBe(1)
    const [importId] = ids
    const saving = { importId, version: 1, clientMutationId: id() }
    const saved = await Promise.all(
      everywhere.map((client) => client.data<{ savePlan: { id: string } }>(savePlan, { input: saving })),
    )
    expect(new Set(saved.map((answer) => answer.savePlan.id)).size).toBe(1)
    const { rows } = await first.db.query(
      'select action from audit_event where chain_id = $1 order by sequence',
      [world.board],
    )
    expect(rows).toEqual([{ action: 'plan.import' }, { action: 'plan.save' }])
  })
})

it('those who start at once on several databases of one PostgreSQL all get its roles', async () => {
  const databases = await Promise.all(Array.from({ length: 6 }, makeEmptyDatabase))
  for (let round = 0; round < 5; round += 1) {
    const urls = await Promise.all(databases.map(({ url }) => ensureRoles(url)))
    expect(new Set(urls.map((url) => new URL(url).password)).size).toBe(1)
  }
  await Promise.all(databases.map(({ drop }) => drop()))
})

describe('two processes', () => {
  it('that start at once on an empty database set it up once, send each mail once, and stand in for each other', async () => {
    const database = await makeEmptyDatabase()
    const sink = await startMailSink()
    const settings = { DATABASE_URL: database.url, SMTP_URL: sink.url }
    const servers = await Promise.all([startProcess(settings), startProcess(settings)])
    onTestFailed(() => console.error(servers.map(({ output }) => output)))
    await Promise.all(servers.map((server) => server.ready()))
    const [first, second] = servers

    const migrations = (await readdir(new URL('../../../server/src/db/migrations', import.meta.url))).filter(
      (file) => file.endsWith('.ts'),
    )
    expect(await asOwner(database.url, 'select name from migration order by name')).toEqual(
      migrations.toSorted().map((file) => ({ name: file.replace(/\.ts$/, '') })),
    )
    const people = `{ signInOptions { people { personId } } }`
    const { signInOptions } = await first.client().data<{
      signInOptions: { people: { personId: string }[] }
    }>(people)
    expect(signInOptions.people).toHaveLength(30)

    const db = await maintenanceOf(database.url)
    const { rows: accounts } = await db.query<{ email: string }>('select email from account order by email')
    expect(accounts).toHaveLength(30)
    for await (const { damage } of verifyChains(db)) expect(damage).toBeNull()
    const reset = `mutation($email: String!) { requestPasswordReset(input: { email: $email }) { __typename } }`
    await Promise.all(
      accounts
        .slice(0, 8)
        .map(({ email }, index) => (index % 2 ? first : second).client().data(reset, { email })),
    )
    while ((await db.query('select from mail where sent_at is null')).rowCount !== 0) await delay(20)
    expect(sink.mails.flatMap(({ to }) => to).toSorted()).toEqual(
      accounts.slice(0, 8).map(({ email }) => email),
    )
    await db.end()

    const atFirst = first.client()
    await atFirst.data(
      `mutation($input: SignInAsDemonstrationPersonInput!) { signInAsDemonstrationPerson(input: $input) { __typename } }`,
      { input: { personId: signInOptions.people[0]?.personId } },
    )
    expect(atFirst.cookie).not.toBeNull()
    await first.end('SIGKILL')
    const atSecond = second.client(atFirst.cookie ?? '')
    expect(await atSecond.data(viewer)).toMatchObject({ viewer: { name: expect.any(String) as string } })
    expect(await second.end('SIGTERM')).toEqual({ code: 0, signal: null })
    expect(second.output.stderr).toBe('')
    await sink.close()
    await endServers()
    await database.drop()
  })
})
