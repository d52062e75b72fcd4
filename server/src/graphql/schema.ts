import 'reflect-metadata'
import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars'
import { buildSchema } from 'type-graphql'
import type { GraphQLSchema } from 'graphql'
import {
  ExpectedPlaceAnswerResolver,
  MeetingAnswerResolver,
  MeetingInvitationsResolver,
} from '../features/attendance/answer/answer.resolver.ts'
import { SeriesResolver } from '../features/attendance/meeting/series.resolver.ts'
import { CalendarResolver } from '../features/attendance/calendar/calendar.resolver.ts'
import {
  AgendaItemResolver,
  DecisionResolver,
  MeetingActionResolver,
  MeetingAgendaResolver,
  MeetingPaperResolver,
  PlanActionMeetingsResolver,
} from '../features/attendance/agenda/agenda.resolver.ts'
import {
  MeetingActionReportResolver,
  MeetingOpenActionsResolver,
} from '../features/attendance/agenda/meetingActionReport.resolver.ts'
import { MinutesResolver } from '../features/attendance/agenda/minutes.resolver.ts'
import {
  BoardStrategyResolver,
  InviteeResolver,
  StandardInviteeResolver,
  StrategyKindResolver,
  StrategyMeetingResolver,
} from '../features/attendance/strategy/strategy.resolver.ts'
import {
  AgencyAttendanceResolver,
  BoardAttendanceResolver,
} from '../features/attendance/figures/attended.resolver.ts'
import {
  BoardMeetingsResolver,
  ExpectedPlaceResolver,
  MeetingResolver,
  RegisterMarkResolver,
} from '../features/attendance/meeting/meeting.resolver.ts'
import {
  AgencyFlagsResolver,
  BoardFlagsResolver,
  FlagResolver,
  FlagsOfYearResolver,
  FlagStepResolver,
  MeetingFlagsResolver,
  RecordBehindResolver,
} from '../features/attendance/flag/flag.resolver.ts'
import {
  FindingMergersResolver,
  FlagMergersResolver,
} from '../features/attendance/flag/flagMergers.resolver.ts'
import {
  AttendanceRuleResolver,
  BoardRulesResolver,
  RuleSetResolver,
  RulesOfYearResolver,
} from '../features/attendance/rule/rule.resolver.ts'
import { BoardSamplesResolver, MeetingSampleResolver } from '../features/attendance/sample/sample.resolver.ts'
import {
  AttendancePublicationResolver,
  BoardPublicationsResolver,
} from '../features/attendance/figures/publication.resolver.ts'
import {
  BoardRegisterImportsResolver,
  RegisterImportResolver,
} from '../features/attendance/pastRegister/registerImport.resolver.ts'
import { AccountResolver } from '../features/identity/account.resolver.ts'
import { AccessResolver } from '../features/board/access.resolver.ts'
import { BoardResolver } from '../features/board/board.resolver.ts'
import { AgencyResolver, GrantResolver } from '../features/board/grant.resolver.ts'
import { DeputyResolver, SeatResolver } from '../features/board/seat.resolver.ts'
import { IdentityResolver } from '../features/identity/identity.resolver.ts'
import { InvitationResolver } from '../features/identity/invitation.resolver.ts'
import { PeopleResolver } from '../features/identity/people.resolver.ts'
import { CheckInResolver } from '../features/attendance/checkIn/checkIn.resolver.ts'
import { BoardQuorumResolver, MeetingQuorumResolver } from '../features/attendance/quorum/quorum.resolver.ts'
import {
  MarkCorrectionResolver,
  RegisterResolver,
} from '../features/attendance/register/register.resolver.ts'
import { OrganisationResolver } from '../features/organisation/organisation.resolver.ts'
import { ActionListResolver } from '../features/plan/action/actionList.resolver.ts'
import {
  ActionResolver,
  AreaResolver,
  CommentResolver,
  ShareResolver,
} from '../features/plan/area/area.resolver.ts'
import { ActionEvidenceResolver, EvidenceResolver } from '../features/plan/evidence/evidence.resolver.ts'
import { HistoryResolver } from '../features/plan/history/history.resolver.ts'
import { ActionLinkResolver, UpdateLinkResolver } from '../features/plan/link/link.resolver.ts'
import { ActionOriginResolver, AreaOriginResolver } from '../features/plan/import/origin.resolver.ts'
import {
  ActionMeasuresResolver,
  MeasureResolver,
  MeasureResultResolver,
  PlanMeasuresResolver,
} from '../features/plan/measure/measure.resolver.ts'
import {
  ActionMilestonesResolver,
  MilestoneResolver,
  PlanMilestonesResolver,
} from '../features/plan/milestone/milestone.resolver.ts'
import {
  BoardImportsResolver,
  ImportResolver,
  PlanImportsResolver,
} from '../features/plan/import/import.resolver.ts'
import { BoardPlansResolver, PlanResolver } from '../features/plan/plan.resolver.ts'
import { PeriodActionResolver, PointerResolver } from '../features/plan/pointer/pointer.resolver.ts'
import { SummaryResolver } from '../features/plan/summary/summary.resolver.ts'
import {
  ActionReportResolver,
  PeriodResolver,
  UpdateResolver,
} from '../features/plan/update/update.resolver.ts'

