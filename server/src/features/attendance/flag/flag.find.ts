import { LockMode } from '@mikro-orm/core'
import type { Rule } from '@boardwork/shared/attendance/rule/attendanceRule.ts'
import { boardYearOf } from '@boardwork/shared/attendance/figures/boardYear.ts'
import { findInYear } from '@boardwork/shared/attendance/rule/findings.ts'
import type { Finding } from '@boardwork/shared/attendance/rule/findings.ts'
import { isOpenFlag } from '@boardwork/shared/attendance/flag/flagLife.ts'
import type { FlagStepKind } from '@boardwork/shared/attendance/flag/flagLife.ts'
import type { Change } from '../../../access/operation.ts'
import { rowsOf } from '../../../access/readRows.ts'
import { newId } from '../../../db/newId.ts'
import { readToday } from '../../board/grant.operations.ts'
import { AttendanceRule } from '../rule/attendanceRule.entity.ts'
import { Flag } from './flag.entity.ts'
import { addStep } from './flag.steps.ts'
import { behindOf, raisedFlag } from './raisedFlag.ts'
import type { Behind } from './raisedFlag.ts'
import { FlagMark } from './flagMark.entity.ts'
import { readRulesInForce, ruleOf } from '../rule/rule.reads.ts'
import type { RuleRow } from '../rule/rule.reads.ts'
import { readYearFacts, readYearStart } from '../rule/yearFacts.ts'

/**
 * Looks with the rules of the board: for the year of a meeting whose register was closed or corrected, or that was
 * cancelled, and for the year of today. To be called in the operation that changed the meeting, by an officer of the
 * board, once the change is made. Looking again raises nothing twice.
 *
 * @param heldOn the day of the meeting.
 */
export async function findFlags(change: Change, boardId: string, heldOn: string): Promise<void> {
  await change.em.flush()
  // Two that look at one board at a time would each miss what the other found.
  await change.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 6))', [boardId])
  const rows = rowsOf(change)
  const startsMonth = await readYearStart(rows, boardId)
  const today = await readToday(change)
  const years = new Set([heldOn, today].map((day) => boardYearOf(day, startsMonth)))
  for (const year of years) await findInBoardYear(change, boardId, { year, startsMonth, today })
}

/** Looks with the rules of one year of the board; only inside of `findFlags`, or with its lock. */
async function findInBoardYear(
  change: Change,
  boardId: string,
  { year, startsMonth, today }: { year: number; startsMonth: number; today: string },
): Promise<void> {
  const rows = rowsOf(change)
  const inForce = await readRulesInForce(rows, boardId, year)
  const flags = await change.em.find(
    Flag,
    { boardId, year },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
  )
  const former = await formerRules(change, boardId, flags, inForce)
  if (inForce.length === 0 && former.length === 0) return
  const facts = await readYearFacts(rows, boardId, { year, startsMonth, today })
  const marks = await change.em.find(FlagMark, { boardId, flagId: { $in: flags.map(({ id }) => id) } })
  const known = flags.map((flag) => ({ flag, marks: marks.filter((mark) => mark.flagId === flag.id) }))
  const meetings = new Map(facts.meetings.map((meeting) => [meeting.id, meeting]))

  const found = new Set<string>()
  for (const { ruleId, findings } of findInYear(inForce.map(ruleOf), facts))
    for (const finding of findings) {
      found.add(`${ruleId} ${finding.subject}`)
      const behind = behindOf(finding, meetings)
      const before = known.find(({ flag }) => flag.ruleId === ruleId && flag.subject === finding.subject)
      const row = inForce.find((each) => each.ruleId === ruleId)
      if (before) await foundAgain(change, before, finding, behind)
      else if (row) await raise(change, row, year, finding, behind)
    }
  // What was found under a former version stays, unless a correction takes away what it stands on.
  for (const { ruleId, findings } of findInYear(former, facts))
    for (const finding of findings) {
      found.add(`${ruleId} ${finding.subject}`)
      const before = known.find(({ flag }) => flag.ruleId === ruleId && flag.subject === finding.subject)
      if (before) takeAway(before.marks, new Set(behindOf(finding, meetings).map(({ key }) => key)))
    }
  for (const each of known)
    if (!found.has(`${each.flag.ruleId} ${each.flag.subject}`)) await noLongerFound(change, each)
  await change.em.flush()
}

