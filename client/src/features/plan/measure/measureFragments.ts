import { graphql } from '../../../gql/gql.ts'

/** A measure with everything that was recorded for it. */
export const MeasureFragment = graphql(`
  fragment Measure on Measure {
    id
    actionId
    kind
    name
    target
    targetOn
    withinDays
    unit
    population
    counting
    populationSize
    endedAt
    endedReason
    version
    judgement {
      verdict
      words
    }
    latestResult {
      id
    }
    results {
      id
      measuredOn
      period
      value
      numerator
      denominator
      populationSize
      note
      recordedByName
      recordedByFor
      recordedAt
      correctsId
      correctionReason
      retracts
      corrected
      interval {
        low
        high
      }
    }
    viewerCan {
      change
      record
    }
  }
`)

/** What an action is measured by. */
export const ActionMeasuresFragment = graphql(`
  fragment ActionMeasures on PlanAction {
    id
    viewerCanSetMeasures
    measures {
      id
      ...Measure
    }
  }
`)
