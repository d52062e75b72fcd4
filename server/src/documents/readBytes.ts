import { checkDocument, decodeText, zipArchive } from '@boardwork/shared/document/readableDocument.ts'
import type { Upload } from '@boardwork/shared/document/readableDocument.ts'
import type { SourceDocument } from '@boardwork/shared/document/sourceDocument.ts'
import { readPlainText } from './readDelimited.ts'
import { readExcel } from './readExcel.ts'
import { damaged, RefusedDocument } from './refusedDocument.ts'
import { readWord } from './readWord.ts'
import { relationshipsOf, targetsOf } from './relationships.ts'
import { ZipParts } from './zipParts.ts'

export type ReadResult = { ok: true; document: SourceDocument } | { ok: false; message: string }

/** Reads a document of any kind in this process. A server asks `readDocument`, which does it in another. */
export async function readBytes(file: Upload, progress: (share: number) => void): Promise<ReadResult> {
  const checked = checkDocument(file)
  if (!checked.ok) return checked
  const { bytes } = file
  if (checked.kind === 'text') return { ok: true, document: readPlainText(decodeText(bytes)) }
  if (checked.kind === 'pdf') {
    // PDF.js takes a while to load, and nothing else needs it.
    const { readPdf } = await import('./readPdf.ts')
    return { ok: true, document: await readPdf(bytes, progress) }
  }
  return { ok: true, document: await readOffice(bytes, progress) }
}

async function readOffice(bytes: Uint8Array, progress: (share: number) => void): Promise<SourceDocument> {
  const parts = await ZipParts.open(bytes, progress)
  const mainPart = targetsOf(await relationshipsOf(parts), 'officeDocument')[0]
  if (mainPart === undefined)
    throw parts.has('[Content_Types].xml') ? damaged() : new RefusedDocument(zipArchive)
  const document = mainPart.startsWith('xl/')
    ? await readExcel(parts, mainPart)
    : await readWord(parts, mainPart)
  if (document.blocks.every(({ kind }) => kind === 'pageBreak'))
    throw new RefusedDocument('has no text in it. Choose the document that you want to bring in.')
  return document
}
