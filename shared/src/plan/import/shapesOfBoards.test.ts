import { expect, test } from 'vitest'
import { outline, paragraph, readDocument, sheet, table } from './support/documents.ts'

test('columns that each name a status and are ticked', () => {
  const json = readDocument([
    paragraph('Review of safeguarding – improvement plan', 1),
    paragraph('Short term targets (within 6 months)', 2),
    table(
      [
        'Recommendation',
        'Responsible officer',
        'Update on progress',
        'Achieved (tick)',
        'On target to achieve (tick)',
        'Give expected new achievement date',
      ],
      ['2 (i) Name a lead in each directorate', 'Directors', 'Agreed in March.', '✓', '', ''],
      ['2 (ii) Set up one unit', 'Director of Care', 'A group meets.', '', '✓', ''],
      ['2 (iii) Hold a development day', 'Board Manager', '', '', '', 'September 2030'],
    ),
  ])
  expect(outline(json)).toEqual([
    '# Short term targets (within 6 months)',
    '2 (i) Name a lead in each directorate | Directors |  | COMPLETE',
    '2 (ii) Set up one unit | Director of Care |  | ON_TARGET',
    '2 (iii) Hold a development day | Board Manager | September 2030',
  ])
})

test('a column for each colour, with a cross in one of them', () => {
  const json = readDocument([
    table(
      ['No', 'Action required', 'Owner', 'Deadline', 'R', 'A', 'G', 'Notes'],
      ['1', 'Update the website', 'Communications', '1 May 2030', '', 'x', '', 'Supplier is late'],
      ['2', 'Review the budget', 'Finance', '1 June 2030', '', '', 'x', ''],
      ['3', 'Hold the meeting', 'Clerk', '1 July 2030', 'x', '', '', ''],
    ),
  ])
  expect(json.areas[0]?.actions.map(({ status }) => status)).toEqual(['AT_RISK', 'ON_TARGET', 'OFF_TARGET'])
})

test('a month in a heading takes the year of the same month beside it', () => {
  const json = readDocument([
    paragraph('Improvement plan', 1),
    table(
      [
        'Ref',
        'What are we going to do?',
        'Who is going to do it?',
        'When will we do it by?',
        'Progress September 2030',
        'BRAG Sept',
        'Progress December 2030',
        'BRAG Dec',
      ],
      ['3.1', 'Bring in a model', 'Head of Care', '30/09/2030', 'Model chosen', 'G', 'Training began', 'A'],
      ['3.2', 'Meet each week', 'Director', 'Ongoing', 'In place', 'B', 'In place', 'B'],
    ),
  ])
  expect(json.areas[0]?.actions[0]?.updates).toEqual([
    { period: 'September 2030', status: 'ON_TARGET' },
    { period: 'December 2030', status: 'AT_RISK' },
  ])
  expect(json.areas[0]?.actions[0]?.progress).toBe('Model chosen\nTraining began')
})

test('the outer heading stands to the left, whatever the two are called', () => {
  const json = readDocument([
    sheet(
      'Action Plan',
      ['Strategic Priority', 'Workstream', 'Action No', 'Action', 'Owner(s)', 'Due date', 'Status'],
      ['Governance', 'Assurance', '1', 'Ask all agencies', 'All agencies', '2031-01-31', 'Not started'],
      ['', '', '2', 'Hold an event', 'Business Unit', '2031-02-28', 'In progress'],
      ['', 'Learning', '3', 'Keep a library', 'Reviews Group', '2031-03-31', 'Completed'],
      ['Prevention', 'Voice', '4', 'Set up a group', 'Healthwatch', 'TBC', 'Delayed'],
    ),
  ])
  expect(outline(json)).toEqual([
    '# Governance > Assurance',
    '1 Ask all agencies | All agencies | 2031-01-31 | NOT_STARTED',
    '2 Hold an event | Business Unit | 2031-02-28 | ON_TARGET',
    '# Governance > Learning',
    '3 Keep a library | Reviews Group | 2031-03-31 | COMPLETE',
    '# Prevention > Voice',
    '4 Set up a group | Healthwatch | TBC | AT_RISK',
  ])
})

