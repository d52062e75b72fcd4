import { graphql } from '../../../gql/gql.ts'

export const AgendaItemFragment = graphql(`
  fragment AgendaItem on AgendaItem {
    id
    title
    presenter
    minutes
    notes
    version
  }
`)

export const MeetingPaperFragment = graphql(`
  fragment MeetingPaper on MeetingPaper {
    id
    itemId
    title
    address
    fileName
    mediaType
    bytes
    addedByName
    addedAt
    version
  }
`)

export const DecisionFragment = graphql(`
  fragment Decision on Decision {
    id
    itemId
    words
    version
  }
`)

export const MeetingActionFragment = graphql(`
  fragment MeetingAction on MeetingAction {
    id
    itemId
    words
    organisationId
    organisationName
    post
    dueOn
    doneOn
    version
    planAction {
      id
      reference
      title
    }
    reports {
      id
      kind
      words
      doneOn
      saidByName
      organisationName
      saidAt
    }
    viewerCan {
      report
      putBack
    }
  }
`)

export const OpenActionsOfMeetingFragment = graphql(`
  fragment OpenActionsOfMeeting on Meeting {
    id
    openActions {
      id
      meeting {
        id
        title
        heldOn
      }
      ...MeetingAction
    }
  }
`)

export const AgendaOfMeetingFragment = graphql(`
  fragment AgendaOfMeeting on Meeting {
    id
    kind
    agenda {
      id
      ...AgendaItem
    }
    viewerCanAgenda {
      arrange
    }
  }
`)

export const PapersOfMeetingFragment = graphql(`
  fragment PapersOfMeeting on Meeting {
    id
    kind
    agenda {
      id
      title
    }
    papers {
      id
      ...MeetingPaper
    }
    viewerCanAgenda {
      papers
    }
  }
`)

export const DecisionsOfMeetingFragment = graphql(`
  fragment DecisionsOfMeeting on Meeting {
    id
    kind
    agenda {
      id
      title
    }
    decisions {
      id
      ...Decision
    }
    actions {
      id
      ...MeetingAction
    }
    viewerCanAgenda {
      decide
      act
    }
  }
`)

export const SaveAgendaItem = graphql(`
  mutation SaveAgendaItem($input: SaveAgendaItemInput!) {
    result: saveAgendaItem(input: $input) {
      __typename
      ... on AgendaItem {
        id
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

export const MoveAgendaItem = graphql(`
  mutation MoveAgendaItem($input: MoveAgendaItemInput!) {
    result: moveAgendaItem(input: $input) {
      __typename
      ... on AgendaItem {
        id
        meeting {
          id
          ...AgendaOfMeeting
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

export const RemoveAgendaItem = graphql(`
  mutation RemoveAgendaItem($input: RemoveAgendaItemInput!) {
    result: removeAgendaItem(input: $input) {
      __typename
      ... on AgendaItem {
        id
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

export const AddPaper = graphql(`
  mutation AddPaper($input: AddPaperInput!) {
    result: addPaper(input: $input) {
      __typename
      ... on MeetingPaper {
        id
      }
      ... on InvalidInput {
        problems {
          field
          message
        }
      }
      ... on NotReady {
        message
      }
    }
  }
`)

export const RemovePaper = graphql(`
  mutation RemovePaper($input: RemovePaperInput!) {
    result: removePaper(input: $input) {
      __typename
      ... on MeetingPaper {
        id
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

export const SaveDecision = graphql(`
  mutation SaveDecision($input: SaveDecisionInput!) {
    result: saveDecision(input: $input) {
      __typename
      ... on Decision {
        id
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

export const RemoveDecision = graphql(`
  mutation RemoveDecision($input: RemoveDecisionInput!) {
    result: removeDecision(input: $input) {
      __typename
      ... on Decision {
        id
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

export const SaveMeetingAction = graphql(`
  mutation SaveMeetingAction($input: SaveMeetingActionInput!) {
    result: saveMeetingAction(input: $input) {
      __typename
      ... on MeetingAction {
        id
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

export const RemoveMeetingAction = graphql(`
  mutation RemoveMeetingAction($input: RemoveMeetingActionInput!) {
    result: removeMeetingAction(input: $input) {
      __typename
      ... on MeetingAction {
        id
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

export const PlaceMeetingAction = graphql(`
  mutation PlaceMeetingAction($input: PlaceMeetingActionInput!) {
    result: placeMeetingAction(input: $input) {
      __typename
      ... on MeetingAction {
        id
        ...MeetingAction
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

export const ReportMeetingAction = graphql(`
  mutation ReportMeetingAction($input: ReportMeetingActionInput!) {
    result: reportMeetingAction(input: $input) {
      __typename
      ... on MeetingAction {
        id
        ...MeetingAction
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

export const PutBackMeetingAction = graphql(`
  mutation PutBackMeetingAction($input: PutBackMeetingActionInput!) {
    result: putBackMeetingAction(input: $input) {
      __typename
      ... on MeetingAction {
        id
        ...MeetingAction
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
