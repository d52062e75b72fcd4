import { Check, Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { GraphQLLocalDate } from 'graphql-scalars'
import { OrganisationKind } from '@boardwork/shared/organisation/organisationKind.ts'
import { anyOf, floor, floorRule } from '../../access/floor.ts'
import { Region } from './region.entity.ts'

registerEnumType(OrganisationKind, {
  name: 'OrganisationKind',
  description: 'What kind of body an organisation is.',
  valuesConfig: {
    COUNCIL: { description: 'A council, which hosts boards of its own.' },
    NHS_TRUST: { description: 'An NHS trust or foundation trust.' },
    INTEGRATED_CARE_BOARD: { description: 'An integrated care board of the NHS.' },
    POLICE: { description: 'A police force.' },
    FIRE: { description: 'A fire and rescue service.' },
    PROBATION: { description: 'The probation service.' },
    VOLUNTARY: { description: 'A charity or another voluntary body.' },
    CARE_PROVIDER: { description: 'A provider of social care.' },
    HOUSING: { description: 'A provider of housing.' },
  },
})

@Entity({
  tableName: 'organisation',
  ...floor('organisation', {
    select: anyOf(floorRule.administrator, floorRule.region(), floorRule.lead('id')),
    insert: floorRule.administrator,
    update: floorRule.administrator,
  }),
})
@Unique({ properties: ['regionId', 'name'] })
@Check({
  name: 'organisation_part_of',
  expression: `num_nonnulls(part_of_id, part_of_since) <> 1 and part_of_id <> id`,
})
@ObjectType({ description: 'A body that takes part: an agency when it sits on a board.' })
export class Organisation {
  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'The id of the organisation.' })
  id: string

  @ManyToOne({ entity: () => Region, fieldName: 'region_id', mapToPk: true, updateRule: 'restrict' })
  @Field(() => ID, { description: 'The region that the organisation belongs to.' })
  regionId: string

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The name of the organisation.' })
  name: string

  @Property({ type: 'text' })
  @Field(() => OrganisationKind, { description: 'What kind of body it is.' })
  kind: OrganisationKind

  @ManyToOne({
    entity: () => Organisation,
    fieldName: 'part_of_id',
    mapToPk: true,
    nullable: true,
    index: true,
    updateRule: 'restrict',
    deleteRule: 'restrict',
  })
  partOfId?: string | null

  /** The first day on which it was part of the other one; null while it stands for itself. */
  @Property({ type: 'date', nullable: true })
  partOfSince?: string | null

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Rises by one with each change.' })
  version: number
}

@ObjectType({
  description:
    'The other side of a merger: of which organisation one is part, or which one became part of it.',
  simpleResolvers: true,
})
export class Merged {
  @Field(() => ID, { description: 'The id of that organisation.' })
  organisationId: string

  @Field(() => String, { description: 'Its name.' })
  organisationName: string

  @Field(() => GraphQLLocalDate, { description: 'The first day on which the one was part of the other.' })
  since: string
}
