import type { Day } from '../../board/dates.ts'
import { shortForms } from './knownWords.ts'
import { nameIn } from './nameIn.ts'

/** What in a text may tell who somebody is. */
export type PersonalDetailKind =
  'DATE_OF_BIRTH' | 'NHS_NUMBER' | 'INSURANCE_NUMBER' | 'POSTCODE' | 'INITIALS' | 'NAME'

export interface PersonalDetail {
  kind: PersonalDetailKind
  /** The words of the text that look like it. */
  words: string
}

// Public bodies' addresses of e-mail hold the names of their staff; addresses of pages hold what no person wrote.
const addresses =
  /\b[\w.+'-]+@[\w.-]+\.(?:gov\.uk|nhs\.uk|nhs\.net|police\.uk|mod\.uk|cjsm\.net)\b|\bhttps?:\/\/\S+/giu

/**
 * The first thing in a text that looks like a date of birth, an NHS or National Insurance number, a postcode, initials
 * with a year of birth, or a person's name; null where nothing does. It notices slips: a name that is in no list, alone,
 * gets through.
 *
 * @param today the day in the United Kingdom.
 */
export function personalDetailIn(text: string, today: Day): PersonalDetail | null {
  const read = text.normalize('NFC').replaceAll(addresses, (address) => ' '.repeat(address.length))
  const found: [PersonalDetailKind, string | null][] = [
    ['DATE_OF_BIRTH', dateOfBirthIn(read, today)],
    ['NHS_NUMBER', nhsNumberIn(read)],
    ['INSURANCE_NUMBER', insuranceNumberIn(read)],
    ['POSTCODE', postcodeIn(read)],
    ['INITIALS', initialsIn(read, today)],
    ['NAME', nameIn(read)],
  ]
  for (const [kind, words] of found) if (words !== null) return { kind, words: words.trim() }
  return null
}

const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'
const monthName = `(?:${months})[a-z]*`
const dayFirst = /(?<!\d)(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})(?![\d-])/g
const yearFirst = /(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/g
const dayMonth = new RegExp(
  String.raw`\b(\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -](${monthName})\.?,?[ -](\d{4})\b`,
  'gi',
)
const monthDay = new RegExp(String.raw`\b(${monthName})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b`, 'gi')
const inOneRun = /(?<!\d)(\d{2})(\d{2})(\d{4})(?!\d)/g

/** Says that what follows is a day of birth, whatever the day. */
const bornBefore =
  /\b(?:born|d\.?o\.?b\.?|date of birth|birthday|birth date|y\.?o\.?b\.?)[\s:=(,-]*(?:(?:on|in|is)\s+)?(?:the\s+)?$/i
const bornWithYear =
  /\b(?:born(?: in)?|b\.|y\.?o\.?b\.?:?|d\.?o\.?b\.?:?|year of birth:?|date of birth:?)\s*(?:is\s+)?(?:19|20)\d\d\b/i

/** So many years before today, a day alone is taken for somebody's birth. */
const yearsBack = 2

function dateOfBirthIn(text: string, today: Day): string | null {
  const year = Number(today.slice(0, 4))
  const whole = (digits: string): number => {
    if (digits.length === 4) return Number(digits)
    const inThisCentury = 2000 + Number(digits)
    return inThisCentury > year + 5 ? inThisCentury - 100 : inThisCentury
  }
  const monthOf = (name: string) => months.split('|').indexOf(name.slice(0, 3).toLowerCase()) + 1
  const readings: [RegExp, (parts: string[]) => Day | null][] = [
    [dayFirst, ([day = '', , month = '', of = '']) => dayOf(whole(of), Number(month), Number(day))],
    [yearFirst, ([of = '', , month = '', day = '']) => dayOf(Number(of), Number(month), Number(day))],
    [dayMonth, ([day = '', month = '', of = '']) => dayOf(Number(of), monthOf(month), Number(day))],
    [monthDay, ([month = '', day = '', of = '']) => dayOf(Number(of), monthOf(month), Number(day))],
    [inOneRun, ([day = '', month = '', of = '']) => dayOf(Number(of), Number(month), Number(day))],
  ]
  const limit = `${year - yearsBack}${today.slice(4)}`
  for (const [form, read] of readings)
    for (const match of text.matchAll(form)) {
      const day = read(match.slice(1))
      if (day === null || day > today) continue
      if (day < limit || bornBefore.test(text.slice(0, match.index))) return match[0]
    }
  return bornWithYear.exec(text)?.[0] ?? null
}

/** Null where there is no such day from 1900 on. */
function dayOf(year: number, month: number, day: number): Day | null {
  if (year < 1900 || month < 1 || month > 12 || day < 1 || day > 31) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

const tenDigits = /(?<![\d+])\d{3}([ -]?)\d{3}\1\d{4}(?!\d)/g
const otherNumber =
  /\b(?:id|meeting|conference|webinar|passcode|tel|telephone|phone|mobile|fax|call|dial)[\s:.#]*(?:no\.?|number)?[\s:.#]*$/i

function nhsNumberIn(text: string): string | null {
  for (const match of text.matchAll(tenDigits))
    if (isNhsNumber(match[0].replaceAll(/\D/g, '')) && !otherNumber.test(text.slice(0, match.index)))
      return match[0]
  return null
}

/**
 * Whether ten digits are an NHS number: the last is the check digit, 11 less the remainder by 11 of the sum of the
 * first nine, weighted from 10 to 2; 11 stands for 0, and 10 for no number (NHS Data Dictionary, "NHS Number").
 */
export function isNhsNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || /^(\d)\1*$/.test(digits)) return false
  const sum = Array.from(digits.slice(0, 9), Number).reduce(
    (total, digit, at) => total + digit * (10 - at),
    0,
  )
  return (11 - (sum % 11)) % 11 === Number(digits[9])
}

const insuranceNumber =
  /(?<![A-Z\d])[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![A-Z\d])/i

const insuranceNumberIn = (text: string): string | null => insuranceNumber.exec(text)?.[0] ?? null

const postcodeAreas = `AB|AL|B|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC|EH|EN|EX|FK|FY|G|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE`
const postcode = new RegExp(
  String.raw`(?<![A-Z\d])(?:${postcodeAreas})\d(?:\d|[A-Z])? ?\d[ABD-HJLNP-UW-Z]{2}(?![A-Z\d])`,
  'gi',
)
/** "Room B1 1st floor" */
const ordinal = /(?:1st|2nd|3rd|\dth)$/i

function postcodeIn(text: string): string | null {
  for (const [found] of text.matchAll(postcode)) if (!ordinal.test(found)) return found
  return null
}

// Of this century with more behind it, it is the number of a case: SA-2026-0147.
const initialsWithYear =
  /(?<![\p{L}\d.])((?:[A-Z]\.? ?){2,3})[ ,/(–-]*(?:b\.? ?)?'?(19\d\d(?!\d)|20\d\d(?!\d|[-/ ]\d))/gu

function initialsIn(text: string, today: Day): string | null {
  for (const match of text.matchAll(initialsWithYear)) {
    const [found, initials = '', year = ''] = match
    const letters = initials.replaceAll(/[. ]/g, '').toLowerCase()
    if (Number(year) <= Number(today.slice(0, 4)) && !shortForms.has(letters)) return found
  }
  return null
}
