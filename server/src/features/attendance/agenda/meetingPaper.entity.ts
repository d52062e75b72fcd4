import { Check, Entity, Index, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { GraphQLDateTime } from 'graphql-scalars'
import { floor } from '../../../access/floor.ts'
import { ItemRow } from './itemRow.ts'
import { meetingRowFloor } from '../meeting/meetingRowFloor.ts'

@Entity({ tableName: 'meeting_paper', ...floor('meeting_paper', meetingRowFloor) })
@Index({ properties: ['id'] })
@Check({
  name: 'meeting_paper_link_or_file',
  expression: `num_nonnulls(file_name, media_type, bytes, sha256, storage_key) = case when address is null then 5 else 0 end`,
})
@ObjectType({
  description: 'A paper of a meeting: a file that is kept here, or a link to what is kept elsewhere.',
  simpleResolvers: true,
})
export class MeetingPaper extends ItemRow {
  @Field(() => ID, { description: 'The id. A file can be had at /papers/ID/file.' })
  declare id: string

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What it is called.' })
  title: string

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

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Who added it, by the name of that day.' })
  addedByName: string

  @Property({ type: 'timestamptz' })
  @Field(() => GraphQLDateTime, { description: 'When it was added.' })
  addedAt: Date

  @Property({ type: 'timestamptz', nullable: true })
  removedAt?: Date | null

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Rises by one with each change.' })
  version: number
}
