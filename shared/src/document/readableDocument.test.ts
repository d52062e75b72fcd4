import { expect, test } from 'vitest'
import { uploadLimits } from './uploadLimits.ts'
import { checkDocument, decodeText } from './readableDocument.ts'
import type { CheckedDocument } from './readableDocument.ts'

const bytesOf = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'string' ? Array.from(part, (letter) => letter.charCodeAt(0)) : part,
    ),
  )
const check = (...parts: (string | number[])[]): CheckedDocument =>
  checkDocument({ name: 'plan.txt', bytes: bytesOf(...parts) })
const message = (checked: CheckedDocument): string => (checked.ok ? `read: ${checked.kind}` : checked.message)

test.each<[string, (string | number[])[]]>([
  ['UTF-8', [[0xe2, 0x80, 0x93], ' plan\r\nb\rc']],
  ['UTF-8 with a byte order mark', [[0xef, 0xbb, 0xbf, 0xe2, 0x80, 0x93], ' plan\nb\nc']],
  ['Windows-1252', [[0x96], ' plan\nb\nc']],
  [
    'UTF-16, little end first',
    [[0xff, 0xfe, 0x13, 0x20], ...Array.from(' plan\nb\nc', (letter) => [letter.charCodeAt(0), 0])],
  ],
  [
    'UTF-16, big end first',
    [[0xfe, 0xff, 0x20, 0x13], ...Array.from(' plan\nb\nc', (letter) => [0, letter.charCodeAt(0)])],
  ],
])('%s is read, with line ends made the same', (_, parts) => {
  expect(check(...parts)).toEqual({ ok: true, kind: 'text' })
  expect(decodeText(bytesOf(...parts))).toBe('– plan\nb\nc')
})

const wide = (text: string): string => text.split('').join('\0')
const older = [0xd0, 0xcf, 0x11, 0xe0, 0xa1]

test.each<[string, (string | number[])[]]>([
  ['pdf', ['%PDF-1.7\n']],
  ['pdf', ['\n junk before %PDF-1.4']],
  ['word', ['PK', [3, 4], ' word/document.xml']],
  ['excel', ['PK', [3, 4], ' xl/workbook.xml']],
  ['text', ['No,Action,Who\n']],
])('%s is told by its content, whatever the name says', (kind, parts) => {
  expect(checkDocument({ name: 'plan.png', bytes: bytesOf(...parts) })).toEqual({ ok: true, kind })
})

test.each<[string, (string | number[])[]]>([
  ['a ZIP archive', ['PK', [3, 4], ' holiday.jpg']],
  ['a PowerPoint presentation', ['PK', [3, 4], ' ppt/presentation.xml']],
  ['a binary Excel workbook (.xlsb)', ['PK', [3, 4], ' xl/workbook.bin']],
  ['an OpenDocument file (.odt)', ['PK', [3, 4], ' mimetypeapplication/vnd.oasis.opendocument.text']],
  [
    'an OpenDocument spreadsheet (.ods)',
    ['PK', [3, 4], ' mimetypeapplication/vnd.oasis.opendocument.spreadsheet'],
  ],
  ['a Pages or Numbers document', ['PK', [3, 4], ' Index/Document.iwa']],
  ['an older Word document (.doc)', [older, wide('WordDocument')]],
  ['an older Excel workbook (.xls)', [older, wide('Workbook')]],
  ['an older Office document', [older]],
  ['protected with a password', [older, wide('EncryptedPackage')]],
  ['a rich text document (.rtf)', ['{\\rtf1 plan}']],
  ['a picture (PNG)', [[0x89], 'PNG\r\n']],
  ['a picture (JPEG)', [[0xff, 0xd8, 0xff, 0xe0]]],
  ['a picture (GIF)', ['GIF89a']],
  ['a picture (TIFF)', ['II', [0x2a, 0]]],
  ['a program', [[0x7f], 'ELF']],
  ['a program', ['MZ', [0x90, 0]]],
])('%s under the name of a text is refused by what it is', (kind, parts) => {
  expect(message(check(...parts))).toMatch(`“plan.txt” is ${kind}. `)
})

test('the message says what to do', () => {
  expect(message(check(older, wide('WordDocument')))).toBe(
    '“plan.txt” is an older Word document (.doc). Open it in Word, save it as .docx and try again. Or copy its words and paste them as text.',
  )
})

test('empty, blank, binary and too large files are refused, each with its reason', () => {
  expect(message(check())).toContain('“plan.txt” is empty')
  expect(message(check(' \n\t\r\n'))).toContain('has no text in it')
  expect(message(check('plan', [0, 1, 2]))).toContain('is not a document that we can read')
  expect(message(checkDocument({ name: 'plan.txt', bytes: new Uint8Array(50 * 1024 * 1024) }))).toContain(
    'too large: it has 50 MB',
  )
  expect(message(checkDocument({ name: '', bytes: new Uint8Array(uploadLimits.bytes + 1) }))).toContain(
    'This file is too large: it has 26 MB',
  )
})

test('a text may begin like a program', () => {
  expect(check('MZ is a postcode area')).toMatchObject({ ok: true })
})
