import { todayInLondon } from '@boardwork/shared/board/dates.ts'
import { resultText, targetText } from '@boardwork/shared/plan/measureJudgement.ts'
import { Counting, MeasureKind } from '@boardwork/shared/plan/measureKind.ts'
import { reviewsAfter } from '@boardwork/shared/plan/milestone.ts'
import { organisations } from './councils.ts'
import { people } from './people.ts'
import type { World } from './world.ts'

/** Measures of two actions of the Fernshire plan: the numerators and denominators of the quarters. */
const measures = [
  {
    reference: '1.1',
    kind: MeasureKind.PERCENT_AT_LEAST,
    name: 'Enquiries whose file says what the person wants to come of it',
    target: 90,
    withinDays: null,
    unit: null,
    population: 'Enquiries that were begun in the half year',
    counting: Counting.SAMPLE,
    results: [null, [15, 20, 212], null, [18, 20, 231]],
  },
  {
    reference: '2.2',
    kind: MeasureKind.PERCENT_WITHIN_DAYS,
    name: 'Protection plans that were reviewed in time',
    target: 85,
    withinDays: 28,
    unit: 'days',
    population: 'Protection plans that were due for a review',
    counting: Counting.ALL,
    results: [
      [24, 41, null],
      [26, 40, null],
      [31, 42, null],
      [25, 39, null],
    ],
  },
] as const

const reviews = [
  ['All areas have begun. Two leads were still to be named.', 'The chair writes to the two agencies.'],
  ['Both leads are named. The audit of outcomes is planned.', ''],
  [
    'Eleven of fifteen actions go as planned.',
    'The four others report to the performance sub-group every month.',
  ],
] as const

/** What the Fernshire plan is measured by, and its milestones and reviews. */
export function makeMeasures(world: World): void {
  const boardId = world.boardIds.fernshire
  const plan = world.plans.find((each) => each.boardId === boardId && each.state === 'ADOPTED')
  if (!plan?.adoptedAt) throw new Error('The demonstration has no adopted plan of fernshire.')
  const { adoptedAt } = plan
  const planId = plan.id
  const actionAt = (reference: string) => {
    const action = world.actions.find((each) => each.planId === planId && each.reference === reference)
    if (!action) throw new Error(`The demonstration has no action ${reference} of fernshire.`)
    return { boardId, planId, areaId: action.areaId, actionId: action.id }
  }
  const coordinator = { by: 'ada', under: world.under('ada', 'COORDINATOR', boardId) } as const
  const chains = [boardId]

  for (const { reference, results, ...terms } of measures) {
    const place = actionAt(reference)
    const { actionId } = place
    const id = world.ids.next()
    const setAt = world.calendar.moment(0, 12)
    world.measures.push({ ...place, id, ...terms, setAt, version: 1 })
    world.happenings.push({
      ...coordinator,
      chains,
      at: setAt,
      action: 'measure.set',
      recordType: 'Measure',
      recordId: id,
      after: { name: terms.name, target: targetText(terms), actionId },
    })
    results.forEach((found, index) => {
      const quarter = world.calendar.quarters[index]
      if (!found || !quarter) return
      const [numerator, denominator, populationSize] = found
      const result = {
        ...place,
        id: world.ids.next(),
        measureId: id,
        measuredOn: quarter.endsOn,
        period: quarter.period,
        numerator,
        denominator,
        populationSize,
        recordedById: world.personIds.daniel,
        recordedByName: people.daniel.name,
        recordedByFor: organisations.fernshireCouncil.name,
        recordedAt: world.calendar.moment(quarter.lastMonth, 25, 20),
        retracts: false,
      }
      world.results.push(result)
      world.happenings.push({
        by: 'daniel',
        under: { kind: 'SIGNED_IN' },
        chains,
        at: result.recordedAt,
        action: 'measure.record',
        recordType: 'MeasureResult',
        recordId: result.id,
        after: {
          actionId,
          measureId: id,
          result: resultText(terms, result),
          measuredOn: result.measuredOn,
        },
      })
    })
  }

  const set = (
    milestone: Omit<World['milestones'][number], 'boardId' | 'id' | 'planId'>,
    at: Date,
  ): string => {
    const id = world.ids.next()
    world.milestones.push({ boardId, id, planId, ...milestone })
    const { kind, title, dueOn } = milestone
    world.happenings.push({
      ...coordinator,
      chains,
      at,
      action: 'milestone.set',
      recordType: 'Milestone',
      recordId: id,
      after: { kind, title, planId, dueOn },
    })
    return id
  }
  const { areaId, actionId } = actionAt('3.2')
  set(
    {
      areaId,
      actionId,
      kind: 'MILESTONE',
      title: 'All care homes have been visited once',
      dueOn: world.calendar.day(14, 20),
      version: 1,
    },
    world.calendar.moment(9, 4),
  )
  reviewsAfter(todayInLondon(adoptedAt)).forEach(({ title, dueOn }, index) => {
    const [outcome, decision] = reviews[index] ?? ['', '']
    const recordedAt = world.calendar.moment(index, 26, 50)
    const id = set(
      {
        kind: 'REVIEW',
        title,
        dueOn,
        doneOn: dueOn,
        outcome,
        decision: decision || null,
        reviewedBy: 'Performance sub-group',
        recordedByName: people.gareth.name,
        recordedAt,
        version: 2,
      },
      new Date(adoptedAt.getTime() + 3_600_000),
    )
    world.happenings.push({
      by: 'gareth',
      under: { kind: 'SIGNED_IN' },
      chains,
      at: recordedAt,
      action: 'milestone.complete',
      recordType: 'Milestone',
      recordId: id,
      before: { doneOn: '' },
      after: { kind: 'REVIEW', title, planId, doneOn: dueOn, outcome, decision },
    })
  })
}
