import { graphql } from '../../../gql/gql.ts'

export const MilestoneFragment = graphql(`
  fragment Milestone on Milestone {
    id
    planId
    actionId
    kind
    title
    dueOn
    doneOn
    state
    outcome
    decision
    reviewedBy
    recordedByName
    recordedAt
    version
    action {
      id
      reference
      title
    }
    viewerCan {
      change
      complete
    }
  }
`)

export const PlanMilestonesFragment = graphql(`
  fragment PlanMilestones on Plan {
    id
    adoptedAt
    viewerCanSetMilestones
    milestones {
      id
      ...Milestone
    }
  }
`)

export const ActionMilestonesFragment = graphql(`
  fragment ActionMilestones on PlanAction {
    id
    milestones {
      id
      ...Milestone
    }
    area {
      id
      plan {
        id
        adoptedAt
        viewerCanSetMilestones
      }
    }
  }
`)

export const AddReviews = graphql(`
  mutation AddReviews($input: AddReviewsInput!) {
    result: addReviews(input: $input) {
      __typename
      ... on Milestone {
        id
        plan {
          id
          milestones {
            id
            ...Milestone
          }
        }
        action {
          id
          milestones {
            id
            ...Milestone
          }
        }
      }
      ...InvalidInputRefusal
      ...NotReadyRefusal
    }
  }
`)

export const SaveMilestone = graphql(`
  mutation SaveMilestone($input: SaveMilestoneInput!) {
    result: saveMilestone(input: $input) {
      __typename
      ... on Milestone {
        ...Milestone
      }
      ...InvalidInputRefusal
      ...ConflictRefusal
      ...NotReadyRefusal
    }
  }
`)

export const RemoveMilestone = graphql(`
  mutation RemoveMilestone($input: RemoveMilestoneInput!) {
    result: removeMilestone(input: $input) {
      __typename
      ... on Milestone {
        ...Milestone
      }
      ...ConflictRefusal
      ...NotReadyRefusal
    }
  }
`)

export const CompleteMilestone = graphql(`
  mutation CompleteMilestone($input: CompleteMilestoneInput!) {
    result: completeMilestone(input: $input) {
      __typename
      ... on Milestone {
        ...Milestone
      }
      ...InvalidInputRefusal
      ...ConflictRefusal
      ...NotReadyRefusal
    }
  }
`)
