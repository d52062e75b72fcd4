import { createUnionType, Field, ID, ObjectType } from 'type-graphql'
import { GraphQLDateTime } from 'graphql-scalars'
import { ActionStatus } from '@boardwork/shared/plan/actionStatus.ts'
import { Conflict, InvalidInput, NotReady } from '../../access/refusals.ts'
import { resultOf } from '../../access/resultOf.ts'
import { Organisation } from './organisation.entity.ts'
import { Region } from './region.entity.ts'

@ObjectType({ description: 'An action for which an agency is responsible, as its page lists it.' })
export class AgencyAction {
  @Field(() => ID, { description: 'The id of the action.' })
  id: string

  @Field(() => String, { description: 'The number or code of the action; may be empty.' })
  reference: string

  @Field(() => String, { description: 'What is to be done.' })
  title: string

  @Field(() => ID, { description: 'The board whose plan it stands in.' })
  boardId: string

  @Field(() => String, { description: 'The name of that board.' })
  boardName: string

  @Field(() => ID, { description: 'The plan.' })
  planId: string

  @Field(() => String, { description: 'The title of the plan.' })
  planTitle: string

  @Field(() => ID, { description: 'The area of the plan.' })
  areaId: string

  @Field(() => String, { description: 'The title of the area.' })
  areaTitle: string

  @Field(() => ActionStatus, {
    nullable: true,
    description: 'The latest status; null before the first update.',
  })
  status: ActionStatus | null

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When that status was written.' })
  statusWrittenAt: Date | null
}

const resultType =
  <Record extends object>(record: Record) =>
  (value: unknown) =>
    value instanceof InvalidInput ? InvalidInput : value instanceof Conflict ? Conflict : record

export const CreateRegionResult = createUnionType({
  name: 'CreateRegionResult',
  description: 'The new region, or why nothing was changed.',
  types: () => [Region, InvalidInput] as const,
  resolveType: resultType(Region),
})

export const CreateOrganisationResult = createUnionType({
  name: 'CreateOrganisationResult',
  description: 'The new organisation, or why nothing was changed.',
  types: () => [Organisation, InvalidInput] as const,
  resolveType: resultType(Organisation),
})

export const ChangeOrganisationResult = createUnionType({
  name: 'ChangeOrganisationResult',
  description: 'The changed organisation, or why nothing was changed.',
  types: () => [Organisation, InvalidInput, Conflict] as const,
  resolveType: resultType(Organisation),
})

export const RecordMergerResult = resultOf(
  'RecordMergerResult',
  'The organisation that is part of the other one now, or why nothing was changed.',
  [Organisation, InvalidInput, Conflict, NotReady] as const,
)

export const TakeBackMergerResult = resultOf(
  'TakeBackMergerResult',
  'The organisation that stands for itself again, or why nothing was changed.',
  [Organisation, InvalidInput, Conflict, NotReady] as const,
)
