import type { PlanField } from './planField.ts'
import { plainForm } from './phrases.ts'
import { monthWithoutYear, readPeriod } from '../period.ts'

const who =
  /\b(?:responsib\w*|leads?|owners?|ownership|by whom|by who|officers?|accountab\w*|actioned by|action by|managers?|agency|agencies|organisations?|partners?|assigned to|delegated to|delivered by|sponsors?|personnel|named person)\b|^who\b|\bwho (?:will|is|does|leads)\b|^by$|^(?:staff|team|contact|initials|name)$/
const when =
  /\b(?:time ?scales?|time ?frames?|deadlines?|when|target dates?|due|completion|completed by|complete by|dates?|time ?lines?|timings?|end date|start date|finish|target month|by (?:what )?date)\b|^(?:start|end)$/

// The order decides where a heading fits several: "Action owner" is about people, "Evidence of completion" evidence.
const patterns: [PlanField, RegExp][] = [
  [
    'reference',
    /^(?:no|nos|num|number|ref|refs|reference|id|code|item|items|serial|s no|line|row|(?:action|action plan|plan|ref|item|rec|recommendation|area|objective|serial|line|ap|task|indicator|standard|unique|audit) (?:no|nos|number|ref|reference|id|code|refs)|(?:no|ref) (?:no|number|ref))$/,
  ],
  [
    'percent',
    /^%$|(?:%|\b(?:percent|per cent|percentage))(?: of)?(?: action)? ?(?:complete|completed|completion|progress|done|achieved|delivered)?$/,
  ],
  ['period', /^(?:period|reporting period|quarter|qtr|month|reporting quarter|review period)s?$/],
  ['comments', /^comments?\b/],
  [
    'issues',
    /\bissues? (?:affecting|and|or|arising|log)\b|\b(?:barriers?|constraints?|obstacles?|challenges?)\b|^(?:key )?(?:risks?|issues?)(?: |$)/,
  ],
  ['corrective', /\b(?:corrective|remedial|mitigat\w+)\b/],
  ['progress', /\b(?:status|b?rag) (?:updates?|commentary|comments?|narrative|report)\b/],
  [
    'status',
    /\b(?:status|b?rags?|ragg?ed|traffic light|delivery confidence|on track|confidence|direction of travel)\b|^complete$|^completed$|^complete y n$|^completed y n$|^(?:current |progress |self )?rating\b/,
  ],
  [
    'deadline',
    /\b(?:new|revised|expected|anticipated|proposed|forecast|extended|target) (?:\w+ )?(?:dates?|deadline|time ?scales?)\b/,
  ],
  [
    'progress',
    /^(?:date (?:completed|achieved|closed)|actual (?:date|completion)\b.*|completed on|completed date)$/,
  ],
  [
    'evidence',
    /^(?:key )?evidence\b|\bhow (?:will|do|would|can) (?:we|you|i|it|they) (?:know|measure|be measured|evidence)\b|\bhow (?:we|you|they|it) (?:will|would|can) (?:know|measure|be measured|evidence|monitor)\b|\bwhat will (?:success|good) look like\b/,
  ],
  ['authorising', /\b(?:authori[sz]\w+|approving|approved by|approver|signed off by|sign off by)\b/],
  [
    'lead',
    /^(?:action |named |project |operational |strategic |delivery |overall |board |senior |service |council |executive )?leads?(?: officers?| person| name| manager| responsible| officer name)?(?: s)?$|\blead officers?\b|^lead(?:ing)? (?:person|professional)$/,
  ],
  ['responsible', who],
  [
    'progress',
    /\b(?:progress|updates?|position|to date|what has been done|what have we done|commentary|narrative|achievements?|achieved so far|actions? taken|work undertaken)\b/,
  ],
  // When something began is no time by which it is done.
  [
    'comments',
    /\bdates? (?:raised|added|opened|logged|identified|received|of (?:meeting|entry|(?:last )?update))\b|^(?:raised|opened|logged|last updated?)\b/,
  ],
  ['deadline', when],
  [
    'evidence',
    /\b(?:evidence|evidenced|measures?|measured|measurement|success criteria|success|monitoring|monitored|assurance|indicators?|kpis?|outputs?|performance|targets?|standards? to be met|proof)\b/,
  ],
  [
    'outcome',
    /\b(?:outcomes?|impact|difference|benefits?|results?|want to achieve|aims? to achieve|rationale|why)\b/,
  ],
  [
    'activity',
    /\b(?:activity|activities|milestones?|sub ?(?:actions?|tasks?)|key (?:steps|tasks|stages)|steps|stages)\b/,
  ],
  [
    'action',
    /\b(?:actions?|tasks?|how (?:is|will|are|do|to)|what (?:will|we|needs?|is to|must|are we|do we|has to)|to be (?:achieved|done|taken)|intervention|interventions|we will)\b|^(?:what|how|description|details?|title|action title|initiatives?|projects?|deliverables?|requirements?|improvements?|improvement required|commitments?|proposals?|(?:management |agreed |service )?response)$/,
  ],
  [
    'comments',
    /\b(?:comments?|notes?|remarks?|issues?|further information|additional information|observations?)\b/,
  ],
  [
    'theme',
    /^(?:(?:key |strategic |priority )?themes?|domains?|work ?streams?|work strands?|strands?|pillars?|categor(?:y|ies)|sections?|outcome areas?|programmes?|chapters?)$/,
  ],
  [
    'area',
    /^(?:(?:key |service |improvement |priority |work |action |focus |strategic |inspection |report |cqc |review |audit |ofsted )*(?:areas?|recommendations?|priorit(?:y|ies)|objectives?|standards?|aims?|goals?|findings?|ambitions?|recs?)|gaps?|gaps? identified|areas? (?:for|of) .*|learning points?|lessons?|key lines? of enquiry|kloes?)\b/,
  ],
]

