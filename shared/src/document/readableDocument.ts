import { uploadLimits } from './uploadLimits.ts'

// Part of every browser and of Node, but of neither's types here: shared code is checked without both.
declare class TextDecoder {
  constructor(label: string, options?: { fatal?: boolean; ignoreBOM?: boolean })
  decode(bytes: Uint8Array): string
}

export interface Upload {
  name: string
  bytes: Uint8Array
}

/** The kinds of document that we read. A CSV or TSV file is a text. */
export type DocumentKind = 'word' | 'excel' | 'pdf' | 'text'

export type CheckedDocument = { ok: true; kind: DocumentKind } | { ok: false; message: string }

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte)

const latin = (bytes: Uint8Array): string => new TextDecoder('windows-1252').decode(bytes)

/** Names inside older Office files stand in UTF-16. */
const wide = (text: string): string => text.split('').join('\0')

const weRead = 'We read Word (.docx), Excel (.xlsx), CSV, PDF and plain text.'
const pasteInstead = 'Or copy its words and paste them as text.'
const saveAs = (program: string, as: string): string =>
  `Open it in ${program}, save it as ${as} and try again. ${pasteInstead}`
const otherKind = `${weRead} Save it as one of these and try again. ${pasteInstead}`
/** Said of a ZIP file that is no Office document. */
export const zipArchive = `is a ZIP archive. Unpack it and choose the document in it. ${weRead}`

const noDocument = 'Choose the document that you want to bring in.'

type Kind = DocumentKind | { refused: string }

const refused = (what: string, todo: string): Kind => ({ refused: `is ${what}. ${todo}` })

/** What a file is by its first bytes, whatever its name says. */
function kindOfFile(bytes: Uint8Array): Kind {
  if (latin(bytes.subarray(0, 1024)).includes('%PDF-')) return 'pdf'
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06]))
    return kindOfZip(bytes)
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return kindOfOlderFile(bytes)
  if (startsWith(bytes, [0x7b, 0x5c, 0x72, 0x74, 0x66]))
    return refused('a rich text document (.rtf)', saveAs('Word', 'a Word document (.docx)'))
  const picture = kindOfPicture(bytes)
  if (picture !== undefined)
    return refused(`a picture (${picture})`, 'We cannot read words in pictures. Choose the document itself.')
  if (startsWith(bytes, [0x7f, 0x45, 0x4c, 0x46]) || isWindowsProgram(bytes))
    return refused('a program', noDocument)
  return 'text'
}

function kindOfPicture(bytes: Uint8Array): string | undefined {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47])) return 'PNG'
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'JPEG'
  if (startsWith(bytes, [0x47, 0x49, 0x46, 0x38])) return 'GIF'
  if (startsWith(bytes, [0x49, 0x49, 0x2a, 0x00]) || startsWith(bytes, [0x4d, 0x4d, 0x00, 0x2a]))
    return 'TIFF'
  return undefined
}

const isWindowsProgram = (bytes: Uint8Array): boolean =>
  startsWith(bytes, [0x4d, 0x5a]) && bytes.subarray(0, 1024).includes(0)

function kindOfZip(bytes: Uint8Array): Kind {
  // The names of a ZIP's parts stand in front of each part and again in the list at its end.
  const names = latin(bytes.subarray(0, 65_536)) + latin(bytes.subarray(-65_536))
  if (names.includes('xl/workbook.bin'))
    return refused('a binary Excel workbook (.xlsb)', saveAs('Excel', 'an Excel workbook (.xlsx)'))
  if (names.includes('word/')) return 'word'
  if (names.includes('xl/')) return 'excel'
  if (names.includes('ppt/')) return refused('a PowerPoint presentation', otherKind)
  if (names.includes('application/vnd.oasis.opendocument.spreadsheet'))
    return refused('an OpenDocument spreadsheet (.ods)', otherKind)
  if (names.includes('application/vnd.oasis.opendocument'))
    return refused('an OpenDocument file (.odt)', otherKind)
  if (names.includes('Index/') && names.includes('.iwa'))
    return refused('a Pages or Numbers document', otherKind)
  return { refused: zipArchive }
}

function kindOfOlderFile(bytes: Uint8Array): Kind {
  const text = latin(bytes)
  if (text.includes(wide('EncryptedPackage')))
    return {
      refused: `is protected with a password. Open it, save it without the password and try again. ${pasteInstead}`,
    }
  if (text.includes(wide('WordDocument')))
    return refused('an older Word document (.doc)', saveAs('Word', '.docx'))
  if (text.includes(wide('Workbook')) || text.includes(wide('Book')))
    return refused('an older Excel workbook (.xls)', saveAs('Excel', '.xlsx'))
  if (text.includes(wide('PowerPoint Document'))) return refused('a PowerPoint presentation', otherKind)
  return refused('an older Office document', otherKind)
}

/** How a sentence about a file names it. */
export function fileWithName(name: string): string {
  return name.trim() === '' ? 'This file' : `“${name.trim().slice(0, 100)}”`
}

/**
 * Decides by its content whether a file is of a kind that we read. What is inside is checked where it is read.
 * The message says what is wrong and what to do.
 */
export function checkDocument({ name, bytes }: Upload): CheckedDocument {
  const file = fileWithName(name)
  const refuse = (message: string): CheckedDocument => ({ ok: false, message: `${file} ${message}` })

  if (bytes.length === 0) return refuse(`is empty. ${noDocument}`)
  if (bytes.length > uploadLimits.bytes) {
    const megabytes = (count: number): number => Math.ceil(count / 1024 / 1024)
    return refuse(
      `is too large: it has ${megabytes(bytes.length)} MB, and we can read up to ${megabytes(uploadLimits.bytes)} MB. Copy the words from it and paste them as text.`,
    )
  }
  const kind = kindOfFile(bytes)
  if (typeof kind !== 'string') return refuse(kind.refused)
  if (kind !== 'text') return { ok: true, kind }

  const text = decodeText(bytes)
  if (text.includes('\0')) return refuse(`is not a document that we can read. ${weRead} ${pasteInstead}`)
  if (text.trim() === '') return refuse(`has no text in it. ${noDocument}`)
  return { ok: true, kind }
}

/** Decodes a text (UTF-8, UTF-16 with a byte order mark, else Windows-1252), with line ends as "\n". */
export function decodeText(bytes: Uint8Array): string {
  return decode(bytes).replace(/\r\n?/g, '\n')
}

function decode(bytes: Uint8Array): string {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes)
  if (startsWith(bytes, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Text from older Windows programs.
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
