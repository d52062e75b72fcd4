import type { DocumentToWrite } from './documentToWrite.ts'

/** The bytes of a document. Each writer is loaded when it is needed: both are large. */
export async function writeBytes(document: DocumentToWrite): Promise<Uint8Array> {
  if (document.kind === 'workbook') return (await import('./writeExcel.ts')).writeExcel(document)
  return (await import('./writeWord.ts')).writeWord(document)
}
