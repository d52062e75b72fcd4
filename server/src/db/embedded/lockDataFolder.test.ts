import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DataFolderInUse } from './errors.ts'
import { lockDataFolder } from './lockDataFolder.ts'
import { processStartTime } from './processStartTime.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'boardwork-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const leaveLock = (pid: number, startTime: string) =>
  writeFileSync(path.join(folder, `lock-${pid}-${startTime}`), '')

test('a folder is locked once and is free after the release', async () => {
  const unlock = await lockDataFolder(folder)
  await expect(lockDataFolder(folder)).rejects.toThrow(DataFolderInUse)
  unlock()
  expect(readdirSync(folder)).toEqual([])
  const unlockAgain = await lockDataFolder(folder)
  unlockAgain()
})

test('the lock of another living process holds, and the sentence names that process', async () => {
  leaveLock(process.ppid, processStartTime(process.ppid) ?? '')
  await expect(lockDataFolder(folder)).rejects.toThrow(
    `in use by another Boardwork (process ${process.ppid})`,
  )
  expect(readdirSync(folder)).toHaveLength(1)
})

test('the lock of a dead process is removed, also when its id belongs to another process now', async () => {
  leaveLock(2 ** 30, 'long-ago')
  leaveLock(process.ppid, 'before-that-process-began')
  const unlock = await lockDataFolder(folder)
  expect(readdirSync(folder)).toHaveLength(1)
  unlock()
})
