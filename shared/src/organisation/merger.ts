import { formatDay } from '../board/dates.ts'
import type { Day } from '../board/dates.ts'
import { checkReason } from './checkText.ts'
import type { FieldMessage } from './checkText.ts'

/** The other side of a merger: of which organisation one is part, or which one became part of it. */
export interface Merged {
  organisationId: string
  organisationName: string
  /** The first day on which the one was part of the other. */
  since: Day
}

/** An organisation with its mergers. */
export interface WithMergers {
  organisationName: string
  /** Null, or not known, while it stands for itself. */
  partOf?: Merged | null
  /** The organisations that became part of it, without those that came along with them. */
  joined?: readonly Merged[]
}

/**
 * The name of an organisation with its mergers: "Old Trust (part of New Trust since 1 October 2026)", "New Trust
 * (includes Old Trust since 1 October 2026)".
 */
export function nameWithMergers(organisation: WithMergers): string {
  const words = mergerWords(organisation)
  return words === '' ? organisation.organisationName : `${organisation.organisationName} (${words})`
}

/** The same without the name: "part of New Trust since 1 October 2026". Empty where there was no merger. */
export function mergerWords({ partOf, joined = [] }: Omit<WithMergers, 'organisationName'>): string {
  const words = [
    ...(joined.length > 0
      ? [`includes ${listed(joined.map((one) => `${one.organisationName} since ${formatDay(one.since)}`))}`]
      : []),
    ...(partOf ? [`part of ${partOf.organisationName} since ${formatDay(partOf.since)}`] : []),
  ]
  return words.join('; ')
}

/** Whether an organisation became part of another one, or another one of it. */
export function hasMerged({ partOf, joined = [] }: Omit<WithMergers, 'organisationName'>): boolean {
  return Boolean(partOf) || joined.length > 0
}

/** How figures treat agencies that merged, as a page says it. */
export const mergersAreApart =
  'Agencies that merged are counted apart: the marks of each stay its own, before and after.'

/** What a merger is checked against. */
export interface MergerFacts {
  organisation: { id: string; name: string; regionId: string }
  /** The organisations that became part of it. */
  joined: readonly Merged[]
  into: {
    id: string
    name: string
    regionId: string
    partOf: Merged | null
    /** Of which organisations it is part, also through others. */
    chainIds: readonly string[]
  }
}

/** Checks what was typed about a merger. Empty when all is well. */
export function validateMerger(
  { organisationId, intoId, since }: { organisationId: string; intoId: string; since: Day },
  today: Day,
): FieldMessage[] {
  const problems: FieldMessage[] = []
  if (intoId === '')
    problems.push({ field: 'intoId', message: 'Choose the organisation that it became part of.' })
  else if (intoId === organisationId)
    problems.push({
      field: 'intoId',
      message: 'An organisation cannot become part of itself. Choose another.',
    })
  if (since === '')
    problems.push({ field: 'since', message: 'Enter the first day on which it was part of the other one.' })
  else if (since > today)
    problems.push({
      field: 'since',
      message: 'Enter today or an earlier day. Record a merger once it has happened.',
    })
  return problems
}

/**
 * Checks a merger against what is known of both organisations. Both have to stand for themselves on the day; a chain is
 * allowed where its days follow one another, a circle never. Empty when all is well.
 */
export function checkMerger({ organisation, joined, into }: MergerFacts, since: Day): FieldMessage[] {
  if (into.regionId !== organisation.regionId)
    return [{ field: 'intoId', message: `${into.name} is in another region. Choose one of the same region.` }]
  if (into.chainIds.includes(organisation.id))
    return [
      {
        field: 'intoId',
        message: `${into.name} is part of ${organisation.name} already. Take that back first, or choose another.`,
      },
    ]
  if (into.partOf && into.partOf.since < since)
    return [
      {
        field: 'intoId',
        message: `${into.name} has been part of ${into.partOf.organisationName} since ${formatDay(into.partOf.since)}. Choose ${into.partOf.organisationName}, or an earlier day.`,
      },
    ]
  const later = joined.find((one) => one.since > since)
  if (later)
    return [
      {
        field: 'since',
        message: `${later.organisationName} became part of ${organisation.name} on ${formatDay(later.since)}. Enter that day or a later one.`,
      },
    ]
  return []
}

/** Checks why a merger is taken back. Empty when all is well. */
export function checkTakingBack(reason: string): FieldMessage[] {
  return checkReason('reason', reason, 'why you take this back')
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}
