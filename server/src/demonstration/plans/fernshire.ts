import { atRisk, complete, notStarted, offTarget, onTarget } from './planText.ts'
import type { PlanText } from './planText.ts'

export const fernshirePlan: PlanText = {
  title: 'Safeguarding adults improvement plan after the peer challenge of {month -5}',
  areas: [
    {
      theme: 'The person first',
      title: 'Ask people what they want to happen, and check that it did',
      actions: [
        {
          title:
            'Write down at the start of every enquiry what the person wants to come of it, in their own words.',
          outcome: 'People say that they were asked, and that what they wanted guided what was done.',
          evidence: [
            ['Case file audit: outcomes are written down in 90% of enquiries.', 'End {month 5}'],
            ['The same audit again, with the same questions.', '{month 11}'],
          ],
          responsible: [{ post: 'Head of Adult Safeguarding', agency: 'fernshireCouncil' }],
          updates: [
            onTarget(25, 'The enquiry form asks for outcomes on its first page. All teams were briefed.'),
            onTarget(50, 'First audit of 20 files: outcomes were written down in 15 of them.'),
            atRisk(
              60,
              'Two teams reach the standard. The hospital team does not.',
              'The hospital team uses its own form. It moves to the shared form next month.',
            ),
            onTarget(85, 'Second audit of 20 files: outcomes were written down in 18 of them.'),
          ],
        },
        {
          title: 'Offer an advocate to everyone who finds it hard to take part in their own enquiry.',
          outcome: 'Nobody goes through an enquiry without somebody at their side who speaks up for them.',
          evidence: [
            [
              'Offers of an advocate counted each quarter, with the reasons why an offer was declined.',
              'Quarterly',
            ],
            ['', 'First count by {month 2}'],
          ],
          responsible: [
            { agency: 'voices', person: 'grace' },
            { post: 'Commissioning Manager', agency: 'fernshireCouncil' },
          ],
          updates: [
            onTarget(20, 'Contract extended. Three more advocates are in training.'),
            onTarget(45, 'Advocates were offered in 31 of 38 enquiries where one was needed.'),
            onTarget(70, 'Offers reached 34 of 37. Three people declined and said why.'),
            onTarget(90, 'Offers reached 40 of 41. The waiting time is five working days.'),
          ],
        },
        {
          title: 'Ask people six weeks after an enquiry whether they feel safer.',
          evidence: [
            [
              'Short interview, by telephone or in person, with one person in five.',
              'From {month 3} & ongoing',
            ],
          ],
          responsible: [{ post: 'Quality Assurance Officer', agency: 'fernshireCouncil' }],
          updates: [
            notStarted('The questions are being written with people who use services.'),
            onTarget(30, 'Eight interviews were held. Seven people feel safer.'),
            null,
            atRisk(
              40,
              'Eleven interviews were held in half a year. Twenty were planned.',
              'One officer does them all. Two volunteers of Larkmere Voices start next month.',
            ),
          ],
        },
      ],
      comments: [
        {
          by: 'grace',
          writesFor: { agency: 'voices' },
          month: 3,
          day: 14,
          text: 'People tell our advocates that they want to be asked again in the middle of an enquiry, not only at its start. Can the form leave room for that?',
        },
        {
          by: 'ada',
          writesFor: { board: 'fernshire' },
          month: 3,
          day: 16,
          text: 'A good point. The next version of the form asks again at the planning meeting.',
        },
      ],
    },
    {
      theme: 'Risk and protection',
      title: 'Make risk assessments and protection plans that everyone can follow',
      actions: [
        {
          title: 'Bring the four forms for risk and protection together in one document.',
          outcome: 'People get one plan in plain words and know whom to call.',
          evidence: [
            ['One document is agreed by all partners.', 'End {month 1}'],
            ['80% of protection plans use it.', 'End {month 5}'],
          ],
          responsible: [
            { post: 'Head of Adult Safeguarding', agency: 'fernshireCouncil' },
            { agency: 'nhsTrust' },
            { agency: 'police' },
            { part: 'AUTHORISING', post: 'Chief Nurse', agency: 'nhsTrust', person: 'amara' },
          ],
          updates: [
            onTarget(50, 'The document was agreed. Printing in easy read is under way.'),
            complete('All four old forms are withdrawn. 86% of plans use the new one.'),
            complete('Nothing to add: 88% of plans use it.'),
            complete('Nothing to add: 91% of plans use it.'),
          ],
        },
        {
          title: 'Review every protection plan within 28 days.',
          outcome: 'A plan that does not work is changed before harm is done.',
          evidence: [['70% of plans are reviewed in time, then 85%.', '70% by {month 4}, 85% by {month 10}']],
          responsible: [{ post: 'Team managers' }],
          updates: [
            onTarget(30, 'In time: 24 of 41 reviews, which is 59%.'),
            atRisk(
              45,
              'In time: 26 of 40 reviews, which is 65%.',
              'Reviews slip when a worker is on leave. Managers get a list every Monday.',
            ),
            onTarget(60, 'In time: 31 of 42 reviews, which is 74%.'),
            offTarget(
              55,
              'In time: 25 of 39 reviews, which is 64%.',
              'Two posts are vacant. Agency workers start next week, and managers review the oldest plans first.',
            ),
          ],
        },
        {
          title: 'Train managers of all agencies to weigh risk together with the person.',
          evidence: [
            ['Four courses for 80 managers.', '{month 2}, {month 5} and {month 8}'],
            ['80% say three months later that they work differently.', '3 months after each course'],
          ],
          responsible: [
            { post: 'Workforce Development Manager', agency: 'fernshireCouncil' },
            { agency: 'careBoard' },
          ],
          updates: [
            onTarget(25, 'First course: 22 managers of six agencies came.'),
            onTarget(50, 'Second course: 19 managers came. 15 of 18 say that they work differently.'),
            onTarget(75, 'Third course: 21 managers came.'),
            onTarget(75, 'Third course: 21 managers came.'),
          ],
        },
      ],
      comments: [
        {
          by: 'amara',
          writesFor: { agency: 'nhsTrust' },
          month: 6,
          day: 9,
          text: 'Our wards started to use the one document this month. Nurses like the page that the patient keeps.',
        },
        {
          by: 'nell',
          writesFor: { agency: 'marloweValeCouncil' },
          month: 9,
          day: 21,
          text: 'Thank you for sharing this. We would like to use the same document, so that people who move between us keep their plan.',
        },
      ],
    },
    {
      theme: 'Working together',
      title: 'Help each other in time when care in a home goes wrong',
      actions: [
        {
          title: 'Agree who leads when concerns about a care home touch several agencies.',
          evidence: [
            [
              'A protocol of two pages is signed by all partners.',
              '12 weeks after the adoption of this plan',
            ],
          ],
          responsible: [
            { post: 'Commissioning Manager', agency: 'fernshireCouncil' },
            { agency: 'careBoard' },
            { post: 'Detective Inspector, Vulnerable Adults', agency: 'police' },
          ],
          updates: [
            onTarget(40, 'A first version went to all partners for comment.'),
            onTarget(80, 'Signed by all but one partner.'),
            onTarget(90, 'Signed by all but one partner. Legal advice was asked for.'),
            onTarget(90, 'The last signature is expected at the next meeting.'),
          ],
        },
        {
          title: 'Share early signs of poor care once a month.',
          outcome: 'People who live in care homes see problems put right before they grow.',
          evidence: [
            ['Notes of the monthly meeting, with what was agreed.', 'Monthly from {month 1}'],
            ['Visits follow within ten working days.', ''],
          ],
          responsible: [
            { agency: 'careBoard', person: 'owen' },
            { agency: 'fire' },
            { agency: 'voices' },
            { part: 'AUTHORISING', post: 'Director of Adult Services', person: 'daniel' },
          ],
          updates: [
            onTarget(30, 'Two meetings were held. Signs about three homes were shared.'),
            onTarget(55, 'Three meetings were held. All visits followed in time.'),
            onTarget(75, 'Three meetings were held. One visit came after 13 days.'),
            complete('The meeting is part of ordinary work now and has a budget.'),
          ],
        },
        {
          title: 'Tell providers within five days what came of a concern that they raised.',
          evidence: [['Sample of ten concerns each quarter.', 'Quarterly']],
          responsible: [{ post: 'Safeguarding Hub Manager', agency: 'fernshireCouncil' }],
          updates: [
            notStarted('Waits for the new case system.'),
            offTarget(
              10,
              'In time in 3 of 10 concerns.',
              'The case system sends no reminder. The supplier has promised one for the spring.',
            ),
            atRisk(40, 'In time in 6 of 10 concerns.', 'Reminders work. Cover for holidays is missing.'),
            onTarget(70, 'In time in 9 of 10 concerns.'),
          ],
        },
      ],
      comments: [
        {
          by: 'tobias',
          writesFor: { agency: 'careHomes' },
          month: 10,
          day: 6,
          text: 'From our side the answers come much sooner since the summer. A named contact for evenings would help.',
        },
      ],
    },
    {
      theme: 'Learning and leadership',
      title: 'Know as a board whether practice gets better',
      actions: [
        {
          title: 'Set up a sub-group for quality and performance.',
          evidence: [['Terms of reference, a chair and dates for the year.', 'Completed']],
          responsible: [{ post: 'Board Manager', person: 'ada' }],
          updates: [
            complete('The sub-group has met for the first time.'),
            complete('Nothing to add.'),
            complete('Nothing to add.'),
            complete('Nothing to add.'),
          ],
        },
        {
          title: 'Agree a small set of measures and read them at every meeting.',
          evidence: [
            ['Twelve measures with a target for each.', '{month 4}'],
            ['A page of figures for every board meeting.', 'By {month 6} & ongoing'],
          ],
          responsible: [{ post: 'Quality and performance sub-group', person: 'daniel' }],
          updates: [
            onTarget(20, 'A long list of 40 measures was cut to 18.'),
            onTarget(50, 'Twelve measures were agreed. Figures for nine are there.'),
            onTarget(75, 'First page of figures was read by the board.'),
            complete('Figures for eleven of twelve measures are read at every meeting.', 90),
          ],
        },
        {
          title: 'Check once a year what became of the findings of all reviews.',
          evidence: [['Report to the board, published with the annual report.', '{season 13}']],
          responsible: [{ post: 'Independent Chair', person: 'gareth' }],
          updates: [
            notStarted('Not due to begin yet.'),
            notStarted('Not due to begin yet.'),
            onTarget(20, 'The findings of three reviews were put into one list.'),
            onTarget(50, 'Agencies have answered on 22 of 31 findings.'),
          ],
        },
      ],
    },
  ],
}