/** The rules of flags that stand in no version that is in force. */
async function formerRules(
  change: Change,
  boardId: string,
  flags: readonly Flag[],
  inForce: readonly RuleRow[],
): Promise<Rule[]> {
  const ids = flags
    .filter(({ ruleId }) => !inForce.some((rule) => rule.ruleId === ruleId))
    .map(({ ruleRowId }) => ruleRowId)
  if (ids.length === 0) return []
  const rows = await change.em.find(AttendanceRule, { boardId, id: { $in: [...new Set(ids)] } })
  const byRule = new Map(rows.map((row) => [row.ruleId, ruleOf(row)]))
  return [...byRule.values()]
}

async function raise(
  change: Change,
  row: RuleRow & { number: number },
  year: number,
  finding: Finding,
  behind: readonly Behind[],
): Promise<void> {
  const flag = raisedFlag(row, year, finding, { id: newId(), at: new Date() })
  await change.em.insert(Flag, flag)
  await addMarks(change, flag, behind)
  await step(change, flag, 'RAISED', finding.words)
}

async function foundAgain(
  change: Change,
  { flag, marks }: { flag: Flag; marks: readonly FlagMark[] },
  finding: Finding,
  behind: readonly Behind[],
): Promise<void> {
  const now = new Date()
  takeAway(marks, new Set(behind.map(({ key }) => key)))
  const fresh: Behind[] = []
  let more = 0
  for (const each of behind) {
    const mark = marks.find(({ key }) => key === each.key)
    if (mark && !mark.goneAt) continue
    if (each.markId) more += 1
    if (mark) change.em.assign(mark, { foundAt: now, goneAt: null })
    else fresh.push(each)
  }
  await addMarks(change, flag, fresh)
  const gone = Boolean(flag.goneAt)
  if (flag.words !== finding.words || gone) change.em.assign(flag, { words: finding.words, goneAt: null })
  if (more === 0 && !gone) return
  const open = isOpenFlag(flag.state)
  if (!open) change.em.assign(flag, { state: 'RAISED' })
  await step(change, flag, open ? 'MORE_FOUND' : 'REOPENED', finding.words)
}

async function noLongerFound(
  change: Change,
  { flag, marks }: { flag: Flag; marks: readonly FlagMark[] },
): Promise<void> {
  if (flag.goneAt) return
  takeAway(marks, new Set())
  change.em.assign(flag, { goneAt: new Date() })
  if (isOpenFlag(flag.state)) change.em.assign(flag, { state: 'CLOSED' })
  await step(change, flag, 'NO_LONGER_FOUND', 'What it stood on was put right, or does not count any more.')
}

/** Records that are not behind the flag any more stay, with the moment. */
function takeAway(marks: readonly FlagMark[], keys: ReadonlySet<string>): void {
  for (const mark of marks) if (!keys.has(mark.key) && !mark.goneAt) mark.goneAt = new Date()
}

async function addMarks(change: Change, { boardId, id: flagId }: Flag, behind: readonly Behind[]) {
  if (behind.length === 0) return
  const foundAt = new Date()
  await change.em.insertMany(
    FlagMark,
    behind.map((each) => ({ boardId, id: newId(), flagId, ...each, foundAt })),
  )
}

async function step(change: Change, flag: Flag, kind: FlagStepKind, words: string): Promise<void> {
  await addStep(change, flag, { kind, words, personName: null })
  change.record({
    chainId: flag.boardId,
    action: 'flag.find',
    recordType: 'Flag',
    recordId: flag.id,
    before: { rule: flag.ruleWords, organisation: flag.organisationName ?? null },
    after: { step: kind, words },
  })
}
