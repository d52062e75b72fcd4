import type { EntityManager } from '@mikro-orm/postgresql'
import { AuditEvent } from '../audit/auditEvent.entity.ts'
import { openOrm } from '../db/orm.ts'
import { AttendancePublication } from '../features/attendance/figures/attendancePublication.entity.ts'
import { AnswerReason } from '../features/attendance/answer/answerReason.entity.ts'
import { MeetingAnswer } from '../features/attendance/answer/meetingAnswer.entity.ts'
import { Flag } from '../features/attendance/flag/flag.entity.ts'
import { FlagMark } from '../features/attendance/flag/flagMark.entity.ts'
import { FlagStep } from '../features/attendance/flag/flagStep.entity.ts'
import { Quorum } from '../features/attendance/quorum/quorum.entity.ts'
import { QuorumResult } from '../features/attendance/quorum/quorumResult.entity.ts'
import { AttendanceRule } from '../features/attendance/rule/attendanceRule.entity.ts'
import { RuleSet } from '../features/attendance/rule/ruleSet.entity.ts'
import { AgendaItem } from '../features/attendance/agenda/agendaItem.entity.ts'
import { Decision } from '../features/attendance/agenda/decision.entity.ts'
import { MeetingAction } from '../features/attendance/agenda/meetingAction.entity.ts'
import { MeetingActionReport } from '../features/attendance/agenda/meetingActionReport.entity.ts'
import { MeetingPaper } from '../features/attendance/agenda/meetingPaper.entity.ts'
import { StandardInvitee } from '../features/attendance/strategy/standardInvitee.entity.ts'
import { StrategyKind } from '../features/attendance/strategy/strategyKind.entity.ts'
import { Invitee } from '../features/attendance/meeting/invitee.entity.ts'
import { MarkReason } from '../features/attendance/register/markReason.entity.ts'
import { Meeting } from '../features/attendance/meeting/meeting.entity.ts'
import { RegisterMark } from '../features/attendance/register/registerMark.entity.ts'
import { Board } from '../features/board/board.entity.ts'
import { Deputy } from '../features/board/deputy.entity.ts'
import { Grant } from '../features/board/grant.entity.ts'
import { Seat } from '../features/board/seat.entity.ts'
import { Account } from '../features/identity/account.entity.ts'
import { hashPassword } from '../features/identity/passwordHash.ts'
import { Person } from '../features/identity/person.entity.ts'
import { Organisation } from '../features/organisation/organisation.entity.ts'
import { Region } from '../features/organisation/region.entity.ts'
import { ActionResponsible } from '../features/plan/action/actionResponsible.entity.ts'
import { AreaComment } from '../features/plan/area/areaComment.entity.ts'
import { AreaShare } from '../features/plan/area/areaShare.entity.ts'
import { Evidence } from '../features/plan/evidence/evidence.entity.ts'
import { ExpectedEvidence } from '../features/plan/action/expectedEvidence.entity.ts'
import { Measure } from '../features/plan/measure/measure.entity.ts'
import { MeasureResult } from '../features/plan/measure/measureResult.entity.ts'
import { Milestone } from '../features/plan/milestone/milestone.entity.ts'
import { PeriodClosing } from '../features/plan/period/periodClosing.entity.ts'
import { Plan } from '../features/plan/plan.entity.ts'
import { PlanAction } from '../features/plan/action/planAction.entity.ts'
import { PlanArea } from '../features/plan/area/planArea.entity.ts'
import { PlanImport } from '../features/plan/import/planImport.entity.ts'
import { ProgressUpdate } from '../features/plan/update/progressUpdate.entity.ts'
import { chainEvents } from './log.ts'
import { makeAgendas } from './makeAgendas.ts'
import { makeAnswers } from './makeAnswers.ts'
import { makeBoards } from './makeBoards.ts'
import { makeFlags } from './makeFlags.ts'
import { makeMeetings } from './makeMeetings.ts'
import { makePublication } from './makePublication.ts'
import { makePlans } from './makePlans.ts'
import { makeQuorum } from './makeQuorum.ts'
import { demonstrationPassword } from './people.ts'
import { World } from './world.ts'

