import { expect, test } from 'vitest'
import { outline, paragraph, readDocument, sheet, table } from './support/documents.ts'

test('a Word plan of recommendations with merged cells and a header repeated after a page break', () => {
  const json = readDocument([
    paragraph('Harrow Vale Safeguarding Improvement Plan 2011', 1),
    paragraph('This plan answers the inspection of March 2011.'),
    table(
      ['Recommendation', 'Action', 'By whom', 'By when', 'Success criteria'],
      [
        { text: '1. Improve recording', rows: 2 },
        'Write guidance',
        'Head of Care',
        '31 May 2011',
        'Guidance in use',
      ],
      ['', 'Audit files', 'Quality Manager', 'Quarterly', '80% are good'],
      ['Recommendation', 'Action', 'By whom', 'By when', 'Success criteria'],
      ['2. Listen to carers', 'Hold a forum', 'Carers Lead / Head of Care', 'June 2011', 'Forum held'],
    ),
  ])
  expect(json.title).toBe('Harrow Vale Safeguarding Improvement Plan 2011')
  expect(outline(json)).toEqual([
    '# 1 Improve recording',
    'Write guidance | Head of Care | 31 May 2011',
    'Audit files | Quality Manager | Quarterly',
    '# 2 Listen to carers',
    'Hold a forum | Carers Lead; Head of Care | June 2011',
  ])
  expect(json.areas[0]?.actions[0]?.evidence).toBe('Guidance in use')
})

test('a merged deadline and officer hold for every action beside them', () => {
  const json = readDocument([
    table(
      ['No', 'Action', 'Lead', 'Deadline'],
      ['1', 'Write it', { text: 'Head of Care', rows: 2 }, { text: 'May 2011', rows: 2 }],
      ['2', 'Send it', '', ''],
      ['3', 'Keep it', 'Clerk', 'June 2011'],
    ),
  ])
  expect(outline(json).slice(1)).toEqual([
    '1 Write it | Head of Care | May 2011',
    '2 Send it | Head of Care | May 2011',
    '3 Keep it | Clerk | June 2011',
  ])
})

test('a quarterly monitoring workbook with two rows of headings', () => {
  const json = readDocument([
    sheet(
      'Monitoring',
      ['Service plan monitoring 2009/10'],
      ['Code', 'Action', 'Lead Officer', 'Authorising Officer', 'Deadline', 'Quarter 1', '', 'Quarter 2', ''],
      ['', '', '', '', '', 'Status', '% complete', 'Status', '% complete'],
      [
        'SS1.2',
        'Train staff',
        'Ann Fell',
        'Bo Ray',
        '31/03/2010',
        'On target',
        '25%',
        'Behind schedule',
        '40%',
      ],
      ['CH/3', 'Open the centre', 'Cy Dew', 'Bo Ray', '30/09/2009', 'On target', '80%', 'Completed', '100%'],
    ),
  ])
  expect(outline(json).slice(1)).toEqual([
    'SS1.2 Train staff | Ann Fell; Bo Ray | 31/03/2010 | OFF_TARGET',
    'CH/3 Open the centre | Cy Dew; Bo Ray | 30/09/2009 | COMPLETE',
  ])
  expect(json.areas[0]?.actions[0]?.updates).toEqual([
    { period: 'Q1 2009/10', status: 'ON_TARGET', percentComplete: 25 },
    { period: 'Q2 2009/10', status: 'OFF_TARGET', percentComplete: 40 },
  ])
})

test('merged headings of quarters in a Word table, and quarters under one heading of status', () => {
  const json = readDocument([
    paragraph('Action plan monitoring 2010/11'),
    table(
      ['Ref', 'Action', { text: 'Status', columns: 4 }, '', '', ''],
      ['', '', 'Q1', 'Q2', 'Q3', 'Q4'],
      ['1', 'Write it', 'G', 'A', '', ''],
      ['2', 'Send it', 'R', 'R', '', ''],
    ),
  ])
  expect(outline(json).slice(1)).toEqual(['1 Write it |  |  | AT_RISK', '2 Send it |  |  | OFF_TARGET'])
  expect(json.areas[0]?.actions[0]?.updates?.map(({ period }) => period)).toEqual([
    'Q1 2010/11',
    'Q2 2010/11',
  ])
})

