import type { AgencyFigures, AttendanceFigures } from './attendanceFigures.ts'
import { Mark } from '../register/mark.ts'
import type { Tally } from '../rule/attendanceCount.ts'

/** Reads figures as they were published. Null where the text is not what we wrote. */
export function readPublishedFigures(stored: unknown): AttendanceFigures | null {
  if (!isObject(stored)) return null
  const { year, startsMonth, held, cancelled, agencies } = stored
  if (!isCount(year) || !isCount(startsMonth) || !isCount(held) || !isCount(cancelled)) return null
  if (!Array.isArray(agencies)) return null
  const read = agencies.map((agency: unknown) => readAgency(agency)).filter((agency) => agency !== null)
  return read.length === agencies.length ? { year, startsMonth, held, cancelled, agencies: read } : null
}

function readAgency(stored: unknown): AgencyFigures | null {
  if (!isObject(stored)) return null
  const { organisationId, organisationName, tally } = stored
  if (typeof organisationId !== 'string' || typeof organisationName !== 'string' || !isTally(tally))
    return null
  return { organisationId, organisationName, tally }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

const isTally = (value: unknown): value is Tally =>
  isObject(value) && Object.values(Mark).every((mark) => isCount(value[mark]))
