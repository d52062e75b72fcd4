import { graphql } from '../../../gql/gql.ts'

export const BoardAttendanceFragment = graphql(`
  fragment BoardAttendance on BoardAttendance {
    boardId
    boardName
    startsMonth
    meetings {
      id
      title
      heldOn
      state
      quorumMet
    }
    seats {
      seatId
      organisationId
      organisationName
      partOf {
        organisationId
        organisationName
        since
      }
      joined {
        organisationId
        organisationName
        since
      }
      required
      voting
      startsOn
      endsOn
      holders {
        name
        since
      }
      marks
    }
  }
`)
