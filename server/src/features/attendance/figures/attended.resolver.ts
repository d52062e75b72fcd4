import { Arg, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql'
import type { GraphQLResolveInfo } from 'graphql'
import { Allow } from '../../../access/allow.ts'
import { fieldsAsked } from '../../../access/fieldsAsked.ts'
import { may } from '../../../access/policy.ts'
import { RequestContext } from '../../../access/requestContext.ts'
import { NotAllowed, NotFound } from '../../../errors.ts'
import { Board } from '../../board/board.entity.ts'
import { organisationPolicy } from '../../organisation/organisation.policy.ts'
import { partOfByOrganisation } from '../../organisation/merger.reads.ts'
import { Merged } from '../../organisation/organisation.entity.ts'
import { organisationsById } from '../../organisation/organisation.reads.ts'
import { attendancePolicy } from '../attendance.policy.ts'
import { readAgencyAttendance, readBoardAttendance } from './attended.reads.ts'
import { AgencyAttendance, AttendanceOfYear } from './attended.results.ts'
import { readJoinedAgencies } from './joined.reads.ts'
import { JoinedAgency } from './joined.results.ts'
import { mayReadAttendance } from './mayReadAttendance.ts'
import { boardsWithMeetings } from '../meeting/meeting.reads.ts'

const yearOfBoard = 'The calendar year in which the board’s year begins; the running one without it.'

@Resolver(() => Board)
export class BoardAttendanceResolver {
  @FieldResolver(() => AttendanceOfYear, {
    nullable: true,
    description:
      'Its attendance in a year; null for those who do not see its meetings. A lead sees the marks of the own agency.',
  })
  async attendance(
    @Root() { id }: Board,
    @Ctx() context: RequestContext,
    @Arg('year', () => Int, { nullable: true, description: yearOfBoard }) year: number | null,
    @Arg('yearsBefore', () => Int, {
      defaultValue: 0,
      description: 'So many years before that one.',
    })
    yearsBefore: number,
    @Arg('withSubGroups', () => Boolean, {
      defaultValue: false,
      description: 'Whether its sub-groups stand beside it, as far as the viewer sees their meetings.',
    })
    withSubGroups: boolean,
    @Info() info: GraphQLResolveInfo,
  ): Promise<AttendanceOfYear | null> {
    const withDeputies = fieldsAsked(info).has('deputies')
    const found = await readBoardAttendance(context, id, { year, yearsBefore, withSubGroups, withDeputies })
    if (!found) return null
    const viewer = await context.viewer()
    return { ...found, viewerCan: { publish: may(viewer, attendancePolicy.publish, { boardId: id }) } }
  }

  @FieldResolver(() => AgencyAttendance, {
    nullable: true,
    description:
      'The attendance of one agency at this board; null for those who do not see its meetings, and where the agency has no seat that exists for the viewer.',
  })
  async agencyAttendance(
    @Root() { id }: Board,
    @Ctx() context: RequestContext,
    @Arg('organisationId', () => ID, { description: 'The agency.' }) organisationId: string,
    @Arg('year', () => Int, { nullable: true, description: yearOfBoard }) year: number | null,
  ): Promise<AgencyAttendance | null> {
    if (!(await context.loader(boardsWithMeetings).load(id))) return null
    const found = await readAgencyAttendance(context, organisationId, { year, yearsBefore: 0, boardId: id })
    const name = found.boards[0]?.seats[0]?.organisationName
    return name === undefined ? null : { ...found, organisationId, organisationName: name }
  }
}

@Resolver(() => AgencyAttendance)
export class AgencyAttendanceResolver {
  @Query(() => AgencyAttendance, {
    description:
      'The attendance of an agency at all of its boards, for those who answer for it, or for one of which it is part now.',
  })
  @Allow(organisationPolicy.readAgency)
  async agencyAttendance(
    @Ctx() context: RequestContext,
    @Arg('organisationId', () => ID, { description: 'The agency.' }) organisationId: string,
    @Arg('year', () => Int, { nullable: true, description: yearOfBoard }) year: number | null,
  ): Promise<AgencyAttendance> {
    const organisation = await context.loader(organisationsById).load(organisationId)
    if (!organisation) throw new NotFound()
    if (!(await mayReadAttendance(context, organisationId))) throw new NotAllowed()
    const found = await readAgencyAttendance(context, organisationId, { year, yearsBefore: 0, boardId: null })
    return { ...found, organisationId, organisationName: organisation.name }
  }

  @FieldResolver(() => Merged, {
    nullable: true,
    description: 'The organisation that it became part of; null while it stands for itself.',
  })
  async partOf(
    @Root() { organisationId }: AgencyAttendance,
    @Ctx() context: RequestContext,
  ): Promise<Merged | null> {
    return (await context.loader(partOfByOrganisation).load(organisationId)) ?? null
  }

  @FieldResolver(() => [JoinedAgency], {
    description:
      'The organisations that are part of it now, also through others, the latest merger first; nothing for those who answer for none of them. At most 1,000.',
  })
  async joined(
    @Root() { organisationId }: AgencyAttendance,
    @Ctx() context: RequestContext,
  ): Promise<JoinedAgency[]> {
    const allowed = await mayReadAttendance(context, organisationId)
    return allowed ? readJoinedAgencies(context, organisationId) : []
  }
}
