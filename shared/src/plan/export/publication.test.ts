import { expect, it } from 'vitest'
import { publishedPlan } from './publication.ts'

const area = {
  id: 'a1',
  reference: '1',
  theme: 'People',
  title: 'Listen',
  actions: [
    {
      id: 'x1',
      reference: '1.1',
      title: 'Ask people',
      comments: 'Not for the public',
      expectedEvidence: [{ deadline: 'March 2031' }, { deadline: null }, { deadline: 'Quarterly' }],
      responsible: [
        { postTitle: 'Ann Fell, Head of Care', organisationName: 'Brindle Council', personName: 'Ann Fell' },
        { postTitle: 'Bo Ray', organisationName: null, personName: 'Bo Ray' },
        { postTitle: null, organisationName: 'Brindle Police', personName: 'Cy Dew' },
      ],
      latestUpdate: { period: 'Q1 2030/31', status: 'AT_RISK' as const, narrative: 'Half were asked.' },
    },
    {
      id: 'x2',
      reference: '',
      title: 'Tell them',
      expectedEvidence: [],
      responsible: [],
      latestUpdate: null,
    },
  ],
}

it('a plan for the public has no comment and no name of a person', () => {
  const plan = publishedPlan({
    title: 'Plan',
    boardName: 'Brindle Board',
    areas: [area, { id: 'a2', reference: '2', title: 'Empty', actions: [] }],
  })
  expect(plan).toEqual({
    title: 'Plan',
    boardName: 'Brindle Board',
    counts: [
      { status: 'At risk', count: 1 },
      { status: 'No update yet', count: 1 },
    ],
    areas: [
      {
        id: 'a1',
        theme: 'People',
        heading: '1 Listen',
        actions: [
          {
            id: 'x1',
            reference: '1.1',
            title: 'Ask people',
            responsible: ['Head of Care, Brindle Council', 'Brindle Police'],
            deadlines: ['March 2031', 'Quarterly'],
            status: 'At risk',
            period: 'Q1 2030/31',
            progress: 'Half were asked.',
          },
          {
            id: 'x2',
            reference: '',
            title: 'Tell them',
            responsible: [],
            deadlines: [],
            status: 'No update yet',
            period: '',
            progress: '',
          },
        ],
      },
    ],
  })
  expect(JSON.stringify(plan)).not.toMatch(/Ann Fell|Bo Ray|Cy Dew|Not for the public/)
})