test('one row for each quarter', () => {
  const json = readDocument([
    table(
      ['Ref', 'Action', 'Lead', 'Quarter', 'Status', '% complete', 'Progress'],
      ['PI 12', 'Train staff', 'Ann Fell', 'Q1 2009/10', 'On target', '25', 'Begun.'],
      ['PI 12', 'Train staff', 'Ann Fell', 'Q2 2009/10', 'Completed', '100', 'Done.'],
      ['PI 13', 'Recruit', 'Bo Ray', 'Q1 2009/10', 'Not started', '0', ''],
    ),
  ])
  expect(outline(json).slice(1)).toEqual([
    'PI 12 Train staff | Ann Fell |  | COMPLETE',
    'PI 13 Recruit | Bo Ray |  | NOT_STARTED',
  ])
  expect(json.areas[0]?.actions[0]?.updates).toEqual([
    { period: 'Q1 2009/10', status: 'ON_TARGET', percentComplete: 25 },
    { period: 'Q2 2009/10', status: 'COMPLETE', percentComplete: 100 },
  ])
  expect(json.areas[0]?.actions[0]?.progress).toBe('Begun.\nDone.')
})

test('statuses of several quarters in one cell', () => {
  const json = readDocument([
    table(
      ['Ref', 'Action', 'Lead', 'Status'],
      ['1', 'Train staff', 'Ann Fell', 'Q1: On target\nQ2: Completed'],
      ['2', 'Recruit', 'Bo Ray', 'Q1: Not started\nQ2: Red'],
    ),
  ])
  expect(json.areas[0]?.actions.map(({ status, updates }) => [status, updates])).toEqual([
    [
      'COMPLETE',
      [
        { period: 'Q1', status: 'ON_TARGET' },
        { period: 'Q2', status: 'COMPLETE' },
      ],
    ],
    [
      'OFF_TARGET',
      [
        { period: 'Q1', status: 'NOT_STARTED' },
        { period: 'Q2', status: 'OFF_TARGET' },
      ],
    ],
  ])
})

test('a monitoring sheet of blocks: the action, its quarters, its progress and its activities', () => {
  const json = readDocument([
    paragraph('Quarter 2 2009/10'),
    table(
      ['Action', 'Authorising Officer', 'Lead Officer', 'Deadline', 'Status'],
      ['AP-HC-01 Give advice early', 'Ann Fell', 'Bo Ray', '31-Mar-2010', 'On Target'],
    ),
    paragraph('Progress Summary'),
    table(
      ['Period', 'Action Plan Status', '% Complete'],
      ['Quarter 2', 'On Target', '50'],
      ['Quarter 1', 'On Target', '25'],
    ),
    paragraph('Progress'),
    paragraph('Advice is given by all teams.'),
    paragraph('Issues affecting current/future progress & corrective actions'),
    paragraph('One team lacks staff.'),
    table(
      ['Activities', 'Comments', 'Lead Officer', 'Deadline', 'Status'],
      ['Print a leaflet', 'Printed', 'Cy Dew', '30-Apr-2009', 'Completed'],
      ['Tell the press', '', 'Cy Dew', '30-Jun-2009', 'On Target'],
    ),
    table(
      ['Action', 'Authorising Officer', 'Lead Officer', 'Deadline', 'Status'],
      ['AP-HC-02 Work with health', 'Ann Fell', 'Di Elm', '31-Mar-2010', 'Completed'],
    ),
  ])
  expect(outline(json)).toEqual([
    '# -',
    'AP-HC-01 Give advice early | Ann Fell; Bo Ray | 31-Mar-2010 | ON_TARGET',
    'AP-HC-02 Work with health | Ann Fell; Di Elm | 31-Mar-2010 | COMPLETE',
  ])
  expect(json.areas[0]?.actions[0]).toMatchObject({
    updates: [
      { period: 'Q2 2009/10', status: 'ON_TARGET', percentComplete: 50 },
      { period: 'Q1 2009/10', status: 'ON_TARGET', percentComplete: 25 },
    ],
    progress: 'Advice is given by all teams.',
    comments: 'One team lacks staff.',
    activities: [
      { title: 'Print a leaflet', lead: 'Cy Dew', status: 'COMPLETE', comments: 'Printed' },
      { title: 'Tell the press', lead: 'Cy Dew', deadlines: [{ text: '30-Jun-2009' }], status: 'ON_TARGET' },
    ],
  })
})

