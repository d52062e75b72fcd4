import { atRisk, complete, notStarted, offTarget, onTarget } from './planText.ts'
import type { PlanText } from './planText.ts'

export const eldermoorPlan: PlanText = {
  title: 'Eldermoor Safeguarding Adults Board: what we do after the review of {month -7}',
  areas: [
    {
      theme: 'What the review found',
      title: 'Share what we know before somebody comes to harm',
      actions: [
        {
          title: 'Agree in one page what may be shared, with whom, and when consent is not needed.',
          evidence: [
            ['Page is signed by the heads of all seven agencies.', 'End {month 1}'],
            ['All front-line workers know it: nine of ten in a survey.', '{month 7}'],
          ],
          responsible: [
            { post: 'Board Manager', person: 'sofia' },
            { agency: 'police' },
            { agency: 'nhsTrust' },
          ],
          updates: [
            onTarget(50, 'Signed by five of seven.'),
            onTarget(70, 'Signed by all seven. It hangs in every team room.'),
            complete('In the survey, 83 of 90 workers know it.'),
            complete('It is part of the training of new workers.'),
          ],
        },
        {
          title: 'Call a meeting of all agencies within 24 hours when a person’s danger rises.',
          outcome: 'People in growing danger find that the agencies talk to one another.',
          evidence: [['Time from call to meeting, for each case.', 'Monthly from {month 2}']],
          responsible: [
            { agency: 'eldermoorCouncil', person: 'hanna' },
            { agency: 'police', person: 'leila' },
            { part: 'AUTHORISING', post: 'Director of Adult Services', person: 'imran' },
          ],
          updates: [
            onTarget(20, 'The way to call a meeting was agreed.'),
            onTarget(45, 'Seven meetings, six of them within 24 hours.'),
            onTarget(65, 'Nine meetings, all within 24 hours.'),
            onTarget(80, 'Six meetings, all within 24 hours.'),
          ],
        },
        {
          title: 'Give the out-of-hours team access to the notes of the mental health service.',
          evidence: [['Access works and was tested at night.', 'By {month 4}']],
          responsible: [{ post: 'Chief Information Officer', agency: 'nhsTrust' }],
          updates: [
            onTarget(10, 'The request was made.'),
            onTarget(20, 'The request was approved.'),
            onTarget(20, 'The request was approved.'),
            offTarget(
              20,
              'There is no access yet.',
              'The two systems do not fit together. Until they do, a nurse on call reads the notes out.',
            ),
          ],
        },
      ],
      comments: [
        {
          by: 'hanna',
          writesFor: { agency: 'eldermoorCouncil' },
          month: 6,
          day: 5,
          text: 'Action 1.3 has said “on target” since its deadline passed. Could the trust tell the board what stands in the way?',
        },
        {
          by: 'amara',
          writesFor: { agency: 'nhsTrust' },
          month: 6,
          day: 12,
          text: 'You are right, and we will say so in the next update. It is a matter of two systems that do not fit together.',
        },
      ],
    },
    {
      theme: 'What the review found',
      title: 'Stay with people who find it hard to accept help',
      actions: [
        {
          title: 'Let one worker stay with a person for as long as it takes, even when calls go unanswered.',
          outcome: 'People who said no the first time can say yes the fifth time, to somebody they know.',
          evidence: [['20 people have one named worker.', '10 by {month 5}, 20 by {month 11}']],
          responsible: [
            { post: 'Head of Adult Social Care', agency: 'eldermoorCouncil' },
            { agency: 'carers' },
          ],
          updates: [
            onTarget(20, 'Four people have a named worker.'),
            onTarget(50, 'Eleven people have a named worker.'),
            onTarget(75, 'Sixteen people have a named worker.'),
            complete('Twenty-one people have a named worker.'),
          ],
        },
        {
          title: 'Stop closing cases because somebody missed an appointment.',
          evidence: [['Audit of 30 closed cases.', '{month 3} and {month 9}']],
          responsible: [
            { agency: 'nhsTrust', person: 'amara' },
            { agency: 'eldermoorCouncil' },
            { agency: 'probation' },
          ],
          updates: [
            onTarget(20, 'The rules of all three agencies were changed.'),
            atRisk(
              35,
              'Six of 30 cases were closed after a missed appointment.',
              'Old letters are still sent by the system.',
            ),
            onTarget(60, 'The letters were changed.'),
            onTarget(90, 'One of 30 cases was closed after a missed appointment.'),
          ],
        },
        {
          title: 'Support the people who care for somebody who refuses help.',
          outcome: 'Carers say that they are heard, and that they know what is being done.',
          evidence: [['Group meets every month; what carers say of it.', 'Monthly']],
          responsible: [{ agency: 'carers', person: 'tom' }],
          updates: [
            onTarget(30, 'Nine carers came to the first meeting.'),
            onTarget(55, 'Fourteen carers come.'),
            onTarget(80, 'Fourteen carers come. Eleven say that they feel stronger.'),
            onTarget(90, 'Seventeen carers come.'),
          ],
        },
      ],
      comments: [
        {
          by: 'tom',
          writesFor: { agency: 'carers' },
          month: 7,
          day: 22,
          text: 'Carers ask that the named worker also has the telephone number of the carer. It is missing in about half of the plans.',
        },
      ],
    },
    {
      theme: 'Working together',
      title: 'Protect people from exploitation by those they call friends',
      actions: [
        {
          title: 'Teach workers of all agencies how exploitation begins.',
          evidence: [['Six half days; 150 people.', '{month 1} to {month 8}']],
          responsible: [
            { post: 'Learning and Development Lead', agency: 'eldermoorCouncil' },
            { agency: 'police' },
          ],
          updates: [
            onTarget(30, 'Two half days; 51 people.'),
            onTarget(55, 'Four half days; 98 people.'),
            complete('Six half days; 156 people.'),
            complete('A seventh half day was added; 24 people.'),
          ],
        },
        {
          title: 'Name one officer in each police team whom workers can call.',
          evidence: [['List of officers; renewed when people change posts.', 'In place']],
          responsible: [{ agency: 'police', person: 'leila' }],
          updates: [
            complete('The list went to all agencies.'),
            complete('Two officers changed.'),
            complete('The list is up to date.'),
            complete('One officer changed.'),
          ],
        },
        {
          title: 'Use the powers of several agencies together against those who exploit.',
          evidence: [
            ['Five cases in which police, housing and trading standards acted together.', '{month 10}'],
            ['What worked is written down.', '{season 12}'],
          ],
          responsible: [
            { agency: 'police' },
            { agency: 'probation', person: 'piotr' },
            { post: 'Trading Standards Manager' },
          ],
          updates: [
            notStarted('The cases are being chosen.'),
            onTarget(20, 'One case.'),
            atRisk(
              40,
              'Two cases.',
              'The lawyers of the agencies read the law in different ways. A joint training is booked.',
            ),
            onTarget(60, 'Four cases.'),
          ],
        },
      ],
    },
    {
      theme: 'Learning and leadership',
      title: 'Learn from reviews faster, and show what changed',
      actions: [
        {
          title: 'Finish a review within six months of the decision to hold it.',
          evidence: [['Dates of all reviews since the plan began.', 'Ongoing']],
          responsible: [{ post: 'Chair of the review sub-group', person: 'hanna' }],
          updates: [
            onTarget(25, 'One review runs, in its third month.'),
            onTarget(50, 'The review ended in its sixth month.'),
            onTarget(60, 'Two reviews run.'),
            atRisk(
              55,
              'Two reviews run; one is in its seventh month.',
              'A court case has to end first. The family was told.',
            ),
          ],
        },
        {
          title: 'Send what was learned to every team in seven minutes’ worth of reading.',
          evidence: [['One sheet for each review.', '4 weeks after each review']],
          responsible: [{ post: 'Board Manager', person: 'sofia' }],
          updates: [
            notStarted('No review has ended yet.'),
            onTarget(50, 'The sheet went out after three weeks.'),
            null,
            onTarget(50, 'No further review has ended.'),
          ],
        },
        {
          title: 'Ask teams after three months what they do differently.',
          evidence: [['Answers of ten teams for each review.', '3 months after each sheet']],
          responsible: [{ agency: 'eldermoorCouncil' }, { agency: 'nhsTrust' }, { agency: 'police' }],
          updates: [
            notStarted('Not due to begin yet.'),
            notStarted('Not due to begin yet.'),
            onTarget(40, 'Six of ten teams have answered.'),
            onTarget(80, 'Ten of ten teams have answered. Seven named something that they changed.'),
          ],
        },
      ],
    },
  ],
}