// What is sent comes from our database, where a day is a day. The library checks it like one that somebody typed, which
// took a tenth of the time of a page with hundreds of them. What is typed is checked as before.
GraphQLLocalDate.serialize = (day) => {
  if (typeof day !== 'string') throw new TypeError('A day is sent as text.')
  return day
}

/** The schema of the platform, from the features' resolvers. */
export async function makeSchema(): Promise<GraphQLSchema> {
  return buildSchema({
    resolvers: [
      IdentityResolver,
      MeetingAnswerResolver,
      ExpectedPlaceAnswerResolver,
      MeetingInvitationsResolver,
      CalendarResolver,
      SeriesResolver,
      AccountResolver,
      PeopleResolver,
      InvitationResolver,
      OrganisationResolver,
      AgencyResolver,
      BoardResolver,
      SeatResolver,
      DeputyResolver,
      GrantResolver,
      AccessResolver,
      PlanResolver,
      ActionListResolver,
      AreaResolver,
      ActionResolver,
      CommentResolver,
      ActionEvidenceResolver,
      EvidenceResolver,
      ShareResolver,
      ImportResolver,
      PlanImportsResolver,
      BoardPlansResolver,
      BoardImportsResolver,
      UpdateResolver,
      ActionReportResolver,
      PeriodResolver,
      PointerResolver,
      PeriodActionResolver,
      MeasureResolver,
      MeasureResultResolver,
      ActionMeasuresResolver,
      PlanMeasuresResolver,
      MilestoneResolver,
      ActionMilestonesResolver,
      PlanMilestonesResolver,
      SummaryResolver,
      HistoryResolver,
      ActionLinkResolver,
      UpdateLinkResolver,
      ActionOriginResolver,
      AreaOriginResolver,
      MeetingResolver,
      ExpectedPlaceResolver,
      RegisterMarkResolver,
      BoardAttendanceResolver,
      AgencyAttendanceResolver,
      AttendancePublicationResolver,
      BoardPublicationsResolver,
      BoardMeetingsResolver,
      RegisterResolver,
      MarkCorrectionResolver,
      CheckInResolver,
      BoardQuorumResolver,
      MeetingQuorumResolver,
      RuleSetResolver,
      AttendanceRuleResolver,
      BoardRulesResolver,
      RulesOfYearResolver,
      FlagResolver,
      FlagStepResolver,
      FlagMergersResolver,
      FindingMergersResolver,
      RecordBehindResolver,
      BoardFlagsResolver,
      FlagsOfYearResolver,
      MeetingFlagsResolver,
      AgencyFlagsResolver,
      MeetingSampleResolver,
      BoardSamplesResolver,
      AgendaItemResolver,
      DecisionResolver,
      MeetingActionResolver,
      MeetingAgendaResolver,
      MeetingActionReportResolver,
      MeetingOpenActionsResolver,
      MeetingPaperResolver,
      PlanActionMeetingsResolver,
      MinutesResolver,
      BoardStrategyResolver,
      InviteeResolver,
      StandardInviteeResolver,
      StrategyKindResolver,
      StrategyMeetingResolver,
      RegisterImportResolver,
      BoardRegisterImportsResolver,
    ],
    // Input is checked by the shared rules, which the client runs too.
    validate: false,
    scalarsMap: [{ type: Date, scalar: GraphQLDateTime }],
  })
}