test('several actions in one cell against as many deadlines and people in the next', () => {
  const header = ['Objective', 'Action', 'Lead', 'Timescale']
  const json = readDocument([
    table(
      header,
      [
        'Safer care',
        '1. Write a policy\n2. Train all staff',
        'Head of Care\nHead of Training',
        '1. May 2010\n2. June 2010',
      ],
      ['Better homes', '• Visit homes\n• Report on homes', 'Homes Team', '• July 2010\n• August 2010'],
      ['Clear words', 'Write a leaflet\nPrint a leaflet', 'Clerk', 'March 2010\nApril 2010'],
      ['More staff', 'Agree posts, then\nRecruit to them', 'HR Manager', 'March 2010\nApril 2010\nMay 2010'],
    ),
  ])
  expect(outline(json)).toEqual([
    '# Safer care',
    '1 Write a policy | Head of Care | May 2010',
    '2 Train all staff | Head of Training | June 2010',
    '# Better homes',
    'Visit homes | Homes Team | July 2010',
    'Report on homes | Homes Team | August 2010',
    '# Clear words',
    'Write a leaflet | Clerk | March 2010',
    'Print a leaflet | Clerk | April 2010',
    '# More staff',
    'Agree posts, then\nRecruit to them | HR Manager | March 2010, April 2010, May 2010',
  ])
})

test('a flat numbered list under section headings, with gaps, people and dates in brackets', () => {
  const json = readDocument(
    [
      'Riverton Safeguarding Action Plan',
      '',
      'Leadership',
      '1. Appoint an independent chair (Chief Executive, by March 2010)',
      '2. Review the terms of reference of the board and of each of its',
      'sub-groups (Board Manager; April 2010)',
      '',
      'Workforce',
      '5. Train all managers (Head of Training, Head of Care; Quarterly)',
      '7. See 2 above',
    ].join('\n'),
  )
  expect(outline(json)).toEqual([
    '# Leadership',
    '1 Appoint an independent chair | Chief Executive | by March 2010',
    '2 Review the terms of reference of the board and of each of its sub-groups | Board Manager | April 2010',
    '# Workforce',
    '5 Train all managers | Head of Training; Head of Care | Quarterly',
    '7 See 2 above',
  ])
  expect(json.areas[1]?.actions[1]?.seeAlso).toEqual(['2'])
})

test('lists of labels and values', () => {
  const json = readDocument(
    [
      'Improvement plan for Riverton',
      'Priority 1: Prevention',
      '1.1 Publish a strategy',
      'Lead: Head of Commissioning',
      'Timescale: End March 2010',
      'Progress: The draft was agreed in May.',
      'Status: Amber',
      '1.2 Open a help line',
      'Lead: Contact Centre Manager; Timescale: June 2010',
      'Evidence: Calls are counted',
      'Priority 2: Protection',
      '2.1 Audit case files',
      'Lead: Quality Lead',
    ].join('\n'),
  )
  expect(outline(json)).toEqual([
    '# 1 Prevention',
    '1.1 Publish a strategy | Head of Commissioning | End March 2010 | AT_RISK',
    '1.2 Open a help line | Contact Centre Manager | June 2010',
    '# 2 Protection',
    '2.1 Audit case files | Quality Lead',
  ])
  expect(json.areas[0]?.actions[0]?.progress).toBe('The draft was agreed in May.')
  expect(json.areas[0]?.actions[1]?.evidence).toBe('Calls are counted')
})

