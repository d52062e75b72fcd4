/** What the place of an agency at a meeting answers. */
export const MeetingAnswerKind = { ATTENDING: 'ATTENDING', DEPUTY: 'DEPUTY', APOLOGIES: 'APOLOGIES' } as const
export type MeetingAnswerKind = (typeof MeetingAnswerKind)[keyof typeof MeetingAnswerKind]

export const meetingAnswerName: Record<MeetingAnswerKind, string> = {
  ATTENDING: 'Attending',
  DEPUTY: 'Sending a deputy',
  APOLOGIES: 'Apologies',
}

/** How long the words of an answer may be, in characters. */
export const meetingAnswerLimits = { deputyName: 200, reason: 500 } as const

export interface GivenAnswer {
  answer: MeetingAnswerKind
  /** A named deputy of the seat; null where somebody else is sent. */
  deputyId: string | null
  /** Who is sent, where it is no named deputy. */
  deputyName: string
  /** Why nobody comes. Seen by the board's officers and the agency's own people alone. */
  reason: string
}

/** Checks an answer before it is saved. `deputyIds` are the named deputies of the seat. */
export function checkMeetingAnswer(
  given: GivenAnswer,
  deputyIds: readonly string[],
): { field: string; message: string }[] {
  const problems: { field: string; message: string }[] = []
  const tooLong = (field: 'deputyName' | 'reason', text: string) => {
    const most = meetingAnswerLimits[field]
    if (text.trim().length > most)
      problems.push({ field, message: `This must be ${most} characters or fewer.` })
  }
  if (given.answer === 'DEPUTY') {
    if (given.deputyId !== null && !deputyIds.includes(given.deputyId))
      problems.push({
        field: 'deputyId',
        message: 'This person is no deputy of the seat any more. Choose who comes instead.',
      })
    if (given.deputyId === null && given.deputyName.trim() === '')
      problems.push({ field: 'deputyName', message: 'Enter the name of the person who comes instead.' })
    tooLong('deputyName', given.deputyName)
  }
  if (given.answer === 'APOLOGIES') {
    if (given.reason.trim() === '')
      problems.push({ field: 'reason', message: 'Enter a reason, such as “On leave”.' })
    tooLong('reason', given.reason)
  }
  return problems
}

/** The time for which somebody answered, or at which a meeting now is. */
export interface AnsweredTime {
  startsAt: Date
  endsAt: Date
}

/** Whether an answer is there, and whether it still counts. */
export const AnswerState = { NONE: 'NONE', STANDS: 'STANDS', ASKED_AGAIN: 'ASKED_AGAIN' } as const
export type AnswerState = (typeof AnswerState)[keyof typeof AnswerState]

/**
 * Whether an answer that was given for one time counts for the time at which the meeting is now.
 *
 * It does while the meeting begins when it did and ends no later than it did: who is free until four is free until
 * three. Another place changes nothing. A new day, a new beginning or a later end has to be asked again; if the meeting
 * moves back, the answer counts as before.
 */
export function answerState(answered: AnsweredTime | null, meeting: AnsweredTime): AnswerState {
  if (!answered) return 'NONE'
  const stands =
    answered.startsAt.getTime() === meeting.startsAt.getTime() &&
    meeting.endsAt.getTime() <= answered.endsAt.getTime()
  return stands ? 'STANDS' : 'ASKED_AGAIN'
}

/** Until when answers are taken: the register is closed, or the meeting is cancelled, and the reason why not. */
export function whyNoAnswer(meeting: { cancelled: boolean; registerClosed: boolean }): string | null {
  if (meeting.cancelled) return 'This meeting is cancelled. You do not have to answer.'
  if (meeting.registerClosed)
    return 'The register of this meeting is closed, so answers are not taken any more. Ask the coordinator to correct the register if it is wrong.'
  return null
}
