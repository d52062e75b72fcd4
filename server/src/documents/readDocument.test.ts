import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { deflateSync } from 'node:zlib'
import { textsOfDocument, wordsLost } from '@boardwork/shared/plan/import/missingWords.ts'
import { readText } from '@boardwork/shared/plan/import/readText.ts'
import { recognisePlan } from '@boardwork/shared/plan/import/recognisePlan.ts'
import { countPlan } from '@boardwork/shared/plan/import/recognisedPlan.ts'
import type { SourceDocument } from '@boardwork/shared/document/sourceDocument.ts'
import { describe, expect, it, test } from 'vitest'
import {
  cell,
  makePdf,
  makeWord,
  makeWorkbook,
  makeZip,
  paragraph,
  row,
  table,
  textCell,
} from './documents.fixture.ts'
import { readPlanDocument } from './readDocument.ts'

const messageOf = async (bytes: Uint8Array): Promise<string> => {
  const result = await readPlanDocument({ name: 'plan.docx', bytes })
  return result.ok ? 'It was read.' : result.message
}

async function read(name: string, bytes: Uint8Array): Promise<SourceDocument> {
  const result = await readPlanDocument({ name, bytes })
  if (!result.ok) throw new Error(result.message)
  return result.document
}

/** A PDF of one page with the content that is given, packed. */
function makeRawPdf(content: Uint8Array, form = ''): Uint8Array {
  const packed = deflateSync(content)
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>',
    `<</Filter/FlateDecode/Length ${packed.length}>>stream\n${packed.toString('latin1')}\nendstream`,
    `<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>/Length ${form.length}>>stream\n${form}\nendstream`,
  ]
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('')
  return Buffer.from(`%PDF-1.4\n${body}trailer<</Size 6/Root 1 0 R>>\n%%EOF`, 'latin1')
}

const good = makeWord(paragraph('1. Train all staff'))
const turned = good.map((byte, index) => (index > 700 && index < 800 ? 255 - byte : byte))
const cells = (count: number): string => '<c t="inlineStr"><is><t>a</t></is></c>'.repeat(count)
const withEntities = (): Uint8Array =>
  makeZip({
    '_rels/.rels': '<a><Relationship Type="/officeDocument" Target="word/document.xml"/></a>',
    'word/document.xml':
      '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><d><p><r><t>&b;</t></r></p></d>',
  })

describe('A hostile document is refused in one clear sentence and what to do:', () => {
  it.each<[string, () => Uint8Array | Promise<Uint8Array>, RegExp]>([
    ['a ZIP bomb of text', () => makeWord(paragraph('a'.repeat(30_000_000))), /packed to a tiny part/],
    ['a ZIP bomb of empty paragraphs', () => makeWord('<w:p/>'.repeat(600_000)), /too many paragraphs/],
    ['a document inside a ZIP', () => makeZip({ 'plan.docx': good }), /is a ZIP archive\. Unpack it/],
    ['entities that grow', withEntities, /a DOCTYPE/],
    ['tables inside each other', () => makeWord('<w:tbl><w:tr><w:tc>'.repeat(10_000)), /too many levels/],
    ['a row of 100,000 cells', () => makeWord(table(row(cell('b').repeat(100_000)))), /too many columns/],
    [
      'a million columns',
      () => makeWorkbook([{ name: 's', content: `<sheetData><row>${cells(1_000_000)}</row></sheetData>` }]),
      /more than 1,000 columns/,
    ],
    [
      'more than 100,000 rows',
      () =>
        makeWorkbook([
          { name: 's', content: `<sheetData>${`<row>${cells(1)}</row>`.repeat(120_000)}</sheetData>` },
        ]),
      /too many rows/,
    ],
    [
      'a long text that many cells share',
      () =>
        makeWorkbook(
          [
            {
              name: 's',
              content: `<sheetData>${'<row><c t="s"><v>0</v></c></row>'.repeat(90_000)}</sheetData>`,
            },
          ],
          { strings: [`<t>${'abc '.repeat(40_000)}</t>`] },
        ),
      /too much text/,
    ],
    ['a ZIP that ends too early', () => good.slice(0, -30), /is damaged/],
    ['a ZIP with wrong bytes', () => turned, /is damaged/],
    [
      'a line of 20 MB',
      () => Buffer.from(`a,b,c\n${'x,'.repeat(10_000_000)}`),
      /more than a million characters/,
    ],
    ['a PDF of rubbish', () => Buffer.from('%PDF-1.7\nrubbish'), /is damaged/],
    [
      'a PDF with a password',
      () => makePdf([['Plan']], 595, { userPassword: 'secret' }),
      /protected with a password/,
    ],
    ['a PDF of pictures', () => makePdf([[]]), /has pictures of pages and no text/],
    ['a PDF with a form inside itself', () => makeRawPdf(Buffer.from('/X Do'), '/X Do'), /no text/],
    ['a PDF that unpacks to 500 MB', () => makeRawPdf(Buffer.alloc(500_000_000, ' ')), /more time or memory/],
  ])('%s', async (_, make, expected) => {
    const message = await messageOf(await make())
    expect(message).toMatch(expected)
    expect(message).toMatch(/^“plan.docx” .*\.$/)
  })
})

