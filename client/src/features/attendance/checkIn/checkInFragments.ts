import { graphql } from '../../../gql/gql.ts'

/** What an officer shows in the room. */
export const CheckInScreenFragment = graphql(`
  fragment CheckInScreen on Meeting {
    id
    title
    heldOn
    board {
      id
      name
    }
    expected {
      ...RegisterPlace
    }
    checkIn {
      openedAt
      openedByName
      endedAt
      code {
        code
        millisecondsLeft
      }
      wrongTries {
        id
        personName
        triedAt
      }
    }
    viewerCanRegister {
      openCheckIn
    }
  }
`)

export const CheckInScreenPageQuery = graphql(`
  query CheckInScreenPage($id: ID!) {
    meeting(id: $id) {
      id
      ...CheckInScreen
    }
  }
`)

export const OpenCheckIn = graphql(`
  mutation OpenCheckIn($input: CheckInOfMeetingInput!) {
    result: openCheckIn(input: $input) {
      __typename
      ... on Meeting {
        id
        ...CheckInScreen
      }
      ...NotReadyRefusal
    }
  }
`)

export const EndCheckIn = graphql(`
  mutation EndCheckIn($input: CheckInOfMeetingInput!) {
    result: endCheckIn(input: $input) {
      __typename
      ... on Meeting {
        id
        ...CheckInScreen
      }
      ...NotReadyRefusal
    }
  }
`)

export const CheckInPageQuery = graphql(`
  query CheckInPage($id: ID!) {
    meeting(id: $id) {
      id
      ...OwnCheckIn
    }
  }
`)

/** What a member who checks in sees. */
export const OwnCheckInFragment = graphql(`
  fragment OwnCheckIn on Meeting {
    id
    title
    heldOn
    board {
      id
      name
    }
    viewerPlaces {
      placeId
      holderName
      organisation {
        id
        name
      }
      mark {
        id
        mark
        cameName
        source
        markedAt
      }
    }
    viewerCanRegister {
      checkIn
    }
  }
`)

export const CheckIn = graphql(`
  mutation CheckIn($input: CheckInInput!) {
    result: checkIn(input: $input) {
      __typename
      ... on Meeting {
        id
        ...OwnCheckIn
      }
      ...InvalidInputRefusal
      ...NotReadyRefusal
    }
  }
`)
