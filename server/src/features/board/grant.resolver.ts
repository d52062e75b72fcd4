import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import { isLiveOn, todayInLondon } from '@boardwork/shared/board/dates.ts'
import { Allow } from '../../access/allow.ts'
import { may } from '../../access/policy.ts'
import { RequestContext } from '../../access/requestContext.ts'
import type { Tie } from '../../access/viewer.ts'
import { Person } from '../identity/person.entity.ts'
import { Organisation } from '../organisation/organisation.entity.ts'
import { organisationPolicy } from '../organisation/organisation.policy.ts'
import { organisationsById } from '../organisation/organisation.reads.ts'
import { Board } from './board.entity.ts'
import { appointmentPolicy } from './board.policy.ts'
import { boardsById, seatsByOrganisation } from './board.reads.ts'
import {
  ChangeGrantResult,
  EndGrantResult,
  GrantRoleResult,
  GrantViewerCan,
  OrganisationViewerCan,
  ViewerTie,
} from './board.results.ts'
import { Grant } from './grant.entity.ts'
import { ChangeGrantInput, EndGrantInput, GrantRoleInput } from './grant.inputs.ts'
import { changeGrant, endGrant, grantRole } from './grant.operations.ts'
import { grantsByScope, peopleById } from './people.reads.ts'
import { Seat } from './seat.entity.ts'

@Resolver(() => Grant)
export class GrantResolver {
  @Mutation(() => GrantRoleResult, { description: 'Gives a role to a person whom the viewer knows already.' })
  @Allow(appointmentPolicy.grant)
  grantRole(
    @Ctx() context: RequestContext,
    @Arg('input', () => GrantRoleInput, { description: 'Who, which role, for what, why and how long.' })
    input: GrantRoleInput,
  ): Promise<typeof GrantRoleResult> {
    return grantRole(context, input)
  }

  @Mutation(() => ChangeGrantResult, { description: 'Changes why somebody has a role, or until when.' })
  @Allow(appointmentPolicy.changeGrant)
  changeGrant(
    @Ctx() context: RequestContext,
    @Arg('input', () => ChangeGrantInput, { description: 'What it is to be.' }) input: ChangeGrantInput,
  ): Promise<typeof ChangeGrantResult> {
    return changeGrant(context, input)
  }

  @Mutation(() => EndGrantResult, {
    description: 'Takes a role away, now. The last coordinator of a board keeps theirs.',
  })
  @Allow(appointmentPolicy.endGrant)
  endGrant(
    @Ctx() context: RequestContext,
    @Arg('input', () => EndGrantInput, { description: 'Which one.' }) input: EndGrantInput,
  ): Promise<typeof EndGrantResult> {
    return endGrant(context, input)
  }

  @FieldResolver(() => Person, {
    nullable: true,
    description: 'The person; null where the viewer does not know them.',
  })
  async person(@Root() grant: Grant, @Ctx() context: RequestContext): Promise<Person | null> {
    return (await context.loader(peopleById).load(grant.personId)) ?? null
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The name of who gave the role; null where the platform did, or the viewer does not know the person.',
  })
  async grantedByName(@Root() grant: Grant, @Ctx() context: RequestContext): Promise<string | null> {
    return grant.grantedById
      ? ((await context.loader(peopleById).load(grant.grantedById))?.name ?? null)
      : null
  }

  @FieldResolver(() => Board, {
    nullable: true,
    description: 'The board that it is for; null where it is for something else.',
  })
  async board(@Root() grant: Grant, @Ctx() context: RequestContext): Promise<Board | null> {
    return grant.boardId ? ((await context.loader(boardsById).load(grant.boardId)) ?? null) : null
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: 'The organisation that it is for; null where it is for something else.',
  })
  async organisation(@Root() grant: Grant, @Ctx() context: RequestContext): Promise<Organisation | null> {
    const { organisationId } = grant
    return organisationId ? ((await context.loader(organisationsById).load(organisationId)) ?? null) : null
  }

  @FieldResolver(() => Boolean, { description: 'Whether it holds today.' })
  live(@Root() grant: Grant): boolean {
    return !grant.endedAt && isLiveOn(todayInLondon(), grant.startsOn, grant.endsOn)
  }

  @FieldResolver(() => GrantViewerCan, { description: 'What the viewer may do to it.' })
  async viewerCan(@Root() grant: Grant, @Ctx() context: RequestContext): Promise<GrantViewerCan> {
    const viewer = await context.viewer()
    const { boardId, organisationId, role, endedAt, endsOn } = grant
    const over = Boolean(endedAt) || Boolean(endsOn && endsOn < todayInLondon())
    const subject = { boardId, organisationId, role }
    return {
      change: !over && may(viewer, appointmentPolicy.changeGrant, subject),
      end: !over && may(viewer, appointmentPolicy.endGrant, subject),
    }
  }
}

/** What an organisation is to boards and seats. */
@Resolver(() => Organisation)
export class AgencyResolver {
  @FieldResolver(() => [Seat], {
    description: 'Its seats, as far as they exist for the viewer, open ones first. At most 500.',
  })
  async seats(@Root() organisation: Organisation, @Ctx() context: RequestContext): Promise<Seat[]> {
    return (await context.loader(seatsByOrganisation).load(organisation.id)) ?? []
  }

  @FieldResolver(() => [Grant], {
    description:
      'The roles given for it, as far as they exist for the viewer, those that hold first. At most 500.',
  })
  async grants(@Root() organisation: Organisation, @Ctx() context: RequestContext): Promise<Grant[]> {
    return (await context.loader(grantsByScope).load(organisation.id)) ?? []
  }

  @FieldResolver(() => [ViewerTie], { description: 'What gives the viewer a role for it. At most 50.' })
  async viewerTies(@Root() organisation: Organisation, @Ctx() context: RequestContext): Promise<Tie[]> {
    const viewer = await context.signedIn()
    return viewer.ties
      .filter((tie) => tie.scope === 'ORGANISATION' && tie.scopeId === organisation.id)
      .slice(0, 50)
  }

  @FieldResolver(() => OrganisationViewerCan, { description: 'What the viewer may do to it.' })
  async viewerCan(
    @Root() organisation: Organisation,
    @Ctx() context: RequestContext,
  ): Promise<OrganisationViewerCan> {
    const viewer = await context.viewer()
    const subject = { organisationId: organisation.id }
    return {
      change: may(viewer, organisationPolicy.change, subject),
      readAgency: may(viewer, organisationPolicy.readAgency, subject),
      appoint: may(viewer, appointmentPolicy.grant, { ...subject, role: 'CONTRIBUTOR' }),
      recordMerger: may(viewer, organisationPolicy.recordMerger, subject),
    }
  }
}