/**
 * Fills a database that has no region yet with the demonstration: the same records, with the same ids and texts,
 * every time; its history is the last four quarters that were over at `now`. Returns whether the database holds
 * the demonstration now; false where it has other data, which stays as it is.
 *
 * All or nothing; replicas that start together take turns.
 */
export async function fillDemonstration(ownerUrl: string, now = new Date()): Promise<boolean> {
  const orm = await openOrm(ownerUrl, 1)
  try {
    return await orm.em.fork().transactional(async (em) => {
      await em.execute(`select pg_advisory_xact_lock(hashtextextended('boardwork demonstration', 0))`)
      await em.execute('set local role boardwork_maintenance')
      const world = new World(now)
      const regions = await em.execute<{ id: string }[]>('select id from region')
      if (regions.length > 0) return regions.some(({ id }) => id === world.regionId)
      const people = await em.execute<object[]>('select 1 from person limit 1')
      if (people.length > 0) return false
      makeBoards(world, await hashPassword(demonstrationPassword))
      makePlans(world)
      makeMeetings(world)
      makeAnswers(world)
      makeQuorum(world)
      makeFlags(world)
      makePublication(world)
      makeAgendas(world)
      await insert(em, world)
      return true
    })
  } finally {
    await orm.close()
  }
}

/** Whether the database was filled with the demonstration, whose password everybody knows. */
export async function holdsDemonstration(ownerUrl: string): Promise<boolean> {
  const orm = await openOrm(ownerUrl, 1)
  try {
    return await orm.em.fork().transactional(async (em) => {
      await em.execute('set local role boardwork_maintenance')
      const found = await em.execute<object[]>('select 1 from region where id = ?', [
        new World(new Date()).regionId,
      ])
      return found.length > 0
    })
  } finally {
    await orm.close()
  }
}

async function insert(em: EntityManager, world: World): Promise<void> {
  await em.insertMany(Region, world.regions)
  await em.insertMany(Organisation, world.organisations)
  await em.insertMany(Person, world.people)
  await em.insertMany(Account, world.accounts)
  await em.insertMany(Board, world.boards)
  await em.insertMany(Grant, world.grants)
  await em.insertMany(Seat, world.seats)
  await em.insertMany(Deputy, world.deputies)
  await em.insertMany(Plan, world.plans)
  await em.insertMany(PlanArea, world.areas)
  await em.insertMany(PlanAction, world.actions)
  await em.insertMany(ExpectedEvidence, world.evidence)
  await em.insertMany(Evidence, world.pieces)
  await em.insertMany(ActionResponsible, world.responsible)
  await em.insertMany(ProgressUpdate, world.updates)
  await em.insertMany(Measure, world.measures)
  await em.insertMany(MeasureResult, world.results)
  await em.insertMany(Milestone, world.milestones)
  await em.insertMany(PeriodClosing, world.closings)
  await em.insertMany(AreaComment, world.comments)
  await em.insertMany(AreaShare, world.shares)
  await em.insertMany(PlanImport, world.imports)
  await em.insertMany(Meeting, world.meetings)
  await em.insertMany(Invitee, world.invitees)
  await em.insertMany(RegisterMark, world.marks)
  await em.insertMany(MarkReason, world.markReasons)
  await em.insertMany(MeetingAnswer, world.answers)
  await em.insertMany(AnswerReason, world.answerReasons)
  await em.insertMany(Quorum, world.quorums)
  await em.insertMany(QuorumResult, world.quorumResults)
  await em.insertMany(RuleSet, world.ruleSets)
  await em.insertMany(AttendanceRule, world.rules)
  await em.insertMany(Flag, world.flags)
  await em.insertMany(FlagMark, world.flagMarks)
  await em.insertMany(FlagStep, world.flagSteps)
  await em.insertMany(AttendancePublication, world.publications)
  await em.insertMany(AgendaItem, world.agendaItems)
  await em.insertMany(MeetingPaper, world.papers)
  await em.insertMany(Decision, world.decisions)
  await em.insertMany(MeetingAction, world.meetingActions)
  await em.insertMany(MeetingActionReport, world.meetingActionReports)
  await em.insertMany(StrategyKind, world.strategyKinds)
  await em.insertMany(StandardInvitee, world.standardInvitees)
  await em.insertMany(AuditEvent, chainEvents(world.happenings, world.personIds))
}
