import { graphql } from '../../../gql/gql.ts'

export const PlanMeeting = graphql(`
  mutation PlanMeeting($input: PlanMeetingInput!) {
    result: planMeeting(input: $input) {
      __typename
      ... on Meeting {
        id
        ...MeetingDetails
      }
      ...InvalidInputRefusal
      ...NotReadyRefusal
    }
  }
`)

export const ChangeMeeting = graphql(`
  mutation ChangeMeeting($input: ChangeMeetingInput!) {
    result: changeMeeting(input: $input) {
      __typename
      ... on Meeting {
        id
        ...MeetingDetails
      }
      ...InvalidInputRefusal
      ...ConflictRefusal
      ...NotReadyRefusal
    }
  }
`)

export const CancelMeeting = graphql(`
  mutation CancelMeeting($input: CancelMeetingInput!) {
    result: cancelMeeting(input: $input) {
      __typename
      ... on Meeting {
        id
        ...MeetingDetails
      }
      ...InvalidInputRefusal
      ...ConflictRefusal
      ...NotReadyRefusal
    }
  }
`)
