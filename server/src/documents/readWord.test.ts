import type { SourceBlock } from '@boardwork/shared/document/sourceDocument.ts'
import { expect, test } from 'vitest'
import { cell, escapeXml, makeWord, paragraph, row, run, table } from './documents.fixture.ts'
import type { WordParts } from './documents.fixture.ts'
import { readBytes } from './readBytes.ts'

async function read(body: string, parts: WordParts = {}): Promise<SourceBlock[]> {
  const result = await readBytes({ name: 'plan.docx', bytes: makeWord(body, parts) }, () => undefined)
  if (!result.ok) throw new Error(result.message)
  return result.document.blocks
}

async function texts(body: string, parts: WordParts = {}): Promise<(string | string[][])[]> {
  return (await read(body, parts)).map((block) => {
    if (block.kind === 'paragraph') return block.text
    return block.kind === 'table' ? block.rows.map(({ cells }) => cells.map(({ text }) => text)) : '\f'
  })
}

test('paragraphs and tables come in their order, each with its place', async () => {
  const blocks = await read(
    paragraph('The plan') +
      table(row(cell('No.'), cell('Action')), row(cell('1'), cell('Train')) + paragraph('')),
  )
  expect(blocks).toEqual([
    { kind: 'paragraph', text: 'The plan', source: { paragraph: 1 } },
    {
      kind: 'table',
      rows: [
        {
          source: { table: 1, row: 1 },
          cells: [
            { text: 'No.', source: { table: 1, row: 1, column: 1 } },
            { text: 'Action', source: { table: 1, row: 1, column: 2 } },
          ],
        },
        {
          source: { table: 1, row: 2 },
          cells: [
            { text: '1', source: { table: 1, row: 2, column: 1 } },
            { text: 'Train', source: { table: 1, row: 2, column: 2 } },
          ],
        },
      ],
    },
  ])
})

test('a merged cell says how far it reaches, and what it covers is empty', async () => {
  const [block] = await read(
    table(
      row(cell('Heading', '<w:gridSpan w:val="3"/>')),
      row(cell('1', '<w:vMerge w:val="restart"/>'), cell('a'), cell('b')),
      row(cell('', '<w:vMerge/>'), cell('c'), cell('d')),
      row(cell('2'), cell('e', '<w:gridSpan w:val="2"/>')),
    ),
  )
  const rows = block?.kind === 'table' ? block.rows : []
  expect(
    rows.map(({ cells }) => cells.map(({ text, span }) => (span === undefined ? text : [text, span]))),
  ).toEqual([
    [['Heading', { rows: 1, columns: 3 }], '', ''],
    [['1', { rows: 2, columns: 1 }], 'a', 'b'],
    ['', 'c', 'd'],
    ['2', ['e', { rows: 1, columns: 2 }], ''],
  ])
})

test('columns that miss each other by a hair are one, and a row may begin further right', async () => {
  const grid = '<w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="40"/><w:gridCol w:w="3000"/></w:tblGrid>'
  expect(
    await texts(
      `<w:tbl>${grid}${row(cell('No'), cell('Action', '<w:gridSpan w:val="2"/>'))}${row(
        cell('1', '<w:gridSpan w:val="2"/>'),
        cell('Train'),
      )}<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('more', '<w:gridSpan w:val="2"/>')}</w:tr></w:tbl>`,
    ),
  ).toEqual([
    [
      ['No', 'Action'],
      ['1', 'Train'],
      ['', 'more'],
    ],
  ])
})

test('a cell keeps its paragraphs, breaks and nested tables as lines', async () => {
  const content = `${paragraph('a')}<w:p><w:r><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>${paragraph('')}${table(
    row(cell('d'), cell('e')),
  )}${paragraph('')}`
  expect(await texts(table(`<w:tr><w:tc>${content}</w:tc>${cell('f')}</w:tr>`))).toEqual([
    [['a\nb\nc\n\nd\te', 'f']],
  ])
})

test('a table that only lays out the page gives its content', async () => {
  const inner = table(row(cell('No'), cell('Action')), row(cell('1'), cell('Train')))
  expect(await texts(table(`<w:tr><w:tc>${paragraph('Our plan')}${inner}</w:tc></w:tr>`))).toEqual([
    'Our plan',
    [
      ['No', 'Action'],
      ['1', 'Train'],
    ],
  ])
})

