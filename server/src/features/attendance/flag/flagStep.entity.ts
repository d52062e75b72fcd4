import { Check, Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql'
import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars'
import { FlagStepKind } from '@boardwork/shared/attendance/flag/flagLife.ts'
import { MeetingKind } from '@boardwork/shared/attendance/meeting/meetingKind.ts'
import { allOf, anyOf, floor, floorRule } from '../../../access/floor.ts'
import { Flag } from './flag.entity.ts'
import { Meeting } from '../meeting/meeting.entity.ts'

registerEnumType(FlagStepKind, {
  name: 'FlagStepKind',
  description: 'What happened to a flag.',
  valuesConfig: {
    RAISED: { description: 'The rules found it for the first time.' },
    MORE_FOUND: { description: 'The rules found more behind it.' },
    REOPENED: { description: 'It happened again after it was decided or closed, or it is found again.' },
    NO_LONGER_FOUND: { description: 'After a correction the rules do not find it any more.' },
    PUT: { description: 'An officer asked the agency about it.' },
    ANSWERED: { description: 'The agency answered.' },
    DISCUSSED: { description: 'The board spoke about it at a meeting.' },
    ADDRESSED: { description: 'Something was done about it.' },
    ACCEPTED: { description: 'The board accepted it as it is.' },
    CLOSED: { description: 'An officer closed it.' },
  },
})

@Entity({
  tableName: 'flag_step',
  ...floor('flag_step', {
    select: anyOf(floorRule.officer(), floorRule.agencyFlag()),
    insert: anyOf(floorRule.officer(), allOf(`kind = 'ANSWERED'`, floorRule.agencyFlag())),
  }),
})
@Index({ properties: ['id'] })
@Check({ name: 'flag_step_meeting', expression: `(kind = 'DISCUSSED') = (meeting_id is not null)` })
@Check({
  name: 'flag_step_of_board_meeting',
  expression: `(meeting_id is null) = (meeting_kind is null) and meeting_kind is distinct from 'STRATEGY'`,
})
@ObjectType({ description: 'One thing that happened to a flag.', simpleResolvers: true })
export class FlagStep {
  @PrimaryKey({ type: 'uuid' })
  boardId: string

  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'The id.' })
  id: string

  @Property({ type: 'uuid', index: true })
  flagId: string

  @ManyToOne({
    entity: () => Flag,
    joinColumns: ['board_id', 'flag_id'],
    referencedColumnNames: ['board_id', 'id'],
    ownColumns: [],
    deleteRule: 'cascade',
  })
  flag?: Flag

  /** Which step of the flag it is, from 1: steps of one moment stand in their order. */
  @Property({ type: 'integer' })
  position: number

  @Property({ type: 'text' })
  @Field(() => FlagStepKind, { description: 'What happened.' })
  kind: FlagStepKind

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What was said or found; may be empty.' })
  words: string

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'Of a question to the agency, the day by which an answer is asked for; else null.',
  })
  answerDueOn?: string | null

  @Property({ type: 'uuid', nullable: true, index: true })
  meetingId?: string | null

  @Property({ type: 'text', nullable: true })
  meetingKind?: MeetingKind | null

  @ManyToOne({
    entity: () => Meeting,
    joinColumns: ['board_id', 'meeting_id', 'meeting_kind'],
    referencedColumnNames: ['board_id', 'id', 'kind'],
    ownColumns: [],
    columnTypes: ['uuid', 'uuid', 'text'],
    nullable: true,
    deleteRule: 'restrict',
  })
  meeting?: Meeting | null

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Who did it, by the name of that day; null where the rules did.',
  })
  personName?: string | null

  @Property({ type: 'timestamptz' })
  @Field(() => GraphQLDateTime, { description: 'When it happened.' })
  happenedAt: Date
}
