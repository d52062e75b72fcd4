import { expect, test } from 'vitest'
import { outline, paragraph, readDocument, sheet, table } from './support/documents.ts'

test('an inspection plan: finding and recommendation beside the action', () => {
  const json = readDocument([
    paragraph('Post-inspection action plan', 1),
    table(
      [
        'Finding',
        'Recommendation',
        'Action',
        'Lead officer',
        'Completion date',
        'Evidence of completion',
        'Impact',
      ],
      [
        'Files lack a plan',
        'Make sure that each file has a plan',
        'Audit all files',
        'Head of Care',
        '30 June 2012',
        'Audit report',
        'People are safer',
      ],
      [
        'Staff are not trained',
        'Train all staff',
        'Buy a course',
        'HR Manager & Head of Care',
        'By end of July 2012',
        'Attendance lists',
        'Staff are able',
      ],
    ),
  ])
  expect(outline(json)).toEqual([
    '# Make sure that each file has a plan',
    'Audit all files | Head of Care | 30 June 2012',
    '# Train all staff',
    'Buy a course | HR Manager; Head of Care | By end of July 2012',
  ])
  expect(json.areas[0]?.actions[0]).toMatchObject({
    evidence: 'Audit report',
    outcome: 'People are safer',
    comments: 'Files lack a plan',
  })
})

test('an audit: recommendations are the actions where nothing else is', () => {
  const json = readDocument([
    table(
      ['No.', 'Recommendation', 'Priority', 'Management response', 'Responsible officer', 'Target date'],
      ['1', 'Keep a register', 'High', 'Agreed. A register will be kept.', 'Head of Finance', '31/03/2012'],
      ['2', 'Check it each month', 'Medium', 'Agreed.', 'Finance Manager', '30/04/2012'],
    ),
  ])
  const actions = json.areas.flatMap((area) => area.actions)
  expect(actions).toHaveLength(2)
  expect(actions[0]?.responsible).toEqual(['Head of Finance'])
  expect(actions[0]?.deadlines?.[0]?.latest).toBe('2012-03-31')
  expect(json.unplaced.map(({ text }) => text)).toContain('High')
})

test('CSV rows with a title above and notes below', () => {
  const json = readDocument([
    {
      kind: 'table',
      rows: [
        ['Riverton Action Plan 2012/13', '', '', '', ''],
        ['', '', '', '', ''],
        ['Ref', 'Area', 'Action', 'Owner', 'Due'],
        ['A1', 'Homes', 'Visit each home', 'Homes Team', 'Q1 2012/13'],
        ['A2', 'Homes', 'Report to the board', 'Head of Homes', 'Q2 2012/13'],
        ['A3', 'Carers', 'Hold a forum', 'Carers Lead', 'Autumn 2012'],
        ['', '', '', '', ''],
        ['Last updated: 1 May 2012', '', '', '', ''],
      ].map((texts, row) => ({
        source: { line: row + 1 },
        cells: texts.map((text) => ({ text, source: { line: row + 1 } })),
      })),
    },
  ])
  expect(json.title).toBe('Riverton Action Plan 2012/13')
  expect(outline(json)).toEqual([
    '# Homes',
    'A1 Visit each home | Homes Team | Q1 2012/13',
    'A2 Report to the board | Head of Homes | Q2 2012/13',
    '# Carers',
    'A3 Hold a forum | Carers Lead | Autumn 2012',
  ])
  expect(json.areas[0]?.actions[0]?.deadlines?.[0]).toMatchObject({
    earliest: '2012-04-01',
    latest: '2012-06-30',
  })
})

