const reference = '(?:[A-Z]{1,4}[-/.]?)?\\d{1,3}(?:\\.\\d{1,3}){0,3}[a-z]?'
const list = `(${reference}(?:(?:,\\s?|\\s?&\\s?|\\s?/\\s?|,? and |\\s?(?:-|–|to)\\s?)${reference}){0,9})`
const named =
  '(?:(?:action|actions|recommendation|recommendations|recs?|points?|items?|sections?|numbers?|nos?|no\\.)\\s)?'
const pointers = new RegExp(
  `\\b(?:see|refer to|refers to|cf\\.?|as per|as in|as at|as for|same as|links? to|linked to|covered (?:by|in|under)|duplicate of|included in|merged with)\\s(?:also\\s)?(?:above\\s)?${named}${list}(?![\\d%/]|\\.\\d|\\s(?:days?|weeks?|months?|years?|per)\\b)`,
  'gi',
)
const asNumber = new RegExp(`^as\\s(?:above\\s)?${named}${list}(?:\\sabove|\\sbelow)?[.\\s]*$`, 'i')

/** How far into a title cross-references are looked for. */
const lookedAt = 2000

/**
 * The references that a title points to: "See 12.1 above", "as 3.2", "refer to action 4". Pointers to
 * appendices, pages and sentences such as "see 12 people" are none.
 */
export function seeAlsoIn(title: string): string[] {
  const text = title.slice(0, lookedAt)
  const found: string[] = []
  for (const match of [
    ...text.matchAll(pointers),
    ...[asNumber.exec(text.trim())].filter((one) => one !== null),
  ]) {
    const after = text.slice(match.index + match[0].length)
    const isWholeTitle = match.index < 3 && /^\s*(?:above|below|and|\.|$)/i.test(after)
    const saysWhat = /action|rec|point|item|section|number|\bno/i.test(match[0])
    for (const one of (match[1] ?? '').match(new RegExp(reference, 'g')) ?? []) {
      // A bare figure is a reference only where the title says so, or holds nothing else.
      if (!/\./.test(one) && !/^[A-Z]/.test(one) && !isWholeTitle && !saysWhat) continue
      if (!found.includes(one)) found.push(one)
    }
  }
  return found
}
