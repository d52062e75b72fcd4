import { graphql } from '../../../gql/gql.ts'

/** One line of a register. Without the reason of apologies: the answer stays on the device. */
export const RegisterPlaceFragment = graphql(`
  fragment RegisterPlace on ExpectedPlace {
    placeId
    holderId
    holderName
    required
    voting
    organisation {
      id
      name
      kind
    }
    deputies {
      personId
      name
    }
    mark {
      ...RegisterMarkText
    }
    answer {
      id
      answer
      deputyId
      deputyName
      state
    }
  }
`)

export const RegisterMarkTextFragment = graphql(`
  fragment RegisterMarkText on RegisterMark {
    id
    mark
    cameId
    cameName
    seniorEnough
    source
    markedByName
    markedAt
    version
    corrections {
      id
    }
  }
`)

/** A meeting with all that its register shows. */
export const RegisterFragment = graphql(`
  fragment Register on Meeting {
    id
    kind
    title
    startsAt
    heldOn
    cancelledAt
    cancelledReason
    registerBegunAt
    registerClosedAt
    registerClosedByName
    board {
      id
      name
      attendanceSetting {
        deputyRule
      }
    }
    expected {
      ...RegisterPlace
    }
    quorum {
      id
      rule
    }
    checkIn {
      openedAt
      endedAt
      wrongTries {
        id
      }
    }
    viewerCanRegister {
      keep
      fill
      close
      correct
      openCheckIn
      checkIn
    }
    ...GuestsOfMeeting
  }
`)

export const RegisterPageQuery = graphql(`
  query RegisterPage($id: ID!) {
    meeting(id: $id) {
      id
      ...Register
    }
  }
`)

/** Why apologies were sent. It is asked for apart, so that it does not stay on the device. */
export const ReasonsOfRegisterQuery = graphql(`
  query ReasonsOfRegister($id: ID!) {
    meeting(id: $id) {
      id
      expected {
        placeId
        mark {
          id
          reason
        }
      }
    }
  }
`)

export const SetMarks = graphql(`
  mutation SetMarks($input: SetMarksInput!) {
    result: setMarks(input: $input) {
      __typename
      ... on SavedMarks {
        meeting {
          id
          ...Register
        }
        unsaved {
          placeId
          message
          currentVersion
          current {
            id
            reason
            ...RegisterMarkText
          }
        }
      }
      ... on InvalidInput {
        message
      }
      ... on NotReady {
        message
      }
    }
  }
`)
