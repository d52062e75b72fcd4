import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { GraphQLLocalDate } from 'graphql-scalars'
import { AuditEvent } from '../../audit/auditEvent.entity.ts'

@InputType({ description: 'Which events of a log to show. What is left out filters nothing.' })
export class LogFilter {
  @Field(() => String, { nullable: true, description: 'What was done, such as "plan.adopt".' })
  action?: string | null

  @Field(() => ID, { nullable: true, description: 'Who did it.' })
  personId?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'The kind of record that was changed, such as "Plan".',
  })
  recordType?: string | null

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The first day, as it is in the United Kingdom.',
  })
  from?: string | null

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day, as it is in the United Kingdom.',
  })
  to?: string | null
}

@ObjectType({ description: 'Somebody who did something that stands in a log.', simpleResolvers: true })
export class LogPerson {
  @Field(() => ID, { description: 'The id of the person.' })
  personId: string

  @Field(() => String, { description: 'The name, as the newest event has it.' })
  name: string
}

@ObjectType({ description: "A page of a board's log, the newest event first.", simpleResolvers: true })
export class LogPage {
  @Field(() => [AuditEvent], { description: 'The events. At most 100, and no more than were asked for.' })
  events: AuditEvent[]

  @Field(() => Int, { description: 'How many events the filter finds, counted to 10,000 and no further.' })
  total: number

  @Field(() => Int, {
    nullable: true,
    description: 'What to give as `after` for the next page; null on the last.',
  })
  next: number | null

  @Field(() => [String], { description: 'What was done at all in this log, to choose from. At most 200.' })
  actions: string[]

  @Field(() => [String], { description: 'The kinds of record in this log, to choose from. At most 100.' })
  recordTypes: string[]

  @Field(() => [LogPerson], {
    description: 'Who did anything in this log, by name, to choose from. At most 500.',
  })
  people: LogPerson[]
}
