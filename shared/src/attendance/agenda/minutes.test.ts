import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minutesBlocks, minutesOf } from './minutes.ts'
import type { MinutesRows } from './minutes.ts'

const rows: MinutesRows = {
  boardName: 'Guildford Safeguarding Adults Board',
  title: 'Main board, quarter 3',
  caseReference: null,
  startsAt: new Date('2026-10-21T09:00:00Z'),
  endsAt: new Date('2026-10-21T11:30:00Z'),
  place: 'Civic Centre',
  cancelled: false,
  registerClosed: true,
  expected: [
    { agency: 'Police', holderName: 'Priya Shah', mark: 'PRESENT', cameName: null },
    { agency: 'Fire', holderName: 'Tom Reed', mark: 'DEPUTY', cameName: 'Ann Ford' },
    { agency: 'Probation', holderName: null, mark: 'DEPUTY', cameName: null },
    { agency: 'Housing', holderName: 'Jo West', mark: 'APOLOGIES', cameName: null },
    { agency: 'Council', holderName: 'Sam Hill', mark: 'ABSENT', cameName: null },
    { agency: 'NHS trust', holderName: null, mark: 'UNKNOWN', cameName: null },
    { agency: 'Carers', holderName: 'Kit Lane', mark: null, cameName: null },
  ],
  guests: [
    { name: 'Lee Moss', agency: 'Care provider', as: 'GUEST' },
    { name: 'Jan Berry', agency: '', as: 'OBSERVER' },
  ],
  items: [
    { id: 'b', title: 'Welcome', presenter: 'The chair', minutes: 5, notes: '' },
    { id: 'a', title: 'Audit', presenter: '', minutes: null, notes: 'First.\n\nSecond.' },
  ],
  decisions: [
    { itemId: 'a', words: 'The audit is repeated.' },
    { itemId: null, words: 'The minutes stand.' },
  ],
  actions: [
    {
      itemId: 'a',
      words: 'Draw a sample',
      agency: 'Police',
      post: 'Analyst',
      dueOn: '2026-11-30',
      doneOn: null,
      planAction: '3.2',
    },
    {
      itemId: 'gone',
      words: 'Tell all',
      agency: '',
      post: 'Chair',
      dueOn: null,
      doneOn: null,
      planAction: null,
    },
  ],
  openBefore: [
    {
      itemId: null,
      words: 'Order the system',
      agency: 'Council',
      post: '',
      dueOn: '2026-09-30',
      doneOn: null,
      planAction: null,
      givenOn: '2026-07-15',
      said: 'It comes in spring.',
    },
  ],
  today: '2026-10-22',
  next: { startsAt: new Date('2027-01-20T10:00:00Z'), place: '' },
}

