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

export const RemoveGuest = graphql(`
  mutation RemoveGuest($input: RemoveGuestInput!) {
    result: removeGuest(input: $input) {
      __typename
      ... on Meeting {
        id
        ...GuestsOfMeeting
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
