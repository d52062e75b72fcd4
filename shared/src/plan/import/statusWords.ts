import type { ActionStatus } from '../actionStatus.ts'
import { wordsOf } from './phrases.ts'

/** A status cell may say why; longer texts are progress, not a status. */
const longestStatus = 300

const plainStatus = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}✓✔✗✘☑]+/gu, ' ')
    .trim()

// The order decides where a text says several: "Not started" before "started", "Off target" before "target".
const patterns: [ActionStatus, RegExp][] = [
  [
    'NOT_STARTED',
    /\b(?:not (?:yet )?(?:started|begun|commenced|due|applicable yet)|yet to (?:start|begin|commence)|to (?:start|begin|commence)|no (?:progress|action)(?: (?:yet|to date))?|not due|pending|planned|unstarted|grey|gray|white|future)\b/,
  ],
  [
    'OFF_TARGET',
    /\b(?:off (?:target|track|schedule)|not (?:on (?:target|track|schedule)|achieved|met|complete[d]?|delivered|progressing)|behind(?: (?:target|schedule|plan|timescale))?|overdue|missed|failed|failing|unlikely|incomplete|not complete|stalled|critical|major (?:issues?|problems?|concerns?)|red)\b/,
  ],
  [
    'AT_RISK',
    /\b(?:at risk|slipp(?:ed|ing|age)|delay(?:ed|s)?|amber|yellow|orange|some (?:issues?|problems?|concerns?|risk|slippage)|minor (?:issues?|problems?|concerns?|delays?|slippage)|partly|partially|part (?:met|achieved|complete[d]?)|on hold|deferred|concerns?|watch|caution)\b/,
  ],
  [
    'COMPLETE',
    /\b(?:complete[d]?|completion|achieved|done|closed|delivered|finished|implemented|met|fully|blue|actioned|signed off|discharged|embedded|in place)\b|[✓✔☑]/,
  ],
  [
    'ON_TARGET',
    /\b(?:on (?:target|track|schedule|course|plan|going)|ongoing|in progress|in hand|under ?way|progressing|started|commenced|begun|open|active|green|continuing|good progress|some progress|ahead(?: of (?:target|schedule))?|satisfactory|current|live|wip|work in progress)\b/,
  ],
]

const letters: Record<string, ActionStatus> = {
  g: 'ON_TARGET',
  a: 'AT_RISK',
  r: 'OFF_TARGET',
  b: 'COMPLETE',
  c: 'COMPLETE',
  y: 'AT_RISK',
  ns: 'NOT_STARTED',
  ip: 'ON_TARGET',
  ot: 'ON_TARGET',
  a_g: 'ON_TARGET',
  '✗': 'OFF_TARGET',
  '✘': 'OFF_TARGET',
}

/** The words of a status that say something else in other places: longer texts are read by their beginning only. */
const longestSure = 6

/**
 * The status that a cell of statuses says: "On Target", "G", "Amber – waiting for the budget", "Complete";
 * undefined where its words are none that we know. Only the first words of a longer text count.
 */
export function readStatus(text: string): ActionStatus | undefined {
  if (text.length > longestStatus) return undefined
  const plain = plainStatus(text)
  if (plain === '') return undefined
  const letter = letters[plain]
  if (letter !== undefined) return letter
  const words = wordsOf(plain)
  if (words.length > 1 && letters[words[0] ?? ''] !== undefined && /^[GRABgrab]\s*[-–—:(]/.test(text.trim()))
    return letters[words[0] ?? '']
  const start = words.length <= longestSure ? plain : words.slice(0, 4).join(' ')
  const found = patterns
    .map(([status, pattern]) => ({ status, at: start.search(pattern) }))
    .filter(({ at }) => at >= 0)
  if (found.length === 0) return /^100 ?(?:%|percent|per cent)?$/.test(plain) ? 'COMPLETE' : undefined
  // A colour or state that comes first is the status; words at one place go by the order of the patterns.
  const first = Math.min(...found.map(({ at }) => at))
  return found.find(({ at }) => at === first)?.status
}

const percentPattern =
  /^(?:[~≈]|approx\.? |about |circa |c\.? )?(\d{1,3})(?:\.\d{1,2})?\s?(?:%|per ?cent)(?:\s(?:complete[d]?|done))?\.?$/i

/** "50%", "50 % complete", and in a column of percentages also "50" and "0.5"; undefined for anything else. */
export function readPercent(text: string, inColumn = false): number | undefined {
  const trimmed = text.trim()
  const match = percentPattern.exec(trimmed.slice(0, 60))
  const figures = match?.[1] ?? (inColumn && /^\d{1,3}(?:\.0+)?$/.test(trimmed) ? trimmed : undefined)
  if (figures !== undefined) {
    const percent = Number(figures)
    return percent <= 100 ? Math.round(percent) : undefined
  }
  // A spreadsheet keeps 50 % as 0.5.
  if (inColumn && /^0?\.\d{1,4}$/.test(trimmed)) return Math.round(Number(trimmed) * 100)
  return undefined
}

/** Whether a short text is a status and nothing else. */
export function isStatus(text: string): boolean {
  return text.length <= 40 && wordsOf(text).length <= 4 && readStatus(text) !== undefined
}

/** Whether a cell is ticked and says nothing else: "✓", "x", "Yes", and the tick of a font of symbols. */
export function isTick(text: string): boolean {
  return /^(?:[✓✔☑√xX×✗✘☒ü\u{f0fc}\u{f0fe}]|yes|y|tick|ticked)$/iu.test(text.trim())
}

const statusPhrase =
  /^(?:on (?:target|track|schedule)|off (?:target|track)|(?:fully |partly |partially |not |part )?(?:complete|completed|achieved|met|delivered|implemented)|not (?:yet )?(?:started|due)|started|in progress|ongoing|on-going|at risk|behind(?: (?:schedule|target))?|overdue|delayed|slipped|slipping|(?:red|amber|green|blue|grey)|done|closed|open|underway|under way)$/i

/** Whether a text is one of the usual statuses, word for word. */
export function isStatusPhrase(text: string): boolean {
  return statusPhrase.test(text.trim())
}
