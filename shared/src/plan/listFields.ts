import { fieldOfHeading } from './columnHeadings.ts'
import type { PlanField } from './planField.ts'
import { isDeadline } from './deadline.ts'
import { isPeople } from './people.ts'
import { wordsOf } from './phrases.ts'

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
      if (last !== undefined) last.value = `${last.value} ${line.slice(start, end).trim()}`
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

function peopleAndDeadlines(inside: string): Omit<TitleParts, 'title'> | undefined {
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
  const parts: TitleParts = { title: text, people: [], deadlines: [], labels: [] }
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
  const segments = text.split(/\s[-–—|]\s/)
  const [last = '', before = ''] = segments.toReversed()
  const bare = last.replace(/[.;]$/, '')
  if (segments.length < 3) return parts
  if (isDeadline(bare) && isPeople(before))
    return {
      title: text.slice(0, text.lastIndexOf(before)).replace(/\s[-–—|]\s$/, ''),
      people: [before],
      deadlines: [bare],
      labels: [],
    }
  if (isPeople(bare) && isDeadline(before))
    return {
      title: text.slice(0, text.lastIndexOf(before)).replace(/\s[-–—|]\s$/, ''),
      people: [bare],
      deadlines: [before],
      labels: [],
    }
  return parts
}
