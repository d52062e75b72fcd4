import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql'
import { ActionPart } from '@boardwork/shared/plan/actionPart.ts'
import { Organisation } from '../../organisation/organisation.entity.ts'
import { Person } from '../../identity/person.entity.ts'
import { floor } from '../../../access/floor.ts'
import { ActionRow } from './actionRow.ts'
import { planRowFloor } from '../planRowFloor.ts'

registerEnumType(ActionPart, {
  name: 'ActionPart',
  description: 'What somebody who is named for an action does about it.',
  valuesConfig: {
    LEAD: { description: 'Leads it, and writes its updates.' },
    AUTHORISING: { description: 'Authorises its updates, or returns them with a reason.' },
    RESPONSIBLE: { description: 'Is responsible, and may write its updates.' },
  },
})

@Entity({ tableName: 'action_responsible', ...floor('action_responsible', planRowFloor) })
@ObjectType({
  description: 'Who is responsible for an action: a post, an agency, a person, or several of these together.',
  simpleResolvers: true,
})
export class ActionResponsible extends ActionRow {
  @Property({ type: 'integer' })
  position: number

  @Property({ type: 'text', default: 'RESPONSIBLE' })
  @Field(() => ActionPart, { description: 'What they do about it.' })
  part: ActionPart

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'The post or name, in the words of the document.' })
  postTitle?: string | null

  @Field(() => ID, {
    nullable: true,
    description: 'The agency, where one of the board was named; else null.',
  })
  @ManyToOne({
    entity: () => Organisation,
    fieldName: 'organisation_id',
    mapToPk: true,
    nullable: true,
    index: true,
    deleteRule: 'restrict',
  })
  organisationId?: string | null

  @Field(() => ID, { nullable: true, description: 'The person, where one was named; else null.' })
  @ManyToOne({
    entity: () => Person,
    fieldName: 'person_id',
    mapToPk: true,
    nullable: true,
    index: true,
    deleteRule: 'restrict',
  })
  personId?: string | null
}
