import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ObjectType } from 'type-graphql'
import { GraphQLJSON } from 'graphql-scalars'
import { MeetingKind } from '@boardwork/shared/attendance/meeting/meetingKind.ts'
import type { QuorumResult as Result } from '@boardwork/shared/attendance/quorum/quorum.ts'
import { floor, floorRule } from '../../../access/floor.ts'
import { Meeting } from '../meeting/meeting.entity.ts'
import { meetingRowFloor } from '../meeting/meetingRowFloor.ts'
import { Quorum } from './quorum.entity.ts'

/** Written once, when the register is closed: no later rule changes what was found. */
@Entity({
  tableName: 'quorum_result',
  ...floor('quorum_result', { select: meetingRowFloor.select, insert: floorRule.officer() }),
})
@ObjectType({
  description: 'Whether a quorum was there when the register was closed.',
  simpleResolvers: true,
})
export class QuorumResult {
  @PrimaryKey({ type: 'uuid' })
  boardId: string

  @PrimaryKey({ type: 'uuid' })
  meetingId: string

  @Property({ type: 'text' })
  meetingKind: MeetingKind

  @ManyToOne({
    entity: () => Meeting,
    joinColumns: ['board_id', 'meeting_id', 'meeting_kind'],
    referencedColumnNames: ['board_id', 'id', 'kind'],
    ownColumns: [],
    columnTypes: ['uuid', 'uuid', 'text'],
    deleteRule: 'cascade',
  })
  meeting?: Meeting

  /** The version of the board's rules that it was found under. */
  @Property({ type: 'uuid' })
  quorumId: string

  @ManyToOne({
    entity: () => Quorum,
    joinColumns: ['board_id', 'quorum_id'],
    referencedColumnNames: ['board_id', 'id'],
    ownColumns: [],
    columnTypes: ['uuid', 'uuid'],
    deleteRule: 'restrict',
  })
  quorum?: Quorum

  @Property({ type: 'boolean' })
  @Field(() => Boolean, { description: 'Whether it was there.' })
  met: boolean

  @Property({ type: 'jsonb' })
  @Field(() => GraphQLJSON, {
    description: 'What each rule came to, in its words of that day, in the form of QuorumResult.',
  })
  result: Result
}