test('each action is a small form of two columns', () => {
  const json = readDocument([
    paragraph('Board improvement plan', 1),
    paragraph('Prevention', 2),
    table(
      ['Action:', 'Publish a strategy'],
      ['Lead:', 'Head of Commissioning'],
      ['By:', 'March 2010'],
      ['RAG:', 'Green'],
    ),
    table(
      ['Action:', 'Open a help line'],
      ['Lead:', 'Contact Manager'],
      ['By:', 'June 2010'],
      ['RAG:', 'Red'],
    ),
    paragraph('Protection', 2),
    table(['Action:', 'Audit files'], ['Lead:', 'Quality Lead'], ['By:', 'Ongoing'], ['RAG:', '']),
  ])
  expect(outline(json)).toEqual([
    '# Prevention',
    'Publish a strategy | Head of Commissioning | March 2010 | ON_TARGET',
    'Open a help line | Contact Manager | June 2010 | OFF_TARGET',
    '# Protection',
    'Audit files | Quality Lead | Ongoing',
  ])
})

test('key and value paragraphs that begin each action with its name', () => {
  const json = readDocument(
    [
      'Action plan',
      '',
      'Ref: 1',
      'Action: Publish a strategy',
      'Lead: Head of Care',
      'Deadline: May 2010',
      '',
      'Ref: 2',
      'Action: Open a help line',
      'Lead: Contact Manager',
      'Deadline: June 2010',
    ].join('\n'),
  )
  expect(outline(json)).toEqual([
    '# -',
    '1 Publish a strategy | Head of Care | May 2010',
    '2 Open a help line | Contact Manager | June 2010',
  ])
})

test('nested numbers: headings above, actions, and steps of an action', () => {
  const json = readDocument([
    table(
      ['No.', 'What we will do', 'Owner', 'When', 'RAG'],
      ['1', 'Prevention', '', '', ''],
      ['1.1', 'Publish a strategy', 'Head of Care', 'May 2010', 'Green'],
      ['1.1.1', 'Write a draft', 'Clerk', 'March 2010', 'Complete'],
      ['1.1.2', 'Ask people', 'Clerk', 'April 2010', 'Green'],
      ['1.2', 'Open a help line', 'Manager', 'June 2010', 'Red'],
      ['2', 'Protection', '', '', ''],
      ['2.1', 'Audit files', 'Quality Lead', 'Monthly', 'Amber'],
    ),
  ])
  expect(outline(json)).toEqual([
    '# 1 Prevention',
    '1.1 Publish a strategy | Head of Care | May 2010 | ON_TARGET',
    '1.2 Open a help line | Manager | June 2010 | OFF_TARGET',
    '# 2 Protection',
    '2.1 Audit files | Quality Lead | Monthly | AT_RISK',
  ])
  expect(json.areas[0]?.actions[0]?.activities).toMatchObject([
    { title: 'Write a draft', lead: 'Clerk', status: 'COMPLETE' },
    { title: 'Ask people', lead: 'Clerk', deadlines: [{ text: 'April 2010' }] },
  ])
})

test('three levels of headings and actions at the lowest', () => {
  const json = readDocument([
    table(
      ['Ref', 'Action', 'Lead', 'Due'],
      ['1', 'Prevention', '', ''],
      ['1.1', 'Information', '', ''],
      ['1.1.1', 'Print a leaflet', 'Clerk', 'May 2010'],
      ['1.1.2', 'Send it', 'Clerk', 'June 2010'],
      ['1.2', 'Training', '', ''],
      ['1.2.1', 'Train staff', 'Trainer', 'June 2010'],
    ),
  ])
  expect(outline(json)).toEqual([
    '# 1.1 1 Prevention > Information',
    '1.1.1 Print a leaflet | Clerk | May 2010',
    '1.1.2 Send it | Clerk | June 2010',
    '# 1.2 1 Prevention > Training',
    '1.2.1 Train staff | Trainer | June 2010',
  ])
})

