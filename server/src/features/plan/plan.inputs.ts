import { PlanField } from '@boardwork/shared/plan/import/planField.ts'
import { Field, ID, InputType, Int } from 'type-graphql'
import { GraphQLJSON, GraphQLLocalDate } from 'graphql-scalars'
import { ActionPart } from '@boardwork/shared/plan/actionPart.ts'
import { ShareLevel } from '@boardwork/shared/plan/shareLevel.ts'

const clientMutationId = 'Made by the client, new for each try of its own; a repeat changes nothing.'

@InputType({ description: 'Which draft plan to adopt.' })
export class AdoptPlanInput {
  @Field(() => ID, { description: 'The plan.' })
  planId: string

  @Field(() => Int, { description: 'The version that the chair has read.' })
  version: number

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}

@InputType({ description: 'Where the document of an import comes from: exactly one of the two.' })
export class ImportSourceInput {
  @Field(() => ID, { nullable: true, description: 'What the upload of a file gave back.' })
  uploadId?: string | null

  @Field(() => String, { nullable: true, description: 'The text itself, as it was pasted.' })
  text?: string | null
}

@InputType({ description: 'A document to bring in as a plan.' })
export class ImportPlanInput {
  @Field(() => ID, { description: 'The board that the plan is for.' })
  boardId: string

  @Field(() => ID, {
    nullable: true,
    description: 'The plan of that board of which it is a later version; null where it becomes a new plan.',
  })
  planId?: string | null

  @Field(() => ImportSourceInput, { description: 'The document.' })
  source: ImportSourceInput

  @Field(() => String, {
    description: 'What the document is called, such as the name of the file. At most 200 characters.',
  })
  fileName: string

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}

@InputType({ description: 'What one column of a document holds.' })
export class ColumnChoiceInput {
  @Field(() => String, {
    description: 'The key of the column, as ImportColumn gives it. At most 200 characters.',
  })
  key: string

  @Field(() => PlanField, { description: 'What it holds.' })
  field: PlanField
}

@InputType({ description: 'A choice of what the columns of a document hold.' })
export class ChooseColumnsInput {
  @Field(() => ID, { description: 'The import.' })
  importId: string

  @Field(() => Int, { description: 'The version that was read.' })
  version: number

  @Field(() => [ColumnChoiceInput], {
    description: 'The columns that hold something else than we thought. At most 200.',
  })
  columns: ColumnChoiceInput[]

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}

@InputType({ description: 'What was mended in the preview of an import.' })
export class SaveImportDraftInput {
  @Field(() => ID, { description: 'The import.' })
  importId: string

  @Field(() => Int, { description: 'The version that was mended.' })
  version: number

  @Field(() => GraphQLJSON, { description: 'The whole draft, in the form of PlanDraft.' })
  draft: unknown

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}

@InputType({ description: 'Which import, as it was last read.' })
export class ImportInput {
  @Field(() => ID, { description: 'The import.' })
  importId: string

  @Field(() => Int, { description: 'The version that was read.' })
  version: number

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}

@InputType({ description: 'A new title for a plan.' })
export class EditPlanInput {
  @Field(() => ID, { description: 'The plan.' })
  planId: string

  @Field(() => Int, { description: 'The version that was edited.' })
  version: number

  @Field(() => String, { description: 'The title. At most 500 characters.' })
  title: string

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}

@InputType({ description: 'The text of an area, whole.' })
export class EditAreaInput {
  @Field(() => ID, { description: 'The area.' })
  areaId: string

  @Field(() => Int, { description: 'The version that was edited.' })
  version: number

  @Field(() => String, { description: 'The number or code; may be empty. At most 40 characters.' })
  reference: string

  @Field(() => String, { description: 'The theme; may be empty. At most 500 characters.' })
  theme: string

  @Field(() => String, { description: 'What is to be improved. At most 1,000 characters.' })
  title: string

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}

@InputType({ description: 'What will show that an action was done.' })
export class EvidenceInput {
  @Field(() => String, {
    description: 'What will show it; may be empty beside a deadline. At most 10,000 characters.',
  })
  text: string

