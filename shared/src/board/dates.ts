/** A day as `YYYY-MM-DD`. */
export type Day = string

const londonDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The day that it is in the United Kingdom, where the boards are. */
export function todayInLondon(now: Date = new Date()): Day {
  return londonDay.format(now)
}

/** Whether something that holds from a day to a day (both inside; null: no end is set) holds on the day. */
export function isLiveOn(day: Day, startsOn: Day, endsOn: Day | null | undefined): boolean {
  return startsOn <= day && (!endsOn || endsOn >= day)
}

/** The day that comes so many days later, or earlier when `days` is below zero. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** The same day some months later; the last day of that month where it has no such day. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0))
  last.setUTCDate(Math.min(date, last.getUTCDate()))
  return last.toISOString().slice(0, 10)
}

const dayText = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})

/** A day as people write it: "1 April 2026". */
export function formatDay(day: Day): string {
  return dayText.format(new Date(`${day}T00:00:00Z`))
}

/**
 * Reads a day from its three typed parts. Null where all three are empty; undefined where they name no
 * day between the years 1900 and 2199.
 */
export function readTypedDay(parts: Readonly<Record<string, string>>): Day | null | undefined {
  const [day, month, year] = ['day', 'month', 'year'].map((name) => (parts[name] ?? '').trim())
  if (!day && !month && !year) return null
  if (![day, month].every((part) => /^\d{1,2}$/.test(part ?? '')) || !/^(19|20|21)\d\d$/.test(year ?? ''))
    return undefined
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const read = new Date(`${text}T00:00:00Z`)
  // JavaScript turns 30 February into a day of March.
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text) ? text : undefined
}
