import { graphql } from '../gql/gql.ts'

// What `useSave` reads of a refusal. Every mutation asks for it by these names, for the refusals that it knows.

graphql(`
  fragment InvalidInputRefusal on InvalidInput {
    problems {
      field
      message
    }
  }
`)

graphql(`
  fragment ConflictRefusal on Conflict {
    currentVersion
    fields {
      field
      theirs
      yours
    }
  }
`)

graphql(`
  fragment NotReadyRefusal on NotReady {
    message
  }
`)
