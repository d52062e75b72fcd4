import { Field } from 'type-graphql'
import type { ActivityNote } from '@boardwork/shared/plan/updateState.ts'
import { Activity } from './action/activity.entity.ts'
import { ActionResponsible } from './action/actionResponsible.entity.ts'
import { ExpectedEvidence } from './action/expectedEvidence.entity.ts'
import { PlanAction } from './action/planAction.entity.ts'
import { PlanArea } from './area/planArea.entity.ts'
import { ActivityNoted, ProgressUpdate } from './update/progressUpdate.entity.ts'

// The way down the tree, for GraphQL. It stands here and not on the entities, which know only what is above them.
// plan.reads.ts fills these properties from one statement; they are plain properties, so that a row costs no resolver.

/** Who is responsible, with the names that the viewer may look up. */
export interface TreeResponsible extends Pick<
  ActionResponsible,
  'id' | 'actionId' | 'part' | 'postTitle' | 'organisationId' | 'personId'
> {
  organisationName: string | null
  personName: string | null
}

export interface TreeAction extends Omit<PlanAction, 'position' | 'area'> {
  expectedEvidence: (Pick<ExpectedEvidence, 'id' | 'text' | 'deadline'> & { actionId: string })[]
  responsible: TreeResponsible[]
  /** From the oldest period to the newest. */
  updates: TreeUpdate[]
  latestUpdate: TreeUpdate | null
  activities: TreeActivity[]
}

export type TreeActivity = Pick<
  Activity,
  'id' | 'actionId' | 'title' | 'lead' | 'deadline' | 'status' | 'comments'
> & {
  latestNote: (ActivityNote & { period: string }) | null
}

export interface TreeUpdate extends Pick<
  ProgressUpdate,
  | 'id'
  | 'actionId'
  | 'period'
  | 'periodStartsOn'
  | 'periodEndsOn'
  | 'state'
  | 'status'
  | 'statusWords'
  | 'percentComplete'
  | 'narrative'
  | 'issues'
  | 'correctiveActions'
  | 'writtenByName'
  | 'decidedByName'
  | 'returnReason'
  | 'correctsId'
  | 'correctionReason'
  | 'corrected'
  | 'late'
  | 'version'
> {
  activityNotes?: ActivityNote[] | null
  writtenAt: string
  submittedAt: string | null
  decidedAt: string | null
}

export interface TreeArea extends Omit<PlanArea, 'position' | 'plan'> {
  actions: TreeAction[]
}

/** Tells GraphQL of the way down; the resolver of plans calls it once. */
export function declareTreeFields(): void {
  const simple = true

  Field(() => [PlanAction], {
    simple,
    description: 'The actions, in the order of the document. At most 5,000 in a plan.',
  })(PlanArea.prototype, 'actions')
  Field(() => [ExpectedEvidence], {
    simple,
    description: 'What will show that it was done. At most 100, and 20,000 in a plan.',
  })(PlanAction.prototype, 'expectedEvidence')
  Field(() => [ActionResponsible], {
    simple,
    description: 'Who is responsible. At most 50, and 20,000 in a plan.',
  })(PlanAction.prototype, 'responsible')
  Field(() => [ProgressUpdate], {
    simple,
    description:
      'What was authorised, from the oldest reporting period to the newest, without what was corrected. At most 20,000 in a plan.',
  })(PlanAction.prototype, 'updates')
  Field(() => ProgressUpdate, {
    simple,
    nullable: true,
    description: 'What was authorised for the newest reporting period; null while nothing was.',
  })(PlanAction.prototype, 'latestUpdate')
  Field(() => [Activity], {
    simple,
    description: 'Its steps, in the order of the document. At most 100, and 20,000 in a plan.',
  })(PlanAction.prototype, 'activities')
  Field(() => ActivityNoted, {
    simple,
    nullable: true,
    description: 'How it stands by the newest authorised update that says anything of it; null without one.',
  })(Activity.prototype, 'latestNote')
  Field(() => String, {
    simple,
    nullable: true,
    description: 'The name of the agency; null where none was named or the viewer may not look it up.',
  })(ActionResponsible.prototype, 'organisationName')
  Field(() => String, {
    simple,
    nullable: true,
    description: 'The name of the person; null where none was named or the viewer may not look them up.',
  })(ActionResponsible.prototype, 'personName')
}
