/** What the scene holds of meetings and attendance. */
export interface AttendanceScene {
  meetingId: string
  publicationId: string
  /** A seat of the council's, for which nobody of the scene answers. */
  councilSeatId: string
  /** Of a meeting whose register is closed. */
  markId: string
  guestId: string
  registerImportId: string
}

/** What the scene holds of flags: one that is put to the council. */
export interface FlagScene {
  flagId: string
}

/** What hangs on the meeting of the scene, and a strategy meeting with somebody who is asked to it. */
export interface AgendaScene {
  strategyMeetingId: string
  inviteeId: string
  strategyKindId: string
  itemId: string
  paperId: string
  decisionId: string
  meetingActionId: string
}

/** A board with its sub-group, an agency with a seat, plans, and a person for each role, here and elsewhere. */
export interface Scene extends AttendanceScene, FlagScene, AgendaScene {
  regionId: string
  councilId: string
  agencyId: string
  otherAgencyId: string
  /** An agency that became part of the other one. */
  mergedAgencyId: string
  boardId: string
  seatId: string
  deputyId: string
  /** Somebody with a role at the board and one for the agency. */
  personId: string
  strangerId: string
  boardGrantId: string
  agencyGrantId: string
  draftPlanId: string
  adoptedPlanId: string
  areaId: string
  actionId: string
  submittedId: string
  noteId: string
  measureId: string
  milestoneId: string
  reviewId: string
  shareId: string
  importId: string
  boardInvitationId: string
  agencyInvitationId: string
  sessionId: string
}

/** How a mutation is asked of a real record of the scene. */
export interface MutationCase {
  field: string
  input: (scene: Scene) => Record<string, unknown>
  /** Which of the matrix's cases it is, where the line has several. */
  variant?: string
  /** Nobody at all may: the record is another person's. */
  ofSomebodyElse?: boolean
}
