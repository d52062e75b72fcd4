import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { firstHash, hashEvent } from '@boardwork/server/src/audit/chain.ts'
import { verifyChains } from '@boardwork/server/src/audit/verifyChains.ts'
import type { ChainReport, Heads } from '@boardwork/server/src/audit/verifyChains.ts'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  day,
  makeBoard,
  makeGrant,
  makeOrganisation,
  makePerson,
  makeRegion,
  makeSeat,
} from '../support/factories.ts'
import { startTestServer } from '../support/server.ts'
import type { ApiClient, TestServer } from '../support/server.ts'

const rename = `mutation($input: RenameBoardInput!) { renameBoard(input: $input) { __typename } }`
const nameDeputy = `mutation($input: NameDeputyInput!) { nameDeputy(input: $input) { __typename } }`
const read = `query($boardId: ID!, $filter: LogFilter, $first: Int!, $after: Int) {
  boardLog(boardId: $boardId, filter: $filter, first: $first, after: $after) {
    total next actions recordTypes people { personId name }
    events { sequence action personName recordType under before after } } }`

interface Log {
  boardLog: {
    total: number
    next: number | null
    actions: string[]
    events: { sequence: number; action: string }[]
  }
}

let server: TestServer
let owner: Client

beforeAll(async () => {
  server = await startTestServer()
  owner = new Client({ connectionString: server.database.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await server.close()
})

/** A board with a log of `count` events and more, made through the API by its coordinator. */
async function makeLog(count: number) {
  const { db } = server
  const region = await makeRegion(db)
  const board = await makeBoard(db, await makeOrganisation(db, region))
  const coordinator = await makePerson(db, { name: 'Ada Fern – “Ångström” 漢' })
  await makeGrant(db, coordinator, 'COORDINATOR', board)
  const client = await server.as(coordinator)
  for (let version = 1; version <= count; version += 1) {
    const name = `Name ${version} with "quotes", \\ and é 🙂`
    await client.data(rename, {
      input: { boardId: board, version, name, clientMutationId: `${board} ${version}` },
    })
  }
  return { region, board, coordinator, client }
}

describe('the log of a board', () => {
  let made: Awaited<ReturnType<typeof makeLog>>
  const page = async (client: ApiClient, variables: object) =>
    (await client.data<Log>(read, { boardId: made.board, first: 3, ...variables })).boardLog

  beforeAll(async () => {
    made = await makeLog(4)
    const police = await makeOrganisation(server.db, made.region, 'POLICE')
    const seat = await makeSeat(server.db, made.board, police)
    const input = { seatId: seat, personId: made.coordinator, clientMutationId: 'a deputy' }
    await made.client.data(nameDeputy, { input })
  })

  it('comes in pages, the newest event first', async () => {
    const first = await page(made.client, {})
    expect(first).toMatchObject({ total: 5, next: 3, actions: ['board.nameDeputy', 'board.rename'] })
    expect(first.events.map(({ sequence }) => sequence)).toEqual([5, 4, 3])
    const second = await page(made.client, { after: first.next })
    expect(second.events.map(({ sequence }) => sequence)).toEqual([2, 1])
    expect(second).toMatchObject({ total: 5, next: null })
  })

  it('says who did what, under which grant, with what stood before and after', async () => {
    const { events } = await page(made.client, { filter: { action: 'board.rename' }, first: 1 })
    expect(events).toMatchObject([
      {
        personName: 'Ada Fern – “Ångström” 漢',
        recordType: 'Board',
        under: { kind: 'GRANT', role: 'COORDINATOR' },
        before: { name: 'Name 3 with "quotes", \\ and é 🙂' },
        after: { name: 'Name 4 with "quotes", \\ and é 🙂' },
      },
    ])
  })

  it('is filtered by action, person, kind of record and days', async () => {
    const totalOf = async (filter: object) => (await page(made.client, { filter })).total
    expect(await totalOf({ action: 'board.rename' })).toBe(4)
    expect(await totalOf({ recordType: 'Deputy' })).toBe(1)
    expect(await totalOf({ personId: made.coordinator })).toBe(5)
    expect(await totalOf({ personId: made.board })).toBe(0)
    expect(await totalOf({ from: day(-1), to: day(1) })).toBe(5)
    expect(await totalOf({ from: day(2) })).toBe(0)
    expect(await totalOf({ to: day(-2) })).toBe(0)
  })

  it('is read by coordinators and chairs alone', async () => {
    const { db } = server
    const [chair, member, administrator, outsider] = [
      await makePerson(db),
      await makePerson(db),
      await makePerson(db),
      await makePerson(db),
    ]
    await makeGrant(db, chair, 'CHAIR', made.board)
    const fire = await makeOrganisation(db, made.region, 'FIRE')
    await makeSeat(db, made.board, fire, { holderId: member })
    await makeGrant(db, administrator, 'ADMINISTRATOR')
    const elsewhere = await makeLog(0)
    const variables = { boardId: made.board, first: 3 }
    expect((await page(await server.as(chair), {})).total).toBe(5)
    expect(await (await server.as(member)).codes(read, variables)).toEqual(['NOT_ALLOWED'])
    expect(await (await server.as(administrator)).codes(read, variables)).toEqual(['NOT_ALLOWED'])
    expect(await (await server.as(outsider)).codes(read, variables)).toEqual(['NOT_ALLOWED'])
    expect(await elsewhere.client.codes(read, variables)).toEqual(['NOT_FOUND'])
  })
})

describe('verifying the chains', () => {
  it('every event that the API writes verifies, as the database gives it back', async () => {
    const { board } = await makeLog(3)
    expect((await verify()).every(({ damage }) => damage === null)).toBe(true)
    expect(await reportOf(board)).toMatchObject({ events: 3, head: { sequence: 3 }, damage: null })
  })

  it('the log takes inserts only, and those at the end of a chain', async () => {
    const { board } = await makeLog(2)
    for (const statement of [
      `update audit_event set action = 'other' where chain_id = '${board}'`,
      `delete from audit_event where chain_id = '${board}'`,
      'truncate audit_event',
      `insert into audit_event select chain_id, 9, happened_at, person_id, person_name, under, action, record_type,
         record_id, before, after, previous_hash, hash from audit_event where chain_id = '${board}' and sequence = 2`,
    ]) {
      await expect(server.db.query(statement)).rejects.toThrow(
        /log takes inserts only|does not follow|permission denied/,
      )
    }
  })

  const damages: [string, (board: string) => Promise<void>, number][] = [
    [
      'an edited word',
      (board) => damage(`update audit_event set after = '{"name": "Other"}' where ${at(board, 3)}`),
      3,
    ],
    [
      'an edited person',
      (board) => damage(`update audit_event set person_name = 'Nobody' where ${at(board, 2)}`),
      2,
    ],
    [
      'an edited time',
      (board) =>
        damage(
          `update audit_event set happened_at = happened_at - interval '1 second' where ${at(board, 1)}`,
        ),
      1,
    ],
    ['an edited grant', (board) => damage(`update audit_event set under = '{}' where ${at(board, 4)}`), 4],
    ['a deleted event', (board) => damage(`delete from audit_event where ${at(board, 3)}`), 3],
    ['a deleted first event', (board) => damage(`delete from audit_event where ${at(board, 1)}`), 1],
    [
      'a deleted event with the rest moved up',
      (board) =>
        damage(
          `delete from audit_event where ${at(board, 3)}`,
          `update audit_event set sequence = 3 where ${at(board, 4)}`,
          `update audit_event set sequence = 4 where ${at(board, 5)}`,
          `update audit_head set sequence = 4 where chain_id = '${board}'`,
        ),
      3,
    ],
    [
      'two events in another order',
      (board) =>
        damage(
          `update audit_event set sequence = 99 where ${at(board, 2)}`,
          `update audit_event set sequence = 2 where ${at(board, 3)}`,
          `update audit_event set sequence = 3 where ${at(board, 99)}`,
        ),
      2,
    ],
    [
      'an end that was cut off',
      (board) => damage(`delete from audit_event where chain_id = '${board}' and sequence >= 4`),
      4,
    ],
    [
      'a whole chain that was taken away',
      (board) => damage(`delete from audit_event where chain_id = '${board}'`),
      1,
    ],
    [
      'a forged head',
      (board) => damage(`update audit_head set hash = sha256('other') where chain_id = '${board}'`),
      5,
    ],
    [
      'a head that was put back',
      (board) => damage(`update audit_head set sequence = 3 where chain_id = '${board}'`),
      4,
    ],
    [
      'a head that was taken away',
      (board) => damage(`delete from audit_head where chain_id = '${board}'`),
      5,
    ],
    ['an event that was rewritten with its own hash', (board) => rewrite(board, 2, 2), 3],
  ]
  for (const [name, make, sequence] of damages) {
    it(`finds ${name}`, async () => {
      const { board } = await makeLog(5)
      expect((await reportOf(board)).damage).toBeNull()
      await make(board)
      const { damage: found } = await reportOf(board)
      expect(found).toMatchObject({ sequence })
    })
  }

  it('finds with heads that were kept elsewhere a chain that was cut or rewritten together with its head', async () => {
    const [cut, rewritten, whole] = [await makeLog(5), await makeLog(5), await makeLog(5)]
    const heads = headsOf(await verify())
    await damage(
      `delete from audit_event where chain_id = '${cut.board}' and sequence >= 4`,
      `update audit_head set (sequence, hash) = (select 3, hash from audit_event where ${at(cut.board, 3)})
       where chain_id = '${cut.board}'`,
    )
    await rewrite(rewritten.board, 2, 5)
    for (const { board } of [cut, rewritten]) expect((await reportOf(board)).damage).toBeNull()
    expect((await reportOf(cut.board, heads)).damage?.sequence).toBe(4)
    expect((await reportOf(rewritten.board, heads)).damage?.sequence).toBe(5)
    expect((await reportOf(whole.board, heads)).damage).toBeNull()
  })

  it('a chain that has grown since its head was kept is whole', async () => {
    const { board, client } = await makeLog(2)
    const heads = headsOf(await verify())
    await client.data(rename, {
      input: { boardId: board, version: 3, name: 'Three', clientMutationId: 'three' },
    })
    expect((await reportOf(board, heads)).damage).toBeNull()
  })

  it('a chain of several thousand events is read in portions', async () => {
    const { board } = await makeLog(1)
    await fill(board, 2500)
    expect(await reportOf(board)).toMatchObject({ events: 2501, head: { sequence: 2501 }, damage: null })
    await damage(`update audit_event set action = 'other' where ${at(board, 1001)}`)
    expect((await reportOf(board)).damage?.sequence).toBe(1001)
  })
})

describe('the verify command', () => {
  it('prints a line for each chain, keeps heads, and ends with 1 where one is damaged', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'boardwork-heads-'))
    const fresh = await startTestServer()
    const connection = new Client({ connectionString: fresh.database.ownerUrl })
    try {
      const [board, person] = [
        await makeBoard(fresh.db, await makeOrganisation(fresh.db, await makeRegion(fresh.db))),
        await makePerson(fresh.db),
      ]
      await makeGrant(fresh.db, person, 'COORDINATOR', board)
      const client = await fresh.as(person)
      await client.data(rename, {
        input: { boardId: board, version: 1, name: 'New', clientMutationId: 'one' },
      })
      const file = path.join(folder, 'heads.json')
      const good = await runVerify(fresh.database.ownerUrl, ['--write-heads', file])
      expect(good).toMatchObject({ code: 0 })
      expect(good.output).toContain(`${board}  whole, 1 event`)
      expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ [board]: { sequence: 1 } })

      await connection.connect()
      await damageOn(connection, [
        `delete from audit_event where chain_id = '${board}'`,
        `delete from audit_head where chain_id = '${board}'`,
      ])
      expect(await runVerify(fresh.database.ownerUrl, [])).toMatchObject({ code: 0 })
      const bad = await runVerify(fresh.database.ownerUrl, ['--heads', file])
      expect(bad.code).toBe(1)
      expect(bad.output).toContain(`${board}  DAMAGED from event 1.`)

      await writeFile(file, '{"not a chain": 1}')
      const wrong = await runVerify(fresh.database.ownerUrl, ['--heads', file])
      expect(wrong).toMatchObject({ code: 1 })
      expect(wrong.output).toContain('was not written by this command')
    } finally {
      await connection.end()
      await fresh.close()
      await rm(folder, { recursive: true })
    }
  })
})

