import { certainMark, markToken } from './markWords.ts'
import type { PastMark } from './pastRegister.ts'

const pair =
  /(^|[\s,;|(/])([\p{L}\d]{1,4}|[^\p{L}\d\s,;|()=:/]{1,2}|n\/a|blank)\s*(?:=|:|–|—|-|\bmeans\b|\bis\b)\s*([^=:;|,\n)]+?)(?=\s*(?:[;|,\n).]|$|\s(?:[\p{L}\d]{1,4}|[^\p{L}\d\s])\s*[=:]))/giu

/** The part of a phrase that says a mark: "Apologies received from the agency" means apologies. */
function markOfPhrase(phrase: string): PastMark | undefined {
  const all = phrase.trim().split(/\s+/)
  for (let count = all.length; count > 0; count -= 1) {
    const found = certainMark(all.slice(0, count).join(' '))
    if (found !== undefined && (count === all.length || markToken(all.slice(0, count).join(' ')).length > 2))
      return found
  }
  return undefined
}

/**
 * The letters that a text explains, such as "P = present, A = apologies", by their tokens; an empty token for "blank".
 * Undefined where it explains none.
 */
export function readLegend(text: string): Map<string, PastMark> | undefined {
  const letters = new Map<string, PastMark>()
  for (const [, , letter = '', phrase = ''] of text.matchAll(pair)) {
    const mark = markOfPhrase(phrase)
    const token = letter.toLowerCase() === 'blank' ? '' : markToken(letter)
    // "Present: yes" explains nothing.
    if (mark !== undefined && token.length <= 4) letters.set(token, mark)
  }
  return letters.size === 0 ? undefined : letters
}