test('a sheet that claims a million cells, and has two, is read', async () => {
  const content = `<dimension ref="A1:XFD1048576"/><sheetData><row>${textCell('A1', 'No')}${textCell('B1', 'Action')}</row></sheetData>`
  const document = await read('plan.xlsx', makeWorkbook([{ name: 's', content }]))
  expect(textsOfDocument(document)).toEqual(['No', 'Action'])
})

test('more documents than are read at once wait for their turn, after hostile ones too', async () => {
  const results = await Promise.all(
    [good, turned, good, Buffer.from('%PDF-1.7\nrubbish'), good].map(messageOf),
  )
  expect(results.filter((message) => message === 'It was read.')).toHaveLength(3)
})

// The limits of time and memory hold here as for everyone: to be read is to be read within them.
describe('A document of 500 pages is read within the limits, and says how far it is:', () => {
  const pages = Array.from({ length: 500 }, (_, page) => page)
  const words = (count: number, seed: number): string =>
    Array.from({ length: count }, (_, index) => `word${(seed * 31 + index * 7) % 9973}`).join(' ')
  const rowsOn = (page: number): string[][] => [
    ['No', 'Action', 'Who', 'When', 'Progress'],
    ...[1, 2, 3, 4, 5].map((index) => [
      `${page}.${index}`,
      words(25, page * index),
      words(5, index),
      'End March 2027',
      words(30, page),
    ]),
  ]
  const wordsOn = 500 * (5 + 5 * (1 + 25 + 5 + 3 + 30))

  it.each<[string, () => Uint8Array | Promise<Uint8Array>]>([
    [
      'Word',
      () =>
        makeWord(
          pages
            .map((page) => table(...rowsOn(page).map((one) => row(...one.map((text) => cell(text))))))
            .join(''),
        ),
    ],
    [
      'Excel',
      () =>
        makeWorkbook([
          {
            name: 'Plan',
            content: `<sheetData>${pages
              .flatMap(rowsOn)
              .map(
                (one) =>
                  `<row>${one.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`,
              )
              .join('')}</sheetData>`,
          },
        ]),
    ],
    [
      'PDF',
      () =>
        makePdf(
          pages.map((page) => [
            { widths: [40, 250, 120, 90, 250], rows: rowsOn(page), lined: page % 2 === 0 },
          ]),
        ),
    ],
  ])('%s', async (_, make) => {
    const shares: number[] = []
    const result = await readPlanDocument({ name: 'large', bytes: await make() }, {}, (share) =>
      shares.push(share),
    )
    if (!result.ok) throw new Error(result.message)
    expect(textsOfDocument(result.document).join(' ').split(/\s+/)).toHaveLength(wordsOn)
    expect(shares.length).toBeGreaterThan(5)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  })
})

describe('Each document in docs/samples is read and understood:', () => {
  it.each([
    ['improvement-plan.docx', { areas: 5, actions: 16 }],
    ['improvement-plan.pdf', { areas: 5, actions: 16 }],
    ['improvement-plan.csv', { areas: 5, actions: 16 }],
    ['improvement-plan.txt', { areas: 5, actions: 16 }],
    ['quarterly-monitoring.xlsx', { areas: 2, actions: 7 }],
  ])('%s', async (name, counts) => {
    const bytes = await readFile(new URL(`../../../docs/samples/${name}`, import.meta.url))
    expect(countPlan(recognisePlan(await read(name, bytes)))).toEqual(counts)
  })
})

// Real documents stand beside the repository, not in it, each also as a text.
const plans = new URL('../../../../shared/plans/', import.meta.url)

function testAbsence(name: string): void {
  it(`${name} is absent from ../shared/plans, so nothing was tested on it`, () => {
    expect(existsSync(new URL(name, plans))).toBe(false)
  })
}

function testWords(name: string, mostLost: number): void {
  it(name, async () => {
    const found = textsOfDocument(await read(name, await readFile(new URL(name, plans))))
    const text = await readFile(new URL(name.replace(/\.\w+$/, '.txt'), plans), 'utf8')
    // The text shows the marks of paragraphs where the document has only the paragraphs.
    const written = textsOfDocument(readText(text.replace(/<\/?p>/g, ' ')))
    expect(wordsLost(found, written)).toEqual([])
    expect(wordsLost(written, found).length).toBeLessThanOrEqual(mostLost)
  })
}

describe('A real document has the words of its text:', () => {
  const documents: [string, number][] = [
    ['dudley-inspection-action-plan-2009.docx', 0],
    // The workbook itself lacks twelve words that the text of the same plan has.
    ['sefton-improvement-plan-2010.xlsx', 12],
  ]
  for (const [name, mostLost] of documents) {
    const testOf = existsSync(new URL(name, plans)) ? testWords : testAbsence
    testOf(name, mostLost)
  }
})
