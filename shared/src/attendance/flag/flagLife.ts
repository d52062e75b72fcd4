import { addDays, formatDay } from '../../board/dates.ts'
import type { Day } from '../../board/dates.ts'
import { checkReason } from '../../organisation/checkText.ts'
import type { FieldMessage } from '../../organisation/checkText.ts'

/** Where a flag stands. */
export const FlagState = {
  RAISED: 'RAISED',
  PUT: 'PUT',
  ANSWERED: 'ANSWERED',
  DISCUSSED: 'DISCUSSED',
  ADDRESSED: 'ADDRESSED',
  ACCEPTED: 'ACCEPTED',
  CLOSED: 'CLOSED',
} as const
export type FlagState = (typeof FlagState)[keyof typeof FlagState]

export const flagStateName: Record<FlagState, string> = {
  RAISED: 'Raised',
  PUT: 'Put to the agency',
  ANSWERED: 'Answered by the agency',
  DISCUSSED: 'Discussed by the board',
  ADDRESSED: 'Addressed',
  ACCEPTED: 'Accepted',
  CLOSED: 'Closed',
}

/** What happens to a flag. The last four are written by the platform, when the rules look again. */
export const FlagStepKind = {
  PUT: 'PUT',
  ANSWERED: 'ANSWERED',
  DISCUSSED: 'DISCUSSED',
  ADDRESSED: 'ADDRESSED',
  ACCEPTED: 'ACCEPTED',
  CLOSED: 'CLOSED',
  RAISED: 'RAISED',
  MORE_FOUND: 'MORE_FOUND',
  REOPENED: 'REOPENED',
  NO_LONGER_FOUND: 'NO_LONGER_FOUND',
} as const
export type FlagStepKind = (typeof FlagStepKind)[keyof typeof FlagStepKind]

export const flagStepName: Record<FlagStepKind, string> = {
  PUT: 'Put to the agency',
  ANSWERED: 'Answered by the agency',
  DISCUSSED: 'Discussed by the board',
  ADDRESSED: 'Addressed',
  ACCEPTED: 'Accepted as it is',
  CLOSED: 'Closed',
  RAISED: 'Raised',
  MORE_FOUND: 'Found again, with something new',
  REOPENED: 'Opened again: it happened again',
  NO_LONGER_FOUND: 'Closed: it is no longer found',
}

/** What somebody does to a flag by a form. */
export type FlagMove = 'PUT' | 'ANSWERED' | 'DISCUSSED' | 'ADDRESSED' | 'ACCEPTED' | 'CLOSED'

const moves: Record<FlagState, readonly FlagMove[]> = {
  RAISED: ['PUT', 'DISCUSSED', 'ADDRESSED', 'ACCEPTED'],
  PUT: ['ANSWERED', 'DISCUSSED', 'ADDRESSED', 'ACCEPTED'],
  ANSWERED: ['ANSWERED', 'PUT', 'DISCUSSED', 'ADDRESSED', 'ACCEPTED'],
  DISCUSSED: ['PUT', 'DISCUSSED', 'ADDRESSED', 'ACCEPTED'],
  ADDRESSED: ['CLOSED'],
  ACCEPTED: ['CLOSED'],
  CLOSED: [],
}

/** Whether the move can be made where the flag stands. What is about the board itself is put to no agency. */
export function canMove(flag: { state: FlagState; aboutAgency: boolean }, move: FlagMove): boolean {
  return moves[flag.state].includes(move) && (flag.aboutAgency || (move !== 'PUT' && move !== 'ANSWERED'))
}

/** Why the move cannot be made. */
export function whyNotMove(flag: { state: FlagState; aboutAgency: boolean }, move: FlagMove): string | null {
  if (canMove(flag, move)) return null
  if (!flag.aboutAgency && (move === 'PUT' || move === 'ANSWERED'))
    return 'This flag is about the board, and not about an agency.'
  if (flag.state === 'CLOSED') return 'This flag is closed. It opens again by itself if it happens again.'
  if (move === 'CLOSED') return 'Say first that it is addressed, or accept it with a reason.'
  if (move === 'ANSWERED') return 'Nothing is asked of the agency at the moment.'
  if (flag.state === 'PUT' && move === 'PUT') return 'It is put to the agency already.'
  return 'This flag is decided. Close it, or leave it: it opens again by itself if it happens again.'
}

/** Whether something is still to be done about a flag. */
export function isOpenFlag(state: FlagState): boolean {
  return state !== 'ADDRESSED' && state !== 'ACCEPTED' && state !== 'CLOSED'
}

/** The state after a move; every move leads to the state of its name. */
export function stateAfter(move: FlagMove): FlagState {
  return move
}

/** The limits of what is said about a flag; `days` are those that an agency gets to answer. */
export const flagLimits = { words: 2000, usualDays: 14, mostDays: 180 } as const

const needs: Partial<Record<FlagMove, string>> = {
  ANSWERED: 'the answer of the agency',
  DISCUSSED: 'what was said or agreed',
  ADDRESSED: 'what was done about it',
  ACCEPTED: 'why it is accepted as it is',
}

/** Checks what is typed for a move. Of PUT the day by which an answer is asked for, of DISCUSSED the meeting. */
export function checkMove(
  move: FlagMove,
  said: { words: string; answerDueOn?: Day | null; meetingId?: string | null },
  today: Day,
): FieldMessage[] {
  const problems: FieldMessage[] = []
  const what = needs[move]
  const words = said.words.trim()
  if (what && words === '') problems.push(...checkReason('words', '', what))
  else if (words.length > flagLimits.words)
    problems.push({
      field: 'words',
      message: `This has ${words.length} characters. Shorten it to ${flagLimits.words} or fewer.`,
    })
  if (move === 'PUT') {
    const latest = addDays(today, flagLimits.mostDays)
    if (!said.answerDueOn)
      problems.push({ field: 'answerDueOn', message: 'Enter the day by which an answer is asked for.' })
    else if (said.answerDueOn < today || said.answerDueOn > latest)
      problems.push({
        field: 'answerDueOn',
        message: `Enter a day from today to ${formatDay(latest)}.`,
      })
  }
  if (move === 'DISCUSSED' && !said.meetingId)
    problems.push({ field: 'meetingId', message: 'Choose the meeting at which it was discussed.' })
  return problems
}

/** After how many days without an answer another reminder is sent, and how many there are at most. */
export const reminders = { everyDays: 7, most: 3 } as const

/** Whether a reminder is due: the answer is late, and the last letter is long enough ago. */
export function isReminderDue(
  flag: { state: FlagState; answerDueOn: Day | null; remindedOn: Day | null; remindersSent: number },
  today: Day,
): boolean {
  if (flag.state !== 'PUT' || flag.answerDueOn === null || flag.answerDueOn >= today) return false
  if (flag.remindersSent >= reminders.most) return false
  return flag.remindedOn === null || addDays(flag.remindedOn, reminders.everyDays) <= today
}
