import fc from 'fast-check'
import { expect, test } from 'vitest'
import { missingWords, textsOfDocument, textsOfPlan, wordsLost } from './missingWords.ts'
import { readText } from './readText.ts'
import type { PlanField } from './planField.ts'
import { draftFromRecognised, textsOfDraft } from './planDraft.ts'
import { recognisePlan } from './recognisePlan.ts'
import { headingsOfTicks } from './support/documents.ts'

const word = fc.constantFrom(
  'review',
  'the',
  'Staff',
  'of',
  'audit.',
  'Training',
  'homes',
  'and',
  'care,',
  'Board',
  'risk:',
  '(see',
  'Appendix)',
  '•',
  '–',
  'A',
  'NHS',
  '2030',
  '70%',
)
const phrase = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => words.join(' '))
const number = fc.constantFrom('1', '2', '3', '12', '1.1', '1.2', '2.10', 'A3', '1.', '4)', 'ii', '1.000.00')
const label = fc.constantFrom('Improvement Area', 'Recommendation', 'Priority', 'Theme', 'Area', 'Action', '')
const mark = fc.constantFrom(' – ', ': ', ' ', '. ', '–', '')
const heading = fc
  .tuple(label, number, mark, fc.option(phrase, { nil: '' }))
  .map(([name, at, sign, title]) => `${name} ${at}${sign}${title}`)
const time = fc.constantFrom(
  'June 2030',
  'Ongoing',
  'Quarterly',
  'End March 2031',
  'August',
  '2030',
  'by May 2030 & ongoing',
  '',
)
const rubbish = fc.constantFrom(
  'Γ',
  '.....',
  '•',
  'Improv',
  'Improv 4 Devlop stupition . .',
  '\f',
  '',
  'Page 3 of 9',
  '1.000.00 ant Araa 2',
)
const headerCell = fc.constantFrom(
  'No.',
  'Action',
  'Key actions',
  'How is this to be achieved / action',
  'Expected evidence',
  'Timescale',
  'By when',
  'Lead',
  'Progress',
  'Outcome',
  'Status',
  'Comments',
  'Recommendation',
  'Theme',
  'Budget',
  '',
)
const header = fc.array(headerCell, { minLength: 2, maxLength: 7 }).map((cells) => cells.join('\t'))
const people = fc.constantFrom(
  'Head of Care - AB Head of Homes - CD',
  'Nurse / Doctor',
  'AB/CD',
  'Chair; Clerk',
  'OP/PD',
  '',
)
const numbered = fc.tuple(number, mark, phrase).map((parts) => parts.join(''))
const cell = fc.oneof(phrase, numbered, time, people, number, fc.constant(''), fc.constant(''), heading)
const row = fc.array(cell, { minLength: 2, maxLength: 7 }).map((cells) => cells.join('\t'))
const lonely = fc
  .tuple(
    fc.constantFrom('', '\t', '\t\t'),
    fc.oneof(heading, phrase, numbered),
    fc.constantFrom('', '\t', '\t\t\t'),
  )
  .map((parts) => parts.join(''))
const line = fc.oneof(
  { weight: 4, arbitrary: row },
  { weight: 2, arbitrary: header },
  { weight: 2, arbitrary: lonely },
  { weight: 2, arbitrary: heading },
  { weight: 1, arbitrary: phrase },
  { weight: 1, arbitrary: numbered },
  { weight: 1, arbitrary: rubbish },
  { weight: 1, arbitrary: fc.constant('') },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('Deadline', 'Lead', 'Evidence'), phrase)
      .map((parts) => parts.join(': ')),
  },
)

/** A plan's table, more or less: its rows have a number, a sentence, evidence and a time, or go on with the one before. */
const planRow = fc
  .tuple(fc.option(number, { nil: '' }), phrase, fc.option(phrase, { nil: '' }), time)
  .map(([at, title, evidence, when]) => [`${at} ${title}`.trim(), evidence, when].join('\t'))
const goesOn = fc.tuple(fc.constantFrom('', 'and so on'), phrase, time).map((cells) => cells.join('\t'))
const planTable = fc
  .tuple(fc.constantFrom('Safer homes', ''), heading, fc.array(fc.oneof(planRow, goesOn), { maxLength: 6 }))
  .map(([theme, title, rows]) => [theme, '', title, 'Action\tEvidence\tTimescale', ...rows, ''].join('\n'))