test('a priority over a table with a column of objectives is their theme', () => {
  const json = readDocument([
    paragraph('Business plan 2030', 1),
    table(['Priority 1: Prevention and early help']),
    table(
      ['Objective', 'Actions', 'Lead', 'Timescale'],
      [
        '1.1 People know how to report',
        '• Renew the website\n• Print a leaflet',
        'Media Group',
        'Q1 2030/31\nQ3 2030/31',
      ],
      ['', '• Run a week', 'All partners', 'Nov 2030'],
      ['1.2 Staff are able', 'Ask what they need', 'Training Group', 'Mar-31'],
    ),
  ])
  expect(outline(json)).toEqual([
    '# 1.1 Priority 1: Prevention and early help > People know how to report',
    'Renew the website | Media Group | Q1 2030/31',
    'Print a leaflet | Media Group | Q3 2030/31',
    'Run a week | All partners | Nov 2030',
    '# 1.2 Priority 1: Prevention and early help > Staff are able',
    'Ask what they need | Training Group | Mar-31',
  ])
})

test('numbers of recommendations beside numbered actions and numbered deadlines', () => {
  const json = readDocument([
    table(
      ['Rec No.', 'Recommendation', 'Key actions', 'Lead officer', 'Timescale', 'RAG'],
      [
        '1',
        'That training is reviewed',
        '1. Map the training\n2. Buy a course\n3. Look back',
        'Training Officer / Board Manager',
        '1. Jan 2030\n2. March 2030\n3. Sept 2030',
        'Green\nAmber\nRed',
      ],
      ['2', 'That thresholds are shared', 'See 1 above', 'Chair', '', ''],
      ['3', '', 'Send out a newsletter', 'All agencies', 'Complete', 'Complete'],
    ),
  ])
  expect(outline(json)).toEqual([
    '# 1 That training is reviewed',
    '1 Map the training | Training Officer; Board Manager | Jan 2030 | ON_TARGET',
    '2 Buy a course | Training Officer; Board Manager | March 2030 | AT_RISK',
    '3 Look back | Training Officer; Board Manager | Sept 2030 | OFF_TARGET',
    '# 2 That thresholds are shared',
    'See 1 above | Chair',
    '# 3 -',
    'Send out a newsletter | All agencies | Complete | COMPLETE',
  ])
  expect(json.areas[0]?.actions[1]?.deadlines?.[0]).toMatchObject({
    earliest: '2030-03-01',
    latest: '2030-03-31',
  })
})

test('a number beside its area, where actions bring numbers of their own', () => {
  const json = readDocument([
    sheet(
      'Sheet1',
      ['Ref', 'Recommendation', 'Action', 'Lead', 'Timescale', 'RAG', '', ''],
      ['', '', '', '', '', 'Q1', 'Q2', 'Q3'],
      ['1', 'Leadership', '1.1 Appoint a director', 'Chief Executive', 'Apr-30', 'G', 'B', 'B'],
      ['', '', '1.2 Agree a vision', 'Director', 'Jun-30', 'A', 'G', 'B'],
      ['2', 'Practice', '2.1 Audit', 'Quality Lead', 'Ongoing', 'R', 'R', 'A'],
    ),
  ])
  expect(outline(json)).toEqual([
    '# 1 Leadership',
    '1.1 Appoint a director | Chief Executive | Apr-30 | COMPLETE',
    '1.2 Agree a vision | Director | Jun-30 | COMPLETE',
    '# 2 Practice',
    '2.1 Audit | Quality Lead | Ongoing | AT_RISK',
  ])
})

test('a first row of data whose words look like headings, and "By" over days', () => {
  const json = readDocument([
    paragraph('Strategic plan', 1),
    paragraph('Priority 1 – Making it personal', 2),
    table(
      ['We will…', 'Who', 'By', 'How we will know'],
      ['Ask adults what outcome they want', 'All partners', 'Mar 2030', 'Outcomes data'],
      ['Hear from families', 'Healthwatch', '2030/31', 'Survey'],
    ),
  ])
  expect(outline(json)).toEqual([
    '# 1 Making it personal',
    'Ask adults what outcome they want | All partners | Mar 2030',
    'Hear from families | Healthwatch | 2030/31',
  ])
  expect(json.areas[0]?.actions[1]?.evidence).toBe('Survey')
})

