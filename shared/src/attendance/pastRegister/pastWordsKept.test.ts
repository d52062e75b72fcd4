import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SourceBlock } from '../../document/sourceDocument.ts'
import type { PastAnswers, PastRegister } from './pastRegister.ts'
import { line, read, tableOf } from './support/pastLists.ts'

// No word of a document is lost, whatever it looks like and whatever is answered: each cell stands once in the result.

const date = fc.constantFrom(
  '12/04/24',
  '4/5/24',
  '12 April',
  '10 July 2024',
  'Jan',
  'Q1 (Apr)',
  '45759',
  'Away day',
  '2024',
)
const markText = fc.constantFrom(
  'P',
  'A',
  'x',
  '',
  '-',
  'Apologies – ill',
  'Sub: J. Okafor',
  'Ann Fell',
  'P/A',
  'what',
  '1',
  'n/a',
  '✓',
  'Ann Fell, Bo Ray',
  'D (Bo Ray)',
)
const label = fc.constantFrom(
  'Agency',
  'Name',
  'Post',
  'Date',
  'Attendance',
  'Present',
  'Apologies',
  'Notes',
  'Total',
  '%',
  '',
  'Venue',
  'No.',
)
const who = fc.constantFrom(
  'Council',
  'Dalby ICB',
  'Ann Fell',
  'Police – Bo Ray',
  '',
  'Total',
  'Statutory members',
  'Voting',
  'P = present',
  '* left early',
  '12/04/24',
)
const cell = fc.oneof(date, markText, label, who)

const free = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  )
const listLike = fc
  .tuple(
    fc.array(date, { minLength: 1, maxLength: 5 }),
    fc.array(label, { minLength: 1, maxLength: 3 }),
    fc.nat(5),
  )
  .chain(([dates, labels, rows]) =>
    fc
      .array(
        fc.tuple(
          fc.array(who, { minLength: labels.length, maxLength: labels.length }),
          fc.array(markText, { minLength: dates.length, maxLength: dates.length }),
        ),
        { minLength: rows, maxLength: rows },
      )
      .map((body) => [[...labels, ...dates], ...body.map(([left, right]) => [...left, ...right])]),
  )
const turnedList = listLike.map((rows) =>
  (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? '')),
)
const block: fc.Arbitrary<SourceBlock> = fc.oneof(
  fc.oneof(free, listLike, turnedList).map((rows) => tableOf('S', rows)),
  fc
    .constantFrom('Attendance 2024/25', 'P = present; A = absent', 'Some words', '12 April 2024')
    .map((text) => line(text)),
)

const wordsOf = (blocks: readonly SourceBlock[]): string[] =>
  blocks.flatMap((each) => {
    if (each.kind === 'paragraph') return [each.text]
    return each.kind === 'table' ? each.rows.flatMap((row) => row.cells.map(({ text }) => text)) : []
  })

/** Answers each question with one of its choices, as long as new ones come. */
function answered(
  blocks: SourceBlock[],
  pick: (most: number) => number,
): { register: PastRegister; answers: PastAnswers } {
  const answers: Record<string, string> = {}
  let register = read(blocks)
  for (let round = 0; round < 10; round += 1) {
    const open = register.questions.filter(({ answer }) => answer === null)
    if (open.length === 0) break
    for (const { key, kind, choices } of open) {
      const day = kind === 'DAY' && pick(2) === 0
      answers[key] = day ? `2024-0${1 + pick(9)}-1${pick(9)}` : (choices[pick(choices.length)]?.value ?? '')
    }
    register = read(blocks, answers)
  }
  return { register, answers }
}

test('every cell with words stands once in the result, at its place', () => {
  fc.assert(
    fc.property(
      fc.array(block, { maxLength: 4 }),
      fc.array(fc.nat(1000), { minLength: 40, maxLength: 40 }),
      (blocks, picks) => {
        let at = 0
        const pick = (most: number): number => (picks[(at += 1) % picks.length] ?? 0) % most
        const expected = wordsOf(blocks).filter((text) => text !== '')
        const fresh = read(blocks)
        expect(fresh.cells.map(({ text }) => text)).toEqual(expected)
        expect(new Set(fresh.cells.map(({ key }) => key)).size).toBe(expected.length)
        const { register } = answered(blocks, pick)
        expect(register.cells.map(({ text }) => text)).toEqual(expected)
        expect(register.questions.filter(({ answer }) => answer === null)).toEqual([])
        // Whatever waits for no answer says why it found no place.
        const reasons = register.cells
          .filter(({ as }) => as === 'UNPLACED' || as === 'LEFT_OUT')
          .map(({ why = '' }) => why)
        for (const reason of reasons) expect(reason).toMatch(/\.$/)
        // A mark belongs to a row and a meeting that are there, and its cell is one of marks.
        const uses = new Map(register.cells.map(({ key, as }) => [key, as]))
        for (const one of register.marks) {
          expect(register.rows.some(({ key }) => key === one.row)).toBe(true)
          expect(register.meetings.some(({ key }) => key === one.meeting)).toBe(true)
          expect(['MARK', 'ROW', undefined]).toContain(uses.get(one.cell))
        }
      },
    ),
    { numRuns: 400 },
  )
})

test('a list of any size is read as who made it meant it, across and down', () => {
  const letters = {
    P: 'PRESENT',
    Apologies: 'APOLOGIES',
    Dep: 'DEPUTY',
    DNA: 'ABSENT',
    '?': 'UNKNOWN',
    'n/a': 'NOT_EXPECTED',
  }
  const letter = fc.constantFrom(...Object.entries(letters))
  const size = fc.tuple(fc.integer({ min: 2, max: 12 }), fc.integer({ min: 2, max: 12 }))
  fc.assert(
    fc.property(
      size.chain(([agencies, meetings]) =>
        fc.array(fc.array(letter, { minLength: meetings, maxLength: meetings }), {
          minLength: agencies,
          maxLength: agencies,
        }),
      ),
      fc.boolean(),
      (marks, down) => {
        const day = (index: number): string => `2024-${String(index + 1).padStart(2, '0')}-25`
        const rows = [
          ['Agency', ...(marks[0] ?? []).map((_, index) => day(index).split('-').toReversed().join('/'))],
          ...marks.map((row, index) => [`Agency of place ${index}`, ...row.map(([text]) => text)]),
        ]
        const table = down ? (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? '')) : rows
        const register = read([tableOf('S', table)])
        const days = new Map(register.meetings.map((meeting) => [meeting.key, meeting.day]))
        const names = new Map(register.rows.map(({ key, agency }) => [key, agency]))
        const found = register.marks.map(
          ({ meeting, row, mark }) => `${names.get(row)} ${days.get(meeting)} ${mark}`,
        )
        const meant = marks.flatMap((row, index) =>
          row.map(([, mark], at) => `Agency of place ${index} ${day(at)} ${mark}`),
        )
        expect(found.toSorted()).toEqual(meant.toSorted())
      },
    ),
    { numRuns: 100 },
  )
})
