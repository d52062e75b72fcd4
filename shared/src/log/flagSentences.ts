import { onDay, quoted, text } from './eventText.ts'
import type { Describe, Fields } from './eventText.ts'

/** What was done about rules of attendance, flags and samples: the words that follow the person's name. */
export const flagSentences: Record<string, Describe> = {
  'rule.change': ({ after }) =>
    `wrote version ${numberOf(after, 'number')} of the rules of attendance for the year ${numberOf(after, 'year')}`,
  'flag.find': ({ before, after }) =>
    `changed what the rules find: ${found[text(after, 'step')] ?? 'something about the flag'}${aboutAgency(before)}`,
  'flag.put': ({ before, after }) =>
    `put a flag to ${text(before, 'organisation')}${onDay(after, 'answerDueOn', 'for an answer by')}`,
  'flag.answer': ({ before }) => `answered a flag${aboutAgency(before)}`,
  'flag.discuss': ({ before, after }) =>
    `wrote down that a flag${aboutAgency(before)} was discussed at ${quoted(after, 'meeting')}`,
  'flag.address': ({ before }) => `said what was done about a flag${aboutAgency(before)}`,
  'flag.accept': ({ before }) => `accepted a flag${aboutAgency(before)} as it is`,
  'flag.close': ({ before }) => `closed a flag${aboutAgency(before)}`,
  'flag.look': () => 'looked again with the rules of attendance',
  'sample.draw': ({ after }) =>
    `drew a sample of ${numberOf(after, 'sharePercent')}% of the strategy meetings of the year ${numberOf(after, 'year')}`,
}

const found: Record<string, string> = {
  RAISED: 'a flag is raised',
  MORE_FOUND: 'there is more behind a flag',
  REOPENED: 'a flag is open again',
  NO_LONGER_FOUND: 'a flag is no longer found',
}

function aboutAgency(before: Fields): string {
  const organisation = text(before, 'organisation')
  return organisation && ` about ${organisation}`
}

function numberOf(fields: Fields, key: string): string {
  const value = fields[key]
  return typeof value === 'number' ? String(value) : ''
}
