import type { Day } from '../../board/dates.ts'
import type { FieldMessage } from '../../organisation/checkText.ts'
import { looksLike } from '../strategy/caseReference.ts'
import { personalDetailIn } from '../strategy/personalDetail.ts'

const roles = [
  'adult(?: at risk)?',
  'child',
  'young person',
  'patient',
  'service user',
  'victim',
  'mother',
  'mum',
  'father',
  'dad',
  '(?:step|grand)(?:mother|father|son|daughter|child)',
  'son',
  'daughter',
  'sister',
  'brother',
  'wife',
  'husband',
  'widow(?:er)?',
  'aunt',
  'uncle',
  'niece',
  'nephew',
  'cousin',
  'relative',
  'next of kin',
  'family member',
].join('|')

/** "Robin Ash (mother)", "Robin Ash, the adult’s brother": who somebody is in a case, behind a name. */
const roleBehind = new RegExp(
  String.raw`(?:[(,]|\s[–—-])\s*(?:(?:the|an?|her|his|their)\s+)?(?:(?:${roles})['’]s\s+)?(?:${roles})(?:\s+(?:of|to)\b.*)?[\s)]*$`,
  'iu',
)
/** "The adult, Robin Ash", "mother of Robin Ash" */
const roleBefore = new RegExp(String.raw`^\s*(?:the\s+|an?\s+)?(?:${roles})(?:\s+(?:of|to))?[\s:,–—-]`, 'iu')
const words = new RegExp(
  String.raw`\b(?:the|an?|her|his|their|of|to|in|law|${roles})(?:['’]s)?(?![\p{L}])`,
  'giu',
)

/**
 * Checks that a guest of a meeting is not written down as the adult or the child whom it is about, or as their family,
 * beside a name; nor with what tells who somebody is. Every guest has a name, so that a name alone says nothing. It
 * notices slips, no more.
 *
 * @param today the day in the United Kingdom.
 */
export function checkGuestName(
  { name, organisation }: { name: string; organisation: string },
  today: Day,
): FieldMessage[] {
  const found = Object.entries({ name, organisation }).flatMap(([field, text]) => {
    const detail = personalDetailIn(text, today)
    if (!detail || detail.kind === 'NAME') return []
    return [{ field, message: `${looksLike(detail)} Leave it out: the name of the guest is enough.` }]
  })
  if (found.length > 0) return found
  if ((roleBehind.test(name) || roleBefore.test(name)) && hasName(name)) return [refusal('name', name)]
  const both = `${name.trim()} (${organisation.trim()})`
  return roleBehind.test(`(${organisation})`) && hasName(name) ? [refusal('organisation', both)] : []
}

/** “The adult” and “Mother of the child” name nobody. */
const hasName = (text: string) => /\p{Lu}/u.test(text.replaceAll(words, ''))

const refusal = (field: string, text: string): FieldMessage => ({
  field,
  message: `“${text.trim()}” may say who the adult or the child is, or somebody of their family. Write it without a name, such as “The adult” or “A relative”.`,
})
