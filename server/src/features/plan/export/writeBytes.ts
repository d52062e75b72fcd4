import type { DocumentBlock } from '@boardwork/shared/document/documentBlock.ts'
import type { LayoutBlock } from '@boardwork/shared/plan/export/planLayout.ts'
import { widthOf } from './documentToWrite.ts'
import type { DocumentToWrite } from './documentToWrite.ts'

/** The bytes of a document. Each writer is loaded when it is needed: both are large. */
export async function writeBytes(document: DocumentToWrite): Promise<Uint8Array> {
  if (document.kind === 'workbook') return (await import('./writeExcel.ts')).writeExcel(document)
  const { writeWord } = await import('../../../documents/writeWord.ts')
  return writeWord(document.title, document.blocks.flatMap(inDocument))
}

function inDocument(block: LayoutBlock): DocumentBlock[] {
  if (block.kind === 'sheet') return []
  if (block.kind !== 'table') return [block]
  return [{ ...block, columns: block.columns.map((column) => ({ ...column, width: widthOf(column.field) })) }]
}
