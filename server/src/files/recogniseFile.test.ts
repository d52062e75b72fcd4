import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cleanFileName } from './cleanFileName.ts'
import { files } from './files.fixture.ts'
import { recogniseFile } from './recogniseFile.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'boardwork-recognise-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function recognise(content: Uint8Array, name: string) {
  const place = path.join(folder, randomUUID())
  await writeFile(place, content)
  return recogniseFile(place, name)
}

const office = 'application/vnd.openxmlformats-officedocument'

describe('files of evidence', () => {
  it.each([
    [files.pdf, 'report.pdf', 'application/pdf'],
    [files.docx, 'Report.DOCX', `${office}.wordprocessingml.document`],
    [files.xlsx, 'figures.xlsx', `${office}.spreadsheetml.sheet`],
    [files.pptx, 'talk.pptx', `${office}.presentationml.presentation`],
    [files.png, 'screen.png', 'image/png'],
    [files.jpeg, 'photo.jpeg', 'image/jpeg'],
    [files.text, 'minutes.txt', 'text/plain'],
    [files.windowsText, 'minutes.txt', 'text/plain'],
    [files.utf16Text, 'minutes.txt', 'text/plain'],
    [files.csv, 'figures.csv', 'text/csv'],
    // "BM" begins a picture of Windows, too.
    [Buffer.from('BMA and others: minutes\n'), 'minutes.txt', 'text/plain'],
  ])('%#: are taken for what they are, as %s', async (content, name, mediaType) => {
    expect(await recognise(content, name)).toEqual({ mediaType })
  })

  it.each([
    ['a program under the name of a PDF', files.exe, 'report.pdf', 'a program'],
    ['a program of Linux', files.elf, 'report.docx', 'a program'],
    ['an archive under the name of a document', files.zip, 'report.docx', 'an archive'],
    ['a document with macros', files.docm, 'report.docm', 'macros'],
    ['a document with macros under another name', files.docm, 'report.docx', 'macros'],
    ['a document that hides its macros', files.falseDocx, 'report.docx', 'macros'],
    ['an older Office document', files.olderOffice, 'report.doc', 'older Office document'],
    ['a web page under the name of a text', files.html, 'report.txt', 'a web page'],
    ['a web page', files.html, 'report.html', 'a web page'],
    ['a drawing with programs in it', files.svg, 'picture.svg', 'a web page'],
    ['a script', files.script, 'minutes.txt', 'a program'],
    ['a text that calls itself a program', files.text, 'minutes.bat', '.txt or .csv'],
    ['a picture under the name of a PDF', files.png, 'report.pdf', 'end in .png'],
    ['a file without an ending', files.pdf, 'report', 'end in .pdf'],
    ['what nobody knows', files.unknown, 'report.txt', 'do not know'],
  ])('%s is refused', async (_, content, name, reason) => {
    expect(await recognise(content, name)).toEqual({ refused: expect.stringContaining(reason) as string })
  })

  it('a control character far behind makes a file no text', async () => {
    const long = Buffer.concat([Buffer.alloc(200_000, 'a'), Buffer.from([0])])
    expect(await recognise(long, 'long.txt')).toMatchObject({ refused: expect.any(String) as string })
  })

  it('macros are found where a piece of the file ends', async () => {
    const end = files.docx.length
    const gap = 64 * 1024 - end - 7
    const split = Buffer.concat([files.docx, Buffer.alloc(gap), Buffer.from('word/vbaProject.bin')])
    expect(await recognise(split, 'report.docx')).toMatchObject({
      refused: expect.stringContaining('macros') as string,
    })
  })
})

describe('names of files', () => {
  it('hold no path and nothing unseen, and keep their ending', () => {
    expect(cleanFileName('C:\\Reports\\Année 1.pdf')).toBe('Année 1.pdf')
    expect(cleanFileName('../../etc/passwd')).toBe('passwd')
    expect(cleanFileName('report\r\nfdp.\u202eexe')).toBe('reportfdp.exe')
    expect(cleanFileName(`${'x'.repeat(300)}.docx`)).toBe(`${'x'.repeat(195)}.docx`)
    expect(cleanFileName(' . ')).toBe('.')
  })
})