const level = (index: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}${level(1, 'decimal', '%1.%2')}${level(
  2,
  'lowerLetter',
  '(%3)',
)}${level(3, 'upperRoman', '%4', '<w:suff w:val="nothing"/>')}</w:abstractNum>
<w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '\uf0b7')}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`
const numbered = (id: number, at: number): string =>
  `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`

test('the numbers that Word counts stand in front of their text, in cells too', async () => {
  expect(
    await texts(
      paragraph('A', numbered(1, 0)) +
        paragraph('a', numbered(1, 1)) +
        paragraph('b', numbered(1, 1)) +
        paragraph('x', numbered(1, 2)) +
        paragraph('B', numbered(1, 0)) +
        paragraph('c', numbered(1, 1)) +
        paragraph('d', numbered(1, 3)) +
        paragraph('point', numbered(2, 0)) +
        paragraph('plain', numbered(0, 0)) +
        table(`<w:tr><w:tc>${paragraph('', numbered(1, 0))}</w:tc>${cell('Train')}</w:tr>`) +
        paragraph('E', numbered(3, 0)) +
        paragraph('F', numbered(3, 0)),
      { numbering },
    ),
  ).toEqual([
    '1. A',
    '1.1 a',
    '1.2 b',
    '(a) x',
    '2. B',
    '2.1 c',
    'Id',
    '• point',
    'plain',
    [['3.', 'Train']],
    '5. E',
    '6. F',
  ])
})

test('a style gives a heading its rank and its number, and may take them from another', async () => {
  const styles = `<w:style w:styleId="Heading1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
    <w:style w:styleId="Own"><w:basedOn w:val="Heading1"/></w:style>
    <w:style w:styleId="Circle"><w:basedOn w:val="Circle"/></w:style>`
  expect(
    await read(
      paragraph('People', '<w:pStyle w:val="Own"/>') +
        paragraph('Text', '<w:pStyle w:val="Circle"/>') +
        paragraph('Deep', '<w:outlineLvl w:val="2"/>'),
      { styles, numbering },
    ),
  ).toEqual([
    { kind: 'paragraph', text: '1. People', level: 1, source: { paragraph: 1 } },
    { kind: 'paragraph', text: 'Text', source: { paragraph: 2 } },
    { kind: 'paragraph', text: 'Deep', level: 3, source: { paragraph: 3 } },
  ])
})

test('what was inserted is read, what was deleted or hidden is not', async () => {
  const deletedEnd = '<w:rPr><w:del w:id="1"/></w:rPr>'
  expect(
    await texts(
      `<w:p><w:ins>${run('new ')}</w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>${run('text')}</w:p>` +
        `<w:p><w:moveFrom>${run('from')}</w:moveFrom><w:moveTo>${run('to')}</w:moveTo></w:p>` +
        paragraph('One ', deletedEnd) +
        paragraph('line') +
        `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>${run('seen')}</w:p>` +
        table(`<w:tr><w:trPr><w:del w:id="2"/></w:trPr>${cell('gone')}</w:tr>`, row(cell('stays'))) +
        `<w:p><w:pPr><w:pPrChange><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange></w:pPr>${run('end')}</w:p>`,
    ),
  ).toEqual(['new text', 'to', 'One line', 'seen', [['stays']], 'end'])
})

test('text in links, controls, fields and text boxes is read once', async () => {
  const box = `<w:txbxContent>${paragraph('in a box')}</w:txbxContent>`
  expect(
    await texts(
      `<w:sdt><w:sdtPr><w:alias w:val="name"/></w:sdtPr><w:sdtContent>${paragraph('control')}</w:sdtContent></w:sdt>` +
        `<w:p><w:hyperlink>${run('a link')}</w:hyperlink><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>${run(' 7')}</w:p>` +
        `<w:p>${run('beside')}<w:r><mc:AlternateContent><mc:Choice><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>` +
        '<w:p><w:r><w:fldChar><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Red"/><w:listEntry w:val="Green"/></w:ddList></w:ffData></w:fldChar></w:r></w:p>',
    ),
  ).toEqual(['control', 'a link 7', 'beside', 'in a box', 'Green'])
})

test('signs are as a person sees them', async () => {
  const sign = (xml: string): string => `<w:p><w:r><w:t>a</w:t>${xml}<w:t>b</w:t></w:r></w:p>`
  expect(
    await texts(
      sign('<w:tab/>') +
        sign('<w:noBreakHyphen/>') +
        sign('<w:softHyphen/>') +
        sign('<w:sym w:font="Wingdings" w:char="F0FC"/>') +
        sign('<w:t>\u00a0</w:t>') +
        sign('<w:t>\u00ad</w:t>') +
        sign(`<w:t>${escapeXml('&<')}</w:t>`),
    ),
  ).toEqual(['a b', 'a-b', 'ab', 'a✓b', 'a b', 'ab', 'a&<b'])
})

test('page breaks and the ends of sections are kept', async () => {
  expect(
    await texts(
      `<w:p>${run('a')}<w:r><w:br w:type="page"/></w:r>${run('b')}</w:p>` +
        paragraph('c', '<w:pageBreakBefore/>') +
        paragraph('d', '<w:sectPr/>') +
        paragraph('e', '<w:sectPr><w:type w:val="continuous"/></w:sectPr>') +
        paragraph('f'),
    ),
  ).toEqual(['a', '\f', 'b', '\f', 'c', 'd', '\f', 'e', 'f'])
})

test('notes, comments, headers and footers follow the text', async () => {
  expect(
    await texts(paragraph('Text'), {
      footer: paragraph('Page 1'),
      header: table(row(cell('Board'), cell('Plan'))),
      comments: `<w:comment w:id="1">${paragraph('Who?')}</w:comment>`,
      footnotes: `<w:footnote w:id="1">${paragraph('Note')}</w:footnote>`,
    }),
  ).toEqual(['Text', 'Note', 'Who?', 'Board', 'Plan', 'Page 1'])
})
