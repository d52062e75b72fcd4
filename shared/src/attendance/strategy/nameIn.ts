import { businessWords, holyAndRoyal, placeWords } from './knownWords.ts'
import { familyNames, familyNamesThatAreWords, firstNames, firstNamesThatAreWords } from './personNames.ts'

interface Word {
  text: string
  /** In lower case and without accents, as it stands in the lists. */
  plain: string
  isCapitalised: boolean
  at: number
  end: number
  /** What stands between the word before and this one. */
  gap: string
}

/** The first words of a text that look like a person's name; null where nothing does. */
export function nameIn(text: string): string | null {
  const words = wordsIn(text)
  for (const [at, word] of words.entries()) {
    const length = nameAt(words, at, text)
    if (length === 0) continue
    const last = words[at + length - 1] ?? word
    return text.slice(word.at, last.end)
  }
  return null
}

function wordsIn(text: string): Word[] {
  let end = 0
  return [...text.matchAll(/\p{L}[\p{L}\p{M}]*(?:['’]\p{L}{2,}[\p{L}\p{M}]*)?/gu)].map((match) => {
    const [word] = match
    const before = end
    end = match.index + word.length
    return {
      text: word,
      plain: plainOf(word),
      isCapitalised: /^\p{Lu}/u.test(word),
      at: match.index,
      end,
      gap: text.slice(before, match.index),
    }
  })
}

/** A word as it stands in the lists. */
export function plainOf(word: string): string {
  return word
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ł', 'l')
    .replaceAll('’', "'")
}

/** How many words from `at` on are a name; 0 where none begins there. */
function nameAt(words: readonly Word[], at: number, text: string): number {
  const word = words[at]
  if (!word) return 0
  const next = beside(words, at)
  if (isHonorific(word) && next && isOwnWord(next) && !isPlace(words, at + 1))
    return familyAfter(words, at, 2)
  if (isPlace(words, at) || isAfterHoly(words, at)) return 0
  if (firstNames.has(word.plain)) return next && (isFamily(next) || isInitial(next)) ? 2 : 1
  if (next && firstNamesThatAreWords.has(word.plain) && word.isCapitalised && isFamily(next)) return 2
  if (next && isInitialBeforeFamily(words, at)) return 2
  const following = words[at + 1]
  if (isSureFamily(word)) {
    if (following && isInitial(following) && /^, ?$| $/.test(following.gap) && endsThere(text, following))
      return 2
    if (next && relations.has(next.plain) && !next.isCapitalised) return 1
    if (next && next.gap === '-' && isFamily(next)) return 2
  }
  if (next && isOwnWord(word) && isSureFamily(next) && !isAfterHoly(words, at + 1)) return 2
  return introducedAt(words, at)
}

/** "mother Jaroslava", "Re: Jaroslav Novotny": names of no list, with what introduces them. */
function introducedAt(words: readonly Word[], at: number): number {
  const [word, next] = [words[at], words[at + 1]]
  if (!word || !next || !/^[ \t]*[:-]?[ \t]+$/.test(next.gap)) return 0
  if (!isOwnWord(next) || isPlace(words, at + 1)) return 0
  const second = beside(words, at + 1)
  const isTwo = second !== null && isOwnWord(second)
  if (relatives.has(word.plain)) return isTwo ? 3 : 2
  return introductions.has(word.plain) && isTwo ? 3 : 0
}

const familyAfter = (words: readonly Word[], at: number, length: number): number => {
  const third = beside(words, at + 1)
  return third && isFamily(third) ? length + 1 : length
}

const honorifics = new Set(['mr', 'mrs', 'miss', 'ms', 'mx', 'dr', 'master', 'prof', 'professor'])

const isHonorific = ({ plain, text }: Word) => honorifics.has(plain) && text !== 'MS'

/** The word right behind, with a space, a full stop of an abbreviation or a hyphen between the two. */
function beside(words: readonly Word[], at: number): Word | null {
  const [word, next] = [words[at], words[at + 1]]
  if (!word || !next) return null
  if (/^[ \t]+$|^-$/.test(next.gap)) return next
  return /^\. ?$/.test(next.gap) && (word.text.length === 1 || isHonorific(word)) ? next : null
}

/** After these one word is a name; after those below, "Regarding Milton" may be a place. */
const relatives = new Set(
  'mother father son daughter brother sister wife husband mum dad grandmother grandfather aunt uncle niece nephew named'.split(
    ' ',
  ),
)
const introductions = new Set(
  're regarding concerning child adult patient resident client subject name'.split(' '),
)

const relations = new Set(
  'family siblings brothers sisters children twins household case baby boys girls'.split(' '),
)

/** A word with a capital letter that belongs to nothing that we know: no business of a board, no place, no short form. */
function isOwnWord({ plain, text, isCapitalised }: Word): boolean {
  const isShortForm = text.length <= 5 && text === text.toUpperCase()
  return (
    isCapitalised && text.length > 1 && !isShortForm && !businessWords.has(plain) && !placeWords.has(plain)
  )
}

const irish = /^(?:O['’]|Mc|Mac)\p{Lu}\p{Ll}+$/u

/** A family name that is nothing else. */
const isSureFamily = ({ plain, text, isCapitalised }: Word): boolean =>
  irish.test(text) || (isCapitalised && familyNames.has(plain))

/** What a family name may be beside a first name. */
const isFamily = (word: Word): boolean =>
  isSureFamily(word) ||
  familyNames.has(word.plain) ||
  (word.isCapitalised && familyNamesThatAreWords.has(word.plain) && !placeWords.has(word.plain))

const isInitial = ({ text, isCapitalised }: Word): boolean => text.length === 1 && isCapitalised

/** "Room B. Page": the letter belongs to what stands before it. */
const lettered = new Set(
  'adult child room block ward annex annexe appendix section team unit floor hall flat plan type group class option part grade band level item stage person'.split(
    ' ',
  ),
)

function isInitialBeforeFamily(words: readonly Word[], at: number): boolean {
  const [before, word, next] = [words[at - 1], words[at], beside(words, at)]
  if (!word || !next || !isInitial(word) || next.gap === '-') return false
  if (before && lettered.has(before.plain) && /^\s+$/.test(word.gap) && next.gap.startsWith('.')) return false
  if (isSureFamily(next)) return true
  const isArticle = word.text === 'A' || word.text === 'I'
  return !isArticle && next.gap.startsWith('.') && isFamily(next)
}

const endsThere = (text: string, { end }: Word): boolean => !/^['’\p{L}\d/]/u.test(text.slice(end))

/** Whether a word stands in the name of a place or an agency: within four words, one says so. */
function isPlace(words: readonly Word[], at: number): boolean {
  const first = words[at]
  if (!first) return false
  for (let other = at + 1; other <= at + 4; other += 1) {
    const word = words[other]
    if (!word || !/^(?:['’]s?)?[ \t]+$|^-$|^['’]$|^\. ?$/.test(word.gap)) return false
    if (placeWords.has(word.plain) && (word.isCapitalised || !first.isCapitalised)) return true
    if (businessWords.has(word.plain) && word.isCapitalised) return false
  }
  return false
}

function isAfterHoly(words: readonly Word[], at: number): boolean {
  const [before, word] = [words[at - 1], words[at]]
  return (
    before !== undefined && word !== undefined && holyAndRoyal.has(before.plain) && /^\.? $/.test(word.gap)
  )
}
