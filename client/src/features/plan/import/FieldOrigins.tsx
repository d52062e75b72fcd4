import type { SourcePlace } from '@boardwork/shared/document/sourceDocument.ts'
import { graphql, readFragment } from '../../../gql/index.ts'
import type { FragmentType } from '../../../gql/index.ts'
import { Details } from '../../../govuk/Details.tsx'
import { ScrollRegion } from '../../../govuk/ScrollRegion.tsx'
import { Table } from '../../../govuk/Table.tsx'
import { dateText, placeText } from '../words.ts'

export const FieldOriginFragment = graphql(`
  fragment FieldOrigin on FieldOrigin {
    field
    fileName
    broughtInAt
    places
    changed
    words
  }
`)

const fieldNames: Record<string, string> = {
  reference: 'Reference',
  theme: 'Theme',
  title: 'Title',
  expectedEvidence: 'Evidence and deadlines',
  responsible: 'Responsible',
  outcome: 'Outcome',
  progress: 'Progress so far',
  comments: 'Comments',
  updates: 'Progress period by period',
  activities: 'Activities',
}

/** Where in which document each field stands that was brought in, and whether it was edited since. */
export function FieldOrigins({
  origins: given,
}: {
  origins: readonly FragmentType<typeof FieldOriginFragment>[]
}) {
  const order = Object.keys(fieldNames)
  const origins = readFragment(FieldOriginFragment, given).toSorted(
    (one, other) => order.indexOf(one.field) - order.indexOf(other.field),
  )
  if (origins.length === 0) return null
  return (
    <Details summary="Where this came from">
      <ScrollRegion label="Where this came from">
        <Table
          stacked
          caption="Where each field came from"
          captionClassName="govuk-visually-hidden"
          firstCellIsHeader
          head={['Field', 'Document', 'Place', 'Since then']}
          rows={origins.map(({ field, fileName, broughtInAt, places, changed, words }) => [
            fieldNames[field] ?? field,
            `${fileName ?? 'The document that was brought in'}, ${dateText(broughtInAt)}`,
            placesText(places),
            changed ? (
              <>
                Changed since.
                {words && (
                  <>
                    {' '}
                    It was brought in as: <span className="bw-prose">{words}</span>
                  </>
                )}
              </>
            ) : (
              'Not changed'
            ),
          ])}
        />
      </ScrollRegion>
    </Details>
  )
}

function placesText(places: readonly unknown[]): string {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the API gives places in this form
  const texts = (places as readonly SourcePlace[]).map(placeText)
  return [...new Set(texts)].join('; ') || 'Typed while it was looked through'
}
