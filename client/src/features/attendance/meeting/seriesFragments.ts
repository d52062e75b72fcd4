import { graphql } from '../../../gql/gql.ts'

export const ChangeSeries = graphql(`
  mutation ChangeSeries($input: ChangeSeriesInput!) {
    result: changeSeries(input: $input) {
      __typename
      ... on Meeting {
        id
        ...MeetingDetails
        inSeries {
          id
          ...MeetingDetails
        }
      }
      ... on InvalidInput {
        problems {
          field
          message
        }
      }
      ... on Conflict {
        currentVersion
        fields {
          field
          theirs
          yours
        }
      }
      ... on NotReady {
        message
      }
    }
  }
`)

export const CancelSeries = graphql(`
  mutation CancelSeries($input: CancelSeriesInput!) {
    result: cancelSeries(input: $input) {
      __typename
      ... on Meeting {
        id
        ...MeetingDetails
        inSeries {
          id
          ...MeetingDetails
        }
      }
      ... on InvalidInput {
        problems {
          field
          message
        }
      }
      ... on Conflict {
        currentVersion
        fields {
          field
          theirs
          yours
        }
      }
      ... on NotReady {
        message
      }
    }
  }
`)
