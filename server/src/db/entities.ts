import { MutationResult } from '../access/mutationResult.entity.ts'
import { AuditEvent } from '../audit/auditEvent.entity.ts'
import { AuditHead } from '../audit/auditHead.entity.ts'
import { AnswerLink } from '../features/attendance/answerLink.entity.ts'
import { AnswerReason } from '../features/attendance/answerReason.entity.ts'
import { CalendarAddress } from '../features/attendance/calendarAddress.entity.ts'
import { MeetingAnswer } from '../features/attendance/meetingAnswer.entity.ts'
import { AttendanceRule } from '../features/attendance/attendanceRule.entity.ts'
import { AttendancePublication } from '../features/attendance/attendancePublication.entity.ts'
import { AttendanceSetting } from '../features/attendance/attendanceSetting.entity.ts'
import { CheckIn } from '../features/attendance/checkIn.entity.ts'
import { CheckInSecret } from '../features/attendance/checkInSecret.entity.ts'
import { CheckInTry } from '../features/attendance/checkInTry.entity.ts'
import { Guest } from '../features/attendance/guest.entity.ts'
import { MarkCorrection } from '../features/attendance/markCorrection.entity.ts'
import { Quorum } from '../features/attendance/quorum.entity.ts'
import { QuorumResult } from '../features/attendance/quorumResult.entity.ts'
import { Flag } from '../features/attendance/flag.entity.ts'
import { FlagMark } from '../features/attendance/flagMark.entity.ts'
import { FlagStep } from '../features/attendance/flagStep.entity.ts'
import { Invitee } from '../features/attendance/invitee.entity.ts'
import { MarkReason } from '../features/attendance/markReason.entity.ts'
import { AgendaItem } from '../features/attendance/agendaItem.entity.ts'
import { Decision } from '../features/attendance/decision.entity.ts'
import { MeetingAction } from '../features/attendance/meetingAction.entity.ts'
import { MeetingPaper } from '../features/attendance/meetingPaper.entity.ts'
import { StandardInvitee } from '../features/attendance/standardInvitee.entity.ts'
import { StrategyKind } from '../features/attendance/strategyKind.entity.ts'
import { Meeting } from '../features/attendance/meeting.entity.ts'
import { MeetingSample } from '../features/attendance/meetingSample.entity.ts'
import { RegisterImport } from '../features/attendance/registerImport.entity.ts'
import { RegisterMark } from '../features/attendance/registerMark.entity.ts'
import { RuleSet } from '../features/attendance/ruleSet.entity.ts'
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
import { Activity } from '../features/plan/activity.entity.ts'
import { ActionResponsible } from '../features/plan/actionResponsible.entity.ts'
import { AreaComment } from '../features/plan/areaComment.entity.ts'
import { AreaShare } from '../features/plan/areaShare.entity.ts'
import { ColumnChoice } from '../features/plan/columnChoice.entity.ts'
import { Evidence } from '../features/plan/evidence.entity.ts'
import { ExpectedEvidence } from '../features/plan/expectedEvidence.entity.ts'
import { Measure } from '../features/plan/measure.entity.ts'
import { MeasureResult } from '../features/plan/measureResult.entity.ts'
import { Milestone } from '../features/plan/milestone.entity.ts'
import { PeriodClosing } from '../features/plan/periodClosing.entity.ts'
import { Plan } from '../features/plan/plan.entity.ts'
import { PlanAction } from '../features/plan/planAction.entity.ts'
import { PlanArea } from '../features/plan/planArea.entity.ts'
import { PlanImport } from '../features/plan/planImport.entity.ts'
import { PointerAnswer } from '../features/plan/pointerAnswer.entity.ts'
import { ProgressUpdate } from '../features/plan/progressUpdate.entity.ts'
import { ReportingCalendar } from '../features/plan/reportingCalendar.entity.ts'
import { Upload } from '../features/plan/upload.entity.ts'

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
