import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import { isLiveOn, todayInLondon } from '@boardwork/shared/board/dates.ts'
import { Allow } from '../../access/allow.ts'
import { may } from '../../access/policy.ts'
import { RequestContext } from '../../access/requestContext.ts'
import { Person } from '../identity/person.entity.ts'
import { Organisation } from '../organisation/organisation.entity.ts'
import { organisationsById } from '../organisation/organisation.reads.ts'
import { Board } from './board.entity.ts'
import { boardPolicy } from './board.policy.ts'
import { boardsById, deputiesBySeat, seatsById } from './board.reads.ts'
import {
  AddSeatResult,
  ChangeSeatResult,
  EndDeputyResult,
  NameDeputyResult,
  SeatViewerCan,
} from './board.results.ts'
import { Deputy } from './deputy.entity.ts'
import { peopleById } from './people.reads.ts'
import { Seat } from './seat.entity.ts'
import { AddSeatInput, ChangeSeatInput, EndDeputyInput, NameDeputyInput } from './seat.inputs.ts'
import { addSeat, changeSeat, endDeputy, nameDeputy } from './seat.operations.ts'

@Resolver(() => Seat)
export class SeatResolver {
  @Mutation(() => AddSeatResult, { description: 'Gives an organisation a seat at a board.' })
  @Allow(boardPolicy.addSeat)
  addSeat(
    @Ctx() context: RequestContext,
    @Arg('input', () => AddSeatInput, { description: 'The seat.' }) input: AddSeatInput,
  ): Promise<typeof AddSeatResult> {
    return addSeat(context, input)
  }

  @Mutation(() => ChangeSeatResult, {
    description: 'Changes a seat: its holder, whether it is required or votes, its end.',
  })
  @Allow(boardPolicy.changeSeat)
  changeSeat(
    @Ctx() context: RequestContext,
    @Arg('input', () => ChangeSeatInput, { description: 'What the seat is to be.' }) input: ChangeSeatInput,
  ): Promise<typeof ChangeSeatResult> {
    return changeSeat(context, input)
  }

  @Mutation(() => NameDeputyResult, { description: 'Names who may stand in for the holder of a seat.' })
  @Allow(boardPolicy.nameDeputy)
  nameDeputy(
    @Ctx() context: RequestContext,
    @Arg('input', () => NameDeputyInput, { description: 'The seat and the person.' }) input: NameDeputyInput,
  ): Promise<typeof NameDeputyResult> {
    return nameDeputy(context, input)
  }

  @Mutation(() => EndDeputyResult, { description: 'Ends a naming as a deputy.' })
  @Allow(boardPolicy.endDeputy)
  endDeputy(
    @Ctx() context: RequestContext,
    @Arg('input', () => EndDeputyInput, { description: 'The naming.' }) input: EndDeputyInput,
  ): Promise<typeof EndDeputyResult> {
    return endDeputy(context, input)
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: 'The agency whose seat it is; null where it does not exist for the viewer.',
  })
  async organisation(@Root() seat: Seat, @Ctx() context: RequestContext): Promise<Organisation | null> {
    return (await context.loader(organisationsById).load(seat.organisationId)) ?? null
  }

  @FieldResolver(() => Board, {
    nullable: true,
    description: 'The board; null where it does not exist for the viewer.',
  })
  async board(@Root() seat: Seat, @Ctx() context: RequestContext): Promise<Board | null> {
    return (await context.loader(boardsById).load(seat.boardId)) ?? null
  }

  @FieldResolver(() => Person, {
    nullable: true,
    description:
      'The person who holds it; null while it is vacant, and where the viewer does not know the person.',
  })
  async holder(@Root() seat: Seat, @Ctx() context: RequestContext): Promise<Person | null> {
    return seat.holderId ? ((await context.loader(peopleById).load(seat.holderId)) ?? null) : null
  }

  @FieldResolver(() => [Deputy], {
    description: 'Who is, or was, named as a deputy; those who stand in now come first. At most 100.',
  })
  async deputies(@Root() seat: Seat, @Ctx() context: RequestContext): Promise<Deputy[]> {
    return (await context.loader(deputiesBySeat).load(seat.id)) ?? []
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is open today.' })
  live(@Root() seat: Seat): boolean {
    return isLiveOn(todayInLondon(), seat.startsOn, seat.endsOn)
  }

  @FieldResolver(() => SeatViewerCan, { description: 'What the viewer may do to it.' })
  async viewerCan(@Root() seat: Seat, @Ctx() context: RequestContext): Promise<SeatViewerCan> {
    const viewer = await context.viewer()
    return {
      change: may(viewer, boardPolicy.changeSeat, seat),
      nameDeputy: may(viewer, boardPolicy.nameDeputy, seat),
    }
  }
}

@Resolver(() => Deputy)
export class DeputyResolver {
  @FieldResolver(() => Person, {
    nullable: true,
    description: 'The person; null where the viewer does not know them.',
  })
  async person(@Root() deputy: Deputy, @Ctx() context: RequestContext): Promise<Person | null> {
    return (await context.loader(peopleById).load(deputy.personId)) ?? null
  }

  @FieldResolver(() => Seat, {
    nullable: true,
    description: 'The seat; null where it does not exist for the viewer.',
  })
  async seat(@Root() deputy: Deputy, @Ctx() context: RequestContext): Promise<Seat | null> {
    return (await context.loader(seatsById).load(deputy.seatId)) ?? null
  }
}
