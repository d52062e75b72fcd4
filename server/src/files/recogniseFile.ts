import { createReadStream } from 'node:fs'
import { fileTypeFromFile } from 'file-type'
import { endingOf, evidenceFiles, evidenceFileWords } from '@boardwork/shared/plan/evidenceRules.ts'

/** What a file is, or one sentence why it is not taken. */
export type RecognisedFile = { mediaType: string; refused?: undefined } | { refused: string }

/**
 * Decides by its content what a file is. Its name has to agree: whoever opens it should meet what the name says,
 * and a text that calls itself a program must not become one.
 */
export async function recogniseFile(path: string, fileName: string): Promise<RecognisedFile> {
  const file = `“${fileName.slice(0, 100)}”`
  const found = await fileTypeFromFile(path)
  const ending = endingOf(fileName)
  const known = evidenceFiles.find(({ mediaType }) => mediaType === found?.mime)
  // Some texts begin with the letters of another format.
  const text = known ? null : await textIn(path)
  if (!known && text === null) return { refused: `${file} ${refusalOf(found?.ext)}` }
  if (!known && text !== null && isMarkupOrProgram(text))
    return { refused: `${file} is a web page, another kind of markup or a program. ${chooseAnother}` }
  if (known && isOfficeFile(known.mediaType) && (await holdsMacros(path)))
    return { refused: `${file} ${macros}` }
  const fitting = known ? [known] : evidenceFiles.filter(({ mediaType }) => mediaType.startsWith('text/'))
  const named = fitting.find(({ endings }) => endings.includes(ending))
  if (named) return { mediaType: named.mediaType }
  const is = known ? `a ${known.name} file` : 'a text'
  const endings = fitting.flatMap((each) => each.endings).map((each) => `.${each}`)
  return {
    refused: `${file} holds ${is}, but its name does not end in ${endings.join(' or ')}. Save it under its right name and add it again.`,
  }
}

const chooseAnother = `Choose ${evidenceFileWords}.`
const macros =
  'can hold macros, which are programs. Save it as a document without macros (.docx, .xlsx or .pptx) and add that.'
const archives = new Set([
  'zip',
  'rar',
  '7z',
  'gz',
  'tar',
  'bz2',
  'xz',
  'zst',
  'lz',
  'lz4',
  'Z',
  'cab',
  'ace',
  'arj',
])
const withMacros = new Set(['docm', 'dotm', 'xlsm', 'xltm', 'pptm', 'potm', 'ppsm'])
const programs = new Set([
  'exe',
  'elf',
  'macho',
  'jar',
  'apk',
  'deb',
  'rpm',
  'wasm',
  'class',
  'dex',
  'swf',
  'crx',
  'xpi',
])

/** What is wrong with a file of another kind, as far as it is known. */
function refusalOf(ending: string | undefined): string {
  if (ending === undefined) return `is of a kind that we do not know. ${chooseAnother}`
  if (ending === 'cfb')
    return 'is an older Office document, or one with a password. Save it as .docx, .xlsx or .pptx without a password and add that.'
  if (withMacros.has(ending)) return macros
  if (archives.has(ending)) return 'is an archive. Add the files in it one by one.'
  if (programs.has(ending)) return `is a program. ${chooseAnother}`
  return `is of a kind that we do not take (${ending}). ${chooseAnother}`
}

const isOfficeFile = (mediaType: string) => mediaType.startsWith('application/vnd.openxmlformats')

/** The names of its parts stand in a ZIP as they are: a document that was only renamed gives its macros away. */
async function holdsMacros(path: string): Promise<boolean> {
  const names = ['vbaProject.bin', 'xl/macrosheets/']
  let before = ''
  for await (const chunk of createReadStream(path, 'latin1')) {
    const seen = before + String(chunk)
    if (names.some((name) => seen.includes(name))) return true
    before = seen.slice(-20)
  }
  return false
}

/** The beginning of a text; null where the file holds anything that stands in no text. */
async function textIn(path: string): Promise<string | null> {
  let decoder: TextDecoder | null = null
  let beginning = ''
  for await (const chunk of createReadStream(path)) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('A stream without an encoding comes as buffers.')
    decoder ??= decoderFor(chunk)
    const piece = decoder.decode(chunk, { stream: true })
    if (unwritten.test(piece)) return null
    if (beginning.length < 4096) beginning += piece.slice(0, 4096)
  }
  return beginning
}

/** UTF-16 says so by its mark. Otherwise a byte order mark or a letter of any 8-bit alphabet does no harm here. */
function decoderFor(start: Buffer): TextDecoder {
  if (start[0] === 0xff && start[1] === 0xfe) return new TextDecoder('utf-16le')
  if (start[0] === 0xfe && start[1] === 0xff) return new TextDecoder('utf-16be')
  return new TextDecoder('latin1')
}

// No control character but the ends of lines and pages, and tabs. Those from 0x80 are letters in UTF-8.
const unwritten = /[\p{Cc}--[\t\n\r\f\u0080-\u009f]]/v

const isMarkupOrProgram = (text: string) =>
  /^[\s\ufeffï»¿]*(<[!?a-z]|#!|%!PS|\{\\rtf)/i.test(text) ||
  /<(!doctype|html|head|body|script|svg)\b/i.test(text)
