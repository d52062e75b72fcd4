import type { Role } from '@boardwork/shared/board/role.ts'
import { scopeOfRole } from '@boardwork/shared/board/role.ts'
import { platformChain } from '../audit/chain.ts'
import type { AttendancePublication } from '../features/attendance/figures/attendancePublication.entity.ts'
import type { AnswerReason } from '../features/attendance/answer/answerReason.entity.ts'
import type { MeetingAnswer } from '../features/attendance/answer/meetingAnswer.entity.ts'
import type { Flag } from '../features/attendance/flag/flag.entity.ts'
import type { FlagMark } from '../features/attendance/flag/flagMark.entity.ts'
import type { FlagStep } from '../features/attendance/flag/flagStep.entity.ts'
import type { Quorum } from '../features/attendance/quorum/quorum.entity.ts'
import type { QuorumResult } from '../features/attendance/quorum/quorumResult.entity.ts'
import type { AttendanceRule } from '../features/attendance/rule/attendanceRule.entity.ts'
import type { RuleSet } from '../features/attendance/rule/ruleSet.entity.ts'
import type { AgendaItem } from '../features/attendance/agenda/agendaItem.entity.ts'
import type { Decision } from '../features/attendance/agenda/decision.entity.ts'
import type { MeetingAction } from '../features/attendance/agenda/meetingAction.entity.ts'
import type { MeetingActionReport } from '../features/attendance/agenda/meetingActionReport.entity.ts'
import type { MeetingPaper } from '../features/attendance/agenda/meetingPaper.entity.ts'
import type { StandardInvitee } from '../features/attendance/strategy/standardInvitee.entity.ts'
import type { StrategyKind } from '../features/attendance/strategy/strategyKind.entity.ts'
import type { Invitee } from '../features/attendance/meeting/invitee.entity.ts'
import type { MarkReason } from '../features/attendance/register/markReason.entity.ts'
import type { Meeting } from '../features/attendance/meeting/meeting.entity.ts'
import type { RegisterMark } from '../features/attendance/register/registerMark.entity.ts'
import type { Board } from '../features/board/board.entity.ts'
import type { Deputy } from '../features/board/deputy.entity.ts'
import type { Grant } from '../features/board/grant.entity.ts'
import type { Seat } from '../features/board/seat.entity.ts'
import type { Account } from '../features/identity/account.entity.ts'
import type { Person } from '../features/identity/person.entity.ts'
import type { Organisation } from '../features/organisation/organisation.entity.ts'
import type { Region } from '../features/organisation/region.entity.ts'
import type { ActionResponsible } from '../features/plan/action/actionResponsible.entity.ts'
import type { AreaComment } from '../features/plan/area/areaComment.entity.ts'
import type { AreaShare } from '../features/plan/area/areaShare.entity.ts'
import type { Evidence } from '../features/plan/evidence/evidence.entity.ts'
import type { ExpectedEvidence } from '../features/plan/action/expectedEvidence.entity.ts'
import type { Measure } from '../features/plan/measure/measure.entity.ts'
import type { MeasureResult } from '../features/plan/measure/measureResult.entity.ts'
import type { Milestone } from '../features/plan/milestone/milestone.entity.ts'
import type { PeriodClosing } from '../features/plan/period/periodClosing.entity.ts'
import type { Plan } from '../features/plan/plan.entity.ts'
import type { PlanAction } from '../features/plan/action/planAction.entity.ts'
import type { PlanArea } from '../features/plan/area/planArea.entity.ts'
import type { PlanImport } from '../features/plan/import/planImport.entity.ts'
import type { ProgressUpdate } from '../features/plan/update/progressUpdate.entity.ts'
import { boards } from './boards.ts'
import { Calendar } from './calendar.ts'
import { organisations } from './councils.ts'
import { Ids } from './ids.ts'
import type { Happening } from './log.ts'
import { people } from './people.ts'
import type { PersonKey } from './people.ts'

/** The demonstration while it is being made: its rows, and what happened. */
export class World {
  readonly calendar: Calendar
  readonly ids = new Ids()
  readonly regionId = this.ids.next()
  readonly organisationIds = mapValues(organisations, () => this.ids.next())
  readonly personIds = mapValues(people, () => this.ids.next())
  readonly boardIds = mapValues(boards, () => this.ids.next())

