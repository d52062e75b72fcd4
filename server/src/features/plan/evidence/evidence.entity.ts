import { Check, Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { GraphQLDateTime } from 'graphql-scalars'
import { EvidenceKind } from '@boardwork/shared/plan/evidenceKind.ts'
import { allOf, anyOf, floor, floorRule } from '../../../access/floor.ts'
import { Person } from '../../identity/person.entity.ts'
import { ActionRow } from '../action/actionRow.ts'
import { planRowFloor } from '../planRowFloor.ts'

registerEnumType(EvidenceKind, {
  name: 'EvidenceKind',
  description: 'What a piece of evidence is.',
  valuesConfig: {
    FILE: { description: 'A file that is kept here.' },
    LINK: { description: 'The address of something that is kept elsewhere.' },
    NOTE: { description: 'A note.' },
  },
})

/**
 * What there is to show that an action was done. Once it is withdrawn, it exists only for the board's officers and
 * for who added it. The server may change the columns of a withdrawal and no others.
 */
@Entity({
  tableName: 'evidence',
  ...floor('evidence', {
    select: allOf(
      planRowFloor.select,
      anyOf('withdrawn_at is null', floorRule.officer(), floorRule.me('added_by_id')),
    ),
    insert: allOf(floorRule.me('added_by_id'), anyOf(floorRule.officer(), floorRule.myAction())),
    update: anyOf(floorRule.officer(), allOf(floorRule.me('added_by_id'), floorRule.myAction())),
  }),
})
@Check({
  name: 'evidence_fields_of_kind',
  expression: `(kind = 'LINK') = (address is not null)
    and num_nonnulls(file_name, media_type, bytes, sha256, storage_key) = case kind when 'FILE' then 5 else 0 end`,
})
@Check({
  name: 'evidence_withdrawn_whole',
  expression: 'num_nonnulls(withdrawn_at, withdrawn_by_id, withdrawn_by_name, withdrawn_reason) in (0, 4)',
})
@ObjectType({
  description:
    'A piece of evidence for an action: a file, a link or a note. It stays as it was added until it is withdrawn.',
  simpleResolvers: true,
})
export class Evidence extends ActionRow {
  @Field(() => ID, { description: 'The id. A file can be had at /evidence/ID/file.' })
  declare id: string

  @Property({ type: 'text' })
  @Field(() => EvidenceKind, { description: 'What it is.' })
  kind: EvidenceKind

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What the file or the link shows; of a note, the note itself.' })
  words: string

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Of a link, where it leads; else null.' })
  address?: string | null

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Of a file, its name; else null.' })
  fileName?: string | null

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Of a file, its media type as its content shows it; else null.',
  })
  mediaType?: string | null

  @Property({ type: 'integer', nullable: true })
  @Field(() => Int, { nullable: true, description: 'Of a file, its length in bytes; else null.' })
  bytes?: number | null

  /** In hexadecimal. */
  @Property({ type: 'text', nullable: true })
  sha256?: string | null

  @Property({ type: 'text', nullable: true })
  storageKey?: string | null

  @ManyToOne({ entity: () => Person, fieldName: 'added_by_id', mapToPk: true })
  addedById: string

  /** As it was on that day: the reader need not be one who may look the person up. */
  @Property({ type: 'text' })
  @Field(() => String, { description: 'The name of the person who added it, as it was then.' })
  addedByName: string

  @Property({ type: 'text' })
  @Field(() => String, {
    description: 'For whom the person added it: their agency, or the board that they run.',
  })
  addedByFor: string

  @Property({ type: 'timestamptz' })
  @Field(() => GraphQLDateTime, { description: 'When it was added.' })
  addedAt: Date

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was withdrawn; null while it was not.',
  })
  withdrawnAt?: Date | null

  @ManyToOne({
    entity: () => Person,
    fieldName: 'withdrawn_by_id',
    mapToPk: true,
    nullable: true,
    deleteRule: 'restrict',
  })
  withdrawnById?: string | null

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'The name of the person who withdrew it.' })
  withdrawnByName?: string | null

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was withdrawn.' })
  withdrawnReason?: string | null

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Rises by one with each change.' })
  version: number
}
