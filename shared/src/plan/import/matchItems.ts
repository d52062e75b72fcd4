import { plainForm, wordsOf } from './phrases.ts'

/** An area or action as far as two versions of a document can be told to mean the same one. */
export interface Matchable {
  reference: string
  title: string
  /** The title of the area in which it stands; empty for an area. */
  within?: string
}

/** From this share of common words on, two titles are taken for two wordings of one. */
const alike = 0.6
/** With the same reference a title may change more; below this share it is another item under an old number. */
const alikeUnderOneReference = 0.2
/** By how much the same reference counts for a pair, beside the share of common words. */
const worthOfReference = 0.25

/**
 * Finds for each item of the newer list the one of the older that it stands for, each at most once. The same title
 * comes first, under whatever number; then the pairs whose titles are most alike, where the same number helps.
 *
 * @returns the index in `older` by the index in `newer`; items without a partner are left out.
 */
export function matchItems(older: readonly Matchable[], newer: readonly Matchable[]): Map<number, number> {
  const found = new Map<number, number>()
  const taken = new Set<number>()
  const take = (newerIndex: number, olderIndex: number): void => {
    found.set(newerIndex, olderIndex)
    taken.add(olderIndex)
  }
  const match = (keyOf: (item: Matchable) => string): void => {
    const places = placesBy(older, (item) => [keyOf(item)])
    for (const [index, item] of newer.entries()) {
      if (found.has(index)) continue
      const place = places.get(keyOf(item))?.find((each) => !taken.has(each))
      if (place !== undefined) take(index, place)
    }
  }
  const title = (item: Matchable): string => plainForm(item.title)
  const reference = (item: Matchable): string => plainForm(item.reference)
  const within = (item: Matchable): string => plainForm(item.within ?? '')
  match((item) => `${within(item)}|${reference(item)}|${title(item)}`)
  match((item) => `${within(item)}|${title(item)}`)
  match((item) => `${reference(item)}|${title(item)}`)
  match(title)

  const rest = {
    older: [...older.keys()].filter((index) => !taken.has(index)),
    newer: [...newer.keys()].filter((index) => !found.has(index)),
  }
  for (const pair of alikePairs(older, newer, rest))
    if (!taken.has(pair.olderIndex) && !found.has(pair.newerIndex)) take(pair.newerIndex, pair.olderIndex)
  return found
}

interface Pair {
  newerIndex: number
  olderIndex: number
  worth: number
}

/** The pairs that are alike enough, the most alike first. */
function alikePairs(
  older: readonly Matchable[],
  newer: readonly Matchable[],
  rest: { older: readonly number[]; newer: readonly number[] },
): Pair[] {
  const words = (item: Matchable | undefined): Set<string> => new Set(wordsOf(plainForm(item?.title ?? '')))
  const oldWords = new Map(rest.older.map((index) => [index, words(older[index])]))
  const byWord = placesBy(rest.older, (index) => [...(oldWords.get(index) ?? [])])
  const byReference = placesBy(rest.older, (index) => [plainForm(older[index]?.reference ?? '')])
  const pairs: Pair[] = []
  for (const newerIndex of rest.newer) {
    const mine = words(newer[newerIndex])
    const reference = plainForm(newer[newerIndex]?.reference ?? '')
    const namesakes = new Set(
      reference === '' ? [] : byReference.get(reference)?.map((place) => rest.older[place]),
    )
    // Titles that are alike share one of the rarer words of each: this keeps all from being compared with all.
    const rarest = [...mine].toSorted((a, b) => (byWord.get(a)?.length ?? 0) - (byWord.get(b)?.length ?? 0))
    const enough = mine.size - Math.ceil((alike / (2 - alike)) * mine.size) + 1
    const candidates = new Set([
      ...namesakes,
      ...rarest.slice(0, enough).flatMap((word) => byWord.get(word)?.map((place) => rest.older[place]) ?? []),
    ])
    for (const olderIndex of candidates) {
      if (olderIndex === undefined) continue
      const share = commonShare(mine, oldWords.get(olderIndex) ?? new Set())
      const isNamesake = namesakes.has(olderIndex)
      if (share >= (isNamesake ? alikeUnderOneReference : alike))
        pairs.push({ newerIndex, olderIndex, worth: share + (isNamesake ? worthOfReference : 0) })
    }
  }
  return pairs.toSorted((a, b) => b.worth - a.worth)
}

function placesBy<Item>(
  items: readonly Item[],
  keysOf: (item: Item) => readonly string[],
): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const [place, item] of items.entries()) {
    for (const key of keysOf(item)) {
      const known = places.get(key)
      if (known) known.push(place)
      else places.set(key, [place])
    }
  }
  return places
}

/** Twice the common words by all words of both (Sørensen and Dice): 1 for the same words, 0 for none in common. */
function commonShare(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 1
  let common = 0
  for (const word of a) if (b.has(word)) common += 1
  return (2 * common) / (a.size + b.size)
}
