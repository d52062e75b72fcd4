import { addDays, todayInLondon } from '@boardwork/shared/board/dates.ts'
import type { Day } from '@boardwork/shared/board/dates.ts'

/** A reporting period of three months. */
export interface Quarter {
  /** Such as "Q2 2026/27"; the financial year begins in April. */
  period: string
  startsOn: Day
  endsOn: Day
  /** The number of its last month, counted from the first month of the history. */
  lastMonth: number
}

/**
 * The days of the demonstration. Its history is the last four quarters that were over on the day of the first start;
 * months are counted from the first of these, so 0 to 11 have passed, and what lies before is below 0.
 */
export class Calendar {
  readonly today: Day
  readonly quarters: readonly Quarter[]
  readonly #firstMonth: number

  constructor(now: Date) {
    this.today = todayInLondon(now)
    const [year = 0, month = 0] = this.today.split('-').map(Number)
    this.#firstMonth = (year * 4 + Math.floor((month - 1) / 3) - 4) * 3
    this.quarters = [2, 5, 8, 11].map((lastMonth) => ({
      period: `Q${this.#quarterOfYear(lastMonth)} ${this.#financialYear(lastMonth)}`,
      startsOn: this.day(lastMonth - 2, 1),
      endsOn: this.day(lastMonth + 1, 0),
      lastMonth,
    }))
  }

  day(month: number, day: number): Day {
    return this.#date(month, day).toISOString().slice(0, 10)
  }

  /** The day, or the Monday after it where it falls on a weekend. */
  workingDay(day: Day): Day {
    return addDays(day, [1, 0, 0, 0, 0, 0, 2][new Date(day).getUTCDay()] ?? 0)
  }

  /** A moment of a working day, `minutes` after nine o'clock in the morning (UTC). */
  moment(month: number, day: number, minutes = 0): Date {
    return new Date(this.#date(month, day).getTime() + (9 * 60 + minutes) * 60_000)
  }

  /** Fills in "{month 5}" (March 2026), "{season 5}" (Spring 2026) and "{year 5}" (2025/26). */
  words(text: string): string {
    return text.replaceAll(/\{(month|season|year) (-?\d+)\}/g, (_whole, what: string, number: string) => {
      const date = this.#date(Number(number), 1)
      if (what === 'year') return this.#financialYear(Number(number))
      if (what === 'season')
        return `${seasons[Math.floor(((date.getUTCMonth() + 1) % 12) / 3)]} ${date.getUTCFullYear()}`
      return `${date.toLocaleDateString('en-GB', { month: 'long', timeZone: 'UTC' })} ${date.getUTCFullYear()}`
    })
  }

  #date(month: number, day: number): Date {
    const absolute = this.#firstMonth + month
    return new Date(Date.UTC(Math.floor(absolute / 12), absolute % 12, day))
  }

  #quarterOfYear(month: number): number {
    return Math.floor(((this.#firstMonth + month + 9) % 12) / 3) + 1
  }

  #financialYear(month: number): string {
    const began = Math.floor((this.#firstMonth + month - 3) / 12)
    return `${began}/${String((began + 1) % 100).padStart(2, '0')}`
  }
}

const seasons = ['Winter', 'Spring', 'Summer', 'Autumn']