test('each area has its own table with a marked heading and a sentence above', () => {
  const header = ['Action', 'Who', 'When', 'Measure', 'Resources']
  const json = readDocument([
    paragraph('Riverton Safeguarding Children Board', 1),
    paragraph('Business plan 2012', 1),
    paragraph('Strategic priority one', 1),
    paragraph('Early help', 2),
    paragraph('We want families to get help before things become bad.'),
    table(
      header,
      ['Open two centres', 'Head of Early Help', 'September 2012', 'Centres open', '£20,000'],
      ['Train volunteers', 'Volunteer Coordinator', 'Monthly', '40 are trained', 'None'],
    ),
    paragraph('Health', 2),
    paragraph('We want children to be well.'),
    table(header, ['Weigh all children', 'Named Nurse', 'Annually', 'All are weighed', 'None']),
    paragraph('Strategic priority two', 1),
    paragraph('Schools', 2),
    table(header, ['Name a lead in each school', 'Head teachers', 'Immediately', 'List of leads', 'None']),
  ])
  expect(json.title).toBe('Business plan 2012')
  expect(outline(json)).toEqual([
    '# Strategic priority one > Early help',
    'Open two centres | Head of Early Help | September 2012',
    'Train volunteers | Volunteer Coordinator | Monthly',
    '# Strategic priority one > Health',
    'Weigh all children | Named Nurse | Annually',
    '# Strategic priority two > Schools',
    'Name a lead in each school | Head teachers | Immediately',
  ])
})

test('labelled areas as rows over the width, their numbers in two parts, and no numbers at actions', () => {
  const json = readDocument([
    table(
      [{ text: 'Objective 1: Stop abuse early', columns: 4 }, '', '', ''],
      ['Task', 'By whom', 'By when', 'Progress to date'],
      ['Print leaflets', 'Communications Manager', 'In place', 'Printed'],
      ['Run a campaign', 'Communications Manager', '23-26 Nov 2012', ''],
      [{ text: 'Objective 2: Answer it well', columns: 4 }, '', '', ''],
      ['Task', 'By whom', 'By when', 'Progress to date'],
      ['Write a protocol', 'Police/Adult Social Care', 'within 3 months', ''],
    ),
  ])
  expect(outline(json)).toEqual([
    '# 1 Stop abuse early',
    'Print leaflets | Communications Manager | In place',
    'Run a campaign | Communications Manager | 23-26 Nov 2012',
    '# 2 Answer it well',
    'Write a protocol | Police; Adult Social Care | within 3 months',
  ])
})

test('a recommendation in a row of its own, its actions below as letters', () => {
  const json = readDocument([
    table(
      ['No', 'Recommendation / action', 'Lead', 'Timescale', 'Status'],
      ['1', 'Review the way that alerts are handled', '', '', ''],
      ['a', 'Write a procedure', 'Head of Care', 'May 2012', 'Green'],
      ['b', 'Train the contact centre', 'Trainer', 'June 2012', 'Amber'],
      ['2', 'Tell people what was done', '', '', ''],
      ['a', 'Write to each person', 'Team Manager', 'Ongoing', 'Green'],
    ),
  ])
  expect(outline(json)).toEqual([
    '# 1 Review the way that alerts are handled',
    'a Write a procedure | Head of Care | May 2012 | ON_TARGET',
    'b Train the contact centre | Trainer | June 2012 | AT_RISK',
    '# 2 Tell people what was done',
    'a Write to each person | Team Manager | Ongoing | ON_TARGET',
  ])
})

test('quarters as columns of progress without a word for it', () => {
  const json = readDocument([
    paragraph('Monitoring of the action plan 2012/13'),
    table(
      ['Ref', 'Action', 'Lead', 'Quarter 1', 'Quarter 2', 'Quarter 3', 'Quarter 4'],
      ['1.1', 'Write a policy', 'Head of Care', 'The draft is written.', 'The board agreed it.', '', ''],
      ['1.2', 'Train staff', 'Trainer', 'The course was bought.', 'Forty staff were trained.', '', ''],
    ),
  ])
  expect(json.areas[0]?.actions[0]).toMatchObject({
    reference: '1.1',
    updates: [{ period: 'Q1 2012/13' }, { period: 'Q2 2012/13' }],
    progress: 'The draft is written.\nThe board agreed it.',
  })
})

test('the status of one period, with its percentage and reasons', () => {
  const json = readDocument([
    paragraph('Service plan: position as at 30 September 2012'),
    table(
      ['PI 12', '', '', '', ''],
      ['Code', 'Milestone', 'Responsible officer', 'Due date', '% complete', 'Status', 'Comments'],
      [
        'PI 12',
        'Publish the strategy',
        'Ann Fell',
        '31/12/2012',
        '75%',
        'Amber – printers are late',
        'New printer found',
      ],
      ['PI 13', 'Open the centre', 'Bo Ray', '30/09/2012', '100%', 'Complete', ''],
    ),
  ])
  const actions = json.areas.flatMap((area) => area.actions)
  expect(actions.map(({ reference, status }) => [reference, status])).toEqual([
    ['PI 12', 'AT_RISK'],
    ['PI 13', 'COMPLETE'],
  ])
  expect(actions[0]?.updates?.[0]).toMatchObject({ status: 'AT_RISK', percentComplete: 75 })
})

