import { spellingAlike } from './editDistance.ts'
import { matchPerson } from './matchPeople.ts'

/** An agency of the board, with the people who hold its seats. */
export interface KnownAgency {
  id: string
  name: string
  /** Holders and deputies of its seats, today's and earlier ones. */
  people: readonly string[]
}

/** An agency that the words of a list may mean. */
export interface AgencySuggestion {
  id: string
  name: string
  /** From 0 to 1. Only 1 is certain: the same name, and no other agency has it. */
  score: number
  /** Why, as short sentences. */
  reasons: string[]
}

/** Below this score a suggestion says too little. */
const leastScore = 0.4
const mostSuggestions = 5

/** What letters stand for in the names of agencies. */
const writtenOut: Record<string, string> = {
  icb: 'integrated care board',
  ics: 'integrated care system',
  ccg: 'clinical commissioning group',
  ft: 'foundation trust',
  asc: 'adult social care',
  csc: 'children social care',
  cc: 'county council',
  bc: 'borough council',
  dc: 'district council',
  mbc: 'metropolitan borough council',
  lbc: 'london borough council',
  cvs: 'council voluntary service',
  vcs: 'voluntary community sector',
  vcfse: 'voluntary community faith social enterprise',
  frs: 'fire rescue service',
  las: 'london ambulance service',
  met: 'metropolitan police',
  dwp: 'department work pensions',
  ha: 'housing association',
}

/** Words that many agencies have, and that tell little. */
const common = new Set(
  'council nhs trust foundation service services board care police constabulary group partnership association county city borough district metropolitan health social adult adults children integrated fire rescue and'.split(
    ' ',
  ),
)
const idle = new Set('the of and for in a ltd limited plc cic'.split(' '))

const plainWords = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’'.]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !idle.has(word))

const expand = (words: readonly string[]): string[] =>
  words
    .flatMap((word) => writtenOut[word]?.split(' ') ?? [word])
    .map((word) => (word.length > 4 ? word.replace(/s$/, '') : word))

const weight = (word: string): number => (common.has(word) || common.has(`${word}s`) ? 0.35 : 1)

/** The share of words that two names have in common; words that many agencies have count less. */
function overlap(one: readonly string[], other: readonly string[]): number {
  const [a, b] = [new Set(one), new Set(other)]
  const sum = (words: Iterable<string>): number => [...words].reduce((total, word) => total + weight(word), 0)
  const shared = sum([...a].filter((word) => b.has(word)))
  return shared === 0 ? 0 : shared / sum(new Set([...a, ...b]))
}

/**
 * The agencies that the words of a list may mean, the likeliest first, at most five. Nothing below 1 is certain: a
 * person has to say so.
 *
 * @param names the people who stand beside these words in the list.
 */
export function matchAgencies(
  words: string,
  names: readonly string[],
  agencies: readonly KnownAgency[],
): AgencySuggestion[] {
  const mine = plainWords(words)
  const found = agencies
    .map((agency) => scoreOf(mine, names, agency))
    .filter(({ score }) => score >= leastScore)
    .toSorted((a, b) => b.score - a.score || a.name.localeCompare(b.name, 'en-GB'))
    .slice(0, mostSuggestions)
  const namesakes = found.filter(({ score }) => score === 1)
  // Two agencies of one name: which of them is a person's to say.
  return namesakes.length > 1 ? found.map((each) => ({ ...each, score: Math.min(each.score, 0.95) })) : found
}

function scoreOf(mine: readonly string[], names: readonly string[], agency: KnownAgency): AgencySuggestion {
  const theirs = plainWords(agency.name)
  const reasons: string[] = []
  let score = 0
  const because = (worth: number, reason: string): void => {
    score = Math.max(score, worth)
    reasons.push(reason)
  }
  const [one, other] = [mine.join(' '), theirs.join(' ')]
  const [wide, wideOther] = [expand(mine), expand(theirs)]
  if (mine.length > 0 && one === other) because(1, 'The same name.')
  else if (mine.length > 0 && wide.join(' ') === wideOther.join(' '))
    because(0.95, 'The same name, once its letters are written out.')
  else if (mine.length > 0) {
    if (isInitials(mine, theirs)) because(0.85, 'Its first letters.')
    const share = overlap(wide, wideOther)
    if (wide.every((word) => wideOther.includes(word)))
      because(Math.max(0.65, share * 0.9), 'Its words are all part of the name.')
    else if (share > 0) because(share * 0.9, 'They have words in common.')
    const spelt = spellingAlike(one.slice(0, 100), other.slice(0, 100))
    if (spelt >= 0.75) because(spelt * 0.95, 'Nearly the same spelling.')
  }
  const holder = agency.people.find((person) => names.some((name) => matchPerson(name, person).score === 1))
  if (holder !== undefined) {
    because(0.9, `${holder} holds or deputises for a seat of it.`)
    // Two signs that have nothing to do with each other.
    if (reasons.length > 1) score = Math.max(score, 0.97)
  }
  return { id: agency.id, name: agency.name, score: Math.round(score * 100) / 100, reasons }
}

/** Whether words hold the first letters of a name: "DCC" or "Dalby CC" of "Dalby County Council". */
function isInitials(mine: readonly string[], theirs: readonly string[]): boolean {
  const letters = theirs.map((word) => word[0] ?? '').join('')
  const [only] = mine
  if (mine.length === 1 && only !== undefined)
    return only.length > 1 && (only === letters || (only.length > 2 && letters.startsWith(only)))
  const last = mine.at(-1) ?? ''
  const start = mine.slice(0, -1)
  return (
    last.length > 1 &&
    start.every((word, index) => word === theirs[index]) &&
    letters.slice(start.length) === last
  )
}
