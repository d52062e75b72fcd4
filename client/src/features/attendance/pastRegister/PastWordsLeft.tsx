import type { PastPreviewFragment } from '../../../gql/graphql.ts'
import { Details } from '../../../govuk/Details.tsx'
import { Table } from '../../../govuk/Table.tsx'
import { counted } from './pastRegisterWords.ts'

type Left = NonNullable<PastPreviewFragment['preview']>['leftOut']

/** What of the list will not be written, and why. */
export function PastWordsLeft({ left, count }: { left: Left; count: number }) {
  return (
    <section aria-labelledby="left-out">
      <h2 className="govuk-heading-m" id="left-out">
        What will not be written
      </h2>
      {count === 0 ? (
        <p>All of the list finds its place.</p>
      ) : (
        <Details
          summary={`${counted(count, 'piece')} of the list ${count === 1 ? 'is' : 'are'} left out: see which, and why`}
        >
          {count > left.length && <p>The first {left.length.toLocaleString('en-GB')} of them.</p>}
          <Table
            caption="Left out"
            stacked
            head={['Words', 'Where', 'Why']}
            rows={left.map(({ words, place, why }) => [words, place, why])}
          />
        </Details>
      )}
      <p>All words of the list stay to be read on this page, whatever you choose.</p>
    </section>
  )
}
