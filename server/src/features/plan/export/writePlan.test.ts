import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it, test } from 'vitest'
import { noLayout } from '@boardwork/shared/plan/documentStyle.ts'
import type { DocumentLayout } from '@boardwork/shared/plan/documentStyle.ts'
import type { LayoutPlan } from '@boardwork/shared/plan/export/layoutPlan.ts'
import { textsOfDocument, wordsLost } from '@boardwork/shared/plan/import/missingWords.ts'
import type { PlanDraft } from '@boardwork/shared/plan/import/planDraft.ts'
import { planLayout } from '@boardwork/shared/plan/export/planLayout.ts'
import type { LayoutKind } from '@boardwork/shared/plan/export/planLayout.ts'
import { recognisePlan } from '@boardwork/shared/plan/import/recognisePlan.ts'
import type { SourceDocument } from '@boardwork/shared/document/sourceDocument.ts'
import { importedPlan, savedPlan, textsOfLayoutPlan } from '@boardwork/shared/plan/export/support/takeOut.ts'
import { readBytes } from '../../../documents/readBytes.ts'
import { writeBytes } from './writeBytes.ts'
import { writePlan } from './writePlan.ts'

async function read(bytes: Uint8Array, name = 'plan'): Promise<SourceDocument> {
  const result = await readBytes({ name, bytes: new Uint8Array(bytes) }, () => undefined)
  if (!result.ok) throw new Error(result.message)
  return result.document
}

const write = (plan: LayoutPlan, layout: DocumentLayout, kind: LayoutKind) =>
  writeBytes({ kind, title: plan.title, blocks: planLayout(plan, layout, kind) })

/** A plan's areas with all that they say, without what only the preview needs. */
const said = ({ areas }: LayoutPlan) =>
  areas.map((area) => ({
    ...area,
    actions: area.actions.map(({ reference, title, outcome, progress, comments, ...rest }) => ({
      reference,
      title,
      outcome,
      progress,
      comments,
      expectedEvidence: rest.expectedEvidence,
      responsible: rest.responsible,
      activities: rest.activities,
      updates: rest.updates.map(({ period, status, statusWords, percentComplete, narrative, issues }) => ({
        period,
        status,
        statusWords,
        percentComplete,
        narrative,
        issues,
      })),
    })),
  }))

const kinds: LayoutKind[] = ['document', 'workbook']

describe('a plan that nobody has touched goes out and is read again as it was', () => {
  const samples = ['plan.csv', 'plan.docx', 'plan.pdf', 'plan.txt'].map((name) => `improvement-${name}`)
  test.each([...samples, 'quarterly-monitoring.xlsx'])('the sample %s', async (name) => {
    const document = await read(
      await readFile(new URL(`../../../../../docs/samples/${name}`, import.meta.url)),
    )
    const { plan, layout } = importedPlan(document, recognisePlan(document))
    expect(plan.areas.length).toBeGreaterThan(1)
    for (const kind of kinds) {
      const again = await read(await write(plan, layout, kind))
      expect(said(importedPlan(again, recognisePlan(again)).plan)).toEqual(said(plan))
    }
  })
})

const plans = new URL('../../../../../../shared/plans/', import.meta.url)
const realDocuments = [
  'dudley-inspection-action-plan-2009.docx',
  'dudley-inspection-action-plan-2009.txt',
  'sefton-improvement-plan-2010.txt',
  'sefton-improvement-plan-2010.xlsx',
  'sefton-service-plan-monitoring-q2-2009.txt',
].map((name) => new URL(name, plans))
const present = realDocuments.filter((file) => existsSync(file))

describe('real documents', () => {
  it('are those that are there; nothing is tested on the others', () => {
    const absent = realDocuments.filter((file) => !existsSync(file))
    if (absent.length > 0) console.log(`Absent: ${absent.map(({ pathname }) => pathname).join(', ')}`)
    expect(absent.length + present.length).toBe(5)
  })
  test.each(present)(
    '%s: each action and every word of it is there again',
    async (file) => {
      const document = await read(await readFile(file))
      const { plan, layout } = importedPlan(document, recognisePlan(document))
      for (const kind of kinds) {
        const again = await read(await write(plan, layout, kind))
        expect(wordsLost(textsOfLayoutPlan(plan), textsOfDocument(again))).toEqual([])
        const actions = (of: LayoutPlan) =>
          of.areas.flatMap((area) => area.actions.map(({ reference }) => reference))
        expect(actions(importedPlan(again, recognisePlan(again)).plan)).toEqual(actions(plan))
      }
    },
    60_000,
  )
})

const usual = (cells: string[][]): LayoutPlan => ({
  title: cells.flat()[0] ?? 'Plan',
  areas: [
    {
      reference: '',
      title: 'All of it',
      actions: cells.map(([title = '', comments = '', post = '']) => ({
        reference: '',
        title,
        comments,
        expectedEvidence: [],
        responsible: [{ part: 'RESPONSIBLE' as const, postTitle: post }],
        updates: [],
        activities: [],
      })),
    },
  ],
})

const textsIn = (document: SourceDocument) => new Set(textsOfDocument(document))