const longestHeading = 90

/** The field that a column's heading names; undefined when it names none we know. */
export function fieldOfHeading(heading: string): PlanField | undefined {
  if (heading.length > longestHeading) return undefined
  const plain = plainForm(heading)
  if (plain === '') return heading.trim() === '#' ? 'reference' : undefined
  if (isWhoAndWhen(plain)) return 'responsibleAndDeadline'
  return patterns.find(([, pattern]) => pattern.test(plain))?.[0]
}

/** "By whom and when", "Lead / timescale": one column for both. */
function isWhoAndWhen(plain: string): boolean {
  if (plain.split(' ').length > 7 || !who.test(plain) || !when.test(plain)) return false
  return /\b(?:who|whom|lead|leads|owner|responsib\w+|officer|manager)\b.*\b(?:when|time ?scales?|deadline|date|time ?frame)\b/.test(
    plain,
  )
}

export interface HeadingOfPeriod {
  period: string
  /** What the heading says besides the period: "Status" for "Q2 status", undefined for "Q2". */
  field: PlanField | undefined
}

const wordsBesidePeriod =
  /\b(?:quarter|period|b?rag|status|rating|progress|updates?|position|commentary|comments?|narrative|complete[d]?)\b|[()[\]:%–-]/gi

/** The period in a heading such as "Q2 status", "Quarter 2 (Jul-Sep)", "Progress at September 2009" or "BRAG Sept 23". */
export function periodOfHeading(
  heading: string,
  documentYear: number | undefined,
): HeadingOfPeriod | undefined {
  const period =
    readPeriod(heading, documentYear) ?? readPeriod(heading.replace(wordsBesidePeriod, ' '), documentYear)
  if (period === undefined) return undefined
  return { period: period.name, field: fieldOfHeading(heading.replace(/\b(?:quarter|period)\b/gi, ' ')) }
}

/** The month that a heading of a status or of progress names without its year: 9 for "BRAG Sept". */
export function monthOfHeading(heading: string): number | undefined {
  return heading.length > longestHeading
    ? undefined
    : monthWithoutYear(heading.replace(wordsBesidePeriod, ' '))
}
