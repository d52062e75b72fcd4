import { readFile, rename, writeFile } from 'node:fs/promises'
import { CannotStart } from '../errors.ts'
import type { ChainReport, Head, Heads } from './verifyChains.ts'

/** Reads heads that were kept elsewhere; throws CannotStart with one sentence. */
export async function readHeads(file: string): Promise<Heads> {
  let parsed: unknown
  try {
    parsed = JSON.parse(await readFile(file, 'utf8'))
  } catch {
    throw new CannotStart(`The file of heads, ${file}, cannot be read as JSON.`)
  }
  if (typeof parsed !== 'object' || parsed === null) throw notHeads(file)
  const heads: Record<string, Head> = {}
  for (const [chainId, head] of Object.entries(parsed)) {
    if (!uuid.test(chainId) || !isHead(head)) throw notHeads(file)
    heads[chainId.toLowerCase()] = { sequence: head.sequence, hash: head.hash }
  }
  return heads
}

/** Writes where each chain ends, for a place that whoever can change the database cannot reach. */
export async function writeHeads(file: string, reports: readonly ChainReport[]): Promise<void> {
  const heads = Object.fromEntries(reports.flatMap(({ chainId, head }) => (head ? [[chainId, head]] : [])))
  // The file before stays whole until the new one is.
  await writeFile(`${file}.new`, `${JSON.stringify(heads, null, 2)}\n`)
  await rename(`${file}.new`, file)
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function isHead(value: unknown): value is Head {
  if (typeof value !== 'object' || value === null || !('sequence' in value) || !('hash' in value))
    return false
  return (
    Number.isInteger(value.sequence) && typeof value.hash === 'string' && /^[0-9a-f]{64}$/.test(value.hash)
  )
}

function notHeads(file: string): CannotStart {
  return new CannotStart(`The file of heads, ${file}, was not written by this command.`)
}
