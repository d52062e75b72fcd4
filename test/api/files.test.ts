import { createHash, randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import S3rver from '@20minutes/s3rver'
import { readSettings } from '@boardwork/server/src/env.ts'
import { CannotStart } from '@boardwork/server/src/errors.ts'
import { FileMissing } from '@boardwork/server/src/files/fileStore.ts'
import type { FileStore } from '@boardwork/server/src/files/fileStore.ts'
import { openFiles } from '@boardwork/server/src/files/openFiles.ts'
import { files as samples } from '@boardwork/server/src/files/files.fixture.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeAction, makeArea, makePlan } from '../support/factories.ts'
import { startTestServer } from '../support/server.ts'
import { makePlanWorld } from './plan.fixture.ts'

const { pdf } = samples
let folder: string
/** A server that speaks S3, with one bucket, and checks who asks. */
let s3: S3rver
let endpoint: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'boardwork-files-'))
  s3 = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: path.join(folder, 's3'),
    configureBuckets: [{ name: 'evidence', configs: [] }],
  })
  const { address, port }: AddressInfo = await s3.run()
  endpoint = `http://${address}:${port}`
})
afterAll(async () => {
  await s3.close()
  await rm(folder, { recursive: true, force: true })
})

const open = (files: string, secret = 'S3RVER'): Promise<FileStore> =>
  openFiles(
    readSettings({ BOARDWORK_FILES: files, AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: secret }),
  )
const bucket = (name = 'evidence') => `s3://${name}?endpoint=${encodeURIComponent(endpoint)}`

async function write(content: Uint8Array): Promise<{ path: string; sha256: string }> {
  const place = path.join(folder, randomUUID())
  await writeFile(place, content)
  return { path: place, sha256: createHash('sha256').update(content).digest('hex') }
}

describe.each([
  ['a folder', () => open(path.join(folder, 'deep', 'files'))],
  ['a bucket', () => open(bucket())],
])('files in %s', (_, openStore) => {
  it('come back as they were kept', async () => {
    const store = await openStore()
    const content = Buffer.alloc(3_000_000, 'All kinds of bytes \0\xff\r\n', 'latin1')
    const { path: place, sha256 } = await write(content)
    await store.put('one', place, sha256)
    expect((await buffer(await store.get('one'))).equals(content)).toBe(true)
    // The same store, opened again.
    expect((await buffer(await (await openStore()).get('one'))).equals(content)).toBe(true)
  })

  it('are missing where nobody kept them, and after they were deleted', async () => {
    const store = await openStore()
    await expect(store.get('never')).rejects.toThrow(FileMissing)
    const { path: place, sha256 } = await write(Buffer.from('x'))
    await store.put('short', place, sha256)
    await store.delete('short')
    await expect(store.get('short')).rejects.toThrow(FileMissing)
    await store.delete('short')
  })

  it('cannot be had when keeping them failed', async () => {
    const store = await openStore()
    await expect(store.put('half', path.join(folder, 'no such file'), '00')).rejects.toThrow(Error)
    await expect(store.get('half')).rejects.toThrow(FileMissing)
  })
})

describe('a folder', () => {
  it('is left without a half file when keeping one failed', async () => {
    const own = path.join(folder, 'own')
    const store = await open(own)
    await expect(store.put('half', folder, '00')).rejects.toThrow(Error)
    expect(await readdir(own)).toEqual([])
  })

  it('that cannot be made stops the start with one sentence', async () => {
    const taken = path.join(folder, 'taken')
    await writeFile(taken, 'a file')
    await expect(open(taken)).rejects.toThrow(CannotStart)
    await mkdir(path.join(folder, 'fine'))
    await open(path.join(folder, 'fine'))
  })
})

describe('a bucket', () => {
  it('holds the evidence of a platform that is told of it', async () => {
    const files = bucket()
    const server = await startTestServer({
      files,
      filesKey: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
    })
    try {
      const world = await makePlanWorld(server)
      const place = await makeArea(server.db, world.board, await makePlan(server.db, world.board))
      const cookie = world.coordinator.cookie ?? ''
      const sent = await fetch(`${server.url}/uploads/evidence/${await makeAction(server.db, place)}`, {
        method: 'POST',
        headers: {
          cookie,
          'content-type': 'application/octet-stream',
          'x-boardwork-upload': '1',
          'x-boardwork-file-name': 'report.pdf',
          'x-boardwork-words': 'A report',
          'x-boardwork-client-mutation-id': randomUUID(),
        },
        body: pdf,
      })
      const { id } = (await sent.json()) as { id: string }
      const answer = await fetch(`${server.url}/evidence/${id}/file`, { headers: { cookie } })
      expect(Buffer.from(await answer.arrayBuffer()).equals(pdf)).toBe(true)
      const { rows } = await server.db.query<{ key: string }>('select storage_key as key from evidence')
      const store = await open(files)
      expect((await buffer(await store.get(rows[0]?.key ?? ''))).equals(pdf)).toBe(true)
    } finally {
      await server.close()
    }
  })

  it('that is not there, or with another key, stops the start with one sentence', async () => {
    await expect(open(bucket('another'))).rejects.toThrow(/bucket "another" cannot be used: .* 404/)
    await expect(open(bucket(), 'wrong')).rejects.toThrow(/cannot be used: .* 403/)
    await expect(open('s3://evidence?endpoint=http://127.0.0.1:1')).rejects.toThrow(/does not answer/)
    await expect(open('s3://')).rejects.toThrow(CannotStart)
    await expect(openFiles(readSettings({ BOARDWORK_FILES: bucket() }))).rejects.toThrow(/AWS_ACCESS_KEY_ID/)
  })
})
