import { describe, expect, test } from 'vitest'
import { line, open, outline, read, sheetOf, tableOf, wordsAs } from './support/pastLists.ts'

describe('agencies down the side, meetings across', () => {
  test('with a title that names the year, a legend and totals', () => {
    const register = read([
      sheetOf(
        'Sheet1',
        'Dalby Safeguarding Adults Board: attendance 2024/25||||',
        'Agency|12 April|10 July|9 October|15 January|Total',
        'Dalby Council|P|P|A|P|3',
        'Dalby ICB|P|D|D|X|3',
        'Total|2|2|2|1|',
        'P = Present, A = Apologies, D = Deputy, X = Absent||||',
      ),
    ])
    expect(open(register)).toEqual([])
    expect(outline(register)).toEqual([
      'Dalby Council: 2024-04-12 PRESENT; 2024-07-10 PRESENT; 2024-10-09 APOLOGIES; 2025-01-15 PRESENT',
      'Dalby ICB: 2024-04-12 PRESENT; 2024-07-10 DEPUTY; 2024-10-09 DEPUTY; 2025-01-15 ABSENT',
    ])
    expect(wordsAs(register, 'LEFT_OUT')).toEqual(['Total', '3', '3', 'Total', '2', '2', '2', '1'])
    expect(wordsAs(register, 'UNPLACED')).toEqual([])
  })

  test('without a legend the letters are asked, once for the whole document', () => {
    const blocks = [sheetOf('S', 'Agency|12/04/2024|25/07/2024', 'Council|P|A', 'Police|a|-', 'Fire||N')]
    const register = read(blocks)
    expect(open(register)).toEqual(['mark:a', 'mark:-', 'mark:', 'mark:n'])
    expect(register.questions.find(({ key }) => key === 'mark:a')).toMatchObject({
      text: 'What does “a” mean?',
      hint: 'S, cell C2; S, cell B3',
      suggestion: 'APOLOGIES',
    })
    expect(wordsAs(register, 'UNPLACED')).toEqual(['A', 'a', '-', 'N'])
    const answered = read(blocks, {
      'mark:a': 'ABSENT',
      'mark:-': 'NOT_EXPECTED',
      'mark:': 'UNKNOWN',
      'mark:n': 'LEAVE_OUT',
    })
    expect(outline(answered)).toEqual([
      'Council: 2024-04-12 PRESENT; 2024-07-25 ABSENT',
      'Police: 2024-04-12 ABSENT; 2024-07-25 NOT_EXPECTED',
      'Fire: 2024-04-12 UNKNOWN',
    ])
    expect(open(answered)).toEqual([])
    expect(wordsAs(answered, 'LEFT_OUT')).toEqual(['N'])
    // The questions stay, so that an answer can be changed.
    expect(answered.questions.map(({ key }) => key)).toHaveLength(4)
  })

  test('words of all kinds in the cells', () => {
    const blocks = [
      sheetOf(
        'S',
        'Organisation|1 May 2024|2 June 2024|3 July 2024|4 August 2024|5 September 2024|6 October 2024',
        'A|✓|Sub: J. Okafor|Apologies – on leave|Deputy (Ann Fell)|Ann Fell, Bo Ray|n/a',
        'B|Yes|Ann Fell (deputy)|apols|Bo Ray for Ann Fell|DNA|not a member yet',
        'C|attended|P (Teams)|Apologies, deputy sent: Bo Ray|P*|absent|not recorded',
      ),
    ]
    const register = read(blocks)
    expect(open(register)).toEqual([])
    expect(outline(register)).toEqual([
      'A: 2024-05-01 PRESENT; 2024-06-02 DEPUTY [J. Okafor]; 2024-07-03 APOLOGIES {on leave}; 2024-08-04 DEPUTY [Ann Fell]; 2024-09-05 NAMED [Ann Fell, Bo Ray]; 2024-10-06 NOT_EXPECTED',
      'B: 2024-05-01 PRESENT; 2024-06-02 DEPUTY [Ann Fell]; 2024-07-03 APOLOGIES; 2024-08-04 DEPUTY [Bo Ray] {Bo Ray for Ann Fell}; 2024-09-05 ABSENT; 2024-10-06 NOT_EXPECTED',
      'C: 2024-05-01 PRESENT; 2024-06-02 PRESENT {Teams}; 2024-07-03 DEPUTY [Bo Ray] {deputy sent: Bo Ray}; 2024-08-04 PRESENT {*}; 2024-09-05 ABSENT; 2024-10-06 UNKNOWN',
    ])
  })

  test('an agency, a name and a post in three columns, an agency merged over its people', () => {
    const blocks = [
      sheetOf(
        'S',
        'Agency|Name|Job title|12 April 2024|25 July 2024',
        'Council|Ann Fell|Director of Adults|P|P',
        '|Bo Ray|Head of Care|P|Apologies',
      ),
    ]
    expect(open(read(blocks))).toEqual(['above:b0h0'])
    expect(outline(read(blocks, { 'above:b0h0': 'ABOVE' }))).toEqual([
      'Council/Ann Fell/Director of Adults: 2024-04-12 PRESENT; 2024-07-25 PRESENT',
      'Council/Bo Ray/Head of Care: 2024-04-12 PRESENT; 2024-07-25 APOLOGIES',
    ])
    const [block] = blocks
    if (block?.kind !== 'table') throw new Error('A table was made.')
    const agency = block.rows[1]?.cells[0]
    if (agency !== undefined) agency.span = { rows: 2, columns: 1 }
    expect(open(read([block]))).toEqual([])
    expect(read([block]).rows.map((row) => row.agency)).toEqual(['Council', 'Council'])
  })

  test('headings of groups, places of meetings, notes beside and below', () => {
    const register = read([
      sheetOf(
        'S',
        'Organisation|12 April 2024|Extraordinary meeting 3 May 2024|Comments',
        'Venue|Town Hall|Teams|',
        'Statutory members|||',
        'Council|P|P|',
        'Police|P|Apologies|New chief from May',
        'Advisers|||',
        'Legal|P|P|',
        '* minutes are kept by the board office|||',
      ),
    ])
    expect(open(register)).toEqual([])
    expect(register.meetings).toMatchObject([
      { day: '2024-04-12', title: '', notes: ['Venue: Town Hall'] },
      { day: '2024-05-03', title: 'Extraordinary meeting', notes: ['Venue: Teams'] },
    ])
    expect(register.rows).toMatchObject([
      { agency: 'Council', group: 'Statutory members' },
      { agency: 'Police', group: 'Statutory members', notes: ['New chief from May'] },
      { agency: 'Legal', group: 'Advisers' },
    ])
  })

  test('a note that names a month heads no other list', () => {
    const register = read([
      sheetOf(
        'S',
        'Agency|Representative|16/01/2025|15 May 2025|Notes',
        'Council|Ann Fell|P|P|',
        'Trust|Bo Ray|Apols|x|On leave in January',
        'Fire|Cy Lund|P|P|Back in May 2025',
        'Charity|Di Moor|P|P|left the board',
      ),
    ])
    expect(open(register)).toEqual(['mark:x'])
    expect(register.meetings).toHaveLength(2)
    expect(wordsAs(register, 'NOTE')).toEqual(['On leave in January', 'Back in May 2025', 'left the board'])
    expect(outline(register)).toHaveLength(4)
  })

  test('a line without marks may be an agency or a heading, and is asked', () => {
    const blocks = [sheetOf('S', 'Agency|12 April 2024|25 July 2024', 'Housing Dalby||', 'Police|P|P')]
    expect(open(read(blocks))).toEqual(['row:b0r1c0'])
    expect(read(blocks, { 'row:b0r1c0': 'HEADING' }).rows).toMatchObject([
      { agency: 'Police', group: 'Housing Dalby' },
    ])
    expect(open(read(blocks, { 'row:b0r1c0': 'AGENCY' }))).toEqual(['mark:'])
  })

  test('what a column without a heading holds is asked', () => {
    const blocks = [sheetOf('S', '|12 April 2024|25 July 2024', 'Ann Fell|P|P', 'Bo Ray|P|P')]
    expect(open(read(blocks))).toEqual(['column:b0r0c0'])
    expect(read(blocks).questions[0]).toMatchObject({
      text: 'What are “Ann Fell”, “Bo Ray” and the others with them?',
      suggestion: 'NAME',
    })
    expect(read(blocks, { 'column:b0r0c0': 'NAME' }).rows.map(({ name }) => name)).toEqual([
      'Ann Fell',
      'Bo Ray',
    ])
  })

  test('an agency and a name in one cell', () => {
    const register = read([
      sheetOf(
        'S',
        'Agency / name|12 April 2024|25 July 2024',
        'Council – Ann Fell|P|P',
        'Bo Ray (Dalby Police)|P|P',
      ),
    ])
    expect(register.rows).toMatchObject([
      { agency: 'Council', name: 'Ann Fell' },
      { agency: 'Dalby Police', name: 'Bo Ray' },
    ])
  })

  test('two years below each other, and on two sheets, are one list', () => {
    const register = read([
      sheetOf(
        '2023-24',
        'Agency|12 April|10 January',
        'Police|P|P',
        'Attendance 2024/25||',
        'Agency|14 April|12 January',
        'Police|Apologies|P',
      ),
      sheetOf('2025-26', 'Agency|15 April|11 January', 'Police|P|Absent'),
    ])
    expect(open(register)).toEqual([])
    expect(outline(register)).toEqual([
      'Police: 2023-04-12 PRESENT; 2024-01-10 PRESENT; 2024-04-14 APOLOGIES; 2025-01-12 PRESENT; 2025-04-15 PRESENT; 2026-01-11 ABSENT',
    ])
  })
})

