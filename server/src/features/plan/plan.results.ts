import { createUnionType, Field, ObjectType } from 'type-graphql'
import { Conflict, NotReady } from '../../access/refusals.ts'
import { Plan } from './plan.entity.ts'

@ObjectType({ description: 'What the viewer may do to a plan.' })
export class PlanViewerCan {
  @Field(() => Boolean, { description: 'Adopt it.' })
  adopt: boolean

  @Field(() => Boolean, { description: 'Edit it.' })
  edit: boolean

  @Field(() => Boolean, { description: 'Share its areas.' })
  share: boolean
}

export const AdoptPlanResult = createUnionType({
  name: 'AdoptPlanResult',
  description: 'The adopted plan, or why nothing was changed.',
  types: () => [Plan, Conflict, NotReady] as const,
  // Plain rows are plans; refusals are made with their class.
  resolveType: (value) =>
    value instanceof Conflict ? Conflict : value instanceof NotReady ? NotReady : Plan,
})
