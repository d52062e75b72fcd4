import type { QuorumResult } from '@boardwork/shared/attendance/quorum/quorum.ts'

/** What each rule of a quorum came to. */
export function QuorumParts({ result }: { result: QuorumResult }) {
  return (
    <ul className="govuk-list govuk-list--bullet">
      <Part result={result} />
    </ul>
  )
}

function Part({ result }: { result: QuorumResult }) {
  const { words, has, needs, met, missing, parts } = result
  return (
    <li>
      {words}{' '}
      <strong>
        {met ? 'Met' : 'Not met'}: {has} of {needs}.
      </strong>
      {missing.length > 0 && ` Not there: ${missing.join(', ')}.`}
      {parts.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {parts.map((part, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- rules have no other key, and stand in their order
            <Part key={index} result={part} />
          ))}
        </ul>
      )}
    </li>
  )
}
