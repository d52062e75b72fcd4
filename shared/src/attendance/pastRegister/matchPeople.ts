import { spellingAlike } from './editDistance.ts'
import { nameWords } from './personName.ts'

/** How sure it is that two names are one person's: 1 for the same name, 0 for none. */
export interface PersonMatch {
  score: number
  reason: string
}

const none: PersonMatch = { score: 0, reason: '' }

/** Compares two names: "J. Okafor" may be Jane Okafor, and "Jayne Okafor" may be misspelt. Only 1 is certain. */
export function matchPerson(name: string, known: string): PersonMatch {
  const [mine, theirs] = [nameWords(name), nameWords(known)]
  if (mine.length === 0 || theirs.length === 0) return none
  if (mine.join(' ') === theirs.join(' ')) return { score: 1, reason: 'The same name.' }
  if (mine.toSorted().join(' ') === theirs.toSorted().join(' '))
    return { score: 0.95, reason: 'The same name in another order.' }
  const [first = '', last = ''] = [mine[0], mine.at(-1)]
  const [firstOther = '', lastOther = ''] = [theirs[0], theirs.at(-1)]
  if (last === lastOther && mine.length > 1) {
    if (first === firstOther) return { score: 0.9, reason: 'The same first and family name.' }
    const [short, long] = first.length < firstOther.length ? [first, firstOther] : [firstOther, first]
    if (short.length === 1 && long.startsWith(short))
      return { score: 0.85, reason: 'The same family name and first letter.' }
    if (short.length > 2 && long.startsWith(short))
      return { score: 0.85, reason: 'The same family name, a short first name.' }
  }
  if (mine.length === 1 && (mine[0] === firstOther || mine[0] === lastOther))
    return { score: 0.6, reason: 'One of the two names.' }
  const spelt = spellingAlike(mine.join(' '), theirs.join(' '))
  return spelt >= 0.8 ? { score: Math.round(spelt * 90) / 100, reason: 'Nearly the same spelling.' } : none
}
