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

/** A piece of a text: plain words, or the words of one reference. */
export type TextPiece = { text: string; reference?: string }

/** Takes a text apart where it refers to something: "See ", "12.1", " above". The pieces together are the text. */
export function piecesOfText(text: string): TextPiece[] {
  const pieces: TextPiece[] = []
  let from = 0
  for (const { number, at } of placesIn(text)) {
    if (at > from) pieces.push({ text: text.slice(from, at) })
    pieces.push({ text: number, reference: number })
    from = at + number.length
  }
  return from < text.length ? [...pieces, { text: text.slice(from) }] : pieces
}

/**
 * The references that a title points to: "See 12.1 above", "as 3.2", "refer to action 4". Pointers to
 * appendices, pages and sentences such as "see 12 people" are none.
 */
export function seeAlsoIn(title: string): string[] {
  return [...new Set(placesIn(title.slice(0, lookedAt)).map(({ number }) => number))]
}

/** The references in a text and where each begins, in their order. */
function placesIn(text: string): { number: string; at: number }[] {
  const found = new Map<number, string>()
  const whole = asNumber.exec(text.trim())
  if (whole) whole.index = text.indexOf(whole[0])
  for (const match of [...text.matchAll(pointers), ...(whole ? [whole] : [])]) {
    const after = text.slice(match.index + match[0].length)
    const isWholeTitle = match.index < 3 && /^\s*(?:above|below|and|\.|$)/i.test(after)
    const saysWhat = /action|rec|point|item|section|number|\bno/i.test(match[0])
    const listed = match[1] ?? ''
    const listAt = match.index + match[0].indexOf(listed)
    for (const one of listed.matchAll(new RegExp(reference, 'g'))) {
      // A bare figure is a reference only where the title says so, or holds nothing else.
      if (!/\./.test(one[0]) && !/^[A-Z]/.test(one[0]) && !isWholeTitle && !saysWhat) continue
      found.set(listAt + one.index, one[0])
    }
  }
  return [...found].map(([at, number]) => ({ number, at })).toSorted((one, other) => one.at - other.at)
}