test('numbers missing and twice, and an action that points to itself', () => {
  const json = readDocument([
    table(
      ['No.', 'Action', 'Lead', 'When'],
      ['1', 'Write it', 'Clerk', 'May 2012'],
      ['', 'Send it to all', 'Clerk', 'June 2012'],
      ['3', 'Keep it', 'Clerk', 'July 2012'],
      ['3', 'Burn it', 'Clerk', 'August 2012'],
      ['4', 'See 4', '', ''],
    ),
  ])
  expect(outline(json).slice(1)).toEqual([
    '1 Write it | Clerk | May 2012',
    'Send it to all | Clerk | June 2012',
    '3 Keep it | Clerk | July 2012',
    '3 Burn it | Clerk | August 2012',
    '4 See 4',
  ])
  expect(json.areas[0]?.actions[4]?.seeAlso).toEqual(['4'])
})

test('a title, officers and a deadline that a page break tore apart', () => {
  const header = ['No', 'Key action', 'Responsible manager', 'Timescale', 'Progress']
  const json = readDocument([
    table(
      header,
      [
        '1.1',
        'Protocols of all trusts are read to make sure that they fit and that',
        'Director of Patient',
        'December',
        'The review is',
      ],
      header,
      ['', 'serious incidents are reported', 'Experience', '2012', 'in progress'],
      ['1.2', 'Train staff', 'Trainer', 'Ongoing', ''],
    ),
  ])
  expect(outline(json).slice(1)).toEqual([
    '1.1 Protocols of all trusts are read to make sure that they fit and that serious incidents are reported | Director of Patient Experience | December 2012',
    '1.2 Train staff | Trainer | Ongoing',
  ])
  expect(json.areas[0]?.actions[0]?.progress).toBe('The review is in progress')
})

test('text from Word with tabs, areas with numbers, and rows that go on', () => {
  const json = readDocument(
    [
      'RIVERTON COUNCIL',
      'Adult social care improvement plan',
      '',
      '1. Keep people safe',
      'Ref\tAction\tLead\tTimescale',
      '1.1\tWrite guidance\tHead of Care\tMay 2012',
      '1.2\tAudit files\tQuality Manager\tQuarterly',
      '',
      '2. Listen',
      'Ref\tAction\tLead\tTimescale',
      '2.1\tHold a forum\tCarers Lead\tJune 2012',
      '2.3\tAsk all carers\tCarers Lead\tJuly 2012',
    ].join('\n'),
  )
  expect(json.title).toBe('Adult social care improvement plan')
  expect(outline(json)).toEqual([
    '# 1 Keep people safe',
    '1.1 Write guidance | Head of Care | May 2012',
    '1.2 Audit files | Quality Manager | Quarterly',
    '# 2 Listen',
    '2.1 Hold a forum | Carers Lead | June 2012',
    '2.3 Ask all carers | Carers Lead | July 2012',
  ])
})

test('a list with nested numbers and labels, without any table', () => {
  const json = readDocument(
    [
      'Riverton Improvement Plan',
      '1 Leadership',
      '1.1 Governance',
      '1.1.1 Appoint a chair (Chief Executive, March 2012)',
      '1.1.2 Agree terms of reference (Board Manager, April 2012)',
      '1.2 Challenge',
      '1.2.1 Hold a challenge day (Chair, Annually)',
    ].join('\n'),
  )
  expect(json.areas.flatMap((area) => area.actions.map(({ reference }) => reference))).toEqual([
    '1.1.1',
    '1.1.2',
    '1.2.1',
  ])
  expect(json.areas.map(({ reference, title }) => [reference, title])).toEqual([
    ['1.1', 'Governance'],
    ['1.2', 'Challenge'],
  ])
})

