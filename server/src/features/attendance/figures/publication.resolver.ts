import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import { readPublishedFigures } from '@boardwork/shared/attendance/figures/publishedFigures.ts'
import { Allow } from '../../../access/allow.ts'
import { may } from '../../../access/policy.ts'
import { isRefusal } from '../../../access/refusals.ts'
import type { Refusal } from '../../../access/refusals.ts'
import { RequestContext } from '../../../access/requestContext.ts'
import { Board } from '../../board/board.entity.ts'
import { attendancePolicy } from '../attendance.policy.ts'
import { AttendancePublication } from './attendancePublication.entity.ts'
import { PublishAttendanceInput, WithdrawAttendanceInput } from './publication.inputs.ts'
import { publishAttendance, withdrawAttendance } from './publication.operations.ts'
import { publicationsByBoard, publicationsById } from './publication.reads.ts'
import type { PublicationRow } from './publication.reads.ts'
import {
  AttendanceFigures,
  countsOf,
  PublicationViewerCan,
  PublishAttendanceResult,
  WithdrawAttendanceResult,
} from './publication.results.ts'

@Resolver(() => AttendancePublication)
export class AttendancePublicationResolver {
  @Mutation(() => PublishAttendanceResult, {
    description: 'Publishes the figures of a year; they take the place of earlier ones of that year.',
  })
  @Allow(attendancePolicy.publish)
  async publishAttendance(
    @Ctx() context: RequestContext,
    @Arg('input', () => PublishAttendanceInput, { description: 'Which figures.' })
    input: PublishAttendanceInput,
  ): Promise<PublicationRow | Refusal | undefined> {
    return loaded(context, await publishAttendance(context, input))
  }

  @Mutation(() => WithdrawAttendanceResult, {
    description: 'Takes published figures back: then the officers alone see them.',
  })
  @Allow(attendancePolicy.withdraw)
  async withdrawAttendance(
    @Ctx() context: RequestContext,
    @Arg('input', () => WithdrawAttendanceInput, { description: 'Which figures.' })
    input: WithdrawAttendanceInput,
  ): Promise<PublicationRow | Refusal | undefined> {
    return loaded(context, await withdrawAttendance(context, input))
  }

  @FieldResolver(() => AttendanceFigures, { description: 'The figures, as they were then.' })
  figures(@Root() { id, figures }: PublicationRow): AttendanceFigures {
    const read = readPublishedFigures(figures)
    if (!read) throw new Error(`The published figures ${id} cannot be read.`)
    return {
      ...read,
      agencies: read.agencies.map(({ organisationId, organisationName, tally }) => ({
        organisationId,
        organisationName,
        counts: countsOf(tally),
      })),
    }
  }

  @FieldResolver(() => PublicationViewerCan, { description: 'What the viewer may do about it.' })
  async viewerCan(
    @Root() publication: PublicationRow,
    @Ctx() context: RequestContext,
  ): Promise<PublicationViewerCan> {
    const viewer = await context.viewer()
    return {
      withdraw: !publication.withdrawnAt && may(viewer, attendancePolicy.withdraw, publication),
    }
  }
}

@Resolver(() => Board)
export class BoardPublicationsResolver {
  @FieldResolver(() => [AttendancePublication], {
    description:
      'The figures of attendance that it published, the latest year first; for its officers also what was taken back. At most 100.',
  })
  async attendancePublications(
    @Root() { id }: Board,
    @Ctx() context: RequestContext,
  ): Promise<PublicationRow[]> {
    return (await context.loader(publicationsByBoard).load(id)) ?? []
  }
}

async function loaded(
  context: RequestContext,
  result: AttendancePublication | Refusal,
): Promise<PublicationRow | Refusal | undefined> {
  return isRefusal(result) ? result : context.loader(publicationsById).load(result.id)
}
