import { graphql } from '../../../gql/gql.ts'

export const StrategyKindFragment = graphql(`
  fragment StrategyKind on StrategyKind {
    id
    name
    version
    invitees {
      id
      organisationId
      personId
      personName
      required
      organisation {
        id
        name
      }
    }
  }
`)

export const InviteeFragment = graphql(`
  fragment Invitee on Invitee {
    id
    organisationId
    personName
    required
    version
    organisation {
      id
      name
    }
  }
`)

export const SaveStrategyKind = graphql(`
  mutation SaveStrategyKind($input: SaveStrategyKindInput!) {
    result: saveStrategyKind(input: $input) {
      __typename
      ... on StrategyKind {
        id
        ...StrategyKind
      }
      ...InvalidInputRefusal
      ...ConflictRefusal
      ...NotReadyRefusal
    }
  }
`)

export const RemoveStrategyKind = graphql(`
  mutation RemoveStrategyKind($input: RemoveStrategyKindInput!) {
    result: removeStrategyKind(input: $input) {
      __typename
      ... on StrategyKind {
        id
      }
      ...ConflictRefusal
      ...NotReadyRefusal
    }
  }
`)

export const PlanStrategyMeeting = graphql(`
  mutation PlanStrategyMeeting($input: PlanStrategyMeetingInput!) {
    result: planStrategyMeeting(input: $input) {
      __typename
      ... on Meeting {
        id
        ...MeetingDetails
      }
      ...InvalidInputRefusal
      ...NotReadyRefusal
    }
  }
`)

export const AddInvitee = graphql(`
  mutation AddInvitee($input: AddInviteeInput!) {
    result: addInvitee(input: $input) {
      __typename
      ... on Invitee {
        id
      }
      ...InvalidInputRefusal
      ...NotReadyRefusal
    }
  }
`)

export const ChangeInvitee = graphql(`
  mutation ChangeInvitee($input: ChangeInviteeInput!) {
    result: changeInvitee(input: $input) {
      __typename
      ... on Invitee {
        id
      }
      ...ConflictRefusal
      ...NotReadyRefusal
    }
  }
`)

export const RemoveInvitee = graphql(`
  mutation RemoveInvitee($input: RemoveInviteeInput!) {
    result: removeInvitee(input: $input) {
      __typename
      ... on Invitee {
        id
      }
      ...ConflictRefusal
      ...NotReadyRefusal
    }
  }
`)

export const ChangeCaseReference = graphql(`
  mutation ChangeCaseReference($input: ChangeCaseReferenceInput!) {
    result: changeCaseReference(input: $input) {
      __typename
      ... on Meeting {
        id
        caseReference
        version
      }
      ...InvalidInputRefusal
      ...ConflictRefusal
      ...NotReadyRefusal
    }
  }
`)