test('recommendations as headings, with lines of action, owner and date below', () => {
  const json = readDocument([
    paragraph('Response to the serious case review: action plan', 1),
    paragraph('Recommendation 1', 2),
    paragraph('Agencies must share what they know.'),
    table(['Action', 'Owner', 'Deadline'], ['Sign an agreement', 'All agencies', 'May 2012']),
    paragraph('Recommendation 2', 2),
    paragraph('Staff must know the signs.'),
    table(['Action', 'Owner', 'Deadline'], ['Train staff', 'Training Sub-group', 'June 2012']),
  ])
  expect(json.areas.map(({ reference }) => reference)).toEqual(['1', '2'])
  expect(json.areas.map(({ actions }) => actions.map(({ title }) => title))).toEqual([
    ['Sign an agreement'],
    ['Train staff'],
  ])
})

test('start and end dates, and a date of completion', () => {
  const json = readDocument([
    table(
      ['ID', 'Action', 'Assigned to', 'Start date', 'End date', 'Date completed'],
      ['1', 'Write it', 'Ann Fell', '01/04/2012', '30/06/2012', '28/06/2012'],
    ),
  ])
  expect(json.areas[0]?.actions[0]?.deadlines?.map(({ latest }) => latest)).toEqual([
    '2012-04-01',
    '2012-06-30',
  ])
})

test('several evidence sentences with a timescale each, on lines of their cells', () => {
  const json = readDocument([
    table(
      ['Action', 'Expected evidence', 'Timescale'],
      ['Write things down', 'Forms are audited.\nThe audit is reported.', 'June 2012\nJuly 2012'],
    ),
  ])
  expect(json.areas[0]?.actions[0]).toMatchObject({
    evidence: 'Forms are audited.\nThe audit is reported.',
    deadlines: [{ text: 'June 2012' }, { text: 'July 2012' }],
  })
})

test('a small table of two columns, and one that has actions and deadlines only', () => {
  expect(
    outline(
      readDocument([table(['Action', 'Deadline'], ['Write it', 'May 2012'], ['Send it', 'June 2012'])]),
    ),
  ).toEqual(['# -', 'Write it |  | May 2012', 'Send it |  | June 2012'])
})

test('the year in its first lines gives quarters theirs, and sheets of other years keep their own', () => {
  const json = readDocument([
    sheet(
      'Plan',
      ['Improvement plan 2012/13'],
      ['Action', 'Lead', 'Q1 status', 'Q1 %', 'Q2 status', 'Q2 %'],
      ['Train staff', 'Trainer', 'Green', '0.25', 'Amber', '0.4'],
    ),
  ])
  expect(json.areas[0]?.actions[0]?.updates).toEqual([
    { period: 'Q1 2012/13', status: 'ON_TARGET', percentComplete: 25 },
    { period: 'Q2 2012/13', status: 'AT_RISK', percentComplete: 40 },
  ])
})

test('pages of a PDF repeat the title, the number of the page and the headings', () => {
  const page = (number: number, ...rows: string[]): string[] => [
    'Riverton Improvement Plan 2012',
    'Ref\tAction\tLead\tDeadline',
    ...rows,
    `Page ${number} of 2`,
    '\f',
  ]
  const json = readDocument(
    [
      ...page(1, '1\tWrite it\tClerk\tMay 2012', '2\tSend it\tClerk\tJune 2012'),
      ...page(2, '3\tKeep it\tClerk\tJuly 2012'),
    ].join('\n'),
  )
  expect(json.title).toBe('Riverton Improvement Plan 2012')
  expect(outline(json)).toEqual([
    '# -',
    '1 Write it | Clerk | May 2012',
    '2 Send it | Clerk | June 2012',
    '3 Keep it | Clerk | July 2012',
  ])
})

test('partners beside the lead, and a support officer', () => {
  const json = readDocument([
    table(
      ['Action', 'Lead agency', 'Partners', 'Named lead', 'Timescale'],
      ['Share the protocol', 'Police', 'NHS, Probation, Housing', 'DCI Fell', 'May 2012'],
    ),
  ])
  expect(json.areas[0]?.actions[0]?.responsible).toEqual([
    'Police',
    'NHS',
    'Probation',
    'Housing',
    'DCI Fell',
  ])
})

