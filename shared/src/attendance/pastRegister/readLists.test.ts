import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPeopleList, listHeading, listParts, peopleOf } from './peopleList.ts'
import { line, outline, read, sheetOf, tableOf, wordsAs } from './support/pastLists.ts'

const marks = [
  'Council/A. Fern: 2025-04-12 PRESENT; 2025-07-10 APOLOGIES',
  'Police/B. Moss: 2025-04-12 PRESENT; 2025-07-10 PRESENT',
  'NHS Trust/Cy Yew: 2025-04-12 APOLOGIES; 2025-07-10 ABSENT',
]

describe('lists of people for each meeting', () => {
  it('in columns, a line for each meeting; other columns are kept beside it', () => {
    const register = read([
      sheetOf(
        'Meetings',
        'Board attendance',
        'Date|Present|Apologies|Did not attend|Venue',
        '12 April 2025|A. Fern (Council), B. Moss (Police)|Cy Yew (NHS Trust)||Town hall',
        '10 July 2025|B. Moss (Police)|A. Fern (Council).|Cy Yew (NHS Trust)|None',
      ),
    ])
    expect(outline(register)).toEqual(marks)
    expect(register.meetings.map(({ notes }) => notes)).toEqual([['Venue: Town hall'], ['Venue: None']])
    expect(wordsAs(register, 'UNPLACED')).toEqual([])
    expect(register.questions).toEqual([])
  })

  it('in rows, a column for each meeting', () => {
    const register = read([
      sheetOf(
        'Meetings',
        '|12 April 2025|10 July 2025',
        'Attendees|A. Fern (Council); B. Moss (Police)|B. Moss (Police)',
        'Apologies|Cy Yew (NHS Trust)|A. Fern (Council)',
        'Absent|None|Cy Yew (NHS Trust)',
      ),
    ])
    expect(outline(register)).toEqual(marks)
    expect(wordsAs(register, 'NOTE')).toEqual(['None'])
  })

  it('in lines below the day, also in one cell, and where commas parted it into cells', () => {
    const register = read([
      tableOf('Minutes', [
        ['Meeting of 12 April 2025'],
        ['Present: A. Fern (Council)', 'B. Moss (Police). Apologies: Cy Yew (NHS Trust)'],
        ['They talked about the plan.'],
        ['10 July 2025'],
        ['Present', 'B. Moss (Police)'],
        ['Apologies: A. Fern (Council). Absent: Cy Yew (NHS Trust)'],
      ]),
    ])
    expect(outline(register)).toEqual(marks)
    expect(wordsAs(register, 'UNPLACED')).toEqual(['They talked about the plan.'])
  })

  it('a day that the words leave open is asked, as in other lists', () => {
    const register = read([sheetOf('Meetings', 'Date|Present', 'July|A. Fern (Council), B. Moss (Police)')])
    expect(register.questions.map(({ kind }) => kind)).toEqual(['DAY'])
    expect(register.marks).toHaveLength(2)
  })

  it('who came for somebody is a deputy', () => {
    const text = 'Bo Moss (Police), for Ann Fern; Cy Yew (Fire), deputising for Di Oak; Ed Ash (Housing)'
    const register = read([sheetOf('Meetings', 'Date|Present', `12 April 2025|${text}`)])
    expect(outline(register)).toEqual([
      'Police/Ann Fern: 2025-04-12 DEPUTY [Bo Moss]',
      'Fire/Di Oak: 2025-04-12 DEPUTY [Cy Yew]',
      'Housing/Ed Ash: 2025-04-12 PRESENT',
    ])
  })

  it('counts and ticks below such headings are none', () => {
    const ticks = sheetOf(
      'S',
      'Agency|Date|Present|Apologies',
      'Police|12 April 2025|x|',
      'Fire|12 April 2025||x',
    )
    expect(outline(read([ticks]))).toEqual(['Police: 2025-04-12 PRESENT', 'Fire: 2025-04-12 APOLOGIES'])
    const names = sheetOf(
      'S',
      'Date|Attendees|Apologies',
      '12 April 2025|Ann Fern|',
      '12 April 2025|Bo Moss|x',
    )
    expect(read([names]).marks.map(({ words }) => words)).not.toContain('Bo Moss')
    const totals = sheetOf(
      'S',
      'Attendance from April 2025',
      'Agency|12 April 2025|10 July 2025',
      'Police|P|A',
      'Present: 1|1|0',
      'Apologies|0|1',
    )
    expect(read([totals]).rows.map(({ agency, name }) => agency || name)).toContain('Police')
    const counts = [sheetOf('S', 'Date|Present|Apologies', '12 April 2025|7|2', '10 July 2025|8|1')]
    expect(read(counts).marks.filter(({ mark }) => mark === 'PRESENT')).toEqual([])
  })
})

