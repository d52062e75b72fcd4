import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { DataFolderInUse, DataFolderOfOtherVersion } from './errors.ts'
import { findBinaries } from './findBinaries.ts'
import { placeElsewhere } from './placeCluster.ts'
import { processStartTime } from './processStartTime.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './startEmbeddedPostgres.ts'
import { systemUser } from './systemUser.ts'

const isRoot = process.getuid?.() === 0
let parent: string
let durable: string
const children: ChildProcess[] = []
const started: EmbeddedPostgres[] = []

beforeAll(() => {
  parent = realpathSync(mkdtempSync(path.join(tmpdir(), 'boardwork-embedded-')))
  chmodSync(parent, 0o755)
  durable = path.join(parent, 'durable')
})
// A test that fails must leave nothing running; to stop twice does no harm.
afterEach(async () => {
  await Promise.all(started.splice(0).map(({ stop }) => stop()))
})
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(parent, { recursive: true, force: true, maxRetries: 10 })
})

async function start(options: { dataFolder: string; temporary?: boolean }): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres(options)
  started.push(postgres)
  return postgres
}

async function rows(ownerUrl: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

const postmasterOf = (dataFolder: string) =>
  Number.parseInt(readFileSync(path.join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8'), 10)

/** Another Boardwork: a process that starts PostgreSQL, runs the SQL it is sent, and never stops it. */
async function otherProcess(dataFolder: string, ...args: string[]) {
  const fixture = path.join(import.meta.dirname, 'startAndStay.fixture.ts')
  const child = spawn(process.execPath, [fixture, dataFolder, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // A process group of its own, to which the test can send what a terminal sends at Ctrl-C.
    detached: true,
  })
  children.push(child)
  const { pid } = child
  if (pid === undefined) throw new Error('The other process could not be started.')
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const answer = async (): Promise<unknown> => (await lines.next()).value
  expect(await answer()).toBe('started')
  return {
    pid,
    answer,
    ask: (line: string) => {
      child.stdin.write(`${line}\n`)
      return answer()
    },
    exit: async (how: NodeJS.Signals | 'exit') => {
      const exited = once(child, 'exit')
      if (how === 'exit') child.stdin.write('exit\n')
      else child.kill(how)
      await exited
    },
  }
}

describe('a data folder that lasts', () => {
  test('is made at the first start, and a restart finds what was written', async () => {
    const first = await start({ dataFolder: durable })
    await rows(first.ownerUrl, 'create table kept as select 1 as n')
    await first.stop()
    await first.stop()
    expect(statSync(path.join(durable, 'superuser-password')).mode & 0o777).toBe(0o600)
    expect(statSync(path.join(durable, 'postgres')).mode & 0o777).toBe(0o700)

    const second = await start({ dataFolder: durable })
    expect(await rows(second.ownerUrl, 'select n from kept')).toEqual([{ n: 1 }])
    const settings = `select current_setting('fsync') as fsync, current_setting('server_encoding') as encoding,
      current_setting('listen_addresses') as listen, current_setting('jit') as jit`
    expect(await rows(second.ownerUrl, settings)).toEqual([
      { fsync: 'on', encoding: 'UTF8', listen: '127.0.0.1', jit: 'off' },
    ])
    const role = `select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
      (select datdba = pg_roles.oid from pg_database where datname = current_database()) as owns
      from pg_roles where rolname = current_user`
    expect(await rows(second.ownerUrl, role)).toEqual([
      {
        rolname: 'boardwork_owner',
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: true,
        rolcreatedb: true,
        owns: true,
      },
    ])
    await expect(start({ dataFolder: durable })).rejects.toThrow(DataFolderInUse)
    await second.stop()
    expect(readdirSync(durable).toSorted()).toEqual([
      'owner-password',
      'postgres',
      'postgres.log',
      'superuser-password',
    ])
  })

  test('asks for the password', async () => {
    const { ownerUrl, stop } = await start({ dataFolder: durable })
    const wrong = new URL(ownerUrl)
    wrong.password = 'wrong'
    await expect(rows(wrong.href, 'select 1')).rejects.toThrow('password authentication failed')
    await stop()
  })

  test('is refused while another process uses it, survives Ctrl-C there, and is taken over when that process is killed', async () => {
    const other = await otherProcess(durable)
    await expect(start({ dataFolder: durable })).rejects.toThrow(
      `in use by another Boardwork (process ${other.pid})`,
    )

    process.kill(-other.pid, 'SIGINT')
    expect(await other.answer()).toBe('interrupted')
    expect(await other.ask(`create table acknowledged as select 'before the kill' as words`)).toBe('done')

    const orphan = postmasterOf(durable)
    await other.exit('SIGKILL')
    expect(processStartTime(orphan)).toBeDefined()
    const { ownerUrl, stop } = await start({ dataFolder: durable })
    expect(processStartTime(orphan)).toBeUndefined()
    expect(await rows(ownerUrl, 'select words from acknowledged')).toEqual([{ words: 'before the kill' }])
    await stop()
  })

  test('recovers when PostgreSQL was killed too', async () => {
    const other = await otherProcess(durable)
    expect(await other.ask('create table recovered as select 1 as n')).toBe('done')
    process.kill(postmasterOf(durable), 'SIGKILL')
    await other.exit('SIGKILL')
    const { ownerUrl, stop } = await start({ dataFolder: durable })
    expect(await rows(ownerUrl, 'select n from recovered')).toEqual([{ n: 1 }])
    await stop()
  })

  test('starts although the id of its dead PostgreSQL belongs to another process now', async () => {
    // Not this process itself: PostgreSQL never takes its own parent for another PostgreSQL.
    const pidFile = path.join(durable, 'postgres', 'postmaster.pid')
    writeFileSync(
      pidFile,
      `${process.ppid}\n${path.join(durable, 'postgres')}\n1\n1\n\n127.0.0.1\n0 0\nready\n`,
    )
    const { ownerUrl, stop } = await start({ dataFolder: durable })
    expect(await rows(ownerUrl, 'select n from kept')).toEqual([{ n: 1 }])
    await stop()
  })

  test('is shut down by a process that exits without stop', async () => {
    const other = await otherProcess(durable)
    const postmaster = postmasterOf(durable)
    await other.exit('exit')
    await expect.poll(() => processStartTime(postmaster), { timeout: 10_000 }).toBeUndefined()
    expect(existsSync(path.join(durable, 'postgres', 'postmaster.pid'))).toBe(false)
  })

  test('that PostgreSQL refuses: the sentence names the log and says what PostgreSQL said', async () => {
    const settings = path.join(durable, 'postgres', 'postgresql.auto.conf')
    const before = readFileSync(settings)
    writeFileSync(settings, 'max_connections = many\n')
    await expect(start({ dataFolder: durable })).rejects.toThrow(
      /Its log .*durable\/postgres\.log says: .*FATAL.*contains errors/,
    )
    writeFileSync(settings, before)
  })

  test('of another PostgreSQL version is refused and left alone', async () => {
    const dataFolder = path.join(parent, 'old')
    mkdirSync(path.join(dataFolder, 'postgres'), { recursive: true })
    writeFileSync(path.join(dataFolder, 'postgres', 'PG_VERSION'), '17\n')
    const starting = start({ dataFolder })
    await expect(starting).rejects.toThrow(DataFolderOfOtherVersion)
    await expect(starting).rejects.toThrow(
      'was made by PostgreSQL 17, and this Boardwork brings PostgreSQL 18',
    )
    expect(readdirSync(path.join(dataFolder, 'postgres'))).toEqual(['PG_VERSION'])
  })
})

describe('a temporary data folder', () => {
  test('is not flushed to the disk and is deleted at stop', async () => {
    const dataFolder = path.join(parent, 'temporary')
    const { ownerUrl, stop } = await start({ dataFolder, temporary: true })
    expect(await rows(ownerUrl, `select current_setting('fsync') as fsync`)).toEqual([{ fsync: 'off' }])
    await stop()
    expect(existsSync(dataFolder)).toBe(false)
  })

  test('is deleted by a process that exits without stop', async () => {
    const dataFolder = path.join(parent, 'temporary')
    const other = await otherProcess(dataFolder, 'temporary')
    await other.exit('exit')
    expect(existsSync(dataFolder)).toBe(false)
  })
})

describe('a data folder below a folder that is closed to others', () => {
  test(`works ${isRoot ? 'as root' : 'as its owner (only a run as root shows that root can)'}`, async () => {
    const closed = path.join(parent, 'closed')
    mkdirSync(closed, { mode: 0o700 })
    const dataFolder = path.join(closed, 'data')
    const { ownerUrl, stop } = await start({ dataFolder, temporary: true })
    expect(await rows(ownerUrl, 'select 1 as n')).toEqual([{ n: 1 }])
    await stop()
    expect(existsSync(dataFolder)).toBe(false)
  })

  test('leaves database and programs to another place when nothing else works', async () => {
    const closed = path.join(parent, 'closed-too')
    mkdirSync(path.join(closed, 'data'), { recursive: true, mode: 0o700 })
    // A copy that only root may read, as a clone in a closed folder is.
    const found = findBinaries()
    const binaries = { ...found, folder: path.join(closed, 'native') }
    cpSync(found.folder, binaries.folder, { recursive: true, verbatimSymlinks: true })
    chmodSync(binaries.folder, 0o700)

    const dataFolder = path.join(closed, 'data')
    const user = isRoot ? systemUser() : userInfo()
    const place = await placeElsewhere(dataFolder, binaries, user, path.join(parent, 'elsewhere'))
    const { ownerUrl, stop } = await start({ dataFolder, temporary: true })
    expect(await rows(ownerUrl, 'select 1 as n')).toEqual([{ n: 1 }])
    expect(existsSync(path.join(place.home, 'postgres', 'PG_VERSION'))).toBe(true)
    await stop()
    expect(existsSync(place.home)).toBe(false)
    expect(existsSync(dataFolder)).toBe(false)
  })
})
