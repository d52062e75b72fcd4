import { checkWebAddress } from '../organisation/webAddress.ts'
import type { EvidenceKind } from './evidenceKind.ts'
import type { FieldProblem } from './planRules.ts'

/** How much evidence there may be, in characters unless it says otherwise. */
export const evidenceLimits = {
  /** Bytes of a file. */
  fileBytes: 25 * 1024 * 1024,
  /** Pieces of an action that were not withdrawn. */
  pieces: 50,
  /** What a file or what stands at an address shows. */
  words: 500,
  note: 5000,
  fileName: 200,
  reason: 500,
} as const

/** The files that are taken: what they are called on pages, and how their names end. */
export const evidenceFiles: readonly { mediaType: string; name: string; endings: readonly string[] }[] = [
  { mediaType: 'application/pdf', name: 'PDF', endings: ['pdf'] },
  {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    name: 'Word',
    endings: ['docx'],
  },
  {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: 'Excel',
    endings: ['xlsx'],
  },
  {
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    name: 'PowerPoint',
    endings: ['pptx'],
  },
  { mediaType: 'text/plain', name: 'Text', endings: ['txt'] },
  { mediaType: 'text/csv', name: 'CSV', endings: ['csv'] },
  { mediaType: 'image/png', name: 'PNG picture', endings: ['png'] },
  { mediaType: 'image/jpeg', name: 'JPEG picture', endings: ['jpg', 'jpeg'] },
]

/** Completes "We take …" and "Choose …". */
export const evidenceFileWords =
  'a PDF, Word, Excel, PowerPoint, text or CSV file, or a picture as PNG or JPEG'

/** "pdf" of "Report.PDF"; empty where the name has no ending. */
export function endingOf(fileName: string): string {
  return /\.([^.\s]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''
}

/** "PDF, 1.2 MB" */
export function describeFile(mediaType: string, bytes: number): string {
  const name = evidenceFiles.find((known) => known.mediaType === mediaType)?.name ?? 'File'
  return `${name}, ${sizeText(bytes)}`
}

function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`
  const kilobytes = Math.round(bytes / 1024)
  if (kilobytes < 1024) return `${kilobytes} KB`
  return `${(bytes / 1024 / 1024).toLocaleString('en-GB', { maximumFractionDigits: 1 })} MB`
}

export const fileTooLarge = `This file is too large. We can take up to ${evidenceLimits.fileBytes / 1024 / 1024} MB. Make it smaller, or keep it where it is and add a link to it.`

/** Checks a file before it is sent, by its name and size. What is in it, the server finds out. */
export function checkEvidenceFile(file: { name: string; size: number } | null): FieldProblem[] {
  const refuse = (message: string) => [{ field: 'file', message }]
  if (!file) return refuse('Choose a file.')
  if (file.size === 0) return refuse('This file is empty. Choose another one.')
  if (file.size > evidenceLimits.fileBytes) return refuse(fileTooLarge)
  const ending = endingOf(file.name)
  if (!evidenceFiles.some(({ endings }) => endings.includes(ending)))
    return refuse(`We cannot take this kind of file. Choose ${evidenceFileWords}.`)
  return []
}

export interface EvidenceText {
  kind: EvidenceKind
  words: string
  /** Of a link. */
  address?: string | null
}

/** Checks what somebody writes about a piece of evidence. */
export function checkEvidence({ kind, words, address }: EvidenceText): FieldProblem[] {
  const problems = kind === 'LINK' ? checkWebAddress('address', (address ?? '').trim()) : []
  const limit = kind === 'NOTE' ? evidenceLimits.note : evidenceLimits.words
  if (words.trim() === '')
    problems.push({
      field: 'words',
      message: kind === 'NOTE' ? 'Write the note.' : 'Say what it shows.',
    })
  else if (words.trim().length > limit)
    problems.push({
      field: 'words',
      message: `This must be ${limit.toLocaleString('en-GB')} characters or fewer.`,
    })
  return problems
}

/** Checks why a piece of evidence is withdrawn. */
export function checkWithdrawal(reason: string): FieldProblem[] {
  if (reason.trim() === '') return [{ field: 'reason', message: 'Say why you withdraw it.' }]
  if (reason.trim().length > evidenceLimits.reason)
    return [{ field: 'reason', message: `The reason must be ${evidenceLimits.reason} characters or fewer.` }]
  return []
}