describe('minutes', () => {
  it('say when and where in the time of the United Kingdom, before and after the clocks change', () => {
    const { facts, next } = minutesOf(rows)
    expect(facts).toEqual([
      { label: 'Board', text: 'Guildford Safeguarding Adults Board' },
      { label: 'Date', text: 'Wednesday 21 October 2026, 10am to 12:30pm' },
      { label: 'Place', text: 'Civic Centre' },
    ])
    expect(next).toBe('Wednesday 20 January 2027, 10am')
    expect(minutesOf({ ...rows, next: null }).next).toBe('No date was set.')
  })

  it('list what earlier meetings gave and what was still open, and how it stands', () => {
    expect(minutesOf(rows).openBefore).toEqual([
      {
        words: 'Order the system',
        who: 'Council',
        due: '30 September 2026',
        state: 'Late. It comes in spring.',
        given: '15 July 2026',
      },
    ])
    const heading = 'Actions of earlier meetings that were still open'
    const headings = (of: MinutesRows) =>
      minutesBlocks(minutesOf(of)).flatMap((block) => (block.kind === 'heading' ? block.text : []))
    expect(headings(rows)).toContain(heading)
    expect(headings({ ...rows, openBefore: [] })).not.toContain(heading)
  })

  it('tell who was there, in whose place, and what is not known', () => {
    expect(minutesOf(rows).attendance).toEqual([
      { heading: 'Present', people: ['Priya Shah (Police)'] },
      { heading: 'Deputies', people: ['Ann Ford (Fire), for Tom Reed', 'A deputy (Probation)'] },
      { heading: 'Apologies', people: ['Jo West (Housing)'] },
      { heading: 'Absent', people: ['Sam Hill (Council)'] },
      { heading: 'Not known whether they came', people: ['NHS trust'] },
      { heading: 'Not marked yet', people: ['Kit Lane (Carers)'] },
      { heading: 'Guests', people: ['Lee Moss (Care provider)'] },
      { heading: 'Observers', people: ['Jan Berry'] },
    ])
  })

  it('put decisions and actions under their item, and lose none whose item is gone', () => {
    const [first, second, rest] = minutesOf(rows).parts
    expect(first).toMatchObject({ number: 1, title: 'Welcome', decisions: [], actions: [] })
    expect(second).toMatchObject({
      number: 2,
      decisions: ['The audit is repeated.'],
      actions: [
        { words: 'Draw a sample', who: 'Analyst, Police', due: '30 November 2026', planAction: '3.2' },
      ],
    })
    expect(rest).toMatchObject({
      number: null,
      decisions: ['The minutes stand.'],
      actions: [{ words: 'Tell all', who: 'Chair', due: 'No date set', planAction: '' }],
    })
  })

  it('warn where the register may change, and where the meeting was cancelled', () => {
    expect(minutesOf(rows).warnings).toEqual([])
    expect(minutesOf({ ...rows, registerClosed: false, cancelled: true }).warnings).toEqual([
      'This meeting was cancelled.',
      'The register is not closed yet, so who was there may still change.',
    ])
  })

  it('name a case by its reference', () => {
    expect(minutesOf({ ...rows, caseReference: 'SA-2026-0147' }).facts).toContainEqual({
      label: 'Case reference',
      text: 'SA-2026-0147',
    })
  })
})

describe('minutes as a document', () => {
  it('have each person, decision and action once', () => {
    const text = fc.stringMatching(/^[a-z]{12}$/)
    const mark = fc.constantFrom(
      'PRESENT' as const,
      'APOLOGIES' as const,
      'ABSENT' as const,
      'UNKNOWN' as const,
      null,
    )
    const item = fc.option(fc.constantFrom('a', 'b', 'gone'))
    fc.assert(
      fc.property(
        fc.array(fc.record({ agency: text, mark }), { maxLength: 12 }),
        fc.array(fc.record({ words: text, itemId: item }), { maxLength: 8 }),
        fc.array(fc.record({ words: text, itemId: item }), { maxLength: 8 }),
        (people, decisions, actions) => {
          const blocks = minutesBlocks(
            minutesOf({
              ...rows,
              guests: [],
              expected: people.map((one) => ({ ...one, holderName: null, cameName: null })),
              decisions,
              actions: actions.map((one) => ({
                ...one,
                agency: 'Police',
                post: '',
                dueOn: null,
                doneOn: null,
                planAction: null,
              })),
            }),
          )
          const words = blocks
            .flatMap((block) => (block.kind === 'table' ? block.rows.flat() : block.text.split('; ')))
            .toSorted()
          const wanted = [
            ...people.map(({ agency }) => agency),
            ...[...decisions, ...actions].map((one) => one.words),
          ]
          expect(words.filter((one) => /^[a-z]{12}$/.test(one))).toEqual(wanted.toSorted())
        },
      ),
    )
  })

  it('have a column for the improvement plan only where an action stands in it', () => {
    const headings = (of: MinutesRows) =>
      minutesBlocks(minutesOf(of)).flatMap((block) =>
        block.kind === 'table' ? [block.columns.map(({ heading }) => heading)] : [],
      )
    expect(headings({ ...rows, openBefore: [] })).toEqual([
      ['Action', 'By whom', 'By when', 'In the improvement plan'],
      ['Action', 'By whom', 'By when'],
    ])
  })
})
