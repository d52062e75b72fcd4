import { closeSync, fstatSync, ftruncateSync, openSync } from 'node:fs'
import { readFile } from 'node:fs/promises'

const maxBytes = 10 * 1024 * 1024

/** The file that the programs write to, and where in it this start began. */
export type PostgresLog = { file: string; fd: number; startedAt: number; close(): void }

export function openLog(file: string): PostgresLog {
  const fd = openSync(file, 'a', 0o600)
  if (fstatSync(fd).size > maxBytes) ftruncateSync(fd)
  return { file, fd, startedAt: fstatSync(fd).size, close: () => closeSync(fd) }
}

export async function writtenSinceStart(log: PostgresLog): Promise<string> {
  return (await readFile(log.file)).subarray(log.startedAt).toString()
}

/** The line that says what went wrong: the last fatal one, or, when none is, the last one. */
export async function lastWords(log: PostgresLog): Promise<string> {
  const lines = (await writtenSinceStart(log)).split('\n').filter((line) => line.trim() !== '')
  return lines.findLast((line) => /FATAL|PANIC|error:/.test(line)) ?? lines.at(-1) ?? '(nothing)'
}
