import { useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { readTypedDay } from '@boardwork/shared/board/dates.ts'
import { validateSeatEnd, validateSeatStart } from '@boardwork/shared/board/seatRules.ts'
import { readFragment } from '../../gql/fragment-masking.ts'
import { graphql } from '../../gql/gql.ts'
import type { SeatRowFragment as Seat } from '../../gql/graphql.ts'
import { BackLink } from '../../govuk/BackLink.tsx'
import { Checkboxes } from '../../govuk/Checkboxes.tsx'
import { Link } from '../../govuk/Link.tsx'
import { Select } from '../../govuk/Select.tsx'
import { DayField, partsOf } from '../../page/DayField.tsx'
import { Form } from '../../page/Form.tsx'
import { FormProblems, problemOf } from '../../page/FormProblems.tsx'
import { Main } from '../../page/Main.tsx'
import { Missing } from '../../page/Missing.tsx'
import { saved, SavedBanner } from '../../page/SavedBanner.tsx'
import { useDraft } from '../../page/useDraft.ts'
import { usePageTitle } from '../../page/usePageTitle.ts'
import { useSave } from '../../page/useSave.ts'
import { WhyLink } from '../../page/WhyLink.tsx'
import { Deputies } from './Deputies.tsx'
import { personItems } from './personItems.ts'
import { SeatRowFragment } from './SeatsPage.tsx'

export const ChangeSeatPageQuery = graphql(`
  query ChangeSeatPage($boardId: ID!) {
    board(id: $boardId) {
      id
      name
      seats {
        id
        ...SeatRow
      }
    }
    knownPeople {
      id
      name
    }
  }
`)

const ChangeSeat = graphql(`
  mutation ChangeSeat($input: ChangeSeatInput!) {
    result: changeSeat(input: $input) {
      __typename
      ... on Seat {
        id
        ...SeatRow
      }
      ...InvalidInputRefusal
      ...ConflictRefusal
    }
  }
`)

interface People {
  people: readonly { id: string; name: string }[]
}

/** A coordinator changes a seat: who holds it, who stands in, what kind it is and when it ends. */
export function ChangeSeatPage() {
  const { boardId = '', seatId = '' } = useParams()
  const [{ data }] = useQuery({ query: ChangeSeatPageQuery, variables: { boardId } })
  const seat = readFragment(SeatRowFragment, data?.board?.seats)?.find(({ id }) => id === seatId)
  if (!data?.board || !seat?.viewerCan.change) return <Missing />
  return (
    <Main before={<BackLink href={`/boards/${boardId}/seats`}>Back to the seats</BackLink>}>
      <SavedBanner />
      <ChangeSeatForm boardId={boardId} boardName={data.board.name} seat={seat} people={data.knownPeople} />
      <Deputies boardId={boardId} seat={seat} people={data.knownPeople} />
      <h2 className="govuk-heading-m">Somebody who is not in the lists</h2>
      <p>
        <Link href={`/boards/${boardId}/people/invite?seat=${seat.id}`}>
          Invite somebody to this seat by e-mail
        </Link>
      </p>
      <WhyLink record="SEAT" id={seat.id} />
    </Main>
  )
}

function ChangeSeatForm({
  boardId,
  boardName,
  seat,
  people,
}: People & { boardId: string; boardName: string; seat: Seat }) {
  const navigate = useNavigate()
  const { save, saving, seenVersion, refused } = useSave(ChangeSeat)
  // The version belongs to what is typed: kept with it, a later change by somebody else is found after a reload too.
  const [typed, type, clear] = useDraft(`seat:${seat.id}`, {
    version: seat.version,
    holderId: seat.holderId ?? '',
    kind: [...(seat.required ? ['required'] : []), ...(seat.voting ? ['voting'] : [])],
    startsOn: partsOf(seat.startsOn),
    endsOn: partsOf(seat.endsOn),
  })
  const name = seat.organisation?.name ?? 'An organisation of another region'
  usePageTitle(`Change the seat of ${name}`)

  const submit = async () => {
    const startsOn = readTypedDay(typed.startsOn)
    const endsOn = readTypedDay(typed.endsOn)
    const answer = await save(
      (clientMutationId) => ({
        seatId: seat.id,
        version: Math.max(typed.version, seenVersion),
        holderId: typed.holderId || null,
        required: typed.kind.includes('required'),
        voting: typed.kind.includes('voting'),
        startsOn: startsOn ?? null,
        endsOn: endsOn ?? null,
        clientMutationId,
      }),
      [
        ...(startsOn
          ? validateSeatStart(startsOn, seat.startsOn)
          : [{ field: 'startsOn', message: 'Enter the first day of the seat.' }]),
        ...(endsOn === undefined
          ? [{ field: 'endsOn', message: 'Enter a real date, or leave all three boxes empty.' }]
          : validateSeatEnd(startsOn ?? seat.startsOn, endsOn)),
      ],
    )
    if (!answer) return
    clear()
    void navigate(`/boards/${boardId}/seats`, { state: saved(`The seat of ${name} is changed`) })
  }

  return (
    <>
      <FormProblems refused={refused} labels={labels} />
      <span className="govuk-caption-l">{boardName}</span>
      <h1 className="govuk-heading-l">Seat of {name}</h1>
      <Form action="Save the seat" saving={saving} onSubmit={submit}>
        <Select
          name="holderId"
          label={labels.holderId}
          items={personItems(people, 'Nobody: the seat is vacant', seat.holder)}
          value={typed.holderId}
          errorMessage={problemOf(refused, 'holderId')}
          onChange={(event) => type({ ...typed, holderId: event.target.value })}
        />
        <Checkboxes
          name="kind"
          fieldset={{ legend: 'Kind of seat' }}
          items={[
            { value: 'required', text: labels.required },
            { value: 'voting', text: labels.voting },
          ]}
          values={typed.kind}
          onValuesChange={(kind) => type({ ...typed, kind: [...kind] })}
        />
        <DayField
          name="startsOn"
          legend={labels.startsOn}
          hint="Enter an earlier day if the seat has been there for longer. Meetings of the past then expect it, too."
          value={typed.startsOn}
          errorMessage={problemOf(refused, 'startsOn')}
          onChange={(startsOn) => type({ ...typed, startsOn })}
        />
        <DayField
          name="endsOn"
          legend={labels.endsOn}
          hint="Leave it empty while the seat has no end. With the end of the seat, its holder and deputies lose what it opened."
          value={typed.endsOn}
          errorMessage={problemOf(refused, 'endsOn')}
          onChange={(endsOn) => type({ ...typed, endsOn })}
        />
      </Form>
    </>
  )
}

const labels = {
  holderId: 'Who holds it',
  required: 'The organisation has to take part',
  voting: 'The seat has a vote',
  startsOn: 'First day of the seat',
  endsOn: 'Last day of the seat',
} as const
