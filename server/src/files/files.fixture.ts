import { crc32 } from 'node:zlib'

// Files for tests, as small as their formats allow.

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'
const slides = 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml'
const withMacros = 'application/vnd.ms-word.document.macroEnabled.main+xml'

export const files = {
  pdf: Buffer.from(
    '%PDF-1.7\n%âãÏÓ\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n',
  ),
  docx: officeFile('word/document.xml', word),
  xlsx: officeFile('xl/workbook.xml', workbook),
  pptx: officeFile('ppt/presentation.xml', slides),
  docm: officeFile('word/document.xml', withMacros, ['word/vbaProject.bin']),
  /** Says that it is a document without macros, and holds some. */
  falseDocx: officeFile('word/document.xml', word, ['word/vbaProject.bin']),
  zip: zip([['reports/first.txt', 'Good day']]),
  png: Buffer.concat([
    Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    Buffer.from('00000001000000010100000000376ef924', 'hex'),
    Buffer.from('0000000a49444154789c6360000000020001e221bc330000000049454e44ae426082', 'hex'),
  ]),
  jpeg: Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex'),
  exe: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]),
  elf: Buffer.concat([Buffer.from('7f454c460201010000', 'hex'), Buffer.alloc(200)]),
  olderOffice: Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
  html: Buffer.from('<!doctype html><title>Hello</title><script>alert(1)</script>'),
  svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  script: Buffer.from('#!/bin/sh\necho hello\n'),
  text: Buffer.from('Minutes of the group – four people came.\n'),
  windowsText: Buffer.from([...Buffer.from('Caf'), 0xe9, ...Buffer.from(' \x96 minutes\r\n', 'latin1')]),
  utf16Text: Buffer.from('\ufeffMinutes\r\n', 'utf16le'),
  csv: Buffer.from('Team,Files\nNorth,7\n'),
  unknown: Buffer.from([1, 2, 3, 4, 0, 200, 201]),
}

function officeFile(part: string, contentType: string, others: string[] = []): Buffer {
  return zip([
    [
      '[Content_Types].xml',
      `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="${contentType}"/></Types>`,
    ],
    [part, '<?xml version="1.0"?><document/>'],
    ...others.map((name): [string, string] => [name, 'x']),
  ])
}

/** A ZIP whose parts stand in it as they are. */
function zip(parts: [name: string, text: string][]): Buffer {
  const bodies: Buffer[] = []
  const list: Buffer[] = []
  let offset = 0
  for (const [name, text] of parts) {
    const content = Buffer.from(text)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(content.length, 14)
    common.writeUInt32LE(content.length, 18)
    common.writeUInt16LE(name.length, 22)
    const body = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), content])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    list.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), common, rest, Buffer.from(name)]))
    bodies.push(body)
    offset += body.length
  }
  const end = Buffer.alloc(18)
  const listLength = Buffer.concat(list).length
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(listLength, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...bodies, ...list, Buffer.from('PK\x05\x06'), end])
}
