import { usualPromises, ruleWords } from '@boardwork/shared/attendance/rule/attendanceRule.ts'
import type { MeetingFact } from '@boardwork/shared/attendance/rule/facts.ts'
import { findInYear } from '@boardwork/shared/attendance/rule/findings.ts'
import { boardYearOf, usualYearStart } from '@boardwork/shared/attendance/figures/boardYear.ts'
import { addDays } from '@boardwork/shared/board/dates.ts'
import type { Flag } from '../features/attendance/flag/flag.entity.ts'
import type { FlagStep } from '../features/attendance/flag/flagStep.entity.ts'
import { behindOf, raisedFlag } from '../features/attendance/flag/raisedFlag.ts'
import { boards } from './boards.ts'
import { people } from './people.ts'
import type { PersonKey } from './people.ts'
import type { World } from './world.ts'

/**
 * The usual promises of the Fernshire board, in force when its last meeting was held, and what they found: one flag
 * that the agency has answered, and one that nobody has looked at yet.
 */
export function makeFlags(world: World): void {
  const boardId = world.boardIds.fernshire
  const meetings = factsOf(world, boardId)
  const closings = world.meetings.filter((one) => one.boardId === boardId && one.registerClosedAt)
  const last = closings.toSorted((one, other) => one.heldOn.localeCompare(other.heldOn)).at(-1)
  if (!last?.registerClosedAt) throw new Error('The board of the demonstration has held no meeting.')
  const year = boardYearOf(last.heldOn, usualYearStart)
  const rows = makeRules(world, year)
  const facts = { year, startsMonth: usualYearStart, today: last.heldOn, meetings, seats: [], sample: null }
  const byId = new Map(meetings.map((meeting) => [meeting.id, meeting]))
  const outcomes = findInYear(
    rows.map(({ ruleId, ...terms }) => ({ ...terms, id: ruleId })),
    facts,
  )
  for (const { ruleId, findings } of outcomes) {
    const row = rows.find((each) => each.ruleId === ruleId)
    if (!row) continue
    for (const finding of findings) {
      const flag = raisedFlag(row, year, finding, { id: world.ids.next(), at: last.registerClosedAt })
      world.flags.push(flag)
      for (const behind of behindOf(finding, byId))
        world.flagMarks.push({
          boardId,
          id: world.ids.next(),
          flagId: flag.id,
          ...behind,
          foundAt: last.registerClosedAt,
        })
      step(world, flag, { kind: 'RAISED', words: finding.words, happenedAt: last.registerClosedAt }, null)
      if (row.kind === 'AGENCY_ABSENT' && flag.organisationId === world.organisationIds.fire) ask(world, flag)
    }
  }
}

function makeRules(world: World, year: number) {
  const boardId = world.boardIds.fernshire
  const { coordinator } = boards.fernshire
  const rules = usualPromises(false)
  const set = {
    boardId,
    id: world.ids.next(),
    year,
    number: 1,
    inForceFrom: world.calendar.moment(8, 5),
    madeByName: people[coordinator].name,
  }
  world.ruleSets.push(set)
  const rows = rules.map((terms, place) => ({
    boardId,
    id: world.ids.next(),
    ruleSetId: set.id,
    ruleId: world.ids.next(),
    ...terms,
    position: place + 1,
  }))
  world.rules.push(...rows)
  world.happenings.push({
    ...byCoordinator(world),
    at: set.inForceFrom,
    action: 'rule.change',
    recordType: 'RuleSet',
    recordId: set.id,
    after: { year, number: 1, rules: rules.map(ruleWords).join('\n') },
  })
  return rows.map((row) => ({ ...row, number: 1 }))
}

/** The coordinator asks the agency, and its member answers. */
function ask(world: World, flag: Flag): void {
  const hours = (after: number) => new Date(flag.raisedAt.getTime() + after * 3_600_000)
  const answerDueOn = addDays(hours(26).toISOString().slice(0, 10), 14)
  Object.assign(flag, { state: 'ANSWERED', putAt: hours(26), answerDueOn, version: 3 })
  step(
    world,
    flag,
    {
      kind: 'PUT',
      words: 'Please tell us what kept you away, and who comes from now on.',
      answerDueOn,
      happenedAt: hours(26),
    },
    boards.fernshire.coordinator,
  )
  step(
    world,
    flag,
    {
      kind: 'ANSWERED',
      words:
        'Our area was reorganised in these months. The station manager will stand in from now on when I cannot come.',
      happenedAt: hours(120),
    },
    'carys',
  )
}

function step(
  world: World,
  flag: Flag,
  {
    kind,
    words,
    answerDueOn = null,
    happenedAt,
  }: Pick<FlagStep, 'kind' | 'words' | 'answerDueOn' | 'happenedAt'>,
  person: PersonKey | null,
): void {
  const { boardId, id: flagId } = flag
  const position = world.flagSteps.filter((one) => one.flagId === flagId).length + 1
  const personName = person && people[person].name
  world.flagSteps.push({
    boardId,
    id: world.ids.next(),
    flagId,
    position,
    kind,
    words,
    answerDueOn,
    personName,
    happenedAt,
  })
  const about = { rule: flag.ruleWords, organisation: flag.organisationName ?? null }
  const place = { recordType: 'Flag', recordId: flagId, at: happenedAt }
  if (person === null)
    world.happenings.push({
      ...byCoordinator(world),
      ...place,
      action: 'flag.find',
      before: about,
      after: { step: kind, words },
    })
  else
    world.happenings.push({
      ...(kind === 'ANSWERED'
        ? { chains: [boardId], by: person, under: { kind: 'SIGNED_IN' } }
        : byCoordinator(world)),
      ...place,
      action: kind === 'ANSWERED' ? 'flag.answer' : 'flag.put',
      before: { ...about, state: kind === 'ANSWERED' ? 'PUT' : 'RAISED' },
      after: { state: kind, words, ...(answerDueOn && { answerDueOn }) },
    })
}

function byCoordinator(world: World) {
  const boardId = world.boardIds.fernshire
  const { coordinator } = boards.fernshire
  return { chains: [boardId], by: coordinator, under: world.under(coordinator, 'COORDINATOR', boardId) }
}

function factsOf(world: World, boardId: string): MeetingFact[] {
  const names = new Map(world.organisations.map(({ id, name }) => [id, name]))
  return world.meetings
    .filter((meeting) => meeting.boardId === boardId)
    .map((meeting) => ({
      id: meeting.id,
      kind: meeting.kind,
      heldOn: meeting.heldOn,
      cancelled: Boolean(meeting.cancelledAt),
      closed: Boolean(meeting.registerClosedAt),
      marks: world.marks
        .filter(({ meetingId }) => meetingId === meeting.id)
        .map((mark) => ({
          id: mark.id,
          placeId: mark.seatId ?? '',
          seatId: mark.seatId ?? null,
          organisationId: mark.organisationId,
          organisationName: names.get(mark.organisationId) ?? '',
          required: mark.required,
          voting: mark.voting,
          holderId: mark.holderId ?? null,
          holderName: mark.holderName ?? null,
          mark: mark.mark,
        })),
    }))
}