  readonly happenings: Happening[] = []
  readonly regions: Region[] = []
  readonly organisations: Organisation[] = []
  readonly people: Person[] = []
  readonly accounts: Account[] = []
  readonly boards: Board[] = []
  readonly grants: Grant[] = []
  readonly seats: Seat[] = []
  readonly deputies: Deputy[] = []
  readonly plans: Plan[] = []
  readonly areas: PlanArea[] = []
  readonly actions: PlanAction[] = []
  readonly evidence: ExpectedEvidence[] = []
  readonly responsible: ActionResponsible[] = []
  /** Of evidence that there is; `evidence` is what the plans expect. */
  readonly pieces: Evidence[] = []
  readonly updates: ProgressUpdate[] = []
  readonly measures: Measure[] = []
  readonly results: MeasureResult[] = []
  readonly milestones: Milestone[] = []
  readonly closings: PeriodClosing[] = []
  readonly comments: AreaComment[] = []
  readonly shares: AreaShare[] = []
  readonly imports: PlanImport[] = []
  readonly meetings: Meeting[] = []
  readonly invitees: Invitee[] = []
  readonly marks: RegisterMark[] = []
  readonly markReasons: MarkReason[] = []
  readonly answers: MeetingAnswer[] = []
  readonly answerReasons: AnswerReason[] = []
  readonly quorums: Quorum[] = []
  readonly quorumResults: QuorumResult[] = []
  readonly ruleSets: RuleSet[] = []
  readonly rules: AttendanceRule[] = []
  readonly flags: Flag[] = []
  readonly flagMarks: FlagMark[] = []
  readonly flagSteps: FlagStep[] = []
  readonly publications: AttendancePublication[] = []
  readonly agendaItems: AgendaItem[] = []
  readonly papers: MeetingPaper[] = []
  readonly decisions: Decision[] = []
  readonly meetingActions: MeetingAction[] = []
  readonly meetingActionReports: MeetingActionReport[] = []
  readonly strategyKinds: StrategyKind[] = []
  readonly standardInvitees: StandardInvitee[] = []

  constructor(now: Date) {
    this.calendar = new Calendar(now)
  }

  /** The grant under which a person acts, as the log names it. */
  under(person: PersonKey, role: Role, scopeId: string): Record<string, unknown> {
    const personId = this.personIds[person]
    const grant = this.grants.find(
      (each) => each.personId === personId && each.role === role && each.scopeId === scopeId,
    )
    if (!grant) throw new Error(`${people[person].name} has no grant as ${role} in the demonstration.`)
    return { kind: 'GRANT', id: grant.id, role }
  }

  /** Gives a role and writes it into the log. `scopeId` is the board's, organisation's or region's. */
  give(
    person: PersonKey,
    role: Role,
    scopeId: string,
    given: { at: Date; by: PersonKey | null; under: Record<string, unknown>; reason: string },
  ): Grant {
    const scope = scopeOfRole[role]
    if (!scope) throw new Error(`${role} comes with a seat.`)
    const grant = {
      scopeId,
      id: this.ids.next(),
      scope,
      boardId: scope === 'BOARD' ? scopeId : null,
      organisationId: scope === 'ORGANISATION' ? scopeId : null,
      regionId: scope === 'REGION' ? scopeId : null,
      personId: this.personIds[person],
      role,
      reason: given.reason,
      startsOn: given.at.toISOString().slice(0, 10),
      endsOn: null,
      endedAt: null,
      grantedById: given.by && this.personIds[given.by],
      version: 1,
    }
    this.grants.push(grant)
    this.happenings.push({
      chains: [grant.boardId ?? grant.organisationId ?? platformChain],
      at: given.at,
      by: given.by,
      under: given.under,
      action: 'appointment.grant',
      recordType: 'Grant',
      recordId: grant.id,
      after: {
        personId: grant.personId,
        person: people[person].name,
        role,
        scope,
        reason: grant.reason,
        startsOn: grant.startsOn,
        endsOn: null,
      },
    })
    return grant
  }
}

/** The keys of a record that is written down in the sources, in their order. */
export function keysOf<Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] {
  return Object.keys(record).filter((key): key is Key => key in record)
}

function mapValues<Key extends string, Value>(
  record: Readonly<Record<Key, unknown>>,
  make: (key: Key) => Value,
): Record<Key, Value> {
  const made: Record<string, Value> = {}
  for (const key of keysOf(record)) made[key] = make(key)
  return made
}
