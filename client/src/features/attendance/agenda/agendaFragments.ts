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
      ...InvalidInputRefusal
      ...ConflictRefusal
      ...NotReadyRefusal
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
      ...ConflictRefusal
      ...NotReadyRefusal
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
      ...ConflictRefusal
      ...NotReadyRefusal
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
      ...InvalidInputRefusal
      ...NotReadyRefusal
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
      ...ConflictRefusal
      ...NotReadyRefusal
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
      ...InvalidInputRefusal
      ...ConflictRefusal
      ...NotReadyRefusal
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
      ...ConflictRefusal
      ...NotReadyRefusal
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
      ...InvalidInputRefusal
      ...ConflictRefusal
      ...NotReadyRefusal
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
      ...ConflictRefusal
      ...NotReadyRefusal
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
      ...InvalidInputRefusal
      ...ConflictRefusal
      ...NotReadyRefusal
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
      ...InvalidInputRefusal
      ...ConflictRefusal
      ...NotReadyRefusal
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
      ...InvalidInputRefusal
      ...ConflictRefusal
      ...NotReadyRefusal
    }
  }
`)
