import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { Allow } from '../../access/allow.ts'
import { may } from '../../access/policy.ts'
import { RequestContext } from '../../access/requestContext.ts'
import type { Tie } from '../../access/viewer.ts'
import { Invitation } from '../identity/invitation.entity.ts'
import { Person } from '../identity/person.entity.ts'
import { Organisation } from '../organisation/organisation.entity.ts'
import { organisationsById } from '../organisation/organisation.reads.ts'
import { periodPolicy, planPolicy } from '../plan/plan.policy.ts'
import { Board } from './board.entity.ts'
import { CreateBoardInput, CreateSubGroupInput, RenameBoardInput } from './board.inputs.ts'
import { createBoard, createSubGroup, renameBoard } from './board.operations.ts'
import { appointmentPolicy, boardPolicy } from './board.policy.ts'
import {
  boardsById,
  boardsWithPlans,
  officersByBoard,
  readBoards,
  seatsByBoard,
  subGroupsByBoard,
} from './board.reads.ts'
import {
  BoardPerson,
  BoardViewerCan,
  CreateBoardResult,
  CreateSubGroupResult,
  RenameBoardResult,
  ViewerTie,
} from './board.results.ts'
import { Grant } from './grant.entity.ts'
import { grantsByScope, openInvitationsByScope, readBoardPeople, readKnownPeople } from './people.reads.ts'
import { Seat } from './seat.entity.ts'

@Resolver(() => Board)
export class BoardResolver {
  @Query(() => Board, {
    nullable: true,
    description: 'One board or sub-group; null where there is none for the viewer.',
  })
  @Allow(boardPolicy.read)
  async board(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<Board | null> {
    return (await context.loader(boardsById).load(id)) ?? null
  }

  @Query(() => [Board], {
    description:
      'The boards at which the viewer has a role or a seat, or all for an administrator; by council, a board before its sub-groups. At most 500.',
  })
  @Allow(boardPolicy.read)
  async boards(
    @Ctx() context: RequestContext,
    @Arg('known', () => Boolean, {
      defaultValue: false,
      description: 'Every board that exists for the viewer, such as one to share an area with.',
    })
    known: boolean,
    @Arg('mine', () => Boolean, {
      defaultValue: false,
      description: 'Those alone at which the viewer has a role or a seat, for an administrator too.',
    })
    mine: boolean,
    @Arg('search', () => String, {
      nullable: true,
      description: 'Part of the name of the board or its council.',
    })
    search: string | null | undefined,
    @Arg('first', () => Int, { defaultValue: 500, description: 'How many at the most; 500 at the most.' })
    first: number,
  ): Promise<Board[]> {
    const viewer = await context.signedIn()
    const all = known || viewer.ties.some((tie) => tie.role === 'ADMINISTRATOR')
    const ids = all && !mine ? null : viewer.ties.flatMap((tie) => tie.boardId ?? [])
    return readBoards(context, { ids, search: search ?? null, first })
  }

  @Query(() => [Person], {
    description:
      'People whom the viewer knows already and may therefore appoint, by name; somebody else is invited. At most 500.',
  })
  @Allow(appointmentPolicy.grant)
  knownPeople(
    @Ctx() context: RequestContext,
    @Arg('search', () => String, { nullable: true, description: 'Part of the name.' }) search?: string | null,
  ): Promise<Person[]> {
    return readKnownPeople(context, search ?? null)
  }

  @Mutation(() => CreateBoardResult, {
    description: "Makes a council's board and appoints who coordinates it.",
  })
  @Allow(boardPolicy.create)
  createBoard(
    @Ctx() context: RequestContext,
    @Arg('input', () => CreateBoardInput, { description: 'The board.' }) input: CreateBoardInput,
  ): Promise<typeof CreateBoardResult> {
    return createBoard(context, input)
  }

  @Mutation(() => CreateSubGroupResult, { description: 'Adds a sub-group to a board.' })
  @Allow(boardPolicy.createSubGroup)
  createSubGroup(
    @Ctx() context: RequestContext,
    @Arg('input', () => CreateSubGroupInput, { description: 'The sub-group.' }) input: CreateSubGroupInput,
  ): Promise<typeof CreateSubGroupResult> {
    return createSubGroup(context, input)
  }

  @Mutation(() => RenameBoardResult, { description: 'Gives a board or sub-group another name.' })
  @Allow(boardPolicy.rename)
  renameBoard(
    @Ctx() context: RequestContext,
    @Arg('input', () => RenameBoardInput, { description: 'The new name.' }) input: RenameBoardInput,
  ): Promise<typeof RenameBoardResult> {
    return renameBoard(context, input)
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: 'The council whose board it is; null where it does not exist for the viewer.',
  })
  async council(@Root() board: Board, @Ctx() context: RequestContext): Promise<Organisation | null> {
    return (await context.loader(organisationsById).load(board.organisationId)) ?? null
  }

