import { markName } from '@boardwork/shared/attendance/mark.ts'
import { graphql, readFragment } from '../../gql/index.ts'
import type { FragmentType } from '../../gql/index.ts'
import { ScrollRegion } from '../../govuk/ScrollRegion.tsx'
import { Table } from '../../govuk/Table.tsx'
import { Tag } from '../../govuk/Tag.tsx'

export const ExpectedAtMeetingFragment = graphql(`
  fragment ExpectedAtMeeting on Meeting {
    id
    kind
    registerBegunAt
    expected {
      placeId
      holderId
      holderName
      required
      voting
      organisation {
        id
        name
      }
      mark {
        id
        mark
        cameName
      }
    }
  }
`)

/** Who is expected at a meeting, and what the register says of them. */
export function ExpectedAtMeeting({
  meeting: given,
}: {
  meeting: FragmentType<typeof ExpectedAtMeetingFragment>
}) {
  const { kind, expected, registerBegunAt } = readFragment(ExpectedAtMeetingFragment, given)
  const marked = Boolean(registerBegunAt)
  return (
    <section aria-labelledby="expected">
      <h2 className="govuk-heading-m" id="expected">
        Who is expected
      </h2>
      {expected.length === 0 && (
        <p>{kind === 'BOARD' ? 'No seat is open on this day.' : 'Nobody is invited yet.'}</p>
      )}
      {expected.length > 0 && (
        <ScrollRegion label="Places">
          <Table
            stacked
            firstCellIsHeader
            head={['Agency', 'Who', 'Place', ...(marked ? ['Register'] : [])]}
            rows={expected.map((place) => [
              place.organisation?.name ?? 'An agency of another region',
              place.holderName ??
                (place.holderId || kind === 'STRATEGY' ? (
                  place.holderId ? (
                    'Somebody you do not know'
                  ) : (
                    'Whoever leads the agency'
                  )
                ) : (
                  <Tag colour="yellow">Vacant</Tag>
                )),
              `${place.required ? 'Required' : 'Optional'}${place.voting ? ', with a vote' : ''}`,
              ...(marked ? [markText(place.mark ?? null)] : []),
            ])}
          />
        </ScrollRegion>
      )}
    </section>
  )
}

function markText(mark: { mark: keyof typeof markName; cameName?: string | null } | null): string {
  if (!mark) return 'Not marked yet'
  return mark.cameName ? `${markName[mark.mark]}: ${mark.cameName}` : markName[mark.mark]
}
