/** What is wrong with one field, and what to do. */
export interface FieldMessage {
  field: string
  message: string
}

/** How long names and reasons may be, in characters. */
export const textLimits = { name: 200, reason: 500 } as const

// Anything that is neither seen nor a space, a tab or the end of a line.
const unseen = /[\p{Cc}--[\t\n\r]]/v
const lineEnd = /[\n\r]/

/** Checks a name that has to be given, in one line. `what` completes "Enter …", such as "the name of the board". */
export function checkName(field: string, value: string, what: string): FieldMessage[] {
  return checkText(field, value, what, textLimits.name, lineEnd.test(value.trim()))
}

/** Checks a reason that has to be given. `what` completes "Enter …", such as "why you give this role". */
export function checkReason(field: string, value: string, what: string): FieldMessage[] {
  return checkText(field, value, what, textLimits.reason, false)
}

function checkText(
  field: string,
  value: string,
  what: string,
  most: number,
  broken: boolean,
): FieldMessage[] {
  const text = value.trim()
  if (text === '') return [{ field, message: `Enter ${what}.` }]
  if (text.length > most) {
    return [{ field, message: `This has ${text.length} characters. Shorten it to ${most} or fewer.` }]
  }
  if (broken || unseen.test(text)) {
    return [{ field, message: 'This has a character in it that cannot be seen. Type it again.' }]
  }
  return []
}
