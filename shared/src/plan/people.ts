import { lacksEnd, mustGoOn, startsLower, wordsOf } from './import/phrases.ts'
import { isStatusPhrase } from './import/statusWords.ts'

const postWords = new Set(
  'head heads director directors manager managers officer officers lead leads leader leaders chair chairs chairman chairperson coordinator co-ordinator coordinators co-ordinators team teams nurse nurses doctor gp gps chief deputy assistant principal senior executive executives adviser advisor advisers advisors secretary clerk board boards committee group groups subgroup sub-group unit department dept directorate superintendent inspector sergeant constable commander commissioner commissioners consultant practitioner practitioners worker workers supervisor administrator solicitor accountant analyst partner partners governor headteacher headteachers councillor cllr mayor member members provider providers matron registrar treasurer president agencies agency council trust police nhs pct ccg icb lscb lsab sab ambulance fire probation healthwatch cqc staff all service services'.split(
    ' ',
  ),
)

const postStarts =
  /^(?:the )?(?:interim |acting |joint |group |vice |area |regional |district |service |clinical |medical |named |designated )?(?:head|director|assistant|deputy|chief|manager|lead|leader|chair|vice|principal|senior|executive|strategic|officer|team|consultant|service manager|commissioner|coordinator|co-ordinator|dci|dcc|acc|dsu|supt|superintendent|inspector|nurse|doctor|clerk|secretary|ad|doasc?|dass|ceo|cfo|coo|cllr|councillor|all|partner)s?\b/i

