import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, ObjectType } from 'type-graphql'
import { GraphQLDateTime } from 'graphql-scalars'
import { Mark } from '@boardwork/shared/attendance/register/mark.ts'
import { MeetingKind } from '@boardwork/shared/attendance/meeting/meetingKind.ts'
import { floor, floorRule } from '../../../access/floor.ts'
import { Organisation } from '../../organisation/organisation.entity.ts'
import { markRowSelect } from '../meeting/meetingRowFloor.ts'
import { RegisterMark } from './registerMark.entity.ts'

/** Seen by whoever sees the mark. It is only ever added. */
@Entity({
  tableName: 'mark_correction',
  ...floor('mark_correction', { select: markRowSelect, insert: floorRule.officer() }),
})
@Index({ properties: ['id'] })
@ObjectType({
  description: 'A mark of a closed register that was put right, and why.',
  simpleResolvers: true,
})
export class MarkCorrection {
  @PrimaryKey({ type: 'uuid' })
  boardId: string

  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'The id.' })
  id: string

  @Property({ type: 'uuid', index: true })
  markId: string

  @ManyToOne({
    entity: () => RegisterMark,
    joinColumns: ['board_id', 'mark_id'],
    referencedColumnNames: ['board_id', 'id'],
    ownColumns: [],
    deleteRule: 'cascade',
  })
  of?: RegisterMark

  /** As in the mark, which never moves to another place. */
  @Property({ type: 'uuid' })
  meetingId: string

  @Property({ type: 'text' })
  meetingKind: MeetingKind

  @ManyToOne({ entity: () => Organisation, fieldName: 'organisation_id', mapToPk: true })
  organisationId: string

  @Property({ type: 'text' })
  @Field(() => Mark, { description: 'What the register said before.' })
  beforeMark: Mark

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Who had come as the deputy before; else null.' })
  beforeCameName?: string | null

  @Property({ type: 'boolean', nullable: true })
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether that deputy was senior enough; null where nobody said.',
  })
  beforeSeniorEnough?: boolean | null

  @Property({ type: 'text' })
  @Field(() => Mark, { description: 'What it says since.' })
  afterMark: Mark

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Who came as the deputy; else null.' })
  afterCameName?: string | null

  @Property({ type: 'boolean', nullable: true })
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether that deputy is senior enough; null where nobody said.',
  })
  afterSeniorEnough?: boolean | null

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Why it was put right.' })
  why: string

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Who put it right, by the name of that day.' })
  correctedByName: string

  @Property({ type: 'timestamptz' })
  @Field(() => GraphQLDateTime, { description: 'When it was put right.' })
  correctedAt: Date
}