test('rows over the whole width head areas; totals, keys and notes are no actions', () => {
  const json = readDocument([
    paragraph('Riverton plan'),
    table(
      ['Ref', 'Action', 'Responsible', 'Target date', 'BRAG'],
      [{ text: 'Leadership and governance', columns: 5 }, '', '', '', ''],
      ['L1', 'Agree terms', 'Chair', 'May 2010', 'B'],
      [{ text: 'Training', columns: 5 }, '', '', '', ''],
      ['T1', 'Train all', 'Nurse', 'June 2010', 'A'],
      ['Total', '2 actions', '', '', ''],
    ),
    paragraph('RAG key'),
    table(['Red', 'Off target'], ['Amber', 'At risk'], ['Green', 'On target']),
    paragraph('Contacts'),
    table(['Name', 'Telephone', 'E-mail'], ['Ann Fell', '01234 567890', 'ann@example.org']),
  ])
  expect(outline(json)).toEqual([
    '# Leadership and governance',
    'L1 Agree terms | Chair | May 2010 | COMPLETE',
    '# Training',
    'T1 Train all | Nurse | June 2010 | AT_RISK',
  ])
  expect(json.unplaced.map(({ text }) => text)).toContain('Total\t2 actions')
})

test('a cover with versions and a glossary around the plan', () => {
  const json = readDocument([
    paragraph('Riverton Safeguarding Adults Board'),
    paragraph('Strategic Plan 2010-2013'),
    table(
      ['Version', 'Date', 'Author', 'Comments'],
      ['0.1', '1 May 2010', 'Ann Fell', 'First draft'],
      ['1.0', '1 June 2010', 'Ann Fell', 'Agreed'],
    ),
    paragraph('Introduction', 1),
    paragraph('The board met in May and agreed three priorities for the years to come.'),
    paragraph('Priority 1: Prevention', 1),
    table(
      ['Action', 'Lead', 'Timescale', 'Outcome'],
      ['Print a leaflet', 'Clerk', 'May 2010', 'People know'],
    ),
    paragraph('Priority 2: Protection', 1),
    table(
      ['Action', 'Lead', 'Timescale', 'Outcome'],
      ['Audit files', 'Quality Lead', 'June 2010', 'Files are good'],
    ),
    paragraph('Glossary', 1),
    table(['Term', 'Meaning'], ['SAB', 'Safeguarding Adults Board']),
  ])
  expect(json.title).toBe('Strategic Plan 2010-2013')
  expect(outline(json)).toEqual([
    '# 1 Prevention',
    'Print a leaflet | Clerk | May 2010',
    '# 2 Protection',
    'Audit files | Quality Lead | June 2010',
  ])
})

test('a sheet for each area, and sheets that hold no plan', () => {
  const header = ['Action', 'Lead', 'Deadline', 'Progress']
  const json = readDocument([
    sheet('Notes', ['Fill in each sheet every quarter.'], ['Ask Ann if unsure.']),
    sheet('Prevention', header, ['Print a leaflet', 'Clerk', 'May 2010', 'Printed and sent to homes']),
    sheet('Protection', header, ['Audit files', 'Quality Lead', 'June 2010', 'Twenty files were read']),
  ])
  expect(outline(json)).toEqual([
    '# Prevention',
    'Print a leaflet | Clerk | May 2010',
    '# Protection',
    'Audit files | Quality Lead | June 2010',
  ])
})

test('a sheet for each theme, with areas in a column', () => {
  const header = ['Priority', 'Action', 'Lead', 'Deadline']
  const json = readDocument([
    sheet(
      'People',
      header,
      ['Carers', 'Hold a forum', 'Clerk', 'May 2010'],
      ['', 'Ask carers', 'Clerk', 'June 2010'],
      ['Staff', 'Train staff', 'Trainer', 'June 2010'],
    ),
    sheet('Places', header, ['Homes', 'Visit homes', 'Homes Team', 'July 2010']),
  ])
  expect(outline(json)).toEqual([
    '# People > Carers',
    'Hold a forum | Clerk | May 2010',
    'Ask carers | Clerk | June 2010',
    '# People > Staff',
    'Train staff | Trainer | June 2010',
    '# Places > Homes',
    'Visit homes | Homes Team | July 2010',
  ])
})

