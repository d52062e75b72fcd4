import { graphql } from '../../../gql/gql.ts'

/** A flag in a list. */
export const FlagEntryFragment = graphql(`
  fragment FlagEntry on Flag {
    id
    state
    words
    ruleWords
    organisationId
    organisationName
    partOf {
      organisationId
      organisationName
      since
    }
    answerDueOn
  }
`)

/** The very records behind what a rule found. */
export const RecordBehindFragment = graphql(`
  fragment RecordBehind on RecordBehind {
    recordId
    goneAt
    mark {
      id
      mark
      holderName
    }
    meeting {
      id
      title
      heldOn
    }
    seat {
      id
      organisationName
    }
  }
`)

/** Everything about a flag. */
export const FlagFragment = graphql(`
  fragment FlagWhole on Flag {
    ...FlagEntry
    id
    version
    year
    yearName
    rulesNumber
    raisedAt
    remindersSent
    goneAt
    joined {
      organisationId
      organisationName
      since
    }
    behind {
      ...RecordBehind
    }
    steps {
      id
      kind
      words
      answerDueOn
      personName
      happenedAt
      meeting {
        id
        title
        heldOn
      }
    }
    viewerCan {
      put
      answer
      discuss
      address
      accept
      close
    }
  }
`)

export const PutFlag = graphql(`
  mutation PutFlag($input: PutFlagInput!) {
    result: putFlag(input: $input) {
      __typename
      ... on Flag {
        ...FlagWhole
      }
      ...InvalidInputRefusal
      ...ConflictRefusal
      ...NotReadyRefusal
    }
  }
`)

export const AnswerFlag = graphql(`
  mutation AnswerFlag($input: AnswerFlagInput!) {
    result: answerFlag(input: $input) {
      __typename
      ... on Flag {
        ...FlagWhole
      }
      ...InvalidInputRefusal
      ...ConflictRefusal
      ...NotReadyRefusal
    }
  }
`)

export const DiscussFlag = graphql(`
  mutation DiscussFlag($input: DiscussFlagInput!) {
    result: discussFlag(input: $input) {
      __typename
      ... on Flag {
        ...FlagWhole
      }
      ...InvalidInputRefusal
      ...ConflictRefusal
      ...NotReadyRefusal
    }
  }
`)

export const AddressFlag = graphql(`
  mutation AddressFlag($input: AddressFlagInput!) {
    result: addressFlag(input: $input) {
      __typename
      ... on Flag {
        ...FlagWhole
      }
      ...InvalidInputRefusal
      ...ConflictRefusal
      ...NotReadyRefusal
    }
  }
`)

export const AcceptFlag = graphql(`
  mutation AcceptFlag($input: AcceptFlagInput!) {
    result: acceptFlag(input: $input) {
      __typename
      ... on Flag {
        ...FlagWhole
      }
      ...InvalidInputRefusal
      ...ConflictRefusal
      ...NotReadyRefusal
    }
  }
`)

export const CloseFlag = graphql(`
  mutation CloseFlag($input: CloseFlagInput!) {
    result: closeFlag(input: $input) {
      __typename
      ... on Flag {
        ...FlagWhole
      }
      ...InvalidInputRefusal
      ...ConflictRefusal
      ...NotReadyRefusal
    }
  }
`)
