import { existsSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { Client } from 'pg'
import { findRunning } from '../db/embedded/findRunning.ts'
import { startEmbeddedPostgres } from '../db/embedded/startEmbeddedPostgres.ts'
import { DataFolderInUse, DataFolderOfOtherVersion, EmbeddedPostgresFailed } from '../db/embedded/errors.ts'
import { readSettings } from '../env.ts'
import type { Settings } from '../env.ts'
import { CannotStart } from '../errors.ts'
import { readHeads, writeHeads } from './heads.ts'
import { verifyChains } from './verifyChains.ts'
import type { ChainReport } from './verifyChains.ts'

/**
 * Verifies every chain of the log: `verify [--heads FILE] [--write-heads FILE]`. Prints a line for each chain. Ends
 * with the exit code 1 where a chain is damaged. It can run beside a running server.
 */
async function run(): Promise<void> {
  const { heads, 'write-heads': target } = readOptions()
  const kept = heads === undefined ? {} : await readHeads(heads)
  const { ownerUrl, stop } = await findDatabase(readSettings())
  try {
    const client = new Client({ connectionString: ownerUrl })
    await client.connect()
    try {
      await client.query('set role boardwork_maintenance')
      await report(client, kept, target)
    } finally {
      await client.end()
    }
  } finally {
    await stop()
  }
}

async function report(
  client: Client,
  kept: Awaited<ReturnType<typeof readHeads>>,
  target?: string,
): Promise<void> {
  const reports: ChainReport[] = []
  for await (const chain of verifyChains(client, kept)) {
    reports.push(chain)
    console.log(describe(chain))
  }
  const damaged = reports.filter(({ damage }) => damage !== null)
  console.log(
    `${reports.length} ${reports.length === 1 ? 'chain' : 'chains'}, ${damaged.length === 0 ? 'all whole' : `${damaged.length} damaged`}.`,
  )
  if (damaged.length > 0) {
    process.exitCode = 1
    if (target) console.log(`The heads were not written to ${target}: a damaged chain has none to rely on.`)
  } else if (target) {
    await writeHeads(target, reports)
    console.log(
      `The heads were written to ${target}. Keep them where nobody can change both them and the database.`,
    )
  }
}

function describe({ chainId, events, head, damage }: ChainReport): string {
  if (damage) return `${chainId}  DAMAGED from event ${damage.sequence}. ${damage.text}`
  return `${chainId}  whole, ${events} ${events === 1 ? 'event' : 'events'}, head ${head?.hash.slice(0, 16) ?? 'none'}`
}

function readOptions(): { heads?: string; 'write-heads'?: string } {
  try {
    return parseArgs({ options: { heads: { type: 'string' }, 'write-heads': { type: 'string' } } }).values
  } catch {
    throw new CannotStart('Use it as: verify [--heads FILE] [--write-heads FILE]')
  }
}

async function findDatabase(settings: Settings): Promise<{ ownerUrl: string; stop: () => Promise<void> }> {
  const nothing = () => Promise.resolve()
  if (settings.databaseUrl) return { ownerUrl: settings.databaseUrl, stop: nothing }
  const dataFolder = path.resolve(settings.dataFolder)
  const ownerUrl = await findRunning(dataFolder)
  if (ownerUrl) return { ownerUrl, stop: nothing }
  if (!existsSync(path.join(dataFolder, 'postgres')))
    throw new CannotStart(`There is no database in ${dataFolder}.`)
  try {
    return await startEmbeddedPostgres({ dataFolder })
  } catch (error) {
    if (
      error instanceof DataFolderInUse ||
      error instanceof DataFolderOfOtherVersion ||
      error instanceof EmbeddedPostgresFailed
    )
      throw new CannotStart(error.message)
    throw error
  }
}

try {
  await run()
} catch (error) {
  console.error(error instanceof CannotStart ? error.message : error)
  process.exitCode = 1
}