it('cells that would begin a formula are texts that begin with something else, and read as they were', async () => {
  const formulas = [
    '=1+1',
    '+44',
    '-1',
    '@SUM(A1)',
    '＝1',
    '=cmd|"/c calc"!A1',
    '- a point',
    '=HYPERLINK("x")',
  ]
  const bytes = await write(usual(formulas.map((text) => [text, text, text])), noLayout, 'workbook')
  const parts = unzipSync(new Uint8Array(bytes))
  const xml = Object.values(parts)
    .map((part) => strFromU8(part))
    .join('')
  const cells = [...xml.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text = '']) => text)
  expect(cells.length).toBeGreaterThan(8)
  expect(cells.filter((text) => /^[=+\-@＝]/.test(text))).toEqual([])
  expect(xml).not.toMatch(/<f[ >]/)
  const texts = textsIn(await read(bytes))
  for (const formula of formulas) expect(texts).toContain(formula)
})

it('letters of every kind, and texts longer than a cell of Excel, come through whole', async () => {
  const long = Array.from({ length: 9000 }, (_, index) => `word${index}`).join(' ')
  const odd = [
    'Ünïcode – “quotes” & <b>',
    '_x0041_ stays',
    'two\nlines',
    '👩‍👩‍👧 children',
    'bell\u0007 rings',
    'half \ud800 pair',
  ]
  const plan = usual([...odd.map((text) => [text, '', '']), ['Long', long, '']])
  for (const kind of kinds) {
    const document = await read(await write(plan, noLayout, kind))
    expect(
      wordsLost([...odd.slice(0, 4), 'bell rings', 'half pair', long], textsOfDocument(document)),
    ).toEqual([])
    expect(textsIn(document)).toContain('_x0041_ stays')
  }
})

it('sheets with names that Excel does not take have others, and say theirs in full', async () => {
  const names = [
    'Care: at home / in homes [all]',
    'A name that is a good deal longer than Excel takes',
    'A name that is a good deal longer than another',
    "'Quoted'",
  ]
  const bytes = await writeBytes({
    kind: 'workbook',
    title: 'Plan',
    blocks: names.flatMap((name) => [
      { kind: 'sheet' as const, name },
      { kind: 'line' as const, text: 'words' },
    ]),
  })
  const document = await read(bytes)
  expect(wordsLost(names, textsOfDocument(document))).toEqual([])
  const sheets = document.blocks.flatMap((block) => (block.kind === 'table' ? (block.name ?? '') : []))
  expect(sheets.every((name) => name.length <= 31 && !/[[\]:*?/\\']/.test(name))).toBe(true)
  expect(new Set(sheets).size).toBe(4)
})

it('what a Word document says of itself lets it be read aloud', async () => {
  const bytes = await write(usual([['Write it', 'Soon', 'Clerk']]), noLayout, 'document')
  const parts = unzipSync(new Uint8Array(bytes))
  const xml = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
  expect(xml('docProps/core.xml')).toContain('<dc:title>Write it</dc:title>')
  expect(xml('word/styles.xml')).toContain('w:lang w:val="en-GB"')
  expect(xml('word/document.xml')).toContain('<w:tblHeader/>')
  expect(xml('word/document.xml')).toContain('w:pStyle w:val="Heading1"')
})

it('a document is written in a thread of its own, with the same words', async () => {
  const plan = usual([['Write it', 'Soon', 'Clerk']])
  for (const kind of kinds) {
    const document = await read(await writePlan({ kind, plan, layout: noLayout }))
    expect(wordsLost(textsOfLayoutPlan(plan), textsOfDocument(document))).toEqual([])
  }
})

const words = fc.constantFrom(
  '',
  'Write it',
  '=1+1',
  '- a point',
  'Two\nlines',
  'Ann Fell, Clerk',
  '2. Send it',
  '@all',
  'a\tb',
  '“Ünï” & <x>',
)
const draftAction = fc.record({
  key: fc.constant('k'),
  reference: fc.constantFrom('', '1', '1.1', 'SS/2'),
  title: words,
  responsible: fc.array(
    fc.record({ postTitle: words, part: fc.constantFrom('LEAD' as const, 'RESPONSIBLE' as const) }),
    { maxLength: 2 },
  ),
  expectedEvidence: fc.array(fc.record({ text: words, deadline: words }), { maxLength: 2 }),
  outcome: words,
  progress: words,
  comments: words,
  updates: fc.array(
    fc.record({
      period: fc.constantFrom('Q1 2031/32', 'Q2 2031/32'),
      status: fc.constantFrom('Green', 'Late'),
      percentComplete: fc.constantFrom('', '40%'),
      narrative: words,
      issues: words,
      correctiveActions: words,
    }),
    { maxLength: 1 },
  ),
  activities: fc.array(
    fc.record({ title: words, lead: words, deadline: words, status: words, comments: words }),
    { maxLength: 2 },
  ),
})

it('every word of a generated draft is in the Word and the Excel file', async () => {
  const drafts = fc.record({
    title: fc.constant('Plan'),
    period: fc.constant('Q1 2031/32'),
    statuses: fc.constant<PlanDraft['statuses']>([]),
    unplaced: fc.constant<PlanDraft['unplaced']>([]),
    lastKey: fc.constant(1),
    areas: fc.array(
      fc.record({
        key: fc.constant('a'),
        reference: fc.constantFrom('', '1'),
        theme: words,
        title: words,
        actions: fc.array(draftAction, { maxLength: 3 }),
      }),
      { maxLength: 2 },
    ),
  })
  await fc.assert(
    fc.asyncProperty(
      drafts,
      fc.constantFrom<DocumentLayout['style'][]>({}, { fields: true }),
      async (draft, style) => {
        const plan = savedPlan(draft)
        for (const kind of kinds) {
          const document = await read(await write(plan, { headers: [], style }, kind))
          expect(wordsLost(textsOfLayoutPlan(plan), textsOfDocument(document))).toEqual([])
        }
      },
    ),
    { numRuns: 60 },
  )
})
