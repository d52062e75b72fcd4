import { Check, Entity, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars'
import { ActionStatus } from '@boardwork/shared/plan/actionStatus.ts'
import { UpdateState } from '@boardwork/shared/plan/updateState.ts'
import type { ActivityNote } from '@boardwork/shared/plan/updateState.ts'
import { allOf, anyOf, floor, floorRule } from '../../../access/floor.ts'
import { Person } from '../../identity/person.entity.ts'
import { ActionRow } from '../action/actionRow.ts'
import { planRowFloor } from '../planRowFloor.ts'

registerEnumType(ActionStatus, {
  name: 'ActionStatus',
  description: 'The status of an action in one reporting period.',
  valuesConfig: {
    NOT_STARTED: { description: 'Nothing has been done yet.' },
    ON_TARGET: { description: 'It will be done by its deadline.' },
    AT_RISK: { description: 'Some issues: it may miss its deadline.' },
    OFF_TARGET: { description: 'Significant issues: it will miss, or has missed, its deadline.' },
    COMPLETE: { description: 'It is done.' },
  },
})

registerEnumType(UpdateState, {
  name: 'UpdateState',
  description: 'The life of a progress update.',
  valuesConfig: {
    DRAFT: {
      description: 'Being written: those who have a part in the action and the board’s officers see it.',
    },
    SUBMITTED: { description: 'Waits to be authorised.' },
    RETURNED: { description: 'Returned to be changed, with a reason.' },
    AUTHORISED: { description: 'Authorised: everybody who sees the action sees it, and it stays as it is.' },
  },
})

@ObjectType({ description: 'How an activity stands, as an update says it.', simpleResolvers: true })
export class ActivityNoted implements ActivityNote {
  @Field(() => ID, { description: 'The activity.' })
  activityId: string

  @Field(() => String, { description: 'What it was called on that day.' })
  title: string

  @Field(() => ActionStatus, { nullable: true, description: 'Its status; null where nothing is said of it.' })
  status: ActionStatus | null

  @Field(() => String, { description: 'What is said about it; may be empty.' })
  comments: string

  @Field(() => String, {
    nullable: true,
    description: 'The period of the update, on an activity; else null.',
  })
  period?: string | null
}

/** What was not authorised is not the board's word yet: those who work on it and the officers alone see it. */
const seen = anyOf(
  allOf(`state = 'AUTHORISED'`, anyOf(planRowFloor.select)),
  floorRule.officer(),
  floorRule.myAction(),
)
const writes = anyOf(floorRule.officer(), floorRule.myAction())

@Entity({
  tableName: 'progress_update',
  ...floor('progress_update', {
    select: seen,
    insert: allOf(writes, floorRule.me('written_by_id')),
    update: writes,
    // What a document brought in goes again with its import, as long as nobody touched it. What people wrote stays.
    delete: allOf(floorRule.officer(), 'import_id is not null', 'version = 1', 'not corrected'),
  }),
})
// One update of an action in a period, and one correction of an update.
@Unique({
  name: 'progress_update_one_each_period',
  expression:
    'create unique index "progress_update_one_each_period" on "progress_update" ("board_id", "action_id", "period_ends_on") where corrects_id is null',
})
@Unique({ properties: ['boardId', 'correctsId'] })
@Check({
  name: 'progress_update_percent',
  expression: 'percent_complete >= 0 and percent_complete <= 100',
})
@Index({ properties: ['id'] })
@ObjectType({ description: 'The state of an action in one reporting period.', simpleResolvers: true })
export class ProgressUpdate extends ActionRow {
  @Field(() => ID, { description: 'The action that it is about.' })
  declare actionId: string

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The reporting period, such as "Q2 2026/27".' })
  period: string

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'The first day of the period.' })
  periodStartsOn: string

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'The last day of the period.' })
  periodEndsOn: string

  @Property({ type: 'text' })
  @Field(() => UpdateState, { description: 'How far it is.' })
  state: UpdateState

  @Property({ type: 'text' })
  @Field(() => ActionStatus, { description: 'The status at the end of the period.' })
  status: ActionStatus

  /** The words of the document that was brought in, where it gave the status others than ours. */
  @Property({ type: 'text', nullable: true })
  statusWords?: string | null

  @Property({ type: 'integer', nullable: true })
  @Field(() => Int, {
    nullable: true,
    description:
      'How much of the action is done, in percent from 0 to 100; null where a document was brought in that does not say it.',
  })
  percentComplete?: number | null

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What was done in the period.' })
  narrative: string

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Issues that stand in the way.' })
  issues?: string | null

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What is done about the issues.' })
  correctiveActions?: string | null

  @Property({ type: 'json', nullable: true })
  @Field(() => [ActivityNoted], {
    nullable: true,
    description: 'How the activities of the action stand, where it says so. At most 100.',
  })
  activityNotes?: ActivityNote[] | null

  /** Whether its period was closed before anything was written for it. */
  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, {
    description: 'Whether it was handed in after its period was closed without it.',
  })
  late: boolean

  @Property({ type: 'timestamptz' })
  @Field(() => GraphQLDateTime, { description: 'When it was written.' })
  writtenAt: Date

  @ManyToOne({
    entity: () => Person,
    fieldName: 'written_by_id',
    mapToPk: true,
    nullable: true,
    deleteRule: 'restrict',
  })
  writtenById?: string | null

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Who wrote it last, by the name of that day.' })
  writtenByName?: string | null

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was submitted last.' })
  submittedAt?: Date | null

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was authorised or last returned; null while nobody decided.',
  })
  decidedAt?: Date | null

  @ManyToOne({
    entity: () => Person,
    fieldName: 'decided_by_id',
    mapToPk: true,
    nullable: true,
    deleteRule: 'restrict',
  })
  decidedById?: string | null

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Who authorised or last returned it, by the name of that day.',
  })
  decidedByName?: string | null

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was last returned; null where it never was.' })
  returnReason?: string | null

  /** The import that brought it in; null where somebody wrote it. */
  @Property({ type: 'uuid', nullable: true, index: true })
  importId?: string | null

  @Property({ type: 'uuid', nullable: true })
  @Field(() => ID, {
    nullable: true,
    description: 'The update that this one corrects; null where it corrects none.',
  })
  correctsId?: string | null

  @ManyToOne({
    entity: () => ProgressUpdate,
    joinColumns: ['board_id', 'corrects_id'],
    referencedColumnNames: ['board_id', 'id'],
    ownColumns: [],
    columnTypes: ['uuid', 'uuid'],
    nullable: true,
    deleteRule: 'cascade',
  })
  corrects?: ProgressUpdate | null

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What was wrong, where it is a correction.' })
  correctionReason?: string | null

  /** Set when its correction is authorised; its text stays as it was. */
  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether an authorised correction has taken its place.' })
  corrected: boolean

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Rises by one with each change.' })
  version: number
}
