import type { Day } from '../../board/dates.ts'
import type { FieldMessage } from '../../organisation/checkText.ts'
import { businessWords } from './knownWords.ts'
import { plainOf } from './nameIn.ts'
import { personalDetailIn } from './personalDetail.ts'
import type { PersonalDetail, PersonalDetailKind } from './personalDetail.ts'
import { familyNames, familyNamesThatAreWords, firstNames, firstNamesThatAreWords } from './personNames.ts'

/** How long a case reference may be, in characters. */
export const longestReference = 40

const example = 'such as SA-2026-0147'

/**
 * Checks the reference under which a case is known, the only thing that a strategy meeting says about whom it is.
 * Letters, digits, dashes and slashes with a number among them; nothing that may tell who somebody is.
 *
 * @param today the day in the United Kingdom.
 */
export function checkCaseReference(reference: string, today: Day): FieldMessage[] {
  const refuse = (message: string) => [{ field: 'caseReference', message }]
  const text = reference.trim()
  if (text === '') return refuse(`Enter the reference of the case, ${example}.`)
  if (text.length > longestReference)
    return refuse(`The reference must be ${longestReference} characters or fewer.`)
  const detail = personalDetailIn(text, today)
  if (detail) return refuse(`${looksLike(detail)} Enter the reference of the case, ${example}.`)
  if (!/^[A-Za-z\d/-]+$/.test(text))
    return refuse(`A reference has only letters, digits, dashes and slashes, ${example}.`)
  const name = text.match(/[A-Za-z]+/g)?.find(mayBeName)
  if (name !== undefined)
    return refuse(`“${name}” may be somebody's name. Enter the reference of the case without it, ${example}.`)
  if (!/\d/.test(text)) return refuse(`A reference has a number in it, ${example}.`)
  if (mayBeBirthYear(text, today))
    return refuse(
      `“${text}” may be initials with a year of birth. Enter the reference of the case with its number, ${example}.`,
    )
  return []
}

/** Letters of a reference that are in the lists of names, or too many for a short form. */
function mayBeName(letters: string): boolean {
  const plain = plainOf(letters)
  if (plain.length < 3 || businessWords.has(plain)) return false
  return (
    plain.length > 6 ||
    [firstNames, firstNamesThatAreWords, familyNames, familyNamesThatAreWords].some((names) =>
      names.has(plain),
    )
  )
}

/** "JS-2019" and "JS2019": two or three letters and a year alone. */
function mayBeBirthYear(text: string, today: Day): boolean {
  const [, year] = /^[A-Z]{2,3}[-/]?((?:19|20)\d\d)$/i.exec(text) ?? []
  return year !== undefined && Number(year) <= Number(today.slice(0, 4))
}

/**
 * Checks the texts of a strategy meeting, field by field: each is refused with the first thing in it that may tell who
 * somebody is.
 *
 * @param texts by the names of their fields.
 * @param today the day in the United Kingdom.
 */
export function checkNamesNobody(
  texts: Readonly<Record<string, string | null | undefined>>,
  today: Day,
): FieldMessage[] {
  return Object.entries(texts).flatMap(([field, text]) => {
    const detail = text ? personalDetailIn(text, today) : null
    return detail ? [{ field, message: `${looksLike(detail)} ${instead[detail.kind]}` }] : []
  })
}

const called: Record<PersonalDetailKind, string> = {
  DATE_OF_BIRTH: 'a date of birth',
  NHS_NUMBER: 'an NHS number',
  INSURANCE_NUMBER: 'a National Insurance number',
  POSTCODE: 'a postcode',
  INITIALS: 'initials with a year of birth',
  NAME: "somebody's name",
}

/** “GU1 1AA” looks like a postcode. */
export function looksLike({ kind, words }: PersonalDetail): string {
  return `“${words}” looks like ${called[kind]}.`
}

const leaveOut = 'Leave it out: the reference of the case is enough.'
const instead: Record<PersonalDetailKind, string> = {
  DATE_OF_BIRTH: leaveOut,
  NHS_NUMBER: leaveOut,
  INSURANCE_NUMBER: leaveOut,
  INITIALS: leaveOut,
  POSTCODE: 'It can show where somebody lives. Write the building and the town.',
  NAME: 'Write “the adult” or “the child”, or a post such as “the social worker”. If it is a place, add what it is, such as “House” or “Street”.',
}