const lines = fc.array(fc.oneof({ weight: 10, arbitrary: line }, { weight: 3, arbitrary: planTable }), {
  maxLength: 30,
  size: 'max',
})

/** Documents that say some of their lines again, as page breaks make them do. */
const documentText = fc
  .tuple(lines, fc.array(fc.tuple(fc.nat(29), fc.nat(29)), { maxLength: 8 }))
  .map(([first, again]) => {
    const all = [...first]
    for (const [from, to] of again) all.splice(to, 0, first[from] ?? '', '')
    return all.join('\n')
  })

const field = fc.constantFrom<PlanField>(
  'reference',
  'theme',
  'area',
  'action',
  'evidence',
  'deadline',
  'responsible',
  'progress',
  'unplaced',
)
const overrides = fc.dictionary(
  fc.constantFrom('action', 'budget', 'column 1', 'timescale', 'no', 'lead'),
  field,
  { maxKeys: 3 },
)

test('every word of a document is in its plan exactly as often, whatever the document', () => {
  fc.assert(
    fc.property(documentText, overrides, (text, columns) => {
      const document = readText(text)
      const plan = recognisePlan(document, { columns })
      expect(missingWords(document, plan)).toEqual([])
      expect(wordsLost(textsOfPlan(plan), [...textsOfDocument(document), ...headingsOfTicks(plan)])).toEqual(
        [],
      )
    }),
    { numRuns: 2000 },
  )
})

test('generated documents do hold plans, repeats and unplaced text', () => {
  const plans = fc
    .sample(documentText, { numRuns: 300, seed: 7 })
    .map((text) => recognisePlan(readText(text)))
  const share = (holds: (plan: (typeof plans)[number]) => boolean): number =>
    plans.filter(holds).length / plans.length
  expect(share((plan) => plan.areas.some((area) => area.actions.length > 1))).toBeGreaterThan(0.3)
  expect(
    share((plan) =>
      plan.areas.some((area) => area.actions.some((action) => action.continuedAt !== undefined)),
    ),
  ).toBeGreaterThan(0.1)
  expect(share((plan) => plan.repeats.length > 0)).toBeGreaterThan(0.3)
  expect(share((plan) => plan.unplaced.length > 0)).toBeGreaterThan(0.3)
  expect(share((plan) => plan.themes.length > 0)).toBeGreaterThan(0.1)
})

test('parts of the list of responsible people are words of the cell, and marks are all that separates them', () => {
  fc.assert(
    fc.property(documentText, (text) => {
      for (const area of recognisePlan(readText(text)).areas) {
        for (const action of area.actions) {
          const bare = (value: string): string => value.replace(/[\s;/,•·–-]|\b(?:and)\b|&/g, '')
          expect(bare((action.responsible ?? []).join(' '))).toBe(bare(action.responsibleAsWritten ?? ''))
        }
      }
    }),
  )
})

test('a draft holds every word of the plan but the numbers as they were written', () => {
  fc.assert(
    fc.property(documentText, (text) => {
      const plan = recognisePlan(readText(text))
      const unnumbered = {
        ...plan,
        areas: plan.areas.map((area) => ({
          ...area,
          numbering: `${area.reference ?? ''} `,
          actions: area.actions.map((action) => ({
            ...action,
            numbering: `${action.reference ?? ''} `,
            ...(action.responsible === undefined
              ? {}
              : { responsibleAsWritten: action.responsible.join(' ') }),
          })),
        })),
      }
      // A theme that stands in the document twice, apart, is one word of a draft's areas.
      const once = {
        ...unnumbered,
        themes: plan.themes.filter(
          (theme, index) => plan.themes.findIndex(({ title }) => title === theme.title) === index,
        ),
      }
      expect(wordsLost(textsOfPlan(once), textsOfDraft(draftFromRecognised(plan)))).toEqual([])
    }),
    { numRuns: 500 },
  )
})

test('a document with very many header rows and repeats becomes a draft', () => {
  const text = Array.from({ length: 150_000 }, () => 'Action\tEvidence\tTimescale').join('\n')
  const plan = recognisePlan(readText(text))
  expect(plan.repeats).toHaveLength(149_999)
  expect(draftFromRecognised(plan).unplaced).toHaveLength(150_000)
})
