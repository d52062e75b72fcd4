/** Whether a meeting is the board's own, or about one case. */
export const MeetingKind = { BOARD: 'BOARD', STRATEGY: 'STRATEGY' } as const
export type MeetingKind = (typeof MeetingKind)[keyof typeof MeetingKind]
