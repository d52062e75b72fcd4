import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { Allow } from '../../../access/allow.ts'
import { RequestContext } from '../../../access/requestContext.ts'
import { RenewCalendarAddressInput } from '../answer/answer.inputs.ts'
import { calendarPolicy } from '../answer/answer.policy.ts'
import { renewCalendarAddress } from './calendar.operations.ts'
import { readMyCalendar } from './calendar.reads.ts'
import { CalendarAddressMade, MyCalendar } from './calendar.results.ts'

@Resolver(() => MyCalendar)
export class CalendarResolver {
  @Query(() => MyCalendar, { description: "The viewer's meetings to come, with what was answered." })
  @Allow(calendarPolicy.read)
  myCalendar(@Ctx() context: RequestContext): Promise<MyCalendar> {
    return readMyCalendar(context)
  }

  @Mutation(() => CalendarAddressMade, {
    description:
      "Makes the private address of the viewer's calendar, or a new one: the one before opens nothing any more.",
  })
  @Allow(calendarPolicy.renewAddress)
  renewCalendarAddress(
    @Ctx() context: RequestContext,
    @Arg('input', () => RenewCalendarAddressInput, { description: 'That it is made.' })
    input: RenewCalendarAddressInput,
  ): Promise<CalendarAddressMade> {
    return renewCalendarAddress(context, input)
  }
}
