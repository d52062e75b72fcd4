import { atRisk, complete, notStarted, offTarget, onTarget } from './planText.ts'
import type { PlanText } from './planText.ts'

export const marloweValePlan: PlanText = {
  title: 'Action plan of the Marlowe Vale Safeguarding Adults Board, {year 1}',
  areas: [
    {
      theme: 'Homes and neighbourhoods',
      title: 'Recognise self-neglect and hoarding early',
      actions: [
        {
          title: 'Adopt one pathway for self-neglect, from the first worry to long-term help.',
          outcome: 'People are met by somebody who stays in touch, and not by one letter after another.',
          evidence: [
            ['The pathway is published with a one-page summary.', 'End {month 2}'],
            ['Ten cases are looked at by several agencies together.', '{month 8}'],
          ],
          responsible: [
            { post: 'Principal Social Worker', agency: 'marloweValeCouncil' },
            { agency: 'homes' },
            { agency: 'fire' },
          ],
          updates: [
            onTarget(40, 'The pathway was published. 120 people came to three short briefings.'),
            onTarget(55, 'The panel met for the first time and looked at two cases.'),
            onTarget(80, 'Seven of ten cases were looked at.'),
            complete('Ten cases were looked at. What was learned went to all teams.'),
          ],
        },
        {
          title: 'Visit homes at high risk of fire within seven days.',
          outcome: 'Homes are safer, and people agree to what is done in them.',
          evidence: [['Visits within seven days in 90% of referrals.', 'Quarterly, first in {month 2}']],
          responsible: [{ agency: 'fire', person: 'carys' }],
          updates: [
            onTarget(30, 'In time: 17 of 21 visits.'),
            onTarget(60, 'In time: 22 of 25 visits.'),
            onTarget(80, 'In time: 24 of 26 visits.'),
            onTarget(90, 'In time: 28 of 30 visits.'),
          ],
        },
        {
          title: 'Train housing officers and repair workers to notice and to tell.',
          evidence: [
            ['All 64 housing officers are trained.', 'By {month 5}'],
            ['All contractors for repairs are trained.', 'By {month 11}'],
          ],
          responsible: [{ agency: 'homes', person: 'ravi' }, { post: 'Contracts Manager' }],
          updates: [
            onTarget(25, '18 officers are trained.'),
            atRisk(
              45,
              '36 of 64 officers are trained.',
              'Courses clash with the winter repairs. Two courses were moved to the evening.',
            ),
            onTarget(65, '64 officers are trained. Contractors follow.'),
            onTarget(70, 'Two of five contractors are trained.'),
          ],
        },
      ],
      comments: [
        {
          by: 'carys',
          writesFor: { agency: 'fire' },
          month: 5,
          day: 11,
          text: 'Referrals come to us with the telephone number missing in one case of four. Please fill it in: it saves days.',
        },
        {
          by: 'ravi',
          writesFor: { agency: 'homes' },
          month: 5,
          day: 13,
          text: 'Our form now refuses to be sent without it.',
        },
      ],
    },
    {
      theme: 'Homes and neighbourhoods',
      title: 'Stop criminals who take over the homes of others',
      actions: [
        {
          title: 'Map the streets and blocks where homes are taken over, and visit them together.',
          evidence: [
            ['Map renewed every two months.', 'Every two months'],
            ['Joint visits by police and housing.', 'Weekly from {month 1}'],
          ],
          responsible: [{ agency: 'police', person: 'marcus' }, { agency: 'homes' }],
          updates: [
            onTarget(30, 'First map was made. 14 visits.'),
            onTarget(50, '31 visits. Four homes were made safe.'),
            onTarget(70, '29 visits. Six homes were made safe.'),
            onTarget(85, '33 visits. Three homes were made safe.'),
          ],
        },
        {
          title: 'Agree how people on probation who are used by others get help and not only a penalty.',
          evidence: [['Agreement between probation, police and the council.', '{month 5}']],
          responsible: [
            { agency: 'probation', person: 'piotr' },
            { agency: 'police' },
            { agency: 'marloweValeCouncil' },
          ],
          updates: [
            onTarget(15, 'A first talk was held.'),
            onTarget(40, 'A draft is with the lawyers of all three.'),
            onTarget(60, 'The draft is back from two of three lawyers.'),
            onTarget(70, 'The draft is back from all three lawyers.'),
          ],
        },
        {
          title: 'Tell people in plain words, and in five languages, what to do when a guest does not leave.',
          outcome: 'People know that they are not to blame and whom to call.',
          evidence: [['Leaflet and film are made with people who went through it.', '{season 4}']],
          responsible: [
            { agency: 'voices' },
            { post: 'Communications Officer', agency: 'marloweValeCouncil' },
          ],
          updates: [
            onTarget(30, 'A group of six people meets every other week.'),
            onTarget(70, 'The leaflet is at the printer. The film is being cut.'),
            complete('Leaflet and film are out. The film was seen 2,300 times.'),
            complete('The leaflet was printed again.'),
          ],
        },
      ],
    },
    {
      theme: 'Care that people can trust',
      title: 'Reduce falls, medicine errors and pressure sores in care homes',
      actions: [
        {
          title: 'Share a standard for when an incident in a care home is a safeguarding concern.',
          evidence: [['Standard with examples; used by all 41 homes.', 'End {month 4}']],
          responsible: [{ agency: 'careHomes', person: 'tobias' }, { agency: 'careBoard' }],
          updates: [
            onTarget(35, 'The standard was written with eleven homes.'),
            onTarget(75, '33 of 41 homes use it.'),
            complete('All 41 homes use it.'),
            complete('Concerns that were no concerns fell by a third.'),
          ],
        },
        {
          title: 'Visit homes with three or more medicine errors in a quarter.',
          evidence: [['Pharmacist’s report within 15 days.', 'As they arise']],
          responsible: [{ post: 'Medicines Safety Pharmacist', agency: 'careBoard' }],
          updates: [
            onTarget(25, 'Two homes were visited.'),
            null,
            atRisk(
              50,
              'Four homes were visited, one of them late.',
              'One pharmacist covers two counties. A second starts soon.',
            ),
            onTarget(75, 'Three homes were visited, all in time.'),
          ],
        },
        {
          title: 'Give every home a named contact for questions about safeguarding.',
          evidence: [['List on the board’s page.', 'In place']],
          responsible: [{ post: 'Safeguarding Hub Manager', agency: 'marloweValeCouncil' }],
          updates: [
            complete('The list is on the page.'),
            complete('The list is on the page.'),
            complete('Two names were changed.'),
            complete('The list is on the page.'),
          ],
        },
      ],
      comments: [
        {
          by: 'tobias',
          writesFor: { agency: 'careHomes' },
          month: 7,
          day: 3,
          text: 'The examples in the standard are what managers of homes ask for most. A second set about medicines would be welcome.',
        },
      ],
    },
    {
      theme: 'Learning and leadership',
      title: 'Use mental capacity law with confidence',
      actions: [
        {
          title: 'Audit how capacity is assessed in five agencies.',
          outcome: 'People who can decide do decide. Where they cannot, it is done in their best interest.',
          evidence: [['50 files, ten of each agency.', '{month 3} and {month 9}']],
          responsible: [{ post: 'Principal Social Worker', agency: 'marloweValeCouncil', person: 'nell' }],
          updates: [
            onTarget(20, 'Questions and dates are agreed.'),
            onTarget(50, 'First 50 files: 28 were good or better.'),
            onTarget(60, 'Each agency has had its results and made a short plan.'),
            offTarget(
              60,
              'The second audit did not begin in time.',
              'Auditors of two agencies are on long leave. Neighbouring boards were asked for help.',
            ),
          ],
        },
        {
          title: 'Run a helpline of best interests assessors for one hour a day.',
          evidence: [['Number of calls and what they were about.', 'From {month 2} & ongoing']],
          responsible: [{ agency: 'marloweValeCouncil' }],
          updates: [
            notStarted('Waits for the telephone line.'),
            onTarget(50, '41 calls, most of them from hospital wards.'),
            onTarget(75, '58 calls.'),
            onTarget(75, '52 calls.'),
          ],
        },
        {
          title: 'Ask the board’s members once a year what they learned and what they changed.',
          evidence: [['Short report.', '{month 12}']],
          responsible: [{ post: 'Independent Chair', person: 'beatrice' }],
          updates: [
            notStarted('Not due to begin yet.'),
            notStarted('Not due to begin yet.'),
            notStarted('Not due to begin yet.'),
            onTarget(30, 'The questions went out. Five of eight agencies have answered.'),
          ],
        },
      ],
    },
  ],
}

