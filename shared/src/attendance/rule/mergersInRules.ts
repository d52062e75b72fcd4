import { formatDay } from '../../board/dates.ts'
import type { Merged, WithMergers } from '../../organisation/merger.ts'

/** That the agency of a flag is part of another one now: beside the words of the flag, which stay as they were found. */
export function partOfWords({ organisationName, since }: Merged): string {
  return `The agency has been part of ${organisationName} since ${formatDay(since)}.`
}

/**
 * What a reader should know of mergers where a rule found something about an agency: rules count each agency for itself.
 * Whole sentences; empty where there was no merger near the board year.
 */
export function mergersInRules(
  { partOf, joined = [] }: Omit<WithMergers, 'organisationName'>,
  year: number,
): string[] {
  const sentences = joined
    .filter(({ since }) => Math.abs(Number(since.slice(0, 4)) - year) <= 1)
    .map(
      ({ organisationName, since }) =>
        `${organisationName} became part of this agency on ${formatDay(since)}. What was found about ${organisationName} does not count here.`,
    )
  if (partOf)
    sentences.push(
      `This agency became part of ${partOf.organisationName} on ${formatDay(partOf.since)}. What was found here is its own: it does not count against ${partOf.organisationName}, which cannot answer for it.`,
    )
  return sentences
}