describe('the words of a list', () => {
  it('are people with their agencies, in the ways in which minutes write them', () => {
    const people = (text: string) => peopleOf(text).map(({ agency, name, note }) => [agency, name, note])
    expect(people('A. Fern (Council) and B. Moss (Police, Larkmere)')).toEqual([
      ['Council', 'A. Fern', ''],
      ['Police, Larkmere', 'B. Moss', ''],
    ])
    expect(people('Ann Fern, Bo Moss and Cy Yew')).toEqual([
      ['', 'Ann Fern', ''],
      ['', 'Bo Moss', ''],
      ['', 'Cy Yew', ''],
    ])
    expect(people('Ann Fern, Council; Bo Moss – Police\nHealthwatch')).toEqual([
      ['Council', 'Ann Fern', ''],
      ['Police', 'Bo Moss', ''],
      ['Healthwatch', '', ''],
    ])
    expect(people('Larkmere Police (Bo Moss) from 11 am')).toEqual([
      ['Larkmere Police', 'Bo Moss', 'from 11 am'],
    ])
  })

  it('stand below headings that are known, and no others', () => {
    expect(['Present', 'Apologies for absence:', 'Attendees', 'Absent', 'DNA'].map(listHeading)).toEqual([
      'PRESENT',
      'APOLOGIES',
      'PRESENT',
      'ABSENT',
      'ABSENT',
    ])
    expect(['P', 'Representative', 'Agency', 'Actions', ''].map(listHeading)).toEqual(
      Array.from({ length: 5 }, () => undefined),
    )
    expect(listParts('Present: A. Fern. Actions: none. Apologies: B. Moss')).toEqual([
      { mark: 'PRESENT', text: 'A. Fern. Actions: none' },
      { mark: 'APOLOGIES', text: 'B. Moss' },
    ])
    expect(['7', 'P', '', 'Apologies', 'Ann Fern', 'Fern (Council)'].map(isPeopleList)).toEqual([
      false,
      false,
      false,
      false,
      true,
      true,
    ])
  })

  const piece = fc.constantFrom(
    'Ann Fern',
    'B. Moss',
    'Council',
    '(Police)',
    ',',
    ';',
    ' and ',
    ' for ',
    '.',
    ' – ',
    '\n',
    'x',
  )
  it('all stand in one of the people, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join('')
        const wordsOf = (of: string) => (of.match(/[\p{L}]+/gu) ?? []).filter((word) => word !== 'and')
        const people = peopleOf(text)
        expect(people.flatMap(({ words }) => wordsOf(words))).toEqual(wordsOf(text))
        for (const { words, agency, name, note, insteadOf } of people) {
          const kept = wordsOf([agency, name, note, insteadOf ?? ''].join(' '))
          expect(wordsOf(words).filter((word) => word !== 'for' && !kept.includes(word))).toEqual([])
        }
      }),
    )
  })

  it('of any length are as many people as were written down', () => {
    const sign = fc.constantFrom(', ', '; ', '\n', ' and ', ', and ')
    fc.assert(
      fc.property(
        fc.array(fc.nat(99), { minLength: 1, maxLength: 40, size: 'max' }),
        sign,
        (numbers, between) => {
          const text = numbers.map((number) => `Ann Fern (Agency ${number})`).join(between)
          expect(peopleOf(text).map(({ name, agency }) => [name, agency])).toEqual(
            numbers.map((number) => ['Ann Fern', `Agency ${number}`]),
          )
        },
      ),
    )
  })

  it('each cell of a table with lists stands once in the result', () => {
    const list = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join('').replaceAll('|', ''))
    fc.assert(
      fc.property(fc.array(fc.tuple(list, list), { minLength: 1, maxLength: 4 }), (lists) => {
        const rows = lists.map(([present, absent], at) => [
          `1${at} April 2025`,
          present.trim(),
          absent.trim(),
        ])
        const table = [['Date', 'Present', 'Apologies'], ...rows]
        const { cells } = read([line('Attendance'), tableOf('S', table)])
        expect(cells.map(({ text }) => text)).toEqual([
          'Attendance',
          ...table.flat().filter((text) => text !== ''),
        ])
      }),
    )
  })
})
