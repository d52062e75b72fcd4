import { atRisk, complete, notStarted, offTarget, onTarget } from './planText.ts'
import type { PlanText } from './planText.ts'

export const hollinseaPlan: PlanText = {
  title: 'Improvement plan after the inspection of adult social care in Hollinsea, {month -6}',
  areas: [
    {
      theme: 'The front door',
      title: 'Answer every safeguarding concern quickly and in the same way',
      actions: [
        {
          title: 'Decide within 24 hours what happens with each concern.',
          outcome: 'People in danger get help the same day.',
          evidence: [
            ['24 hours are kept for 90% of concerns.', 'By {month 5}'],
            ['95%', 'By {month 11}'],
          ],
          responsible: [{ post: 'Service Manager, Front Door', agency: 'hollinseaCouncil' }],
          updates: [
            atRisk(
              30,
              'In time: 151 of 204 concerns, which is 74%.',
              'Weekends have no cover. A rota is being agreed.',
            ),
            onTarget(60, 'In time: 183 of 209 concerns, which is 88%.'),
            onTarget(80, 'In time: 190 of 206 concerns, which is 92%.'),
            onTarget(85, 'In time: 184 of 199 concerns, which is 92%.'),
          ],
        },
        {
          title: 'Bring a police officer and a nurse to the front door, in the same room.',
          evidence: [['Both are in post for five days a week.', '{season 3}']],
          responsible: [
            { agency: 'police', person: 'leila' },
            { agency: 'nhsTrust', person: 'amara' },
          ],
          updates: [
            onTarget(40, 'The police officer started. The post of the nurse is advertised.'),
            onTarget(60, 'The nurse comes for two days a week.'),
            onTarget(60, 'The nurse comes for two days a week.'),
            onTarget(80, 'The nurse comes for four days a week.'),
          ],
        },
        {
          title: 'Tell the person who raised a concern within nine days what came of it.',
          outcome: 'People who speak up know that it was worth it.',
          evidence: [['Told in time in 80% of concerns.', 'Quarterly']],
          responsible: [{ post: 'Service Manager, Front Door', agency: 'hollinseaCouncil' }],
          updates: [
            offTarget(
              10,
              'In time: 61 of 190, which is 32%.',
              'Nobody had the task. Each worker now closes with a call.',
            ),
            atRisk(40, 'In time: 112 of 195, which is 57%.', 'Calls are made and often not written down.'),
            onTarget(65, 'In time: 138 of 192, which is 72%.'),
            onTarget(85, 'In time: 155 of 189, which is 82%.'),
          ],
        },
      ],
      comments: [
        {
          by: 'leila',
          writesFor: { agency: 'police' },
          month: 4,
          day: 8,
          text: 'With an officer in the room we now check addresses in minutes. Concerns about homes that we know are acted on the same day.',
        },
        {
          by: 'margaret',
          writesFor: { board: 'hollinsea' },
          month: 4,
          day: 10,
          text: 'Thank you. The board would like to hear at its next meeting what this meant in three cases, without names.',
        },
      ],
    },
    {
      theme: 'Enquiries',
      title: 'Carry out enquiries that are thorough and end in time',
      actions: [
        {
          title: 'Hold a planning talk within five working days of the decision to enquire.',
          evidence: [['Five days are kept in 85% of enquiries.', 'End {month 8}']],
          responsible: [{ post: 'Enquiry team managers', agency: 'hollinseaCouncil' }],
          updates: [
            onTarget(35, 'In time: 41 of 60.'),
            onTarget(55, 'In time: 47 of 61.'),
            complete('In time: 55 of 63, which is 87%.'),
            complete('In time: 52 of 61, which is 85%.'),
          ],
        },
        {
          title: 'Shorten enquiries: half of them end within 42 days.',
          evidence: [['Median length in days.', '42 days by {month 10}']],
          responsible: [{ post: 'Head of Safeguarding', agency: 'hollinseaCouncil', person: 'kofi' }],
          updates: [
            onTarget(20, 'The median is 71 days.'),
            onTarget(40, 'The median is 58 days.'),
            atRisk(50, 'The median is 55 days.', 'Enquiries in hospitals take twice as long as others.'),
            offTarget(
              45,
              'The median is 61 days.',
              'Four workers left in the summer. Their cases were handed on late.',
            ),
          ],
        },
        {
          title: 'Write what was found and decided so that the person can read it.',
          evidence: [['Readers’ panel looks at five reports a quarter.', 'From {month 3}']],
          responsible: [{ agency: 'voices', person: 'grace' }, { agency: 'hollinseaCouncil' }],
          updates: [
            notStarted('The panel is being found.'),
            onTarget(40, 'The panel of seven read five reports and understood two.'),
            onTarget(60, 'The panel understood three of five.'),
            onTarget(90, 'The panel understood five of five.'),
          ],
        },
      ],
    },
    {
      theme: 'Safer services',
      title: 'Bring people home from hospital safely',
      actions: [
        {
          title: 'Agree before a discharge who checks on the person in the first 48 hours.',
          outcome: 'People are not sent home to an empty house without help.',
          evidence: [['Checks were agreed in 95% of discharges of people at risk.', '{month 4} & ongoing']],
          responsible: [{ agency: 'nhsTrust' }, { agency: 'hollinseaCouncil' }],
          updates: [
            onTarget(30, 'Two wards began.'),
            onTarget(50, 'All eight wards. Checks were agreed in 61 of 74 discharges.'),
            onTarget(75, 'Checks were agreed in 70 of 76 discharges.'),
            onTarget(85, 'Checks were agreed in 71 of 75 discharges.'),
          ],
        },
        {
          title: 'Look together at every discharge that went wrong.',
          evidence: [['Meeting every other month, with three things learned each time.', 'Every two months']],
          responsible: [{ agency: 'careBoard', person: 'owen' }, { agency: 'nhsTrust' }],
          updates: [
            onTarget(20, 'One meeting.'),
            onTarget(45, 'Two meetings. Transport at night came up three times.'),
            null,
            onTarget(70, 'Two meetings. Transport at night is solved.'),
          ],
        },
        {
          title: 'Make sure that a home is warm and safe to come back to.',
          evidence: [['Visit before discharge for people on the list of the fire service.', 'By {month 7}']],
          responsible: [{ agency: 'fire' }, { agency: 'homes', person: 'ravi' }],
          updates: [
            notStarted('Starts in the second quarter.'),
            onTarget(30, 'The list was agreed. Six visits.'),
            complete('Every discharge from the list had a visit: 19 of 19.'),
            complete('Every discharge from the list had a visit: 24 of 24.'),
          ],
        },
      ],
      comments: [
        {
          by: 'amara',
          writesFor: { agency: 'nhsTrust' },
          month: 8,
          day: 17,
          text: 'The visit before discharge has spared us at least four returns to the ward. We will ask for it at our other boards.',
        },
      ],
    },
    {
      theme: 'Safer services',
      title: 'Check, and help, the services that the council buys',
      actions: [
        {
          title: 'Visit every home care service at least once a year, and those with concerns every quarter.',
          evidence: [['22 services.', 'By {month 11}']],
          responsible: [{ post: 'Contracts and Quality Manager', agency: 'hollinseaCouncil' }],
          updates: [
            onTarget(20, '5 of 22 services were visited.'),
            onTarget(45, '10 of 22 services were visited.'),
            onTarget(70, '16 of 22 services were visited.'),
            complete('22 of 22 services were visited.'),
          ],
        },
        {
          title: 'Ask in every contract for training in safeguarding.',
          evidence: [
            ['Clause in new contracts.', 'Immediate'],
            ['Clause in running contracts.', 'At renewal'],
          ],
          responsible: [{ post: 'Head of Procurement' }],
          updates: [
            complete('The clause is in all new contracts.', 80),
            complete('The clause is in all new contracts.', 80),
            complete('The clause is in all new contracts.', 85),
            complete('The clause is in all contracts.'),
          ],
        },
      ],
    },
    {
      theme: 'Learning and leadership',
      title: 'Hear from people who use services at every meeting',
      actions: [
        {
          title:
            'Begin each meeting of the board with what one person lived through, told by them or with their consent.',
          outcome: 'The board decides with people in mind, and people hear what was decided.',
          evidence: [['Minutes of the meetings.', 'Each meeting']],
          responsible: [{ post: 'Independent Chair', person: 'margaret' }, { agency: 'voices' }],
          updates: [
            onTarget(25, 'One meeting.'),
            onTarget(50, 'One meeting. The speaker had an answer within a week.'),
            onTarget(75, 'One meeting.'),
            onTarget(100, 'One meeting.'),
          ],
        },
        {
          title: 'See 1.3 for what is told to those who raised a concern.',
          evidence: [['', 'See 1.3']],
          responsible: [{ agency: 'hollinseaCouncil' }],
          updates: [null, null, null, null],
        },
      ],
    },
  ],
}

/** A text as it comes from a Word file, for the import that the coordinator has begun and not finished. */
export const hollinseaDocument = `Hollinsea Safeguarding Adults Board
Plan of the partnership for preventing scams and doorstep crime

Improvement Area 1 – Warn people before somebody knocks
Action\tExpected evidence\tResponsible\tTimescale
1. Send a warning by text message and radio within a day of the first report.\tTimes of report and warning.\tTrading Standards / Police\tImmediate
2. Visit people who lost money within five days.\tNumber of visits; what people say of them.\tPolice / Trading Standards\tQuarterly
\tAn offer of a call blocker to each of them.\t\tFrom next month

Action\tExpected evidence\tResponsible\tTimescale
3. Teach bank clerks and postal workers the signs.\tTwo sessions in each branch.\tBoard Manager\tEnd June

Improvement Area 2 – Help people to get over it
Action\tExpected evidence\tResponsible\tTimescale
4. Offer a talk with somebody who went through the same.\tTen volunteers are trained.\tLarkmere Voices\tAutumn
5. Look for other worries during the visit.\tSee action 2.\tPolice / Adult Social Care\tOngoing

To be discussed: who pays for the call blockers?
`
