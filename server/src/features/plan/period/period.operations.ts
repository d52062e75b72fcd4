import {
  checkCalendar,
  newCalendarStart,
  periodOn,
  usualCalendar,
  whyNotClose,
} from '@boardwork/shared/plan/reportingPeriod.ts'
import { newId } from '../../../db/newId.ts'
import { different } from '../../../access/different.ts'
import { operation } from '../../../access/operation.ts'
import type { Change } from '../../../access/operation.ts'
import { Conflict, InvalidInput, NotReady } from '../../../access/refusals.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import { Board } from '../../board/board.entity.ts'
import type { ClosePeriodInput, SetCalendarInput } from './period.inputs.ts'
import { PeriodClosing } from './periodClosing.entity.ts'
import { today } from '../plan.operations.ts'
import { periodPolicy } from '../plan.policy.ts'
import { ReportingCalendar } from './reportingCalendar.entity.ts'

/** A coordinator says how the board reports from now on. Periods that have updates or were closed stay as they are. */
export function setCalendar(
  context: RequestContext,
  input: SetCalendarInput,
): Promise<ReportingCalendar | InvalidInput | Conflict> {
  const again = (change: Change, id: string) => change.find(ReportingCalendar, { id })
  const line = periodPolicy.setCalendar
  return operation(context, line, input.clientMutationId, again, async (change) => {
    const board = await change.find(Board, { id: input.boardId })
    change.authorize(line, { boardId: board.id })
    await holdPeriods(change, board.id, 'ALONE')
    const calendars = await calendarsOf(change, board.id)
    const current = calendars.at(-1)
    const { frequency, firstMonth, daysToReport } = input
    const before = fieldsOf(current ?? usualCalendar)
    const after = fieldsOf(input)
    const version = current?.version ?? 0
    if (version !== input.version) return new Conflict(board.id, version, different(before, after))
    const problems = checkCalendar(input)
    if (problems.length > 0) return new InvalidInput(problems)
    const startsOn = newCalendarStart(await lastReportedOn(change, board.id))
    await change.em.nativeDelete(ReportingCalendar, { boardId: board.id, startsOn: { $gte: startsOn } })
    const calendar: ReportingCalendar = {
      boardId: board.id,
      id: newId(),
      startsOn,
      frequency,
      firstMonth,
      daysToReport,
      version: version + 1,
    }
    await change.em.insert(ReportingCalendar, calendar)
    change.record({
      chainId: board.id,
      action: line.name,
      recordType: 'ReportingCalendar',
      recordId: calendar.id,
      before,
      after: { ...after, startsOn },
    })
    return calendar
  })
}

/** A coordinator closes a period that is over: from now on nothing that was reported for it changes. */
export function closePeriod(
  context: RequestContext,
  input: ClosePeriodInput,
): Promise<PeriodClosing | NotReady> {
  const again = (change: Change, id: string) => change.find(PeriodClosing, { id })
  const line = periodPolicy.close
  return operation(context, line, input.clientMutationId, again, async (change) => {
    const board = await change.find(Board, { id: input.boardId })
    change.authorize(line, { boardId: board.id })
    // Updates that are being saved at this moment come first, and those that come later are refused.
    await holdPeriods(change, board.id, 'ALONE')
    const period = periodOn(await calendarsOf(change, board.id), input.startsOn)
    const known = await change.em.findOne(PeriodClosing, { boardId: board.id, startsOn: period.startsOn })
    const refused = whyNotClose(period, known !== null, await today(change))
    if (refused) return new NotReady(refused)
    const closing: PeriodClosing = {
      boardId: board.id,
      id: newId(),
      startsOn: period.startsOn,
      endsOn: period.endsOn,
      name: period.name,
      closedAt: new Date(),
      closedById: change.viewer.personId,
      closedByName: change.viewer.name,
    }
    await change.em.insert(PeriodClosing, closing)
    change.record({
      chainId: board.id,
      action: line.name,
      recordType: 'PeriodClosing',
      recordId: closing.id,
      after: { period: closing.name, startsOn: closing.startsOn, endsOn: closing.endsOn },
    })
    return closing
  })
}

/**
 * Lets updates of the board be written side by side, and a closing or a change of its calendar wait until it is
 * alone: a person who writes an update may not lock the board's own row.
 */
export async function holdPeriods(change: Change, boardId: string, how: 'ALONE' | 'TOGETHER'): Promise<void> {
  const lock = how === 'ALONE' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared'
  await change.em.execute(`select ${lock}(hashtextextended(?, 5))`, [boardId])
}

/** The calendars that the board has set, the oldest first. */
export function calendarsOf(change: Change, boardId: string): Promise<ReportingCalendar[]> {
  return change.em.find(ReportingCalendar, { boardId }, { orderBy: { startsOn: 'asc' } })
}

async function lastReportedOn(change: Change, boardId: string): Promise<string | null> {
  const [row] = await change.em.execute<{ day: string | null }[]>(
    `select greatest((select max(period_ends_on) from progress_update where board_id = ?),
      (select max(ends_on) from period_closing where board_id = ?))::text as day`,
    [boardId, boardId],
  )
  return row?.day ?? null
}

const fieldsOf = (calendar: { frequency: string; firstMonth: number; daysToReport: number }) => ({
  frequency: calendar.frequency,
  firstMonth: String(calendar.firstMonth),
  daysToReport: String(calendar.daysToReport),
})
