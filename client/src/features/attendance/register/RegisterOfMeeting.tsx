import { markName, markSymbol } from '@boardwork/shared/attendance/register/mark.ts'
import { formatDay, todayInLondon } from '@boardwork/shared/board/dates.ts'
import type { QuorumResult } from '@boardwork/shared/attendance/quorum/quorum.ts'
import { graphql, readFragment } from '../../../gql/index.ts'
import type { FragmentType } from '../../../gql/index.ts'
import type { RegisterOfMeetingFragment as Fragment } from '../../../gql/graphql.ts'
import { Button } from '../../../govuk/Button.tsx'
import { Details } from '../../../govuk/Details.tsx'
import { InsetText } from '../../../govuk/InsetText.tsx'
import { Link } from '../../../govuk/Link.tsx'
import { Table } from '../../../govuk/Table.tsx'
import { Tag } from '../../../govuk/Tag.tsx'
import { GuestsOfMeeting } from './GuestsOfMeeting.tsx'
import { QuorumParts } from '../quorum/QuorumParts.tsx'
import { RegisterTotals } from './RegisterTotals.tsx'
import { totalsOf } from './registerPlaces.ts'

export const RegisterOfMeetingFragment = graphql(`
  fragment RegisterOfMeeting on Meeting {
    id
    cancelledAt
    registerBegunAt
    registerClosedAt
    registerClosedByName
    expected {
      placeId
      organisation {
        id
        name
      }
      mark {
        id
        mark
        holderName
        cameName
        seniorEnough
        reason
        source
        corrections {
          id
          beforeMark
          beforeCameName
          afterMark
          afterCameName
          why
          correctedByName
          correctedAt
        }
      }
    }
    quorumResult {
      met
      result
    }
    viewerCanRegister {
      fill
      close
      correct
      openCheckIn
      checkIn
    }
    ...GuestsOfMeeting
  }
`)

/** The register on the page of its meeting: what it says, and the way to fill it in. */
export function RegisterOfMeeting({ meeting }: { meeting: FragmentType<typeof RegisterOfMeetingFragment> }) {
  const read = readFragment(RegisterOfMeetingFragment, meeting)
  const { id, cancelledAt, registerBegunAt, registerClosedAt, viewerCanRegister: can } = read
  if (!registerBegunAt && !can.fill && !can.checkIn) return null
  return (
    <section aria-labelledby="register">
      <h2 className="govuk-heading-m" id="register">
        Register
      </h2>
      {cancelledAt && registerBegunAt && (
        <InsetText>
          This meeting was cancelled after the register was begun. What was marked can be read here, and
          counts nowhere.
        </InsetText>
      )}
      {can.checkIn && <Button href={`/meetings/${id}/check-in`}>Check in with the code</Button>}
      {can.fill && (
        <Button href={`/meetings/${id}/register`} variant={can.checkIn ? 'secondary' : undefined}>
          {registerBegunAt ? 'Go on with the register' : 'Fill in the register'}
        </Button>
      )}
      {registerClosedAt && (
        <p className="govuk-body">
          Closed by {read.registerClosedByName} on {formatDay(todayInLondon(new Date(registerClosedAt)))}.
        </p>
      )}
      {registerBegunAt && (
        <RegisterTotals totals={totalsOf(read.expected.map(({ mark }) => mark?.mark ?? null))} />
      )}
      {registerClosedAt && <Marks meeting={read} />}
      {read.quorumResult && <Quorum {...read.quorumResult} />}
      {registerBegunAt && !can.fill && <GuestsOfMeeting meeting={read} />}
    </section>
  )
}

function Marks({ meeting }: { meeting: Fragment }) {
  const { id, expected, viewerCanRegister: can } = meeting
  return (
    <Table
      caption="Who came"
      captionClassName="govuk-visually-hidden"
      stacked
      head={['Agency', 'Who', 'Mark']}
      rows={expected.map(({ placeId, organisation, mark }) => [
        organisation?.name ?? 'An agency',
        mark ? (mark.cameName ?? mark.holderName ?? 'Nobody') : 'Nobody yet',
        mark ? (
          <div>
            <span aria-hidden="true">{markSymbol[mark.mark]} </span>
            {markName[mark.mark]}
            {mark.seniorEnough === false && ', not senior enough'}
            {mark.reason && <p className="govuk-body-s bw-prose">{mark.reason}</p>}
            <Corrections corrections={mark.corrections} />
            {can.correct && (
              <p className="govuk-body-s">
                <Link href={`/meetings/${id}/register/${placeId}/correct`}>
                  Correct<span className="govuk-visually-hidden"> the mark of {organisation?.name}</span>
                </Link>
              </p>
            )}
          </div>
        ) : (
          'No mark yet'
        ),
      ])}
    />
  )
}

type Correction = NonNullable<Fragment['expected'][number]['mark']>['corrections'][number]

function Corrections({ corrections }: { corrections: readonly Correction[] }) {
  if (corrections.length === 0) return null
  return (
    <>
      {' '}
      <Tag colour="grey">Corrected</Tag>
      <ul className="govuk-list govuk-body-s">
        {corrections.map(({ id, beforeMark, beforeCameName, why, correctedByName, correctedAt }) => (
          <li key={id}>
            It said {markName[beforeMark].toLowerCase()}
            {beforeCameName && ` (${beforeCameName})`} until {correctedByName} corrected it on{' '}
            {formatDay(todayInLondon(new Date(correctedAt)))}: {why}
          </li>
        ))}
      </ul>
    </>
  )
}

function Quorum({ met, result }: { met: boolean; result: unknown }) {
  return (
    <>
      <p className="govuk-body">
        <strong>{met ? 'The quorum was there.' : 'The quorum was not there.'}</strong> This was found when the
        register was closed.
      </p>
      <Details summary="What was needed">
        {/* oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the server keeps what the shared rule gave */}
        <QuorumParts result={result as QuorumResult} />
      </Details>
    </>
  )
}