test('an outcome heads its actions, and the column of outcomes is told from it', () => {
  const json = readDocument(
    [
      'Riverton delivery plan',
      '',
      'Outcome 1: People are safe',
      'Action\tLead\tTarget date\tOutcome measure',
      'Visit homes\tHomes Team\tMay 2012\tAll were visited',
      '',
      'Outcome 2: People are heard',
      'Action\tLead\tTarget date\tOutcome measure',
      'Hold a forum\tCarers Lead\tJune 2012\tForum held',
    ].join('\n'),
  )
  expect(outline(json)).toEqual([
    '# 1 People are safe',
    'Visit homes | Homes Team | May 2012',
    '# 2 People are heard',
    'Hold a forum | Carers Lead | June 2012',
  ])
})

test('plain text with labels on the lines below each action and no plan word', () => {
  const json = readDocument(
    [
      'Safer homes',
      '',
      '1. Visit all homes',
      '   Responsible: Homes Team',
      '   Deadline: May 2012',
      '2. Report what was seen',
      '   Responsible: Head of Homes and Director of Nursing',
      '   Deadline: June 2012',
    ].join('\n'),
  )
  expect(
    json.areas.flatMap(({ actions }) =>
      actions.map(({ reference, responsible }) => [reference, responsible]),
    ),
  ).toEqual([
    ['1', ['Homes Team']],
    ['2', ['Head of Homes', 'Director of Nursing']],
  ])
})

test('a form with more than one pair in a row and narrative rows', () => {
  const json = readDocument([
    paragraph('Improvement plan', 1),
    table(
      ['Ref', '1.1', 'Priority area', 'Prevention'],
      ['Action', 'Publish a strategy', '', ''],
      ['Lead', 'Head of Care', 'Deadline', 'May 2012'],
      ['Progress', 'Draft written', 'RAG', 'Green'],
    ),
    table(
      ['Ref', '1.2', 'Priority area', 'Prevention'],
      ['Action', 'Open a help line', '', ''],
      ['Lead', 'Contact Manager', 'Deadline', 'June 2012'],
      ['Progress', 'Not begun', 'RAG', 'Red'],
    ),
  ])
  expect(outline(json)).toEqual([
    '# Prevention',
    '1.1 Publish a strategy | Head of Care | May 2012 | ON_TARGET',
    '1.2 Open a help line | Contact Manager | June 2012 | OFF_TARGET',
  ])
})

test('cells that a narrow column broke over rows, and sentences that go on below a label', () => {
  const broken = readDocument([
    table(
      ['No', 'Action', 'Lead', 'Date'],
      ['1', 'Write the', 'Head of', 'March'],
      ['', 'policy', 'Care', '2012'],
      ['2', 'Send it', 'Clerk', 'May 2012'],
    ),
  ])
  expect(outline(broken).slice(1)).toEqual([
    '1 Write the policy | Head of Care | March 2012',
    '2 Send it | Clerk | May 2012',
  ])
  const list = readDocument(
    [
      'Business plan',
      'Priority 1 - Prevention',
      '1.1 Publish a leaflet for',
      'people and their families',
      'Lead: Communications Sub-group',
      'Progress: The draft is written.',
      'More is to be done in May.',
      'Page 1',
      '1.2 Hold a conference',
      'Lead: Board Manager',
    ].join('\n'),
  )
  expect(list.areas[0]?.actions.map(({ title, progress }) => [title, progress])).toEqual([
    ['Publish a leaflet for people and their families', 'The draft is written. More is to be done in May.'],
    ['Hold a conference', undefined],
  ])
})

test('forms whose labels are numbered, and months as columns of statuses', () => {
  const forms = readDocument([
    table(
      ['Action 1', 'Write a policy'],
      ['Lead', 'Head of Care'],
      ['Timescale', 'May 2012'],
      ['Action 2', 'Send it'],
      ['Lead', 'Clerk'],
      ['Timescale', 'June 2012'],
    ),
  ])
  expect(outline(forms).slice(1)).toEqual([
    'Write a policy | Head of Care | May 2012',
    'Send it | Clerk | June 2012',
  ])
  const months = readDocument([
    table(
      ['Action', 'Owner', 'Due', 'April 2012', 'May 2012'],
      ['Do it', 'Ann Fell', '30/06/2012', 'Green', 'Amber'],
      ['Do that', 'Bo Ray', '30/06/2012', 'Green', 'Complete'],
    ),
  ])
  expect(months.areas[0]?.actions[1]?.updates).toEqual([
    { period: 'April 2012', status: 'ON_TARGET' },
    { period: 'May 2012', status: 'COMPLETE' },
  ])
})