  @FieldResolver(() => Board, {
    nullable: true,
    description:
      'The board that a sub-group belongs to; null for a board, and where it does not exist for the viewer.',
  })
  async parent(@Root() board: Board, @Ctx() context: RequestContext): Promise<Board | null> {
    return board.parentId ? ((await context.loader(boardsById).load(board.parentId)) ?? null) : null
  }

  @FieldResolver(() => [Board], {
    description: 'The sub-groups that exist for the viewer, by name. At most 200.',
  })
  async subGroups(@Root() board: Board, @Ctx() context: RequestContext): Promise<Board[]> {
    return (await context.loader(subGroupsByBoard).load(board.id)) ?? []
  }

  @FieldResolver(() => [Seat], {
    nullable: true,
    description:
      'The seats that exist for the viewer, open ones first, then by the name of the agency; null for those who know the board by its name alone. At most 500.',
  })
  async seats(@Root() board: Board, @Ctx() context: RequestContext): Promise<Seat[] | null> {
    const seats = await context.loader(seatsByBoard).load(board.id)
    if (seats) return seats
    return may(await context.viewer(), boardPolicy.readSeats, { boardId: board.id }) ? [] : null
  }

  @FieldResolver(() => [String], {
    description: 'The names of those who coordinate it, as far as the viewer may know them. At most 50.',
  })
  async coordinators(@Root() board: Board, @Ctx() context: RequestContext): Promise<string[]> {
    return officers(context, board, 'COORDINATOR')
  }

  @FieldResolver(() => [String], {
    description: 'The names of those who chair it, as far as the viewer may know them. At most 50.',
  })
  async chairs(@Root() board: Board, @Ctx() context: RequestContext): Promise<string[]> {
    return officers(context, board, 'CHAIR')
  }

  @FieldResolver(() => [BoardPerson], {
    nullable: true,
    description:
      'Everybody who has, or had, a role here, by name; null for those who may not read it. At most 500.',
  })
  async people(@Root() board: Board, @Ctx() context: RequestContext): Promise<BoardPerson[] | null> {
    return (await mayReadPeople(context, board)) ? readBoardPeople(context, board.id) : null
  }

  @FieldResolver(() => [Grant], {
    nullable: true,
    description:
      'The roles given here, those that hold first; null for those who may not read it. At most 500.',
  })
  async grants(@Root() board: Board, @Ctx() context: RequestContext): Promise<Grant[] | null> {
    return (await mayReadPeople(context, board))
      ? ((await context.loader(grantsByScope).load(board.id)) ?? [])
      : null
  }

  @FieldResolver(() => [Invitation], {
    nullable: true,
    description:
      'The invitations that were neither accepted nor withdrawn, newest first; null for those who may not read it. At most 500.',
  })
  async invitations(@Root() board: Board, @Ctx() context: RequestContext): Promise<Invitation[] | null> {
    if (!(await mayReadPeople(context, board))) return null
    return (await context.loader(openInvitationsByScope).load(board.id)) ?? []
  }

  @FieldResolver(() => [ViewerTie], { description: 'What gives the viewer a role here. At most 50.' })
  async viewerTies(@Root() board: Board, @Ctx() context: RequestContext): Promise<Tie[]> {
    const viewer = await context.signedIn()
    return viewer.ties.filter((tie) => tie.boardId === board.id).slice(0, 50)
  }

  @FieldResolver(() => BoardViewerCan, { description: 'What the viewer may do here.' })
  async viewerCan(@Root() board: Board, @Ctx() context: RequestContext): Promise<BoardViewerCan> {
    const viewer = await context.viewer()
    const subject = { boardId: board.id }
    const seesPlan = (await context.loader(boardsWithPlans).load(board.id)) ?? false
    return {
      addSeat: may(viewer, boardPolicy.addSeat, subject),
      invite: may(viewer, appointmentPolicy.invite, { ...subject, role: 'SCRUTINY' }),
      grant: may(viewer, appointmentPolicy.grant, { ...subject, role: 'SCRUTINY' }),
      readPeople: may(viewer, boardPolicy.readPeople, subject),
      readLog: may(viewer, boardPolicy.readLog, subject),
      readPeriods: may(viewer, periodPolicy.read, { ...subject, seesPlan }),
      importPlan: may(viewer, planPolicy.import, subject),
      createSubGroup: !board.parentId && may(viewer, boardPolicy.createSubGroup, subject),
      rename: may(viewer, boardPolicy.rename, subject),
    }
  }
}

async function officers(context: RequestContext, board: Board, role: string): Promise<string[]> {
  const found = (await context.loader(officersByBoard).load(board.id)) ?? []
  return found
    .filter((officer) => officer.role === role)
    .map((officer) => officer.name)
    .slice(0, 50)
}

async function mayReadPeople(context: RequestContext, board: Board): Promise<boolean> {
  return may(await context.viewer(), boardPolicy.readPeople, { boardId: board.id })
}