describe('meetings down the side', () => {
  test('agencies across', () => {
    const blocks = [
      sheetOf(
        'S',
        'Register of attendance||||',
        'Date|Council|Police|Fire|Total',
        '12/04/2024|P|P|Apologies|2',
        '25/07/2024|P|Absent|P|2',
        'Attended|2|1|1|',
      ),
    ]
    const register = read(blocks, { 'column:b0r1c0': 'AGENCY' })
    expect(open(register)).toEqual([])
    expect(outline(register)).toEqual([
      'Council: 2024-04-12 PRESENT; 2024-07-25 PRESENT',
      'Police: 2024-04-12 PRESENT; 2024-07-25 ABSENT',
      'Fire: 2024-04-12 APOLOGIES; 2024-07-25 PRESENT',
    ])
    expect(wordsAs(register, 'UNPLACED')).toEqual([])
  })
})

describe('a line for each meeting and person', () => {
  test('with a column of marks, a deputy and a reason', () => {
    const register = read([
      sheetOf(
        'S',
        'Date of meeting|Organisation|Name|Attendance|Deputy name|Reason',
        '12/04/2024|Council|Ann Fell|Present||',
        '12/04/2024|Police|Bo Ray|Deputy|Cy Dow|',
        '25/07/2024|Council|Ann Fell|Apologies||On leave',
      ),
    ])
    expect(open(register)).toEqual([])
    expect(outline(register)).toEqual([
      'Council/Ann Fell: 2024-04-12 PRESENT; 2024-07-25 APOLOGIES {On leave}',
      'Police/Bo Ray: 2024-04-12 DEPUTY [Cy Dow]',
    ])
  })

  test('with columns to tick, under a title that names the day', () => {
    const register = read([
      line('Attendance at the meeting of 12 April 2024'),
      sheetOf(
        '',
        'Agency|Name|Present|Apologies|Deputy',
        'Council|Ann Fell|✓||',
        'Police|Bo Ray||x|',
        'Fire|Cy Dow|||Di Eve',
      ),
    ])
    expect(open(register)).toEqual([])
    expect(outline(register)).toEqual([
      'Council/Ann Fell: 2024-04-12 PRESENT',
      'Police/Bo Ray: 2024-04-12 APOLOGIES',
      'Fire/Cy Dow: 2024-04-12 DEPUTY [Di Eve]',
    ])
  })

  test('where no column says who came, it is asked', () => {
    const blocks = [sheetOf('S', 'Date|Agency|Name', '25/04/2024|Council|Ann Fell', '|Police|Bo Ray')]
    expect(open(read(blocks))).toEqual(['listed:b0', 'above:b0'])
    expect(outline(read(blocks, { 'listed:b0': 'PRESENT', 'above:b0': 'ABOVE' }))).toEqual([
      'Council/Ann Fell: 2024-04-25 PRESENT',
      'Police/Bo Ray: 2024-04-25 PRESENT',
    ])
  })
})

