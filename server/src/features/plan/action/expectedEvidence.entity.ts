import { Entity, Property } from '@mikro-orm/decorators/legacy'
import { Field, ObjectType } from 'type-graphql'
import { floor } from '../../../access/floor.ts'
import { ActionRow } from './actionRow.ts'
import { planRowFloor } from '../planRowFloor.ts'

@Entity({ tableName: 'expected_evidence', ...floor('expected_evidence', planRowFloor) })
@ObjectType({
  description:
    'What will show that an action was done, with the time-scale that stands beside it in the document.',
  simpleResolvers: true,
})
export class ExpectedEvidence extends ActionRow {
  @Property({ type: 'integer' })
  position: number

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'What will show it; null where the document gives a time-scale alone.',
  })
  text?: string | null

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'The deadline in the words of the document; null where none stands.',
  })
  deadline?: string | null
}
