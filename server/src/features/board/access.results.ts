import { Field, ID, ObjectType, registerEnumType } from 'type-graphql'
import { GraphQLLocalDate } from 'graphql-scalars'
import { Role } from '@boardwork/shared/board/role.ts'

export const RecordKind = {
  BOARD: 'BOARD',
  ORGANISATION: 'ORGANISATION',
  SEAT: 'SEAT',
  GRANT: 'GRANT',
  PERSON: 'PERSON',
  PLAN: 'PLAN',
  AREA: 'AREA',
  ACTION: 'ACTION',
  COMMENT: 'COMMENT',
  SHARE: 'SHARE',
  IMPORT: 'IMPORT',
  ACTIVITY: 'ACTIVITY',
  EVIDENCE: 'EVIDENCE',
  UPDATE: 'UPDATE',
  PERIOD: 'PERIOD',
  MEASURE: 'MEASURE',
  MEASURE_RESULT: 'MEASURE_RESULT',
  MILESTONE: 'MILESTONE',
  MEETING: 'MEETING',
  LOG_EVENT: 'LOG_EVENT',
} as const
export type RecordKind = (typeof RecordKind)[keyof typeof RecordKind]
registerEnumType(RecordKind, {
  name: 'RecordKind',
  description: 'What a record is.',
  valuesConfig: {
    BOARD: { description: 'A board or sub-group.' },
    ORGANISATION: { description: 'An organisation.' },
    SEAT: { description: 'A seat.' },
    GRANT: { description: 'A grant of a role.' },
    PERSON: { description: 'A person.' },
    PLAN: { description: 'An improvement plan.' },
    AREA: { description: 'An area of a plan.' },
    ACTION: { description: 'An action of a plan.' },
    COMMENT: { description: 'A comment on an area.' },
    SHARE: { description: 'The share of an area.' },
    IMPORT: { description: 'A document that is being brought in.' },
    ACTIVITY: { description: 'An activity of an action.' },
    EVIDENCE: { description: 'A piece of evidence for an action.' },
    UPDATE: { description: 'A progress update of an action.' },
    PERIOD: {
      description:
        'How a board reported in a period; its id is the id of the board, a colon and the first day of the period.',
    },
    MEASURE: { description: 'A measure of an action.' },
    MEASURE_RESULT: { description: 'A result that was recorded for a measure.' },
    MILESTONE: { description: 'A milestone or a review of a plan or an action.' },
    MEETING: { description: 'A meeting of a board, or a strategy meeting.' },
    LOG_EVENT: {
      description: 'An event of a log; its id is the id of the log, a colon and the number of the event.',
    },
  },
})

export const AccessKind = {
  GRANT: 'GRANT',
  SEAT: 'SEAT',
  DEPUTY: 'DEPUTY',
  SHARE: 'SHARE',
  AGENCY: 'AGENCY',
  ADMINISTRATOR: 'ADMINISTRATOR',
  OWN: 'OWN',
} as const
export type AccessKind = (typeof AccessKind)[keyof typeof AccessKind]
registerEnumType(AccessKind, {
  name: 'AccessKind',
  description: 'What opens a record to somebody.',
  valuesConfig: {
    GRANT: { description: 'A role that was given to them.' },
    SEAT: { description: 'The seat that they hold.' },
    DEPUTY: { description: 'They are a named deputy for a seat.' },
    SHARE: { description: 'An area that was shared with a board or an agency of theirs.' },
    AGENCY: { description: 'They answer for an agency that has to do with it.' },
    ADMINISTRATOR: { description: 'They administer the platform.' },
    OWN: { description: 'It is about themselves.' },
  },
})

@ObjectType({ description: 'One thing that opens a record to the viewer.', simpleResolvers: true })
export class AccessReason {
  @Field(() => AccessKind, { description: 'What it is.' })
  kind: AccessKind

  @Field(() => Role, {
    nullable: true,
    description: 'The role that it gives; null where it is about the viewer.',
  })
  role?: Role | null

  @Field(() => String, { description: 'The reason as a sentence in plain English.' })
  text: string

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The first day; null where it has none.' })
  since?: string | null

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day; null: no end is set.' })
  until?: string | null

  @Field(() => ID, { nullable: true, description: 'The board of the role, seat or share.' })
  boardId?: string | null

  @Field(() => ID, { nullable: true, description: 'The organisation of the role or seat.' })
  organisationId?: string | null

  @Field(() => ID, { nullable: true, description: 'The grant that gives the role.' })
  grantId?: string | null

  @Field(() => ID, { nullable: true, description: 'The seat.' })
  seatId?: string | null

  @Field(() => ID, { nullable: true, description: 'The naming as a deputy.' })
  deputyId?: string | null

  @Field(() => ID, { nullable: true, description: 'The share.' })
  shareId?: string | null
}
