/** Why the deputy who was named for a meeting gets a mail. */
export const DeputyNoticeCause = {
  NAMED: 'NAMED',
  CHANGED: 'CHANGED',
  MOVED: 'MOVED',
  CALLED_OFF: 'CALLED_OFF',
  CANCELLED: 'CANCELLED',
} as const
export type DeputyNoticeCause = (typeof DeputyNoticeCause)[keyof typeof DeputyNoticeCause]

/** The last mail to a deputy about a meeting, and about which sequence of the meeting it was. */
export interface ToldDeputy {
  cause: DeputyNoticeCause
  sequence: number
}

/** How it stands with a deputy and a meeting now. */
export interface DeputyNow {
  /** Whether the answer for the place names this deputy. */
  named: boolean
  /** Whether that answer counts for the time at which the meeting is. */
  stands: boolean
  sequence: number
  cancelled: boolean
  /** Whether the meeting has ended. */
  over: boolean
}

/**
 * Which mail the deputy gets now; null for none, since what they were told last is still so. Asked again with the mail
 * that came of it, it gives null: nobody is told a thing twice.
 *
 * @param told null where the deputy has got no mail about the meeting.
 */
export function deputyNotice(told: ToldDeputy | null, now: DeputyNow): DeputyNoticeCause | null {
  // What is put right about a meeting that was held concerns no calendar any more.
  if (now.over) return null
  const expects = told !== null && told.cause !== 'CALLED_OFF' && told.cause !== 'CANCELLED'
  if (now.cancelled) return expects ? 'CANCELLED' : null
  if (!now.named) return expects ? 'CALLED_OFF' : null
  if (!now.stands) return expects && told.sequence < now.sequence ? 'MOVED' : null
  if (!expects || told.cause === 'MOVED') return 'NAMED'
  return told.sequence < now.sequence ? 'CHANGED' : null
}
