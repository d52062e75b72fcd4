import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { GraphQLDateTime } from 'graphql-scalars'
import type { PastChoices } from '@boardwork/shared/attendance/pastRegister/pastChoices.ts'
import { RegisterImportState } from '@boardwork/shared/attendance/pastRegister/registerImportState.ts'
import type { SavedRegister } from '@boardwork/shared/attendance/pastRegister/registerImportState.ts'
import type { SourceDocument } from '@boardwork/shared/document/sourceDocument.ts'
import { floor, floorRule } from '../../../access/floor.ts'
import { Board } from '../../board/board.entity.ts'
import { Person } from '../../identity/person.entity.ts'

registerEnumType(RegisterImportState, {
  name: 'RegisterImportState',
  description: 'How far the bringing in of past registers is.',
  valuesConfig: {
    PREVIEW: { description: 'It is being looked through, and nothing of it counts yet.' },
    SAVED: { description: 'Its meetings and marks stand in the registers of the board.' },
    DISCARDED: { description: 'It was put away, and nothing came of it.' },
  },
})

/** A list of attendance that was kept elsewhere: what was read of it, what was chosen, and what came of it. */
@Entity({
  tableName: 'register_import',
  ...floor('register_import', {
    select: floorRule.officer(),
    insert: floorRule.officer(),
    update: floorRule.officer(),
  }),
})
@Index({ properties: ['id'] })
@ObjectType({
  description: 'A list of attendance that was kept elsewhere and is brought in to the registers of a board.',
  simpleResolvers: true,
})
export class RegisterImport {
  @ManyToOne({ entity: () => Board, primary: true, fieldName: 'board_id', mapToPk: true })
  boardId: string

  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'The id.' })
  id: string

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The name of the file, or "Pasted text".' })
  fileName: string

  /** SHA-256 of the words, in hexadecimal: the same list is known again by it. */
  @Property({ type: 'text', index: true })
  textHash: string

  /** All words of the list, in the cells in which they stood. They stay, whatever becomes of the import. */
  @Property({ type: 'json', lazy: true })
  document: SourceDocument

  @Property({ type: 'json', lazy: true })
  choices: PastChoices

  @Property({ type: 'text' })
  @Field(() => RegisterImportState, { description: 'How far it is.' })
  state: RegisterImportState

  /** What it wrote when it was saved; null before. */
  @Property({ type: 'json', lazy: true, nullable: true })
  saved?: SavedRegister | null

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was saved; null before.' })
  savedAt?: Date | null

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Who saved it, by the name of that day; null before.',
  })
  savedByName?: string | null

  @ManyToOne({ entity: () => Person, fieldName: 'started_by_id', mapToPk: true })
  startedById: string

  @Property({ type: 'timestamptz' })
  @Field(() => GraphQLDateTime, { description: 'When the list was brought in.' })
  startedAt: Date

  @Property({ type: 'timestamptz' })
  @Field(() => GraphQLDateTime, { description: 'When something was last chosen in it.' })
  changedAt: Date

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Rises by one with each change.' })
  version: number
}
