import { MutationResult } from '../access/mutationResult.entity.ts'
import { AuditEvent } from '../audit/auditEvent.entity.ts'
import { AuditHead } from '../audit/auditHead.entity.ts'
import { AnswerLink } from '../features/attendance/answer/answerLink.entity.ts'
import { AnswerReason } from '../features/attendance/answer/answerReason.entity.ts'
import { CalendarAddress } from '../features/attendance/calendar/calendarAddress.entity.ts'
import { DeputyNotice } from '../features/attendance/answer/deputyNotice.entity.ts'
import { MeetingAnswer } from '../features/attendance/answer/meetingAnswer.entity.ts'
import { AttendanceRule } from '../features/attendance/rule/attendanceRule.entity.ts'
import { AttendancePublication } from '../features/attendance/figures/attendancePublication.entity.ts'
import { AttendanceSetting } from '../features/attendance/meeting/attendanceSetting.entity.ts'
import { CheckIn } from '../features/attendance/checkIn/checkIn.entity.ts'
import { CheckInSecret } from '../features/attendance/checkIn/checkInSecret.entity.ts'
import { CheckInTry } from '../features/attendance/checkIn/checkInTry.entity.ts'
import { Guest } from '../features/attendance/register/guest.entity.ts'
import { MarkCorrection } from '../features/attendance/register/markCorrection.entity.ts'
import { Quorum } from '../features/attendance/quorum/quorum.entity.ts'
import { QuorumResult } from '../features/attendance/quorum/quorumResult.entity.ts'
import { Flag } from '../features/attendance/flag/flag.entity.ts'
import { FlagMark } from '../features/attendance/flag/flagMark.entity.ts'
import { FlagStep } from '../features/attendance/flag/flagStep.entity.ts'
import { Invitee } from '../features/attendance/meeting/invitee.entity.ts'
import { MarkReason } from '../features/attendance/register/markReason.entity.ts'
import { AgendaItem } from '../features/attendance/agenda/agendaItem.entity.ts'
import { Decision } from '../features/attendance/agenda/decision.entity.ts'
import { MeetingAction } from '../features/attendance/agenda/meetingAction.entity.ts'
import { MeetingActionReport } from '../features/attendance/agenda/meetingActionReport.entity.ts'
import { MeetingPaper } from '../features/attendance/agenda/meetingPaper.entity.ts'
import { StandardInvitee } from '../features/attendance/strategy/standardInvitee.entity.ts'
import { StrategyKind } from '../features/attendance/strategy/strategyKind.entity.ts'
import { Meeting } from '../features/attendance/meeting/meeting.entity.ts'
import { MeetingSample } from '../features/attendance/sample/meetingSample.entity.ts'
import { RegisterImport } from '../features/attendance/pastRegister/registerImport.entity.ts'
import { RegisterMark } from '../features/attendance/register/registerMark.entity.ts'
import { RuleSet } from '../features/attendance/rule/ruleSet.entity.ts'
import { Board } from '../features/board/board.entity.ts'
import { Deputy } from '../features/board/deputy.entity.ts'
import { Grant } from '../features/board/grant.entity.ts'
import { Seat } from '../features/board/seat.entity.ts'
import { Account } from '../features/identity/account.entity.ts'
import { Invitation } from '../features/identity/invitation.entity.ts'
import { Mail } from '../features/identity/mail.entity.ts'
import { PasswordReset } from '../features/identity/passwordReset.entity.ts'
import { Person } from '../features/identity/person.entity.ts'
import { RateLimit } from '../features/identity/rateLimit.entity.ts'
import { Session } from '../features/identity/session.entity.ts'
import { Organisation } from '../features/organisation/organisation.entity.ts'
import { Region } from '../features/organisation/region.entity.ts'
import { Activity } from '../features/plan/action/activity.entity.ts'
import { ActionResponsible } from '../features/plan/action/actionResponsible.entity.ts'
import { AreaComment } from '../features/plan/area/areaComment.entity.ts'
import { AreaShare } from '../features/plan/area/areaShare.entity.ts'
import { ColumnChoice } from '../features/plan/import/columnChoice.entity.ts'
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
import { PointerAnswer } from '../features/plan/pointer/pointerAnswer.entity.ts'
import { ProgressUpdate } from '../features/plan/update/progressUpdate.entity.ts'
import { ReportingCalendar } from '../features/plan/period/reportingCalendar.entity.ts'
import { Upload } from '../features/plan/import/upload.entity.ts'

/** Every table of the platform. */
export const entities = [
  Account,
  AnswerLink,
  AnswerReason,
  CalendarAddress,
  MeetingAnswer,
  ActionResponsible,
  Activity,
  AgendaItem,
  AreaComment,
  AreaShare,
  AttendanceRule,
  AttendancePublication,
  AttendanceSetting,
  AuditEvent,
  AuditHead,
  Board,
  ColumnChoice,
  Decision,
  Deputy,
  DeputyNotice,
  Evidence,
  ExpectedEvidence,
  Flag,
  FlagMark,
  FlagStep,
  Grant,
  Guest,
  Invitation,
  Invitee,
  Mail,
  MarkReason,
  Measure,
  MeasureResult,
  Meeting,
  MeetingSample,
  MeetingAction,
  MeetingActionReport,
  MeetingPaper,
  Milestone,
  MutationResult,
  Organisation,
  PasswordReset,
  PeriodClosing,
  Person,
  Plan,
  PlanAction,
  PlanArea,
  PlanImport,
  PointerAnswer,
  ProgressUpdate,
  RateLimit,
  Region,
  RegisterImport,
  RegisterMark,
  CheckIn,
  CheckInSecret,
  CheckInTry,
  MarkCorrection,
  Quorum,
  QuorumResult,
  ReportingCalendar,
  RuleSet,
  Seat,
  Session,
  StandardInvitee,
  StrategyKind,
  Upload,
]
