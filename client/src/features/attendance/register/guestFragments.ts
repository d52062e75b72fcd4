import { graphql } from '../../../gql/gql.ts'

export const GuestsOfMeetingFragment = graphql(`
  fragment GuestsOfMeeting on Meeting {
    id
    guests {
      id
      kind
      name
      organisation
      version
    }
    viewerCanRegister {
      fill
    }
  }
`)

export const SaveGuest = graphql(`
  mutation SaveGuest($input: SaveGuestInput!) {
    result: saveGuest(input: $input) {
      __typename
      ... on Meeting {
        id
        ...GuestsOfMeeting
      }
      ...InvalidInputRefusal
      ...ConflictRefusal
      ...NotReadyRefusal
    }
  }
`)

export const RemoveGuest = graphql(`
  mutation RemoveGuest($input: RemoveGuestInput!) {
    result: removeGuest(input: $input) {
      __typename
      ... on Meeting {
        id
        ...GuestsOfMeeting
      }
      ...ConflictRefusal
      ...NotReadyRefusal
    }
  }
`)
