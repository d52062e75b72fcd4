import { formatDay } from '@boardwork/shared/board/dates.ts'
import type { RequestContext } from '../../access/requestContext.ts'
import type { Viewer } from '../../access/viewer.ts'
import { readJoined } from '../organisation/merger.reads.ts'
import type { JoinedRow } from '../organisation/merger.reads.ts'
import { leadTies, tieReason } from './accessReason.ts'
import type { AccessReason } from './access.results.ts'

/** Why the attendance of these organisations is open to whoever leads one of which they are part now. */
export async function mergerReasons(
  context: RequestContext,
  viewer: Viewer,
  organisationIds: readonly string[],
): Promise<AccessReason[]> {
  const led = viewer.ties.flatMap((tie) => (tie.role === 'AGENCY_LEAD' ? tie.scopeId : []))
  if (led.length === 0 || organisationIds.length === 0) return []
  const joined = await readJoined(context, led)
  const reasons: AccessReason[] = []
  for (const one of joined.filter(({ organisationId }) => organisationIds.includes(organisationId)))
    for (const tie of leadTies(viewer, one.successorId))
      reasons.push(await tieReason(context, tie, `${mergerWords(one, joined)} Its attendance goes with it.`))
  return reasons
}

/** The merger in words, step by step: "Old Trust became part of New Trust on 1 October 2026." */
function mergerWords(one: JoinedRow, joined: readonly JoinedRow[]): string {
  const words = `${one.organisationName} became part of ${one.intoName} on ${formatDay(one.since)}.`
  if (one.intoId === one.successorId) return words
  const next = joined.find(
    ({ organisationId, successorId }) => organisationId === one.intoId && successorId === one.successorId,
  )
  return next ? `${words} ${mergerWords(next, joined)}` : words
}
