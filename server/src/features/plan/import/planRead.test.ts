import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const command = fileURLToPath(new URL('planRead.ts', import.meta.url))
const samples = fileURLToPath(new URL('../../../../../docs/samples/', import.meta.url))

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'plan-read-'))
})
afterAll(() => rm(folder, { recursive: true }))

interface Ended {
  code: number
  out: string
  said: string
}

const planRead = (...words: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, [command, ...words], (_error, out, said) => {
      resolve({ code: child.exitCode ?? -1, out, said })
    })
  })

test('prints as JSON what the importer understands, and nothing else', async () => {
  const { code, out, said } = await planRead(path.join(samples, 'improvement-plan.docx'), '--json')
  expect({ code, said }).toEqual({ code: 0, said: '' })
  expect(JSON.parse(out)).toMatchObject({
    title: 'Improvement plan after the inspection of adult social care',
    areas: [
      {
        reference: '1',
        actions: [
          { reference: '1', responsible: ['Team Managers'], deadlines: [{ text: 'Quarterly' }] },
          { reference: '2' },
          { reference: '3' },
        ],
      },
      {},
      {},
      {},
      {},
    ],
  })
})

test('without --json it prints a summary', async () => {
  const { code, out } = await planRead(path.join(samples, 'improvement-plan.pdf'))
  expect(code).toBe(0)
  expect(out).toContain('5 areas, 16 actions')
})

test.each<[string, () => Promise<string[]>, RegExp]>([
  ['a file that is not there', async () => ['nowhere.docx'], /^There is no file nowhere\.docx\.$/],
  ['a folder', async () => [samples], / is not a file\.$/],
  ['no file at all', async () => [], /^Say which document to read/],
  ['an option that there is not', async () => ['--xml', 'a'], /^Say which document to read/],
  ['an empty file', async () => [await made('empty v. 1.docx', '')], /^“empty v\. 1\.docx” is empty\.$/],
  [
    'an older document',
    async () => [await made('old.doc', '\xd0\xcf\x11\xe0W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t')],
    /^“old\.doc” is an older Word document \(\.doc\)\.$/,
  ],
  [
    'a letter',
    async () => [await made('letter.txt', 'Dear all,\n\nthank you.')],
    /^“letter\.txt” holds no plan/,
  ],
])('for %s it says so in one sentence and ends with 2', async (_, words, sentence) => {
  const { code, out, said } = await planRead(...(await words()), '--json')
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(said.trimEnd()).toMatch(sentence)
})

async function made(name: string, content: string): Promise<string> {
  const file = path.join(folder, name)
  await writeFile(file, content, 'latin1')
  return file
}
