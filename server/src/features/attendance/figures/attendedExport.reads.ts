import { boardYearName } from '@boardwork/shared/attendance/figures/boardYear.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import { readBoardAttendance } from './attended.reads.ts'
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
  const found = await readBoardAttendance(context, boardId, { year, yearsBefore: 0, withSubGroups })
  if (!found) return null
  const before = compare
    ? await readBoardAttendance(context, boardId, { year: found.year, yearsBefore: 1, withSubGroups })
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

/** Anything else would be an error of the database, and is the address of nothing. */
const isId = (text: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