const at = (board: string, sequence: number) => `chain_id = '${board}' and sequence = ${sequence}`

/** What somebody does who owns the database: the log's triggers are put out of force for it. */
const damage = (...statements: string[]) => damageOn(owner, statements)

async function damageOn(connection: Client, statements: readonly string[]): Promise<void> {
  await connection.query('begin')
  await connection.query('alter table audit_event disable trigger all')
  await connection.query('set local role boardwork_maintenance')
  for (const statement of statements) expect((await connection.query(statement)).rowCount).toBeGreaterThan(0)
  await connection.query('reset role')
  await connection.query('alter table audit_event enable trigger all')
  await connection.query('commit')
}

/** Changes an event and computes the hashes anew from it to the event `to`, and the head where that is the last. */
async function rewrite(board: string, from: number, to: number): Promise<void> {
  const { rows } = await server.db.query<
    Record<string, never> & { sequence: number; hash: Buffer; happened_at: Date }
  >('select * from audit_event where chain_id = $1 order by sequence', [board])
  const statements: string[] = []
  let previous: Uint8Array = firstHash
  for (const row of rows) {
    let { hash } = row
    if (row.sequence >= from && row.sequence <= to) {
      const after = row.sequence === from ? { name: 'Rewritten' } : row['after']
      hash = hashEvent(previous, {
        chainId: board,
        sequence: row.sequence,
        happenedAt: row.happened_at.getTime(),
        personId: row['person_id'] ?? null,
        personName: row['person_name'] ?? '',
        under: row['under'] ?? {},
        action: row['action'] ?? '',
        recordType: row['record_type'] ?? '',
        recordId: row['record_id'] ?? '',
        before: row['before'] ?? {},
        after: after ?? {},
      })
      const json = JSON.stringify(after).replaceAll("'", "''")
      statements.push(
        `update audit_event set after = '${json}', hash = '\\x${hash.toString('hex')}',
           previous_hash = '\\x${Buffer.from(previous).toString('hex')}' where ${at(board, row.sequence)}`,
      )
    }
    previous = hash
  }
  if (to === rows.length) {
    statements.push(
      `update audit_head set hash = '\\x${Buffer.from(previous).toString('hex')}' where chain_id = '${board}'`,
    )
  }
  await damage(...statements)
}

