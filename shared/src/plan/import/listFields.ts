import { fieldOfHeading } from './columnHeadings.ts'
import type { PlanField } from './planField.ts'
import { isDeadline } from '../deadline.ts'
import { isPeople, isPerson } from '../people.ts'
import { mustGoOn, wordsOf } from './phrases.ts'
import { isStatusPhrase } from './statusWords.ts'

/** A value with the label in front of it: "Lead:" and "Head of Care". */
export interface LabelledValue {
  field: PlanField
  label: string
  value: string
}

const labelFirst = /^([\p{L}%][\p{L}\p{N} /&%?'’()-]{1,44}?)\s?:(?=\s|$)\s*/u
/** Where another label may begin within a line. */
const labelWithin = /[;|,.\t]\s*(?=[\p{Lu}][\p{L} /&]{1,30}:\s)|\s{2,}(?=[\p{Lu}][\p{L} /&]{1,30}:\s)/gu

function labelOf(text: string): { field: PlanField; label: string; rest: string } | undefined {
  const match = labelFirst.exec(text.slice(0, 80))
  if (match === null) return undefined
  const name = match[1] ?? ''
  if (wordsOf(name).length > 6) return undefined
  const field = fieldOfHeading(name)
  if (field === undefined || field === 'theme' || field === 'unplaced') return undefined
  return { field, label: match[0].trim(), rest: text.slice(match[0].length).trim() }
}

/** The labels and values of a line such as "Lead: Head of Care; Timescale: March 2030"; undefined when it has none in front. */
export function labelledValues(line: string): LabelledValue[] | undefined {
  if (labelOf(line) === undefined) return undefined
  const values: LabelledValue[] = []
  const cuts = [...line.slice(0, 2000).matchAll(labelWithin)].map(({ index, 0: mark }) => index + mark.length)
  let start = 0
  for (const end of [...cuts, line.length]) {
    const read = labelOf(line.slice(start, end))
    // What looks like a label and is none belongs to the value before.
    if (read === undefined) {
      const last = values.at(-1)
      if (last === undefined) return undefined
      last.value = `${last.value} ${line.slice(start, end).trim()}`
    } else {
      values.push({
        field: read.field,
        label: read.label,
        value: read.rest.replace(/[;|,\t]\s*$/, '').trim(),
      })
    }
    start = end
  }
  return values
}

export interface TitleParts {
  title: string
  people: string[]
  deadlines: string[]
  labels: string[]
  /** What labels within the title say: "Train all staff. Lead: Head of Care. Status: Amber". */
  values: LabelledValue[]
}

const tellingFields = new Set<PlanField>(['lead', 'responsible', 'authorising', 'deadline', 'status'])

/** The title before its first label, and what the labels say; undefined where they say nothing of people, time or state. */
function labelsWithin(text: string): { before: string; values: LabelledValue[] } | undefined {
  for (const { index, 0: mark } of text.slice(0, 2000).matchAll(labelWithin)) {
    const values = labelledValues(text.slice(index + mark.length))
    if (values === undefined || index === 0) continue
    if (!values.some(({ field }) => tellingFields.has(field))) return undefined
    return {
      before: text.slice(0, index).trimEnd(),
      values: values.map((one) => ({ ...one, value: one.value.replace(/\.$/, '') })),
    }
  }
  return undefined
}

/** "Write the policy (Head of Care) – Complete": the status that stands last. */
function statusAtEnd(text: string): { before: string; status: string } | undefined {
  const match = /^(.+?)\s*(?:\s[-–—]\s|:\s|[[(])([^[\]()–—:]{2,30}?)[\])]?\.?$/.exec(text)
  const status = match?.[2] ?? ''
  return match !== null && isStatusPhrase(status) ? { before: match[1] ?? '', status } : undefined
}

/** How many words a post or a date has that stands at the end of a line. */
const mostWords = 8

/** Takes the longest piece that passes a test off the end of the words. */
function takeOff(words: string[], most: number, test: (text: string) => boolean): string {
  for (let count = Math.min(most, words.length - 1); count > 0; count -= 1) {
    const piece = words.slice(-count).join(' ')
    if (!test(piece)) continue
    words.splice(-count)
    return piece
  }
  return ''
}

const startsTime =
  /^(?:\d|(?:by|end|mid|early|late|spring|summer|autumn|winter|q[1-4]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\S+$)/i

/** Words with capitals, and what joins them: "Head of Access", "Principal Social Worker / Team Managers". */
const isNameOfPost = (text: string): boolean =>
  /^\p{Lu}/u.test(text) &&
  wordsOf(text).every((word) => /^\p{Lu}|^(?:of|and|for|the|&|\/|[-–])$/u.test(word)) &&
  isPerson(text)

/**
 * What stands at the end of a line whose columns a conversion took: "Triage all referrals Head of Access
 * 30/06/2030 Green". Undefined unless at least two of the three are there.
 */
function fieldsAtEnd(
  text: string,
): Pick<TitleParts, 'title' | 'people' | 'deadlines' | 'values'> | undefined {
  const words = wordsOf(text)
  if (text.includes('\n') || words.length > 100) return undefined
  const status = takeOff(words, 3, isStatusPhrase)
  const deadline = takeOff(words, 4, (piece) => isDeadline(piece) && startsTime.test(piece))
  const people = takeOff(words, mostWords, isNameOfPost)
  if ([status, deadline, people].filter((piece) => piece !== '').length < 2) return undefined
  const title = words.join(' ')
  if (words.length < 2 || mustGoOn(title)) return undefined
  return {
    title,
    people: people === '' ? [] : [people],
    deadlines: deadline === '' ? [] : [deadline],
    values: status === '' ? [] : [{ field: 'status', label: '', value: status }],
  }
}

/** The last brackets of a title, when they close it. */
function lastBrackets(text: string): { before: string; inside: string } | undefined {
  const trimmed = text.trimEnd().replace(/[.;]$/, '')
  if (!trimmed.endsWith(')') && !trimmed.endsWith(']')) return undefined
  const start = Math.max(trimmed.lastIndexOf('('), trimmed.lastIndexOf('['))
  if (start < 1 || trimmed.length - start > 200) return undefined
  return { before: trimmed.slice(0, start).trimEnd(), inside: trimmed.slice(start + 1, -1) }
}

const isShortName = (text: string): boolean => /^\p{Lu}/u.test(text) && wordsOf(text).length <= 6

function peopleAndDeadlines(inside: string): Omit<TitleParts, 'title' | 'values'> | undefined {
  const people: string[] = []
  const deadlines: string[] = []
  const labels: string[] = []
  const others: string[] = []
  for (const part of inside.split(/[;,|]|\s[-–—]\s|\s\/\s/).map((piece) => piece.trim())) {
    if (part === '') continue
    const labelled = labelOf(part)
    const value = labelled?.rest ?? part
    if (labelled !== undefined) labels.push(labelled.label)
    if (isDeadline(value)) deadlines.push(value)
    else if (labelled?.field === 'deadline') deadlines.push(value)
    else others.push(value)
  }
  const who = others.join(', ')
  const isWho = isPeople(who) || labels.length > 0 || (deadlines.length > 0 && others.every(isShortName))
  if (who !== '' && !isWho) return undefined
  if (who !== '') people.push(who)
  return people.length + deadlines.length === 0 ? undefined : { people, deadlines, labels }
}

/**
 * What a title says at its end of people and deadlines: "Train all staff (Head of Care, by March 2030)", "Train
 * all staff – Head of Care – March 2030". Brackets of anything else stay in the title.
 */
export function titleParts(text: string): TitleParts {
  const parts: TitleParts = { title: text, people: [], deadlines: [], labels: [], values: [] }
  const within = labelsWithin(parts.title)
  if (within !== undefined) {
    parts.title = within.before
    parts.values = within.values
  }
  const end = statusAtEnd(parts.title)
  if (end !== undefined) {
    parts.title = end.before
    parts.values.unshift({ field: 'status', label: '', value: end.status })
  }
  for (let round = 0; round < 2; round += 1) {
    const brackets = lastBrackets(parts.title)
    const found = brackets === undefined ? undefined : peopleAndDeadlines(brackets.inside)
    if (brackets === undefined || found === undefined) break
    parts.title = brackets.before
    parts.people.unshift(...found.people)
    parts.deadlines.unshift(...found.deadlines)
    parts.labels.unshift(...found.labels)
  }
  if (parts.people.length + parts.deadlines.length > 0) return parts
  if (parts.values.length === 0) {
    const lost = fieldsAtEnd(parts.title)
    if (lost !== undefined) return { ...parts, ...lost }
  }
  const rest = parts.title
  const segments = rest.split(/\s[-–—|]\s/)
  const [last = '', before = ''] = segments.toReversed()
  const bare = last.replace(/[.;]$/, '')
  if (segments.length < 3) return parts
  if (isDeadline(bare) && isPeople(before))
    return {
      ...parts,
      title: rest.slice(0, rest.lastIndexOf(before)).replace(/\s[-–—|]\s$/, ''),
      people: [before],
      deadlines: [bare],
    }
  if (isPeople(bare) && isDeadline(before))
    return {
      ...parts,
      title: rest.slice(0, rest.lastIndexOf(before)).replace(/\s[-–—|]\s$/, ''),
      people: [bare],
      deadlines: [before],
    }
  return parts
}
