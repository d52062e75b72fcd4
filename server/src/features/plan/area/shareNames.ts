import { Field } from 'type-graphql'
import { AreaShare } from './areaShare.entity.ts'

// What area.reads.ts reads beside a share, for both sides to see. Not columns of the table, so not on the entity.

/** Tells GraphQL of the names; the resolver of shares calls it once. */
export function declareShareNames(): void {
  const simple = true

  Field(() => String, { simple, description: 'The name of the board that shares it.' })(
    AreaShare.prototype,
    'boardName',
  )
  Field(() => String, { simple, description: 'The name of the board or agency that it is shared with.' })(
    AreaShare.prototype,
    'receiverName',
  )
  Field(() => String, {
    simple,
    nullable: true,
    description: 'The reference of the area; null once the viewer may not see it.',
  })(AreaShare.prototype, 'areaReference')
  Field(() => String, {
    simple,
    nullable: true,
    description: 'The title of the area; null once the viewer may not see it.',
  })(AreaShare.prototype, 'areaTitle')
  Field(() => String, {
    simple,
    nullable: true,
    description: 'The title of the plan; null once the viewer may not see it.',
  })(AreaShare.prototype, 'planTitle')
  Field(() => Boolean, {
    simple,
    description: 'Whether it is open today: neither ended by hand nor past its last day.',
  })(AreaShare.prototype, 'live')
}
