import type { Day } from '../../board/dates.ts'
import type { Mark } from '../register/mark.ts'
import type { MeetingKind } from '../meeting/meetingKind.ts'

/** One mark of a register, as it was written: what happens to a seat later does not change it. */
export interface MarkFact {
  id: string
  /** The seat, or at a strategy meeting the invitee. */
  placeId: string
  seatId: string | null
  organisationId: string
  organisationName: string
  required: boolean
  voting: boolean
  /** Who held the seat or was invited; null while the seat was vacant. */
  holderId: string | null
  holderName: string | null
  mark: Mark
}

/** One meeting and all marks of its register. */
export interface MeetingFact {
  id: string
  kind: MeetingKind
  /** The day in London. */
  heldOn: Day
  cancelled: boolean
  /** Whether its register is closed. */
  closed: boolean
  marks: readonly MarkFact[]
}

/** Whether a meeting counts: its register is closed, and it was not cancelled, also not after that. */
export function isHeld(meeting: Pick<MeetingFact, 'cancelled' | 'closed'>): boolean {
  return meeting.closed && !meeting.cancelled
}