test('figures behind the action are no reference, and an empty column is none', () => {
  const json = readDocument([
    table(
      ['', 'Priority', 'Action', 'Baseline', 'Target', '', 'Lead', 'Review date', 'RAG'],
      ['', 'Prevention', 'Check homes', '120', '200', '', 'Fire Service', 'Dec 2030', 'Amber'],
      ['', '', 'Train carers', '40', '100', '', 'Care Association', 'Mar 2031', 'Green'],
    ),
  ])
  expect(outline(json)).toEqual([
    '# Prevention',
    'Check homes | Fire Service | Dec 2030 | AT_RISK',
    'Train carers | Care Association | Mar 2031 | ON_TARGET',
  ])
})

test('what says of itself that it tells how it stands is progress, and a status where it is one', () => {
  const header = ['Issue identified', 'Agreed action', 'Responsible person', 'Implementation date']
  const json = readDocument([
    table(
      [...header, 'Status update (Nov 2030)'],
      ['Records have gaps', 'Spot checks', 'Ward Manager', '30.11.2030', '12/11/30: first checks were done.'],
      ['Bells are slow', 'Meet each day', 'Matron', 'Immediate', 'Embedded'],
    ),
  ])
  expect(json.areas[0]?.actions[0]).toMatchObject({
    progress: '12/11/30: first checks were done.',
    updates: [{ period: 'November 2030' }],
  })
})

test('a list with labels within its sentences, people in brackets and the status behind', () => {
  const json = readDocument(`Northvale Safeguarding Partnership
Action plan after the review of neglect

Learning theme 1: Recognising neglect

1. Launch the toolkit in all agencies (Lead: Partnership Manager; by 30 September 2030) - Complete
2. Take the toolkit into induction (Lead: Workforce Lead, by December 2030) - In progress
3. See 1 above

Learning theme 2: Hearing the child

4. Record what the child says. Lead: Head of Service. Deadline: ongoing. Status: Amber
6. Audit 30 case files. Lead: Quality Manager. Deadline: Quarterly. Status: Green
`)
  expect(outline(json)).toEqual([
    '# 1 Recognising neglect',
    '1 Launch the toolkit in all agencies | Partnership Manager | by 30 September 2030 | COMPLETE',
    '2 Take the toolkit into induction | Workforce Lead | by December 2030 | ON_TARGET',
    '3 See 1 above',
    '# 2 Hearing the child',
    '4 Record what the child says | Head of Service | ongoing | AT_RISK',
    '6 Audit 30 case files | Quality Manager | Quarterly | ON_TARGET',
  ])
})

test('numbered lines that end in a post, a date and a status without anything between', () => {
  const json = readDocument(`Adult social care improvement plan
Objective 1: Shorter waits
1.1 Look at all referrals within two working days Head of Access 30/06/2030 Green
1.2 Clear the reviews Service Manager 30/09/2030 Amber
Objective 2: Better work
2.1 Audit cases Principal Social Worker 31/07/2030 Complete
2.2 Tell teams what was found by 30/08/2030
`)
  expect(outline(json)).toEqual([
    '# 1 Shorter waits',
    '1.1 Look at all referrals within two working days | Head of Access | 30/06/2030 | ON_TARGET',
    '1.2 Clear the reviews | Service Manager | 30/09/2030 | AT_RISK',
    '# 2 Better work',
    '2.1 Audit cases | Principal Social Worker | 31/07/2030 | COMPLETE',
    '2.2 Tell teams what was found by 30/08/2030',
  ])
})

test('columns apart by spaces that do not stand beneath each other, and the day an action was raised', () => {
  const json = readDocument(`Action log of the Improvement Board

Ref  Date raised  Action  Owner  Due  Status
12/03  12/03/2030  Send the new plan to members  JB  26/03/2030  Closed
12/04  12/03/2030  Report on staff at the next meeting  TK  23/04/2030  Open
`)
  expect(outline(json)).toEqual([
    '# Action log of the Improvement Board',
    '12/03 Send the new plan to members | JB | 26/03/2030 | COMPLETE',
    '12/04 Report on staff at the next meeting | TK | 23/04/2030 | ON_TARGET',
  ])
})

