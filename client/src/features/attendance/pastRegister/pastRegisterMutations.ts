import { graphql } from '../../../gql/gql.ts'

export const SaveRegister = graphql(`
  mutation SaveRegister($input: RegisterImportInput!) {
    result: saveRegister(input: $input) {
      __typename
      ... on RegisterImport {
        id
        state
        version
        board {
          id
        }
        counts {
          newMeetings
          knownMeetings
          marks
          guests
          leftOut
        }
      }
      ... on Conflict {
        message
      }
      ...NotReadyRefusal
    }
  }
`)

export const UndoRegister = graphql(`
  mutation UndoRegister($input: RegisterImportInput!) {
    result: undoRegister(input: $input) {
      __typename
      ... on RegisterImport {
        id
        state
        version
        savedAt
        savedByName
        builtOn
      }
      ... on Conflict {
        message
      }
      ...NotReadyRefusal
    }
  }
`)

export const DiscardRegister = graphql(`
  mutation DiscardRegister($input: RegisterImportInput!) {
    result: discardRegister(input: $input) {
      __typename
      ... on RegisterImport {
        id
        state
      }
      ... on Conflict {
        message
      }
      ...NotReadyRefusal
    }
  }
`)
