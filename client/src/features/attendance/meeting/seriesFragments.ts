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
      ...InvalidInputRefusal
      ...ConflictRefusal
      ...NotReadyRefusal
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
      ...InvalidInputRefusal
      ...ConflictRefusal
      ...NotReadyRefusal
    }
  }
`)
