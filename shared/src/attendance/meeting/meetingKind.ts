/** Whether a meeting is the board's own, or about one case. */
export const MeetingKind = { BOARD: 'BOARD', STRATEGY: 'STRATEGY' } as const
export type MeetingKind = (typeof MeetingKind)[keyof typeof MeetingKind]

/** How a kind of meeting is called on a page. */
export const meetingKindName: Record<MeetingKind, string> = {
  BOARD: 'Meeting',
  STRATEGY: 'Strategy meeting',
}
