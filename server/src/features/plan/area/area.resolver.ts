import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import { Allow } from '../../../access/allow.ts'
import { may } from '../../../access/policy.ts'
import { isRefusal } from '../../../access/refusals.ts'
import type { Conflict, InvalidInput, NotReady } from '../../../access/refusals.ts'
import { RequestContext } from '../../../access/requestContext.ts'
import {
  agenciesToShareWith,
  boardsToShareWith,
  commentsOfAreas,
  contributedAreas,
  readSharedAreas,
  sharesById,
  sharesOfAreas,
  sharesWithViewer,
} from './area.reads.ts'
import type { BoardRow, CommentRow, ShareRow } from './area.reads.ts'
import { AreaComment } from './areaComment.entity.ts'
import { AreaShare } from './areaShare.entity.ts'
import { Plan } from '../plan.entity.ts'
import { CommentOnAreaInput, RevokeShareInput, ShareAreaInput } from '../plan.inputs.ts'
import { commentPolicy, planPolicy } from '../plan.policy.ts'
import { areasById, plansById } from '../plan.reads.ts'
import type { AgencyRow, PlanRow } from '../plan.reads.ts'
import {
  AreaViewerCan,
  CommentOnAreaResult,
  RevokeShareResult,
  ShareAreaResult,
  ShareReceivers,
  ShareViewerCan,
} from '../plan.results.ts'
import { PlanAction } from '../action/planAction.entity.ts'
import { PlanArea } from './planArea.entity.ts'
import type { TreeAction, TreeArea } from '../planTree.ts'
import { declareShareNames } from './shareNames.ts'
import { commentOnArea, revokeShare, shareArea } from './share.operations.ts'

declareShareNames()

@Resolver(() => PlanArea)
export class AreaResolver {
  @Query(() => PlanArea, {
    nullable: true,
    description: 'One area of a plan; null where there is none for the viewer.',
  })
  @Allow(planPolicy.read)
  async area(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<TreeArea | null> {
    return (await context.loader(areasById).load(id)) ?? null
  }

  @FieldResolver(() => Plan, { description: 'The plan that the area belongs to.' })
  plan(@Root() area: TreeArea, @Ctx() context: RequestContext): Promise<PlanRow | undefined> {
    return context.loader(plansById).load(area.planId)
  }

  @FieldResolver(() => [AreaComment], {
    description: 'The comments, from the oldest to the newest. At most the newest 200.',
  })
  async comments(@Root() area: TreeArea, @Ctx() context: RequestContext): Promise<CommentRow[]> {
    return (await context.loader(commentsOfAreas).load(area.id)) ?? []
  }

  @FieldResolver(() => [AreaShare], {
    description:
      'To whom it is or was opened, as far as the viewer may see it, live shares first. At most 500.',
  })
  async shares(@Root() area: TreeArea, @Ctx() context: RequestContext): Promise<ShareRow[]> {
    return (await context.loader(sharesOfAreas).load(area.id)) ?? []
  }

  @FieldResolver(() => AreaShare, {
    nullable: true,
    description: "The live share that opens it to the viewer's own boards or agencies; null without one.",
  })
  sharedWithViewer(@Root() area: TreeArea, @Ctx() context: RequestContext): Promise<ShareRow | undefined> {
    return context.loader(sharesWithViewer).load(area.id)
  }

  @FieldResolver(() => AreaViewerCan, { description: 'What the viewer may do about it.' })
  async viewerCan(@Root() area: TreeArea, @Ctx() context: RequestContext): Promise<AreaViewerCan> {
    const viewer = await context.viewer()
    const { boardId } = area
    const plan = await context.loader(plansById).load(area.planId)
    const sharedToContribute = (await context.loader(contributedAreas).load(area.id)) ?? false
    return {
      comment: may(viewer, commentPolicy.write, { boardId, sharedToContribute }),
      share: plan?.state === 'ADOPTED' && may(viewer, planPolicy.share, { boardId }),
      edit: may(viewer, planPolicy.edit, { boardId }),
    }
  }

  @FieldResolver(() => ShareReceivers, { description: 'To whom the area can be opened.' })
  async shareReceivers(
    @Root() area: TreeArea,
    @Ctx() context: RequestContext,
  ): Promise<{ boards: BoardRow[]; agencies: AgencyRow[] }> {
    if (!may(await context.viewer(), planPolicy.share, { boardId: area.boardId }))
      return { boards: [], agencies: [] }
    return {
      boards: await boardsToShareWith(context, area.boardId),
      agencies: await agenciesToShareWith(context),
    }
  }

  @Mutation(() => CommentOnAreaResult, { description: 'Writes a comment on an area.' })
  @Allow(commentPolicy.write)
  async commentOnArea(
    @Ctx() context: RequestContext,
    @Arg('input', () => CommentOnAreaInput, { description: 'The area and the text.' })
    input: CommentOnAreaInput,
  ): Promise<AreaComment | InvalidInput> {
    return commentOnArea(context, input)
  }
}

@Resolver(() => PlanAction)
export class ActionResolver {
  @FieldResolver(() => PlanArea, { description: 'The area that the action belongs to.' })
  area(@Root() action: TreeAction, @Ctx() context: RequestContext): Promise<TreeArea | undefined> {
    return context.loader(areasById).load(action.areaId)
  }
}

@Resolver(() => AreaComment)
export class CommentResolver {
  @FieldResolver(() => PlanArea, { description: 'The area that it is about.' })
  area(@Root() comment: CommentRow, @Ctx() context: RequestContext): Promise<TreeArea | undefined> {
    return context.loader(areasById).load(comment.areaId)
  }
}

@Resolver(() => AreaShare)
export class ShareResolver {
  @Query(() => [AreaShare], {
    description: "What is shared with the viewer's boards and agencies today. At most 500.",
  })
  @Allow(planPolicy.read)
  sharedAreas(@Ctx() context: RequestContext): Promise<ShareRow[]> {
    return readSharedAreas(context)
  }

  @Mutation(() => ShareAreaResult, {
    description: 'Opens an area to another board or to an agency until a day.',
  })
  @Allow(planPolicy.share)
  async shareArea(
    @Ctx() context: RequestContext,
    @Arg('input', () => ShareAreaInput, { description: 'The area and its receiver.' }) input: ShareAreaInput,
  ): Promise<ShareRow | InvalidInput | NotReady | undefined> {
    const result = await shareArea(context, input)
    return isRefusal(result) ? result : context.loader(sharesById).load(result.id)
  }

  @Mutation(() => RevokeShareResult, { description: 'Ends a share before its last day.' })
  @Allow(planPolicy.share)
  async revokeShare(
    @Ctx() context: RequestContext,
    @Arg('input', () => RevokeShareInput, { description: 'Which share.' }) input: RevokeShareInput,
  ): Promise<ShareRow | Conflict | NotReady | undefined> {
    const result = await revokeShare(context, input)
    return isRefusal(result) ? result : context.loader(sharesById).load(result.id)
  }

  @FieldResolver(() => PlanArea, {
    nullable: true,
    description: 'The area; null once the viewer may not see it any more.',
  })
  area(@Root() share: ShareRow, @Ctx() context: RequestContext): Promise<TreeArea | undefined> {
    return context.loader(areasById).load(share.areaId)
  }

  @FieldResolver(() => ShareViewerCan, { description: 'What the viewer may do to it.' })
  async viewerCan(@Root() share: ShareRow, @Ctx() context: RequestContext): Promise<ShareViewerCan> {
    return { revoke: share.live && may(await context.viewer(), planPolicy.share, { boardId: share.boardId }) }
  }
}