test('cells between bars', () => {
  const json = readDocument(`# Improvement plan
| Ref | Action | Lead | Due | Status |
|-----|:------|------|-----|--------|
| 1.1 | Do this | Head of Care | May 2030 | Green |
| 1.2 | Do that | Head of Homes | June 2030 | Red |
`)
  expect(outline(json)).toEqual([
    '# -',
    '1.1 Do this | Head of Care | May 2030 | ON_TARGET',
    '1.2 Do that | Head of Homes | June 2030 | OFF_TARGET',
  ])
})

test('codes alone under "Rec" are the references of actions', () => {
  const json = readDocument([
    table(
      ['Rec', 'Action', 'Lead', 'Date', 'Update'],
      ['R1', 'Strengthen the panel for', 'Police / Adult Social Care', 'June 2030', 'Begun'],
      ['', 'people at risk', '', '', 'Terms agreed'],
      ['R2', 'Write guidance', 'Adult Social Care', 'July 2030', ''],
    ),
  ])
  expect(outline(json)).toEqual([
    '# -',
    'R1 Strengthen the panel for people at risk | Police; Adult Social Care | June 2030',
    'R2 Write guidance | Adult Social Care | July 2030',
  ])
})

test('a plan that was typed into Word with tabs', () => {
  const json = readDocument([
    paragraph('Partnership action plan', 1),
    paragraph('Contents\t1'),
    paragraph('1. Safer homes', 2),
    paragraph('Action\tLead\tBy when\tStatus'),
    paragraph('1.1 Visit each home\tHomes Team\t\tMay 2030\tGreen'),
    paragraph('1.2 Report to the board\tHead of Homes\tJune 2030\t'),
    paragraph('2. Better words', 2),
    paragraph('Action\tLead\tBy when\tStatus'),
    paragraph('2.1 Write a leaflet\tMedia Team\tJuly 2030\tRed'),
  ])
  expect(outline(json)).toEqual([
    '# 1 Safer homes',
    '1.1 Visit each home | Homes Team | May 2030 | ON_TARGET',
    '1.2 Report to the board | Head of Homes | June 2030',
    '# 2 Better words',
    '2.1 Write a leaflet | Media Team | July 2030 | OFF_TARGET',
  ])
})

test('a form about each objective above a table of its actions', () => {
  const header = ['Action', 'By whom', 'By when', 'Status']
  const json = readDocument([
    paragraph('Delivery plan', 1),
    table(
      ['Objective 1', 'People are safe at home'],
      ['Why this matters', 'There are more fires'],
      ['Lead partner', 'Fire Service'],
    ),
    table(header, ['Visit homes', 'Fire crews', 'March 2030', 'Started']),
    table(
      ['Objective 2', 'People can speak up'],
      ['Why this matters', 'Few call us'],
      ['Lead partner', 'Council'],
    ),
    table(header, ['Write a clear form', 'Media Team', 'May 2030', 'Done']),
  ])
  expect(outline(json)).toEqual([
    '# 1 People are safe at home',
    'Visit homes | Fire crews | March 2030 | ON_TARGET',
    '# 2 People can speak up',
    'Write a clear form | Media Team | May 2030 | COMPLETE',
  ])
})

test('columns of agencies between those of a plan, and a title that begins with the word', () => {
  const json = readDocument([
    paragraph('Action plan: leaving hospital'),
    table(
      ['Action', 'Council', 'Police', 'Hospital', 'Deadline'],
      ['Name a lead', 'Yes', 'Yes', 'No', 'May 2030'],
      ['Share data', 'No', 'Yes', 'Yes', 'June 2030'],
    ),
  ])
  expect(json.title).toBe('Action plan: leaving hospital')
  expect(outline(json)).toEqual(['# -', 'Name a lead |  | May 2030', 'Share data |  | June 2030'])
})
