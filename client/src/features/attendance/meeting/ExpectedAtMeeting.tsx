import { graphql, readFragment } from '../../../gql/index.ts'
import type { FragmentType } from '../../../gql/index.ts'
import { ScrollRegion } from '../../../govuk/ScrollRegion.tsx'
import { Table } from '../../../govuk/Table.tsx'
import { HolderOfPlace, placeWords, registerWords } from './placeText.tsx'

export const ExpectedAtMeetingFragment = graphql(`
  fragment ExpectedAtMeeting on Meeting {
    id
    kind
    cancelledAt
    registerBegunAt
    registerClosedAt
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

/** Who was expected at a meeting that was cancelled; until then they stand beside their answers. */
export function ExpectedAtMeeting({
  meeting: given,
}: {
  meeting: FragmentType<typeof ExpectedAtMeetingFragment>
}) {
  const meeting = readFragment(ExpectedAtMeetingFragment, given)
  const { kind, expected, cancelledAt, registerBegunAt, registerClosedAt } = meeting
  if (registerClosedAt || (!cancelledAt && expected.length > 0)) return null
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
              <HolderOfPlace key="who" place={place} kind={kind} />,
              placeWords(place),
              ...(marked ? [registerWords(place.mark)] : []),
            ])}
          />
        </ScrollRegion>
      )}
    </section>
  )
}
