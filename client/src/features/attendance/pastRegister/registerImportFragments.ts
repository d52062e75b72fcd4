import { graphql } from '../../../gql/gql.ts'

/** What was understood of a list of attendance, and what was chosen so far. */
export const PastPreviewFragment = graphql(`
  fragment PastPreview on RegisterImport {
    id
    version
    preview {
      questions {
        key
        kind
        text
        hint
        choices {
          value
          label
        }
        suggestion
        answer
      }
      agencies {
        key
        words
        names
        marks
        suggestions {
          id
          name
          percent
          reasons
        }
        choice
      }
      organisations {
        id
        name
      }
      people {
        key
        name
        agencyWords
        suggestion
        reason
        role
      }
      meetingChoices {
        key
        day
        heading
        known {
          id
          title
          marks
          closed
        }
        choice
      }
      missingSeats {
        organisationId
        organisation
        days
        marks
        choice
      }
      meetings {
        key
        day
        title
        isNew
        marks {
          seatId
          organisation
          mark
          holderName
          cameName
          reason
        }
        guests {
          name
          organisation
        }
        unmentioned
      }
      leftOut {
        words
        place
        why
      }
      leftOutCount
      waiting {
        questions
        agencies
        people
        meetings
        seats
      }
      startsAt
      endsAt
    }
  }
`)

export const ChooseInRegister = graphql(`
  mutation ChooseInRegister($input: ChooseInRegisterInput!) {
    result: chooseInRegister(input: $input) {
      __typename
      ... on RegisterImport {
        id
        version
        ...PastPreview
      }
      ...InvalidInputRefusal
      ... on Conflict {
        message
      }
      ...NotReadyRefusal
    }
  }
`)
