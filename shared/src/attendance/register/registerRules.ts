import type { Day } from '../../board/dates.ts'
import { checkName, checkReason, textLimits } from '../../organisation/checkText.ts'
import type { FieldMessage } from '../../organisation/checkText.ts'
import { checkGuestName } from './guestName.ts'
import type { Mark } from './mark.ts'

/** How much a register may hold. */
export const registerLimits = {
  /** Marks that are sent at once. */
  marks: 200,
  /** Guests and observers of a meeting. */
  guests: 100,
  /** How far ahead a device's clock may be, in minutes: what it says was marked later than that was marked just now. */
  clockAhead: 5,
} as const

/** What somebody says of one place. */
export interface MarkText {
  mark: Mark
  /** Who came in the holder's stead, where it is one of the named deputies. */
  cameId: string | null
  /** Their name, where it is somebody else. */
  cameName: string
  /** Whether the deputy is senior enough by the board's rule; null where nobody says. */
  seniorEnough: boolean | null
  /** Of apologies; may be empty. Null where it is not said again, and what stands there is kept. */
  reason: string | null
}

/** The place that is marked, as far as the rules ask. */
export interface MarkedPlace {
  /** Whether a seat has nobody who holds it. */
  vacant: boolean
  /** The ids of those who are named as its deputies. */
  deputyIds: readonly string[]
}

/** A mark without anything beside it. */
export function plainMark(mark: Mark): MarkText {
  return { mark, cameId: null, cameName: '', seniorEnough: null, reason: '' }
}

/** What is kept of a mark: only what belongs to it, whatever else a form still holds. */
export function tidyMark({ mark, cameId, cameName, seniorEnough, reason }: MarkText): MarkText {
  const plain = plainMark(mark)
  if (mark === 'DEPUTY')
    return { ...plain, cameId, cameName: cameId === null ? cameName.trim() : '', seniorEnough }
  return mark === 'APOLOGIES' ? { ...plain, reason: reason && reason.trim() } : plain
}

/** Checks a mark of a place. Empty when all is well. */
export function checkMark(text: MarkText, place: MarkedPlace): FieldMessage[] {
  const { mark, cameId, cameName, reason } = tidyMark(text)
  if (mark === 'PRESENT' && place.vacant)
    return [
      {
        field: 'mark',
        message: 'Nobody holds this seat. If somebody came for the agency, mark a deputy and say who.',
      },
    ]
  if (mark === 'DEPUTY' && cameId === null) return checkName('cameName', cameName, 'the name of who came')
  if (mark === 'DEPUTY' && cameId !== null && !place.deputyIds.includes(cameId))
    return [
      {
        field: 'cameId',
        message: 'This person is not named as a deputy of the seat. Choose who came, or enter a name.',
      },
    ]
  if (reason !== null && reason.length > textLimits.reason)
    return [
      {
        field: 'reason',
        message: `This has ${reason.length} characters. Shorten it to ${textLimits.reason} or fewer.`,
      },
    ]
  return []
}

/** How the register of a meeting stands, as far as the rules ask. */
export interface RegisterState {
  cancelledAt?: unknown
  registerClosedAt?: unknown
}

/** Why nothing can be marked; null where it can. */
export function whyNotMark({ cancelledAt, registerClosedAt }: RegisterState): string | null {
  if (cancelledAt)
    return 'This meeting was cancelled. What was marked can be read, and nothing more can be marked.'
  if (registerClosedAt) return 'The register is closed. To change a mark now, correct it and say why.'
  return null
}

/** What stands in the way of closing the register; null where nothing does. */
export function whyNotClose(register: RegisterState & { startsAt: Date }, now: Date): string | null {
  if (register.cancelledAt)
    return 'This meeting was cancelled. Its register stays as it is and counts nowhere.'
  if (register.registerClosedAt) return 'The register is closed already.'
  if (now < register.startsAt) return 'The meeting has not begun. Close the register when it is over.'
  return null
}

/**
 * What closing makes of the places without a mark, said before somebody closes.
 *
 * @param unmarked how many places have no mark.
 */
export function closingWords(unmarked: number): string {
  if (unmarked === 0) return 'Every place has a mark.'
  const places = unmarked === 1 ? '1 place has' : `${unmarked} places have`
  return `${places} no mark, and will stand as unknown. Unknown never counts as absent.`
}

/**
 * What stands in the way of closing where the register changed after it was read; null where it did not.
 *
 * @param told how many places had no mark when somebody was asked to confirm.
 * @param unmarked how many have none now.
 */
export function whyNotCloseNow(told: number, unmarked: number): string | null {
  if (told === unmarked) return null
  return `Somebody marked the register in the meantime. Now ${unmarked === 1 ? '1 place has' : `${unmarked} places have`} no mark. Look at it again, then close it.`
}

/** Why a mark cannot be corrected; null where it can. */
export function whyNotCorrect({ cancelledAt, registerClosedAt }: RegisterState): string | null {
  if (cancelledAt) return 'This meeting was cancelled. Its marks count nowhere, and stay as they are.'
  if (!registerClosedAt) return 'The register is open. Change the mark in the register.'
  return null
}

/** Checks the correction of a mark in a closed register. Empty when all is well. */
export function checkCorrection(
  before: MarkText,
  after: MarkText,
  why: string,
  place: MarkedPlace,
): FieldMessage[] {
  const problems = checkMark(after, place)
  if (problems.length === 0 && sameMark(before, after))
    problems.push({
      field: 'mark',
      message: 'This is what the register says already. Change it, or go back.',
    })
  problems.push(...checkReason('why', why, 'why the mark is corrected'))
  return problems
}

/** Whether two marks say the same, as far as both of them say it. */
export function sameMark(one: MarkText, other: MarkText): boolean {
  const [a, b] = [tidyMark(one), tidyMark(other)]
  return (
    a.mark === b.mark &&
    a.cameId === b.cameId &&
    a.cameName === b.cameName &&
    a.seniorEnough === b.seniorEnough &&
    (a.reason === null || b.reason === null || a.reason === b.reason)
  )
}

/** When a mark was made: what the device says, unless its clock is ahead or it never had one. */
export function markedAtOf(said: Date, now: Date): Date {
  const ahead = said.getTime() - now.getTime()
  return Number.isNaN(ahead) || ahead > registerLimits.clockAhead * 60_000 ? now : said
}

/**
 * Checks a guest or observer before it is saved. Empty when all is well.
 *
 * @param today the day in the United Kingdom.
 */
export function checkGuest(guest: { name: string; organisation: string }, today: Day): FieldMessage[] {
  const problems = checkName('name', guest.name, 'the name of the guest')
  if (guest.organisation.trim() !== '')
    problems.push(...checkName('organisation', guest.organisation, 'where the guest comes from'))
  return problems.length > 0 ? problems : checkGuestName(guest, today)
}
