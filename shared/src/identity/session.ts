/** How long a session lasts. The functions of the schema `identity` in the database hold it to the same. */
export const sessionLimits = {
  /** Minutes without use after which a session ends. */
  idleMinutes: 30,
  /** Hours after which it ends in any case. */
  hours: 12,
  /** Minutes before its end at which the page warns. */
  warningMinutes: 5,
} as const

/** When a session ends: the earlier of 30 minutes after its last use and 12 hours after its start. */
export function sessionEnd(startedAt: Date, lastUsedAt: Date): Date {
  return new Date(
    Math.min(
      lastUsedAt.getTime() + sessionLimits.idleMinutes * 60_000,
      startedAt.getTime() + sessionLimits.hours * 3_600_000,
    ),
  )
}