describe('days', () => {
  const days = (headings: string, answers = {}, above: string[] = []) =>
    read(
      [
        ...above.map((text) => line(text)),
        sheetOf('S', `Agency|${headings}`, `Police${'|P'.repeat(headings.split('|').length)}`),
      ],
      answers,
    )
  const found = (...given: Parameters<typeof days>) => days(...given).meetings.map(({ day }) => day)

  test.each([
    ['12/04/25|25.07.2025', ['2025-04-12', '2025-07-25']],
    ['2025-04-12|2025-07-01T00:00:00', ['2025-04-12', '2025-07-01']],
    ['Sat 12th Apr 2025|1st July, 2025', ['2025-04-12', '2025-07-01']],
    ['12-Apr-25|April 25th 2025', ['2025-04-12', '2025-04-25']],
    ['45759|45848', ['2025-04-12', '2025-07-10']],
    ['Meeting 1 (12/04/2025 10am)|Meeting 2 (13/07/2025 10am)', ['2025-04-12', '2025-07-13']],
    ['12 April|10 July 2024|9 Jan', ['2024-04-12', '2024-07-10', '2025-01-09']],
    ['9 Jan 2025|10 Oct|12 July|3 May', ['2025-01-09', '2024-10-10', '2024-07-12', '2024-05-03']],
  ])('%s', (headings, expected) => {
    expect(open(days(headings))).toEqual([])
    expect(found(headings)).toEqual(expected)
  })

  test('which of two figures is the day is asked where no date of the list tells', () => {
    expect(open(days('04/05/25|05/06/25'))).toEqual(['order'])
    expect(days('04/05/25|05/06/25').questions[0]?.choices.map(({ label }) => label)).toEqual([
      '4 May 2025',
      '5 April 2025',
    ])
    expect(found('04/05/25|05/06/25', { order: 'MONTH_FIRST' })).toEqual(['2025-04-05', '2025-05-06'])
    expect(found('04/05/25|06/25/25')).toEqual(['2025-04-05', '2025-06-25'])
  })

  test('a year that nothing names is asked, and those after it follow', () => {
    const register = days('12 April|10 July|9 January')
    expect(open(register)).toEqual(['year:b0h0'])
    expect(register.questions[0]).toMatchObject({
      text: 'In which year was the meeting “12 April”?',
      suggestion: '2025',
    })
    expect(found('12 April|10 July|9 January', { 'year:b0h0': '2023' })).toEqual([
      '2023-04-12',
      '2023-07-10',
      '2024-01-09',
    ])
  })

  test('a title with one year is believed only as far as its months rise', () => {
    expect(found('12 April|10 July', {}, ['Attendance 2025'])).toEqual(['2025-04-12', '2025-07-10'])
    const register = read([line('Attendance 2025'), sheetOf('S', 'Agency|12 April|9 January', 'Police|P|P')])
    expect(register.questions[0]).toMatchObject({ key: 'year:b1h0', suggestion: '2025' })
  })

  test('a month or a quarter is no day, nor is one to come', () => {
    expect(open(days('Q1 (Apr)|Apr-25|30 Feb 2025|12 July 2029'))).toEqual([
      'day:b0r0c1',
      'day:b0r0c2',
      'day:b0r0c3',
      'day:b0r0c4',
    ])
    expect(found('Q1 (Apr)|May 2025', { 'day:b0r0c1': '2025-04-07', 'day:b0r0c2': 'LEAVE_OUT' })).toEqual([
      '2025-04-07',
    ])
  })

  test('years in a row above the days', () => {
    const register = read([
      sheetOf('S', 'Agency|2024|2024|2025', '|10 October|5 December|9 January', 'Police|P|P|P'),
    ])
    expect(register.meetings.map(({ day }) => day)).toEqual(['2024-10-10', '2024-12-05', '2025-01-09'])
  })
})

test('a document without a list has no meetings, and all of its words are unplaced', () => {
  const register = read([
    line('Minutes of the board'),
    tableOf('', [
      ['Item', 'Lead'],
      ['Budget', 'Ann Fell'],
    ]),
  ])
  expect(register.meetings).toEqual([])
  expect(wordsAs(register, 'UNPLACED')).toEqual([
    'Minutes of the board',
    'Item',
    'Lead',
    'Budget',
    'Ann Fell',
  ])
})

test('letters that two legends explain differently are asked', () => {
  const register = read([
    line('A = apologies, P = present'),
    sheetOf('S', 'Agency|12 April 2024|25 July 2024', 'Police|P|A'),
    line('A: absent; P: present'),
  ])
  expect(open(register)).toEqual(['mark:a'])
})
