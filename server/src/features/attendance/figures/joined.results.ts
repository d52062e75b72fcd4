import { Field, ID, Int, ObjectType } from 'type-graphql'
import { GraphQLLocalDate } from 'graphql-scalars'
import { MarkCounts } from './publication.results.ts'

@ObjectType({
  description: 'What a year comes to for an agency at all of its boards together.',
  simpleResolvers: true,
})
export class JoinedYear {
  @Field(() => Int, { description: 'The calendar year in which the years of the boards begin.' })
  year: number

  @Field(() => Int, { description: 'The month in which the year of one of the boards begins, from 1 to 12.' })
  startsMonth: number

  @Field(() => MarkCounts, { description: 'Its marks, one for each meeting that was held.' })
  counts: MarkCounts
}

@ObjectType({
  description: 'An organisation that is part of another one, with the attendance that stays its own.',
  simpleResolvers: true,
})
export class JoinedAgency {
  @Field(() => ID, { description: 'The organisation.' })
  organisationId: string

  @Field(() => String, { description: 'Its name.' })
  organisationName: string

  @Field(() => String, { description: 'The name of the one that it became part of itself.' })
  intoName: string

  @Field(() => GraphQLLocalDate, { description: 'The first day on which it was part of that one.' })
  since: string

  @Field(() => [JoinedYear], {
    description:
      'The years in which it has marks that count, the latest first, as far as they exist for the viewer. At most 300.',
  })
  years: JoinedYear[]
}
