import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { GraphQLDateTime, GraphQLJSON } from 'graphql-scalars'
import { ImportState } from '@boardwork/shared/plan/import/importState.ts'
import type { DocumentStyle } from '@boardwork/shared/plan/documentStyle.ts'
import type { RecognisedHeader } from '@boardwork/shared/plan/import/planColumns.ts'
import type { DifferenceChoices } from '@boardwork/shared/plan/import/mergeIntoPlan.ts'
import type { PlanDraft } from '@boardwork/shared/plan/import/planDraft.ts'
import type { SavedImport } from '@boardwork/shared/plan/import/savedImport.ts'
import type { SourceDocument } from '@boardwork/shared/document/sourceDocument.ts'
import { floor, floorRule } from '../../../access/floor.ts'
import { Board } from '../../board/board.entity.ts'
import { Person } from '../../identity/person.entity.ts'

registerEnumType(ImportState, {
  name: 'ImportState',
  description: 'How far the bringing in of a document is.',
  valuesConfig: {
    PREVIEW: { description: 'It is being looked through and mended.' },
    SAVED: { description: 'It was saved as a draft plan, or into a plan.' },
    DISCARDED: { description: 'It was put away without a plan.' },
  },
})

@Entity({
  tableName: 'plan_import',
  ...floor('plan_import', {
    select: floorRule.officer(),
    insert: floorRule.officer(),
    update: floorRule.officer(),
  }),
})
@Index({ properties: ['id'] })
@ObjectType({
  description: 'A document that is being brought in as a plan: what was understood, and what was mended.',
  simpleResolvers: true,
})
export class PlanImport {
  @ManyToOne({ entity: () => Board, primary: true, fieldName: 'board_id', mapToPk: true })
  @Field(() => ID, { description: 'The board that the plan is for.' })
  boardId: string

  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'The id of the import.' })
  id: string

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The name of the file, or "Pasted text".' })
  fileName: string

  /** SHA-256 of the words, in hexadecimal: the same document is known again by it, also when it was saved anew. */
  @Property({ type: 'text', index: true })
  textHash: string

  /** What was read of the document, so that it can be recognised again with another choice of columns. */
  @Property({ type: 'json', lazy: true })
  document: SourceDocument

  /** The headers of its tables. */
  @Property({ type: 'json' })
  headers: RecognisedHeader[]

  /** How it writes what the plan says, beside that. */
  @Property({ type: 'json', default: '{}' })
  style: DocumentStyle

  @Property({ type: 'json' })
  @Field(() => GraphQLJSON, {
    description: 'The plan as it was understood and mended so far, in the form of PlanDraft.',
  })
  draft: PlanDraft

  /** Whether a person has changed the draft since the document was read. */
  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether somebody has mended it since the document was read.' })
  mended: boolean

  @Property({ type: 'text' })
  @Field(() => ImportState, { description: 'How far it is.' })
  state: ImportState

  @Property({ type: 'uuid', nullable: true, index: true })
  @Field(() => ID, {
    nullable: true,
    description: 'The plan that came of it, or that it changed; null before it is saved.',
  })
  planId?: string | null

  @Property({ type: 'uuid', nullable: true, index: true })
  @Field(() => ID, {
    nullable: true,
    description: 'The plan of which it is a later version; null where it becomes a new plan.',
  })
  intoPlanId?: string | null

  /** What somebody chose of the differences from that plan. */
  @Property({ type: 'json', lazy: true, default: '{}' })
  choices: DifferenceChoices

  /** What it changed when it was saved; null before. */
  @Property({ type: 'json', lazy: true, nullable: true })
  saved?: SavedImport | null

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was saved; null before.' })
  savedAt?: Date | null

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Who saved it, by the name of that day; null before, and where it was not kept.',
  })
  savedByName?: string | null

  @ManyToOne({ entity: () => Person, fieldName: 'started_by_id', mapToPk: true })
  startedById: string

  @Property({ type: 'timestamptz' })
  @Field(() => GraphQLDateTime, { description: 'When the document was brought in.' })
  startedAt: Date

  @Property({ type: 'timestamptz' })
  @Field(() => GraphQLDateTime, { description: 'When it was last mended.' })
  changedAt: Date

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Rises by one with each change.' })
  version: number
}