test('columns in another order and in other words', () => {
  const json = readDocument([
    table(
      [
        'Target completion',
        'Accountable officer',
        'Task',
        'How will we know when it is done?',
        'Latest position',
        'Barriers',
        'RAG rating',
        'Item',
      ],
      [
        'Sept 2010',
        'Director of Nursing',
        'Share the protocol',
        'All wards have it',
        'Shared with two wards.',
        'Staff are away.',
        'Amber',
        '4a',
      ],
    ),
  ])
  expect(json.areas[0]?.actions).toMatchObject([
    {
      reference: '4a',
      title: 'Share the protocol',
      responsible: ['Director of Nursing'],
      deadlines: [{ text: 'Sept 2010', earliest: '2010-09-01', latest: '2010-09-30' }],
      status: 'AT_RISK',
      evidence: 'All wards have it',
      progress: 'Shared with two wards.',
      comments: 'Staff are away.',
    },
  ])
})

test('a code under "Action" and the words under "Description"', () => {
  const json = readDocument([
    table(
      ['Action', 'Description', 'Owner', 'Due date'],
      ['SS1', 'Train all staff in the new procedures', 'Ann Fell', '31/05/2010'],
      ['SS2', 'Recruit two social workers', 'Bo Ray', '30/06/2010'],
    ),
  ])
  expect(outline(json).slice(1)).toEqual([
    'SS1 Train all staff in the new procedures | Ann Fell | 31/05/2010',
    'SS2 Recruit two social workers | Bo Ray | 30/06/2010',
  ])
})

test('a table without any header row', () => {
  const json = readDocument([
    paragraph('Action plan'),
    table(
      ['1', 'Train all staff in the new procedures', 'Head of Training', 'May 2010', 'Green'],
      ['2', 'Recruit two social workers', 'HR Manager', 'June 2010', 'Red'],
      ['3', 'Review the form', 'Head of Care', 'Ongoing', 'Complete'],
    ),
  ])
  expect(outline(json).slice(1)).toEqual([
    '1 Train all staff in the new procedures | Head of Training | May 2010 | ON_TARGET',
    '2 Recruit two social workers | HR Manager | June 2010 | OFF_TARGET',
    '3 Review the form | Head of Care | Ongoing | COMPLETE',
  ])
})

test('one column for who and when', () => {
  const json = readDocument([
    table(
      ['Action', 'By whom and when', 'Evidence'],
      ['Write a policy', 'Head of Care / March 2010', 'Policy in use'],
      ['Train staff', 'Head of Training\nApril 2010', 'List of names'],
      ['Tell people', 'Clerk, ongoing', 'Leaflet'],
    ),
  ])
  expect(outline(json).slice(1)).toEqual([
    'Write a policy | Head of Care | March 2010',
    'Train staff | Head of Training | April 2010',
    'Tell people | Clerk | ongoing',
  ])
})

test('steps of an action in a column beside it', () => {
  const json = readDocument([
    table(
      ['Action', 'Key tasks', 'Lead', 'By when'],
      ['Improve training', 'Write the course', 'Trainer', 'May 2010'],
      ['', 'Book rooms', 'Clerk', 'June 2010'],
      ['Improve records', 'Write guidance', 'Clerk', 'July 2010'],
    ),
  ])
  expect(json.areas[0]?.actions).toMatchObject([
    {
      title: 'Improve training',
      activities: [
        { title: 'Write the course', lead: 'Trainer', deadlines: [{ text: 'May 2010' }] },
        { title: 'Book rooms', lead: 'Clerk', deadlines: [{ text: 'June 2010' }] },
      ],
    },
    { title: 'Improve records', activities: [{ title: 'Write guidance', lead: 'Clerk' }] },
  ])
})

test('text with columns kept apart by spaces, cells broken over lines', () => {
  const json = readDocument(
    [
      'Riverton improvement plan',
      '',
      'No   Action                          Lead                 Deadline',
      '1.1  Review the policy and           Head of Care         March 2010',
      '     procedures for all staff',
      '1.2  Train managers                  Head of Training     June 2010',
      '',
      '1.3  Tell people what has            Clerk                Ongoing',
      '     changed',
    ].join('\n'),
  )
  expect(outline(json).slice(1)).toEqual([
    '1.1 Review the policy and procedures for all staff | Head of Care | March 2010',
    '1.2 Train managers | Head of Training | June 2010',
    '1.3 Tell people what has changed | Clerk | Ongoing',
  ])
})

