import type { AgencyFlag } from '@boardwork/shared/attendance/figures/agencyTables.ts'
import { boardYearName, usualYearStart } from '@boardwork/shared/attendance/figures/boardYear.ts'
import { may } from '../../../access/policy.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import { organisationPolicy } from '../../organisation/organisation.policy.ts'
import { partOfByOrganisation } from '../../organisation/merger.reads.ts'
import { organisationsById } from '../../organisation/organisation.reads.ts'
import { flagsOfAgencies } from '../flag/flag.reads.ts'
import { readAgencyAttendance, readBoardAttendance } from './attended.reads.ts'
import { mayReadAttendance } from './mayReadAttendance.ts'
import type { BoardAttendance } from './attended.results.ts'

/** The attendance of a board that is taken out, as far as it is visible to the viewer. */
export interface AttendanceToTakeOut {
  title: string
  year: number
  startsMonth: number
  boards: BoardAttendance[]
  /** A year earlier; null where that is not compared. */
  before: BoardAttendance[] | null
}

/** Null where there is no such board for the viewer, or they do not see its meetings. */
export async function readAttendanceToTakeOut(
  context: RequestContext,
  boardId: string,
  { year, withSubGroups, compare }: { year: number | null; withSubGroups: boolean; compare: boolean },
): Promise<AttendanceToTakeOut | null> {
  if (!isId(boardId)) return null
  const asked = { withSubGroups, withDeputies: false }
  const found = await readBoardAttendance(context, boardId, { year, yearsBefore: 0, ...asked })
  if (!found) return null
  const before = compare
    ? await readBoardAttendance(context, boardId, { year: found.year, yearsBefore: 1, ...asked })
    : null
  const name = found.boards.find((board) => board.boardId === boardId)?.boardName ?? ''
  return {
    title: `Attendance – ${name} – ${boardYearName(found.year, found.startsMonth)}`,
    year: found.year,
    startsMonth: found.startsMonth,
    boards: found.boards,
    before: before?.boards ?? null,
  }
}

/**
 * The attendance of an agency that is taken out, as far as it is visible to the viewer. Agencies that became part of it
 * have files of their own.
 */
export interface AgencyToTakeOut {
  title: string
  year: number
  boards: BoardAttendance[]
  /** Null for those who answer only for an agency of which it is part now, as on its page. */
  flags: AgencyFlag[] | null
  /** Of which agency it is part, and since when; null where it stands for itself. */
  partOf: { organisationName: string; since: string } | null
}

/** Null where there is no such agency for the viewer, or its attendance is none of theirs. */
export async function readAgencyToTakeOut(
  context: RequestContext,
  id: string,
  asked: number | null,
): Promise<AgencyToTakeOut | null> {
  const organisation = isId(id) ? await context.loader(organisationsById).load(id) : undefined
  if (!organisation || !(await mayReadAttendance(context, id))) return null
  const { year, boards } = await readAgencyAttendance(context, id, {
    year: asked,
    yearsBefore: 0,
    boardId: null,
  })
  const isOwn = may(await context.viewer(), organisationPolicy.readAgency, { organisationId: id })
  const flags = isOwn ? ((await context.loader(flagsOfAgencies).load(id)) ?? []) : null
  const yearName = boardYearName(year, boards[0]?.startsMonth ?? usualYearStart)
  return {
    title: `Attendance at all boards – ${organisation.name} – ${yearName}`,
    year,
    boards,
    flags: flags && flags.slice(0, mostFlags),
    partOf: (await context.loader(partOfByOrganisation).load(id)) ?? null,
  }
}

/** As many as its page shows. */
const mostFlags = 500

/** Anything else would be an error of the database, and is the address of nothing. */
const isId = (text: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