/** Appends events to the chain by hand, as the server would. */
async function fill(board: string, count: number): Promise<void> {
  const { rows } = await server.db.query<{ sequence: number; hash: Buffer }>(
    'select sequence, hash from audit_head where chain_id = $1',
    [board],
  )
  let previous: Uint8Array = rows[0]?.hash ?? firstHash
  const start = rows[0]?.sequence ?? 0
  await server.db.query('begin')
  for (let sequence = start + 1; sequence <= start + count; sequence += 1) {
    const happenedAt = new Date()
    const text = { personId: null, personName: 'Test', action: 'test', recordType: 'Board', recordId: board }
    const fields = { under: {}, before: {}, after: { b: sequence, a: [1, { z: 0.1, y: null }] } }
    const hash = hashEvent(previous, {
      chainId: board,
      sequence,
      happenedAt: happenedAt.getTime(),
      ...text,
      ...fields,
    })
    await server.db.query(
      `insert into audit_event (chain_id, sequence, happened_at, person_id, person_name, under, action, record_type,
         record_id, before, after, previous_hash, hash)
       values ($1, $2, $3, null, 'Test', '{}', 'test', 'Board', $1, '{}', $4, $5, $6)`,
      [board, sequence, happenedAt, JSON.stringify(fields.after), previous, hash],
    )
    previous = hash
  }
  await server.db.query('commit')
}

async function verify(heads: Heads = {}): Promise<ChainReport[]> {
  const reports: ChainReport[] = []
  for await (const report of verifyChains(server.db, heads)) reports.push(report)
  return reports
}

async function reportOf(chainId: string, heads: Heads = {}): Promise<ChainReport> {
  const report = (await verify(heads)).find((each) => each.chainId === chainId)
  if (!report) throw new Error('The chain was not read.')
  return report
}

function headsOf(reports: readonly ChainReport[]): Heads {
  return Object.fromEntries(reports.flatMap(({ chainId, head }) => (head ? [[chainId, head]] : [])))
}

async function runVerify(databaseUrl: string, options: string[]): Promise<{ code: number; output: string }> {
  const script = path.resolve(import.meta.dirname, '../../server/src/audit/verify.ts')
  try {
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      ['--import', '@oxc-node/core/register', script, ...options],
      { cwd: path.resolve(import.meta.dirname, '../..'), env: { ...process.env, DATABASE_URL: databaseUrl } },
    )
    return { code: 0, output: stdout + stderr }
  } catch (error) {
    const failed = error as { code: number; stdout: string; stderr: string }
    return { code: failed.code, output: failed.stdout + failed.stderr }
  }
}
