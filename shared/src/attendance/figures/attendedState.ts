/** How a meeting stands for the figures of a year: it counts where its register is closed, and nowhere once it is cancelled. */
export const AttendedState = {
  TO_COME: 'TO_COME',
  BEGUN: 'BEGUN',
  CLOSED: 'CLOSED',
  CANCELLED: 'CANCELLED',
} as const
export type AttendedState = (typeof AttendedState)[keyof typeof AttendedState]
