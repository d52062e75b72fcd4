import { planLimits } from './limits.ts'

// Part of every browser and of Node, but of neither's types here: shared code is checked without both.
declare class TextDecoder {
  constructor(label: string, options?: { fatal?: boolean; ignoreBOM?: boolean })
  decode(bytes: Uint8Array): string
}

export interface Upload {
  name: string
  bytes: Uint8Array
}

export type CheckedUpload = { ok: true; text: string } | { ok: false; message: string }

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte)

const latin = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')

const pasteInstead = 'This release reads text files. Open the document, copy the plan and paste it as text.'

/** What a file is by its first bytes, whatever its name says; undefined for what may be text. */
function kindOfFile(bytes: Uint8Array): string | undefined {
  if (latin(bytes.subarray(0, 1024)).includes('%PDF-')) return 'a PDF document'
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06]))
    return kindOfZip(bytes)
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return 'an older Word, Excel or PowerPoint document'
  if (startsWith(bytes, [0x7b, 0x5c, 0x72, 0x74, 0x66])) return 'a rich text document'
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47])) return 'a picture (PNG)'
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'a picture (JPEG)'
  if (startsWith(bytes, [0x47, 0x49, 0x46, 0x38])) return 'a picture (GIF)'
  if (startsWith(bytes, [0x7f, 0x45, 0x4c, 0x46])) return 'a program'
  if (startsWith(bytes, [0x4d, 0x5a]) && bytes.subarray(0, 1024).includes(0)) return 'a program'
  return undefined
}

function kindOfZip(bytes: Uint8Array): string {
  // The names of a ZIP's parts stand in front of each part and again in the list at its end.
  const names = latin(bytes.subarray(0, 65_536)) + latin(bytes.subarray(-65_536))
  if (names.includes('word/')) return 'a Word document'
  if (names.includes('xl/')) return 'an Excel workbook'
  if (names.includes('ppt/')) return 'a PowerPoint presentation'
  return 'a ZIP archive'
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

/**
 * Decides by its content whether a file is a text that can be read, and decodes it (UTF-8, UTF-16 with a byte
 * order mark, else Windows-1252) with line ends as "\n". The message says what is wrong and what to do.
 */
export function checkUpload({ name, bytes }: Upload): CheckedUpload {
  const file = name.trim() === '' ? 'This file' : `“${name.trim().slice(0, 100)}”`
  const refuse = (message: string): CheckedUpload => ({ ok: false, message })

  if (bytes.length === 0) return refuse(`${file} is empty. Choose the document that holds the plan.`)
  if (bytes.length > planLimits.uploadBytes) {
    const megabytes = Math.ceil(bytes.length / 1024 / 1024)
    return refuse(
      `${file} is too large: it has ${megabytes} MB, and we can read up to 10 MB. Copy the plan from it and paste it as text.`,
    )
  }
  const kind = kindOfFile(bytes)
  if (kind !== undefined) return refuse(`${file} is ${kind}, which we cannot read yet. ${pasteInstead}`)

  const text = decode(bytes)
  if (text.includes('\0')) return refuse(`${file} is not a text file, and we cannot read it. ${pasteInstead}`)
  if (text.trim() === '') return refuse(`${file} has no text in it. Choose the document that holds the plan.`)
  return { ok: true, text: text.replace(/\r\n?/g, '\n') }
}
