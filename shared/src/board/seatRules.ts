import type { FieldMessage } from '../organisation/checkText.ts'
import { formatDay } from './dates.ts'
import type { Day } from './dates.ts'

/** Checks a seat before it is added. Empty when all is well. */
export function validateSeat(seat: { organisationId: string; startsOn: Day }): FieldMessage[] {
  const problems: FieldMessage[] = []
  if (seat.organisationId === '')
    problems.push({ field: 'organisationId', message: 'Choose an organisation.' })
  if (seat.startsOn === '') problems.push({ field: 'startsOn', message: 'Enter the first day of the seat.' })
  return problems
}

/**
 * Checks the first day of a seat when it is put right. Empty when all is well.
 *
 * @param before its first day until now: a seat may have begun earlier. A later day would leave out meetings at which
 *   it was expected.
 */
export function validateSeatStart(startsOn: Day, before: Day): FieldMessage[] {
  if (startsOn <= before) return []
  const message = `The seat has begun on ${formatDay(before)}. Enter that day or an earlier one.`
  return [{ field: 'startsOn', message }]
}

/** Checks the end of a seat that began on `startsOn`. Empty when all is well. */
export function validateSeatEnd(startsOn: Day, endsOn: Day | null): FieldMessage[] {
  if (endsOn === null || endsOn >= startsOn) return []
  return [{ field: 'endsOn', message: 'The last day of the seat has to be on or after its first day.' }]
}

/** Whether two stretches of days (both ends inside; null: no end is set) have a day in common. */
export function overlap(
  one: { startsOn: Day; endsOn?: Day | null | undefined },
  other: { startsOn: Day; endsOn?: Day | null | undefined },
): boolean {
  return (!one.endsOn || one.endsOn >= other.startsOn) && (!other.endsOn || other.endsOn >= one.startsOn)
}
