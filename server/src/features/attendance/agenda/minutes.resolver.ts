import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { RequestContext } from '../../../access/requestContext.ts'
import { Meeting } from '../meeting/meeting.entity.ts'
import type { MeetingRow } from '../meeting/meeting.reads.ts'
import { readMinutes } from './minutes.reads.ts'
import { Minutes } from './minutes.results.ts'

@Resolver(() => Meeting)
export class MinutesResolver {
  @FieldResolver(() => Minutes, {
    nullable: true,
    description: 'The draft of its minutes, without the reasons of apologies.',
  })
  minutes(@Root() { id }: MeetingRow, @Ctx() context: RequestContext): Promise<Minutes | null> {
    return readMinutes(context, id)
  }
}
