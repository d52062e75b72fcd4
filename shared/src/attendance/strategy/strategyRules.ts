import type { Day } from '../../board/dates.ts'
import type { FieldMessage } from '../../organisation/checkText.ts'
import { checkCaseReference, checkNamesNobody } from './caseReference.ts'

/** What is said of a strategy meeting before it is held. */
export interface StrategyMeetingText {
  caseReference: string
  title: string
  place: string
  notes: string
}

/**
 * Checks what is said of a strategy meeting: a reference of the case, and in no text an adult or a child.
 *
 * @param today the day in the United Kingdom.
 */
export function checkStrategyMeeting(meeting: StrategyMeetingText, today: Day): FieldMessage[] {
  const { caseReference, title, place, notes } = meeting
  return [...checkCaseReference(caseReference, today), ...checkNamesNobody({ title, place, notes }, today)]
}