test('lines of a PDF that lost its columns', () => {
  const json = readDocument(
    [
      'Quarter 2 2009/10 service plan',
      '',
      'Action Authorising Officer Lead Officer Deadline Status',
      '',
      'HC-AP-05 To make sure that the grant lasts Ann Fell Bo Ray 31-Mar-2010 On Target',
      '',
      'Period Action Plan Status % Complete',
      'Quarter 2 On Target 40',
      'Quarter 1 On Target 10',
      '',
      'Action Authorising Officer Lead Officer Deadline Status',
      '',
      'HC-AP-06 To help more people',
      'Ann Fell Cy Dew 30-Sep-2009 Completed',
    ].join('\n'),
  )
  expect(outline(json).slice(1)).toEqual([
    'HC-AP-05 To make sure that the grant lasts | Ann Fell; Bo Ray | 31-Mar-2010 | ON_TARGET',
    'HC-AP-06 To help more people | Ann Fell; Cy Dew | 30-Sep-2009 | COMPLETE',
  ])
  expect(json.areas[0]?.actions[0]?.updates).toEqual([
    { period: 'Q2 2009/10', status: 'ON_TARGET', percentComplete: 40 },
    { period: 'Q1 2009/10', status: 'ON_TARGET', percentComplete: 10 },
  ])
})

test('bullets under headings, where nothing is numbered', () => {
  const json = readDocument(
    [
      'Riverton action plan',
      'Prevention',
      '• Print a leaflet (Clerk, May 2010)',
      '• Send it to all homes (Homes Team, June 2010)',
      'Protection',
      '• Audit files – Quality Lead – July 2010',
    ].join('\n'),
  )
  expect(outline(json)).toEqual([
    '# Prevention',
    'Print a leaflet | Clerk | May 2010',
    'Send it to all homes | Homes Team | June 2010',
    '# Protection',
    'Audit files | Quality Lead | July 2010',
  ])
})

test('actions that point to others', () => {
  const json = readDocument([
    table(
      ['No', 'Action', 'Lead', 'When'],
      ['15.1', 'See 12.1', '', ''],
      ['15.2', 'Refer to action 4', 'Clerk', ''],
      ['15.3', 'As 3.2 above', '', 'May 2010'],
    ),
  ])
  expect(json.areas[0]?.actions.map(({ seeAlso }) => seeAlso)).toEqual([['12.1'], ['4'], ['3.2']])
})

test('a theme in a column over areas in another', () => {
  const json = readDocument([
    table(
      ['Theme', 'Recommendation', 'Action', 'Lead', 'Timescale', 'Status'],
      [
        { text: 'Leadership', rows: 3 },
        { text: 'R1 Lead well', rows: 2 },
        'Meet monthly',
        'Chair',
        'Monthly',
        'Green',
      ],
      ['', '', 'Publish minutes', 'Clerk', 'June 2010', 'Green'],
      ['', 'R2 Listen', 'Ask people', 'Clerk', 'July 2010', 'Amber'],
      ['Practice', 'R3 Record', 'Write it down', 'Head of Care', 'July 2010', 'Red'],
    ),
  ])
  expect(outline(json)).toEqual([
    '# R1 Leadership > Lead well',
    'Meet monthly | Chair | Monthly | ON_TARGET',
    'Publish minutes | Clerk | June 2010 | ON_TARGET',
    '# R2 Leadership > Listen',
    'Ask people | Clerk | July 2010 | AT_RISK',
    '# R3 Practice > Record',
    'Write it down | Head of Care | July 2010 | OFF_TARGET',
  ])
})

test('themes alone over actions are the areas', () => {
  const json = readDocument([
    table(
      ['Workstream', 'Action', 'Lead', 'Timescale'],
      ['Leadership', 'Meet monthly', 'Chair', 'Monthly'],
      ['Leadership', 'Publish minutes', 'Clerk', 'June 2010'],
      ['Practice', 'Write it down', 'Head of Care', 'July 2010'],
    ),
  ])
  expect(outline(json)).toEqual([
    '# Leadership',
    'Meet monthly | Chair | Monthly',
    'Publish minutes | Clerk | June 2010',
    '# Practice',
    'Write it down | Head of Care | July 2010',
  ])
})
