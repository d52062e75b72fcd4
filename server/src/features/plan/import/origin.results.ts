import { Field, ObjectType } from 'type-graphql'
import { GraphQLDateTime, GraphQLJSON } from 'graphql-scalars'
import type { SourcePlace } from '@boardwork/shared/document/sourceDocument.ts'

@ObjectType({ description: 'Where a field comes from that was brought in.', simpleResolvers: true })
export class FieldOrigin {
  @Field(() => String, { description: 'The field, by its name in PlanDraft.' })
  field: string

  @Field(() => String, {
    nullable: true,
    description: 'The name of the document; null for those who may not see what was brought in.',
  })
  fileName: string | null

  @Field(() => GraphQLDateTime, { description: 'When it was brought in.' })
  broughtInAt: string

  @Field(() => [GraphQLJSON], {
    description:
      'Where its words stand in the document, each in the form of SourcePlace; none where somebody typed it in the preview. At most 1,000.',
  })
  places: SourcePlace[]

  @Field(() => Boolean, { description: 'Whether it was edited since.' })
  changed: boolean

  @Field(() => String, {
    nullable: true,
    description:
      'Of an edited field, the words as they were brought in; null for those who may not see what was brought in.',
  })
  words: string | null
}
