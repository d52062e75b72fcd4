import type { SourceDocument } from '@boardwork/shared/document/sourceDocument.ts'
import { DocumentBuilder } from './documentBuilder.ts'
import { addressOf } from './excelAddress.ts'
import { ExcelFormats } from './excelFormats.ts'
import { readSheet, tableOfSheet } from './excelSheet.ts'
import { relationshipsOf, targetsOf } from './relationships.ts'
import type { Relationship } from './relationships.ts'
import { attribute, readXml } from './xml.ts'
import type { ZipParts } from './zipParts.ts'

/** Reads a workbook: each sheet, hidden ones too, as a table, then its text boxes and the comments on its cells. */
export async function readExcel(parts: ZipParts, mainPart: string): Promise<SourceDocument> {
  const relationships = await relationshipsOf(parts, mainPart)
  const { sheets, from1904 } = await readWorkbook(parts, mainPart, relationships)
  const formats = await ExcelFormats.read(parts, targetsOf(relationships, 'styles')[0], from1904)
  const strings = await readStrings(parts, targetsOf(relationships, 'sharedStrings')[0])
  const builder = new DocumentBuilder()

  for (const { name, part } of sheets) {
    builder.table(tableOfSheet(await readSheet(parts, part, strings, formats), name, builder), name)
    const notes = await readNotes(parts, await relationshipsOf(parts, part))
    for (const { cell, text } of notes) builder.paragraph(text, { sheet: name, cell })
  }
  return builder.document
}

async function readWorkbook(parts: ZipParts, mainPart: string, relationships: readonly Relationship[]) {
  const sheets: { name: string; part: string }[] = []
  let from1904 = false
  await readXml(parts, mainPart, {
    open(name, attributes) {
      if (name === 'workbookPr')
        from1904 = ['1', 'true', 'on'].includes(attribute(attributes, 'date1904') ?? '')
      if (name !== 'sheet') return
      const found = relationships.find(({ id }) => id === attribute(attributes, 'id'))
      // Sheets of nothing but a chart have no cells.
      if (found?.type === 'worksheet')
        sheets.push({ name: attribute(attributes, 'name') ?? '', part: found.target })
    },
  })
  return { sheets, from1904 }
}

/** The texts that cells share, without the guides to pronunciation. */
async function readStrings(parts: ZipParts, part: string | undefined): Promise<string[]> {
  const strings: string[] = []
  if (part === undefined) return strings
  let text = ''
  let taking = false
  let phonetic = false
  await readXml(parts, part, {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 'rPh') phonetic = true
      else if (name === 't') taking = !phonetic
    },
    text(piece) {
      if (taking) text += piece
    },
    close(name) {
      if (name === 'si') strings.push(text)
      else if (name === 'rPh') phonetic = false
      else if (name === 't') taking = false
    },
  })
  return strings
}

interface Note {
  cell: string
  text: string
}

/** The comments on the cells of a sheet, and the text boxes that lie over it, each at the cell where it begins. */
async function readNotes(parts: ZipParts, relationships: readonly Relationship[]): Promise<Note[]> {
  const notes: Note[] = []
  for (const part of targetsOf(relationships, 'drawing')) notes.push(...(await readTextBoxes(parts, part)))
  const threads: Note[] = []
  for (const part of targetsOf(relationships, 'threadedComment'))
    threads.push(...(await readComments(parts, part, 'threadedComment')))
  const threaded = new Set(threads.map(({ cell }) => cell))
  for (const part of targetsOf(relationships, 'comments')) {
    // What older programs show of a conversation is a copy of it.
    const comments = await readComments(parts, part, 'comment')
    notes.push(...comments.filter(({ cell }) => !threaded.has(cell)))
  }
  return [...notes, ...threads]
}

async function readComments(parts: ZipParts, part: string, element: string): Promise<Note[]> {
  const notes: Note[] = []
  let note: Note | undefined
  let taking = false
  await readXml(parts, part, {
    open(name, attributes) {
      if (name === element) notes.push((note = { cell: attribute(attributes, 'ref') ?? 'A1', text: '' }))
      else if (name === 't' || (name === 'text' && element === 'threadedComment')) taking = true
    },
    text(text) {
      if (taking && note !== undefined) note.text += text
    },
    close(name) {
      if (name === 't' || name === 'text') taking = false
    },
  })
  return notes
}

async function readTextBoxes(parts: ZipParts, part: string): Promise<Note[]> {
  const notes: Note[] = []
  let note: Note | undefined
  let counting: 'column' | 'row' | undefined
  let taking = false
  let from = { column: 1, row: 1 }
  let inFrom = false
  await readXml(parts, part, {
    open(name) {
      if (name === 'twoCellAnchor' || name === 'oneCellAnchor') notes.push((note = { cell: 'A1', text: '' }))
      else if (name === 'from') inFrom = true
      else if (name === 'col' && inFrom) counting = 'column'
      else if (name === 'row' && inFrom) counting = 'row'
      else if (name === 't') taking = true
    },
    text(text) {
      if (counting !== undefined) from = { ...from, [counting]: Number(text) + 1 }
      else if (taking && note !== undefined) note.text += text
    },
    close(name) {
      counting = undefined
      if (name === 't') taking = false
      else if (name === 'p' && note !== undefined) note.text += '\n'
      else if (name === 'from' && note !== undefined) {
        inFrom = false
        note.cell = addressOf(from)
      }
    },
  })
  return notes
}