const agencies =
  /^(?:the )?(?:police|nhs|pct|pcts|ccg|icb|council|fire|fire service|ambulance|probation|housing|education|health|social care|adult social care|children's services|healthwatch|cqc|lsab|sab|lscb|hr|legal|finance|it|voluntary sector|third sector|nhs trust|acute trust|schools|gps|providers|care homes|partners|all agencies|all partners|adult services|public health|commissioning|communications)$/i

const initials = /^[A-Z]{1,5}(?:[a-z][A-Z]{1,2})?(?:-[A-Z]{1,2})?$/
const isInitials = (text: string): boolean => /^[A-Z]{2,5}(?:[a-z][A-Z]{1,2})?(?:-[A-Z]{1,2})?$/.test(text)
/** "Jane Smith", "J. Smith", "Dr Jane O'Neill-Smith". */
const personalName =
  /^(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Cllr|Sir|Dame|Lady|Lord|Rev)\.? )?(?:\p{Lu}[\p{L}'’]*\.? ){1,2}(?:(?:de|van|von|der|la) )?\p{Lu}[\p{L}'’]+(?:-\p{Lu}[\p{L}'’]+)?$/u

const isPost = (text: string): boolean =>
  wordsOf(text.toLowerCase()).some((word) => postWords.has(word.replace(/[^a-z-]/g, '')))

const isName = (text: string): boolean => personalName.test(text) && !isPost(text)

/** Whether a text could stand alone as a person, post or agency. */
export function isPerson(text: string): boolean {
  const trimmed = text.trim().replace(/[.,;]$/, '')
  if (trimmed === '' || trimmed.length > 120 || startsLower(trimmed)) return false
  if (wordsOf(trimmed).length > 12 || isStatusPhrase(trimmed)) return false
  return isInitials(trimmed) || agencies.test(trimmed) || personalName.test(trimmed) || isPost(trimmed)
}

/** Whether a cell holds people, posts or agencies and nothing else, as far as words can tell. */
export function isPeople(text: string): boolean {
  if (text.length > 300 || /[.!?]\s/.test(text.replace(/\b[A-Z]\.\s/g, ' '))) return false
  const parts = text.split(/[\n;,/]|\s(?:and|&)\s/).filter((part) => part.trim() !== '')
  return parts.length > 0 && parts.filter(isPerson).length * 2 > parts.length
}

/** Ends a part after "- AB" where a capital follows: "Head of Care - AB Head of Homes - CD". */
function splitAfterInitials(text: string): string[] {
  const words = wordsOf(text)
  const parts: string[] = []
  let start = 0
  words.forEach((word, index) => {
    const next = words[index + 1]
    const isEnd = initials.test(word) && /^[-–]$/.test(words[index - 1] ?? '')
    if (!isEnd || next === undefined || !/^\p{Lu}/u.test(next) || index - start < 2) return
    parts.push(words.slice(start, index + 1).join(' '))
    start = index + 1
  })
  parts.push(words.slice(start).join(' '))
  // "Smith - PCT Lead" is one person.
  return parts.every((part) => part.split(' ').length > 1) ? parts : [words.join(' ')]
}

function splitAtSlash(text: string): string[] {
  if (/\s\/\s/.test(text)) return text.split(/\s\/\s/)
  const parts = text.split('/')
  const isList =
    parts.every((part) => isInitials(part.trim())) ||
    parts.every((part) => part.trim().includes(' ')) ||
    (parts.every((part) => isPerson(part) && !isInitials(part.trim())) &&
      parts.some((part) => part.trim().includes(' '))) ||
    // "Hospital Manager/ASC", and not "Assistant Director OP/PD".
    parts.every((part, index) => endsAsPost(part.trim()) || (index > 0 && isInitials(part.trim())))
  return isList ? parts : [text]
}

const endsAsPost = (text: string): boolean =>
  agencies.test(text) || (/^\p{Lu}/u.test(text) && postWords.has((wordsOf(text).at(-1) ?? '').toLowerCase()))

const areAlike = (parts: readonly string[]): boolean =>
  [isInitials, isName, isPostOrAgency].some((test) => parts.every((part) => test(part.trim())))

/** A post that is whole: it starts as one, or ends in the word for it ("Training Manager"). */
function isPostOrAgency(text: string): boolean {
  if (agencies.test(text) || postStarts.test(text)) return true
  const last = wordsOf(text.replace(/\s*\([^()]*\)$/, '').replace(/\s[-–]\s\S+$/, '')).at(-1)
  return (
    last !== undefined && /^\p{Lu}/u.test(text) && postWords.has(last.toLowerCase().replace(/[^a-z-]/g, ''))
  )
}

/** "Head of Care, Head of Homes" and "AB, CD"; not "Head of Adults, Health and Housing" nor "Ann Fell, Head of Care". */
function splitAtComma(text: string): string[] {
  const parts = text.split(/,\s*/).filter((part) => part.trim() !== '')
  if (parts.length < 2) return [text]
  const pieces = parts.flatMap(splitAtAnd)
  // "Director of Adults, Health and Housing": what one person directs.
  const isReach = (part: string): boolean => agencies.test(part.trim()) && !postStarts.test(part.trim())
  if (/\bof\b/.test(parts[0] ?? '') && pieces.slice(1).some(isReach)) return [text]
  if (areAlike(pieces)) return parts
  // A list of three or more short names of agencies or teams.
  const areShort = pieces.every((part) => /^\p{Lu}/u.test(part.trim()) && wordsOf(part).length <= 4)
  return areShort && parts.length > 2 && !/\bof\b/.test(text) ? parts : [text]
}

/** "Ann Fell and Bo Ray", "Head of Care & Head of Homes"; not "Head of Assessment and Care Management". */
function splitAtAnd(text: string): string[] {
  const parts = text.split(/\s+(?:and|&|\+)\s+/)
  if (parts.length < 2) return [text]
  const whole: string[] = []
  const marks = [...text.matchAll(/\s+(?:and|&|\+)\s+/g)].map(([mark]) => mark)
  parts.forEach((part, index) => {
    const before = whole.at(-1)
    const isNew =
      before === undefined ||
      (isInitials(before) && isInitials(part)) ||
      (isName(before) && isName(part)) ||
      (agencies.test(before) && agencies.test(part)) ||
      ((isPost(before) || agencies.test(before) || / - \S+$/.test(before)) && postStarts.test(part))
    if (isNew) whole.push(part)
    else whole[whole.length - 1] = `${before}${marks[index - 1] ?? ' '}${part}`
  })
  return whole
}

/** Joins the lines that a narrow column broke: "Head of Service" and "Commissioning" below it. */
function linesOf(text: string): string[] {
  const lines = text
    .split(/\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const bulleted = /^[•·▪*\-–]\s/.test(lines[0] ?? '')
  const joined: string[] = []
  for (const line of lines) {
    const before = joined.at(-1)
    const isBroken =
      before !== undefined &&
      !bulleted &&
      lacksEnd(before) &&
      (startsLower(line) ||
        // "Manager - AB" alone on a line is the end of the post above it, where the others have initials too.
        (/^\p{L}+ [-–] \p{Lu}{1,4}$/u.test(line) && !/ [-–] ?\p{Lu}{1,4}$/u.test(before)) ||
        mustGoOn(before) ||
        /^[-–(&]/.test(line) ||
        (!isPerson(line) && isPost(before)))
    if (isBroken) joined[joined.length - 1] = `${before} ${line}`
    else joined.push(line)
  }
  return joined
}

/** The people and posts of a cell: lines, bullets, semicolons and slashes separate them; "and" and commas only where both sides are whole. */
export function splitResponsible(text: string): string[] {
  return linesOf(text)
    .flatMap((line) => line.split(/;|[•▪]|^\s*[*·–-]\s/))
    .flatMap(splitAtSlash)
    .flatMap(splitAfterInitials)
    .flatMap(splitAtComma)
    .flatMap(splitAtAnd)
    .map((part) =>
      part
        .trim()
        .replace(/^[,;]+|[,;]+$/g, '')
        .trim(),
    )
    .filter((part) => part !== '')
}

const personalTitle = /^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Cllr|Councillor|Sir|Dame|Lady|Lord|Rev)\b\.?/u

/**
 * The post or agency in the words for who is responsible, without the name beside it: "Head of Care" of "Ann Fell, Head
 * of Care". Empty where nothing in it is surely none of a person's name.
 */
export function postIn(text: string): string {
  const pieces = text.split(/[,;/\n()]|\s[-–]\s/).map((piece) => piece.trim())
  const posts = pieces.filter(
    (piece) => agencies.test(piece) || (isPost(piece) && !personalTitle.test(piece) && !isInitials(piece)),
  )
  return posts.join(', ')
}
