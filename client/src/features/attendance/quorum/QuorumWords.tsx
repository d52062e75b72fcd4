import type { QuorumResult } from '@boardwork/shared/attendance/quorum/quorum.ts'

/** What the rules of a quorum ask for, as sentences. */
export function QuorumWords({ result }: { result: QuorumResult }) {
  return (
    <ul className="govuk-list govuk-list--bullet">
      <Words result={result} />
    </ul>
  )
}

function Words({ result: { words, parts } }: { result: QuorumResult }) {
  return (
    <li>
      {words}
      {parts.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {parts.map((part, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- rules have no other key, and stand in their order
            <Words key={index} result={part} />
          ))}
        </ul>
      )}
    </li>
  )
}
