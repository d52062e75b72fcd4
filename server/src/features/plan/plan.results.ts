import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { GraphQLDateTime } from 'graphql-scalars'
import { ImportState } from '@boardwork/shared/plan/import/importState.ts'
import { PlanField, planFieldName } from '@boardwork/shared/plan/import/planField.ts'
import { Conflict, InvalidInput, NotReady } from '../../access/refusals.ts'
import { resultOf } from '../../access/resultOf.ts'
import { Board } from '../board/board.entity.ts'
import { Organisation } from '../organisation/organisation.entity.ts'
import { AreaComment } from './area/areaComment.entity.ts'
import { AreaShare } from './area/areaShare.entity.ts'
import { Evidence } from './evidence/evidence.entity.ts'
import { Plan } from './plan.entity.ts'
import { PlanAction } from './action/planAction.entity.ts'
import { PlanArea } from './area/planArea.entity.ts'
import { PlanImport } from './import/planImport.entity.ts'

registerEnumType(PlanField, {
  name: 'PlanField',
  description: 'What a column of a document holds.',
  valuesConfig: Object.fromEntries(
    Object.values(PlanField).map((field) => [field, { description: `${planFieldName[field]}.` }]),
  ),
})

@ObjectType({ description: 'A column of a document that is being brought in.', simpleResolvers: true })
export class ImportColumn {
  @Field(() => String, { description: 'By what it is chosen: its heading without capitals and marks.' })
  key: string

  @Field(() => String, { description: 'Its heading; empty where it has none.' })
  heading: string

  @Field(() => PlanField, { description: 'What it holds, as it was understood or chosen.' })
  field: PlanField

  @Field(() => Boolean, { description: 'Whether somebody of the board chose it.' })
  chosen: boolean
}

@ObjectType({ description: 'What the viewer may do to a plan.', simpleResolvers: true })
export class PlanViewerCan {
  @Field(() => Boolean, { description: 'Adopt it.' })
  adopt: boolean

  @Field(() => Boolean, { description: 'Edit it, its areas and its actions.' })
  edit: boolean

  @Field(() => Boolean, { description: 'Share its areas.' })
  share: boolean

  @Field(() => Boolean, { description: 'Take its page for the public out, to put it on a website.' })
  publish: boolean
}

@ObjectType({ description: 'What the viewer may do about an area.', simpleResolvers: true })
export class AreaViewerCan {
  @Field(() => Boolean, { description: 'Comment on it.' })
  comment: boolean

  @Field(() => Boolean, { description: 'Share it, and end its shares.' })
  share: boolean

  @Field(() => Boolean, { description: 'Edit it and its actions.' })
  edit: boolean
}

@ObjectType({ description: 'What the viewer may do to a share.', simpleResolvers: true })
export class ShareViewerCan {
  @Field(() => Boolean, { description: 'End it.' })
  revoke: boolean
}

@ObjectType({ description: 'What the viewer may do to a piece of evidence.', simpleResolvers: true })
export class EvidenceViewerCan {
  @Field(() => Boolean, { description: 'Withdraw it.' })
  withdraw: boolean
}

@ObjectType({
  description:
    'How much is in a plan as far as the viewer sees it, and how its actions stand by their newest update.',
  simpleResolvers: true,
})
export class PlanCounts {
  @Field(() => Int, { description: 'Areas.' })
  areas: number

  @Field(() => Int, { description: 'Actions.' })
  actions: number

  @Field(() => Int, { description: 'Actions about which nothing was reported.' })
  unreported: number

  @Field(() => Int, { description: 'Actions that were not started.' })
  notStarted: number

  @Field(() => Int, { description: 'Actions on target.' })
  onTarget: number

  @Field(() => Int, { description: 'Actions at risk.' })
  atRisk: number

  @Field(() => Int, { description: 'Actions off target.' })
  offTarget: number

  @Field(() => Int, { description: 'Actions that are complete.' })
  complete: number
}

@ObjectType({ description: 'To whom an area can be opened.', simpleResolvers: true })
export class ShareReceivers {
  @Field(() => [Board], { description: 'Boards, by name. At most 500.' })
  boards: Board[]

  @Field(() => [Organisation], { description: 'Agencies, by name. At most 500.' })
  agencies: Organisation[]
}

@ObjectType({ description: 'The same document, brought in to the same board before.', simpleResolvers: true })
export class EarlierImport {
  @Field(() => ID, { description: 'The id of the earlier import.' })
  importId: string

  @Field(() => String, { description: 'What the document was called.' })
  fileName: string

  @Field(() => GraphQLDateTime, { description: 'When it was brought in.' })
  startedAt: Date

  @Field(() => ImportState, { description: 'How far it is.' })
  state: ImportState

  @Field(() => ID, { nullable: true, description: 'The plan that came of it; null where there is none.' })
  planId?: string | null

  @Field(() => String, { nullable: true, description: 'The title of that plan.' })
  planTitle?: string | null
}

export const AdoptPlanResult = resultOf('AdoptPlanResult', 'The adopted plan, or why nothing was changed.', [
  Plan,
  Conflict,
  NotReady,
] as const)

export const EditPlanResult = resultOf('EditPlanResult', 'The edited plan, or why nothing was changed.', [
  Plan,
  InvalidInput,
  Conflict,
] as const)

export const EditAreaResult = resultOf('EditAreaResult', 'The edited area, or why nothing was changed.', [
  PlanArea,
  InvalidInput,
  Conflict,
] as const)

export const EditActionResult = resultOf(
  'EditActionResult',
  'The edited action, or why nothing was changed.',
  [PlanAction, InvalidInput, Conflict] as const,
)

export const CommentOnAreaResult = resultOf('CommentOnAreaResult', 'The comment, or why it was not kept.', [
  AreaComment,
  InvalidInput,
] as const)

export const AddEvidenceResult = resultOf('AddEvidenceResult', 'The evidence, or why it was not kept.', [
  Evidence,
  InvalidInput,
  NotReady,
] as const)

export const WithdrawEvidenceResult = resultOf(
  'WithdrawEvidenceResult',
  'The withdrawn evidence, or why nothing was changed.',
  [Evidence, InvalidInput, Conflict, NotReady] as const,
)

export const ShareAreaResult = resultOf('ShareAreaResult', 'The share, or why nothing was shared.', [
  AreaShare,
  InvalidInput,
  NotReady,
] as const)

export const RevokeShareResult = resultOf(
  'RevokeShareResult',
  'The ended share, or why nothing was changed.',
  [AreaShare, Conflict, NotReady] as const,
)

export const ImportPlanResult = resultOf(
  'ImportPlanResult',
  'The import with its preview, or why there is none.',
  [PlanImport, InvalidInput] as const,
)

export const SaveImportDraftResult = resultOf(
  'SaveImportDraftResult',
  'The import, or why the draft was not kept.',
  [PlanImport, InvalidInput, Conflict, NotReady] as const,
)

export const SavePlanResult = resultOf('SavePlanResult', 'The new draft plan, or why there is none.', [
  Plan,
  InvalidInput,
  Conflict,
  NotReady,
] as const)

export const DiscardImportResult = resultOf(
  'DiscardImportResult',
  'The import that was put away, or why it was not.',
  [PlanImport, Conflict, NotReady] as const,
)
