import { evaluateQuorum, quorumWords, readQuorum } from '@boardwork/shared/attendance/quorum/quorum.ts'
import { Details } from '../../../govuk/Details.tsx'
import { QuorumParts } from './QuorumParts.tsx'
import { quorumPlaces } from '../register/registerPlaces.ts'
import type { ShownPlace } from '../register/registerPlaces.ts'

/** Whether a quorum is there with the marks so far. */
export function LiveQuorum({ rule, places }: { rule: unknown; places: readonly ShownPlace[] }) {
  const quorum = readQuorum(rule)
  if (!quorum) return null
  const result = evaluateQuorum(quorum, quorumPlaces(places))
  return (
    <>
      <p className="govuk-body" role="status">
        <strong>{quorumWords(result)}</strong>
      </p>
      <Details summary="What is needed">
        <QuorumParts result={result} />
      </Details>
    </>
  )
}
