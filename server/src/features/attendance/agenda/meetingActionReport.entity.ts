import { Check, Entity, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy'
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars'
import { MeetingActionReportKind } from '@boardwork/shared/attendance/agenda/meetingActionReport.ts'
import { allOf, anyOf, floor, floorRule } from '../../../access/floor.ts'
import { MeetingAction } from './meetingAction.entity.ts'
import { meetingRowFloor } from '../meeting/meetingRowFloor.ts'
import { MeetingRow } from '../meeting/meetingRow.ts'

registerEnumType(MeetingActionReportKind, {
  name: 'MeetingActionReportKind',
  description: 'What is said of an action that a meeting gave somebody.',
  valuesConfig: {
    STANDS: { description: 'It is not done yet, and how it stands.' },
    DONE: { description: 'It is done.' },
    PUT_BACK: { description: 'It was said to be done, and is not.' },
  },
})

/** What was said of an action, one after the other. The last of them says whether it is done. */
@Entity({
  tableName: 'meeting_action_report',
  ...floor('meeting_action_report', {
    select: meetingRowFloor.select,
    insert: anyOf(floorRule.officer(), allOf(`kind in ('STANDS', 'DONE')`, floorRule.myMeetingAction())),
  }),
})
@Unique({ properties: ['boardId', 'meetingActionId', 'position'] })
@Index({ properties: ['id'] })
@Check({ name: 'meeting_action_report_done', expression: `(kind = 'DONE') = (done_on is not null)` })
@ObjectType({ description: 'What was said of an action of a meeting.', simpleResolvers: true })
export class MeetingActionReport extends MeetingRow {
  @Property({ type: 'uuid' })
  meetingActionId: string

  @ManyToOne({
    entity: () => MeetingAction,
    joinColumns: ['board_id', 'meeting_id', 'meeting_action_id'],
    referencedColumnNames: ['board_id', 'meeting_id', 'id'],
    ownColumns: [],
    columnTypes: ['uuid', 'uuid', 'uuid'],
    deleteRule: 'cascade',
  })
  meetingAction?: MeetingAction

  /** Which report of the action it is, from 1: two that are written at once cannot both be the next. */
  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'Which report of the action it is, from 1.' })
  position: number

  @Property({ type: 'text' })
  @Field(() => MeetingActionReportKind, { description: 'What was said.' })
  kind: MeetingActionReportKind

  @Property({ type: 'text' })
  @Field(() => String, {
    description: 'What was done, how it stands, or why it was put back; empty in what is old.',
  })
  words: string

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The day on which it was done; null of what is not done.',
  })
  doneOn?: string | null

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Who said it, by the name of that day.' })
  saidByName: string

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description:
      'The agency for which they said it, by its name of that day; null of an officer of the board.',
  })
  organisationName?: string | null

  @Property({ type: 'timestamptz' })
  @Field(() => GraphQLDateTime, { description: 'When it was said.' })
  saidAt: Date
}