/** Waits for the chair, so that there is something to adopt. */
export const marloweValeDraft: PlanText = {
  title: 'Winter plan: keeping people safe in cold homes, {year 12}',
  areas: [
    {
      theme: 'Before the cold',
      title: 'Know who is at risk in a cold home',
      actions: [
        {
          title: 'Put the lists of four agencies side by side and find people who stand on several.',
          outcome: 'People get one visit instead of four, and nobody gets none.',
          evidence: [['Agreement on sharing data, and a list that is renewed every week.', 'By {month 13}']],
          responsible: [
            { post: 'Public Health Manager', agency: 'marloweValeCouncil' },
            { agency: 'careBoard' },
          ],
          updates: [],
        },
        {
          title: 'Tell everyone who visits people at home what to look for.',
          evidence: [['Card for the pocket; 2,000 copies.', 'Immediate']],
          responsible: [{ agency: 'voices' }, { agency: 'fire' }],
          updates: [],
        },
      ],
    },
    {
      theme: 'In the cold',
      title: 'Help the same day when a heating fails',
      actions: [
        {
          title: 'Lend heaters from six places and bring them to the door.',
          evidence: [['Heaters are tested and ready.', 'End {month 13}']],
          responsible: [{ agency: 'fire', person: 'carys' }, { agency: 'homes' }],
          updates: [],
        },
        {
          title: 'Repair heatings of tenants at risk within 24 hours.',
          outcome: 'Nobody who is ill or frail spends a second night in the cold.',
          evidence: [['Repairs within 24 hours in 95% of cases.', 'Weekly from {month 13} to {month 17}']],
          responsible: [{ agency: 'homes', person: 'ravi' }],
          updates: [],
        },
        {
          title: 'Meet on the Monday after each cold week and put right what did not work.',
          evidence: [['', 'As needed']],
          responsible: [{ post: 'Board Manager', person: 'femi' }],
          updates: [],
        },
      ],
    },
  ],
}
