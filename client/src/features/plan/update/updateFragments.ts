import { graphql } from '../../../gql/gql.ts'

/** An update as its form, its decision and the list of updates need it. */
export const WrittenUpdateFragment = graphql(`
  fragment WrittenUpdate on ProgressUpdate {
    id
    actionId
    period
    periodStartsOn
    state
    status
    percentComplete
    narrative
    issues
    correctiveActions
    writtenAt
    writtenByName
    decidedByName
    returnReason
    correctsId
    correctionReason
    corrected
    late
    activityNotes {
      activityId
      title
      status
      comments
    }
    seeAlso {
      id
      reference
      title
    }
    version
    viewerCan {
      write
      authorise
      correct
    }
  }
`)

/** What changes about an action with each step of one of its updates. */
export const ActionReportingFragment = graphql(`
  fragment ActionReporting on PlanAction {
    id
    latestUpdate {
      id
      period
      status
      percentComplete
    }
    report {
      period {
        name
        startsOn
        endsOn
        dueOn
        state
      }
      update {
        ...WrittenUpdate
      }
      awaiting {
        ...WrittenUpdate
      }
      missed {
        period {
          name
          startsOn
          endsOn
        }
        update {
          ...WrittenUpdate
        }
      }
      viewerCanWrite
    }
    activities {
      id
      title
      status
      latestNote {
        period
        status
        comments
      }
    }
    ...Pointers
  }
`)
