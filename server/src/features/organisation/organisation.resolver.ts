import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { OrganisationKind } from '@boardwork/shared/organisation/organisationKind.ts'
import { Allow } from '../../access/allow.ts'
import { authorize } from '../../access/policy.ts'
import { RequestContext } from '../../access/requestContext.ts'
import { NotFound } from '../../errors.ts'
import { readAgencyActions } from './agency.reads.ts'
import { recordMerger, takeBackMerger } from './merger.operations.ts'
import { joinedByOrganisation, partOfByOrganisation } from './merger.reads.ts'
import { Merged, Organisation } from './organisation.entity.ts'
import {
  ChangeOrganisationInput,
  CreateOrganisationInput,
  CreateRegionInput,
  RecordMergerInput,
  TakeBackMergerInput,
} from './organisation.inputs.ts'
import { changeOrganisation, createOrganisation, createRegion } from './organisation.operations.ts'
import { organisationPolicy } from './organisation.policy.ts'
import { organisationsById, readOrganisations, readRegions, regionsById } from './organisation.reads.ts'
import {
  AgencyAction,
  ChangeOrganisationResult,
  CreateOrganisationResult,
  CreateRegionResult,
  RecordMergerResult,
  TakeBackMergerResult,
} from './organisation.results.ts'
import { Region } from './region.entity.ts'

@Resolver(() => Organisation)
export class OrganisationResolver {
  @Query(() => Organisation, {
    nullable: true,
    description: 'One organisation; null where there is none for the viewer.',
  })
  @Allow(organisationPolicy.read)
  async organisation(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<Organisation | null> {
    return (await context.loader(organisationsById).load(id)) ?? null
  }

  @Query(() => [Organisation], {
    description: 'The organisations that exist for the viewer, by name. At most 200.',
  })
  @Allow(organisationPolicy.read)
  async organisations(
    @Ctx() context: RequestContext,
    @Arg('regionId', () => ID, { nullable: true, description: 'Those of one region.' })
    regionId?: string | null,
    @Arg('search', () => String, { nullable: true, description: 'Part of the name.' }) search?: string | null,
    @Arg('kind', () => OrganisationKind, { nullable: true, description: 'Those of one kind.' })
    kind?: OrganisationKind | null,
    @Arg('mine', () => Boolean, {
      defaultValue: false,
      description: 'Those alone at which the viewer holds a role of their own.',
    })
    mine?: boolean,
    @Arg('first', () => Int, { defaultValue: 200, description: 'How many at the most; 200 at the most.' })
    first?: number,
  ): Promise<Organisation[]> {
    const viewer = await context.signedIn()
    const own = viewer.ties.filter((tie) => tie.scope === 'ORGANISATION').map((tie) => tie.scopeId)
    return readOrganisations(context, {
      regionId: regionId ?? null,
      search: search ?? null,
      kind: kind ?? null,
      ids: mine ? own : null,
      first: first ?? 200,
    })
  }

  @Query(() => [Region], { description: 'The regions that exist for the viewer, by name. At most 500.' })
  @Allow(organisationPolicy.read)
  regions(@Ctx() context: RequestContext): Promise<Region[]> {
    return readRegions(context)
  }

  @Mutation(() => CreateRegionResult, { description: 'Adds a region.' })
  @Allow(organisationPolicy.createRegion)
  createRegion(
    @Ctx() context: RequestContext,
    @Arg('input', () => CreateRegionInput, { description: 'The region.' }) input: CreateRegionInput,
  ): Promise<typeof CreateRegionResult> {
    return createRegion(context, input)
  }

  @Mutation(() => CreateOrganisationResult, { description: 'Adds an organisation.' })
  @Allow(organisationPolicy.create)
  createOrganisation(
    @Ctx() context: RequestContext,
    @Arg('input', () => CreateOrganisationInput, { description: 'The organisation.' })
    input: CreateOrganisationInput,
  ): Promise<typeof CreateOrganisationResult> {
    return createOrganisation(context, input)
  }

  @Mutation(() => ChangeOrganisationResult, { description: 'Changes the name and kind of an organisation.' })
  @Allow(organisationPolicy.change)
  changeOrganisation(
    @Ctx() context: RequestContext,
    @Arg('input', () => ChangeOrganisationInput, { description: 'What it is to be.' })
    input: ChangeOrganisationInput,
  ): Promise<typeof ChangeOrganisationResult> {
    return changeOrganisation(context, input)
  }

  @Mutation(() => RecordMergerResult, {
    description:
      'Records that an organisation became part of another one. Its seats, marks and roles stay its own; whoever leads the other one sees its attendance.',
  })
  @Allow(organisationPolicy.recordMerger)
  recordMerger(
    @Ctx() context: RequestContext,
    @Arg('input', () => RecordMergerInput, { description: 'The merger.' }) input: RecordMergerInput,
  ): Promise<typeof RecordMergerResult> {
    return recordMerger(context, input)
  }

  @Mutation(() => TakeBackMergerResult, {
    description: 'Takes back that an organisation became part of another one.',
  })
  @Allow(organisationPolicy.takeBackMerger)
  takeBackMerger(
    @Ctx() context: RequestContext,
    @Arg('input', () => TakeBackMergerInput, { description: 'Which one, and why.' })
    input: TakeBackMergerInput,
  ): Promise<typeof TakeBackMergerResult> {
    return takeBackMerger(context, input)
  }

  @FieldResolver(() => Merged, {
    nullable: true,
    description: 'The organisation that it became part of; null while it stands for itself.',
  })
  async partOf(@Root() organisation: Organisation, @Ctx() context: RequestContext): Promise<Merged | null> {
    return (await context.loader(partOfByOrganisation).load(organisation.id)) ?? null
  }

  @FieldResolver(() => [Merged], {
    description: 'The organisations that became part of it, the earliest first. At most 1,000.',
  })
  async joined(@Root() organisation: Organisation, @Ctx() context: RequestContext): Promise<Merged[]> {
    return (await context.loader(joinedByOrganisation).load(organisation.id)) ?? []
  }

  @FieldResolver(() => Region, {
    nullable: true,
    description: 'The region; null where it does not exist for the viewer.',
  })
  async region(@Root() organisation: Organisation, @Ctx() context: RequestContext): Promise<Region | null> {
    return (await context.loader(regionsById).load(organisation.regionId)) ?? null
  }

  @FieldResolver(() => [AgencyAction], {
    description:
      'For those who answer for it: the actions of adopted plans for which it is responsible, at all of its boards. At most 500.',
  })
  async agencyActions(
    @Root() organisation: Organisation,
    @Ctx() context: RequestContext,
  ): Promise<AgencyAction[]> {
    const viewer = await context.viewer()
    authorize(viewer, organisationPolicy.readAgency, { organisationId: organisation.id })
    return readAgencyActions(context, organisation.id)
  }

  @Query(() => Organisation, {
    description: 'An organisation for those who answer for it: its seats and actions at all of its boards.',
  })
  @Allow(organisationPolicy.readAgency)
  async agency(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'The id of the organisation.' }) id: string,
  ): Promise<Organisation> {
    const found = await context.loader(organisationsById).load(id)
    if (!found) throw new NotFound()
    authorize(await context.viewer(), organisationPolicy.readAgency, { organisationId: id })
    return found
  }
}