  @Field(() => String, { description: 'The deadline, in words; may be empty. At most 1,000 characters.' })
  deadline: string
}

@InputType({
  description:
    'Who is responsible: a post, an agency of the board, a person of the board, or several of these.',
})
export class ResponsibleInput {
  @Field(() => ActionPart, { defaultValue: 'RESPONSIBLE', description: 'What they do about the action.' })
  part: ActionPart

  @Field(() => String, { description: 'The post; may be empty. At most 500 characters.' })
  postTitle: string

  @Field(() => ID, { nullable: true, description: 'An agency with a seat at the board.' })
  organisationId?: string | null

  @Field(() => ID, { nullable: true, description: 'A person of the board.' })
  personId?: string | null
}

@InputType({ description: 'A step of an action.' })
export class ActivityInput {
  @Field(() => ID, { nullable: true, description: 'The activity; null for a new one.' })
  id?: string | null

  @Field(() => String, { description: 'What is done. At most 4,000 characters.' })
  title: string

  @Field(() => String, { description: 'Who leads it; may be empty. At most 500 characters.' })
  lead: string

  @Field(() => String, { description: 'The deadline, in words; may be empty. At most 500 characters.' })
  deadline: string

  @Field(() => String, { description: 'How it stands, in words; may be empty. At most 500 characters.' })
  status: string

  @Field(() => String, { description: 'Comments on it; may be empty. At most 10,000 characters.' })
  comments: string
}

@InputType({ description: 'The text of an action, whole, with its evidence and who is responsible.' })
export class EditActionInput {
  @Field(() => ID, { description: 'The action.' })
  actionId: string

  @Field(() => Int, { description: 'The version that was edited.' })
  version: number

  @Field(() => String, { description: 'The number or code; may be empty. At most 40 characters.' })
  reference: string

  @Field(() => String, { description: 'What is to be done. At most 4,000 characters.' })
  title: string

  @Field(() => String, { description: 'What people should notice; may be empty. At most 4,000 characters.' })
  outcome: string

  @Field(() => [EvidenceInput], {
    description: 'The expected evidence in its order; empty pieces are left out. At most 100.',
  })
  evidence: EvidenceInput[]

  @Field(() => [ResponsibleInput], {
    description: 'Who is responsible, in order; empty ones are left out. At most 50.',
  })
  responsible: ResponsibleInput[]

  @Field(() => [ActivityInput], {
    nullable: true,
    description:
      'Its steps, in order; empty ones and those that are left out go. At most 100; null leaves them as they are.',
  })
  activities?: ActivityInput[] | null

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}

@InputType({ description: 'A comment on an area.' })
export class CommentOnAreaInput {
  @Field(() => ID, { description: 'The area.' })
  areaId: string

  @Field(() => String, { description: 'The text; it names no adult and no child. At most 5,000 characters.' })
  body: string

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}

@InputType({ description: 'An area of an adopted plan, and to whom it is opened: one board or one agency.' })
export class ShareAreaInput {
  @Field(() => ID, { description: 'The area.' })
  areaId: string

  @Field(() => ID, { nullable: true, description: 'The board to share it with.' })
  toBoardId?: string | null

  @Field(() => ID, { nullable: true, description: 'The agency to share it with.' })
  toOrganisationId?: string | null

  @Field(() => ShareLevel, { description: 'What it is open for.' })
  level: ShareLevel

  @Field(() => String, { description: 'Why it is shared; both sides read it. At most 500 characters.' })
  reason: string

  @Field(() => GraphQLLocalDate, {
    description: 'The last day of the share, from today to two years from today.',
  })
  endsOn: string

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}

@InputType({ description: 'Which share to end.' })
export class RevokeShareInput {
  @Field(() => ID, { description: 'The share.' })
  shareId: string

  @Field(() => Int, { description: 'The version that was read.' })
  version: number

  @Field(() => ID, { description: clientMutationId })
  clientMutationId: string
}
