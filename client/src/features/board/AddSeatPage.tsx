import { useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { readTypedDay, todayInLondon } from '@boardwork/shared/board/dates.ts'
import { validateSeat } from '@boardwork/shared/board/seatRules.ts'
import { nameWithMergers } from '@boardwork/shared/organisation/merger.ts'
import { graphql } from '../../gql/gql.ts'
import { BackLink } from '../../govuk/BackLink.tsx'
import { Checkboxes } from '../../govuk/Checkboxes.tsx'
import { Select } from '../../govuk/Select.tsx'
import { DayField, partsOf } from '../../page/DayField.tsx'
import { Form } from '../../page/Form.tsx'
import { FormProblems, problemOf } from '../../page/FormProblems.tsx'
import { Main } from '../../page/Main.tsx'
import { Missing, missingTitle } from '../../page/Missing.tsx'
import { saved } from '../../page/SavedBanner.tsx'
import { useDraft } from '../../page/useDraft.ts'
import { usePageTitle } from '../../page/usePageTitle.ts'
import { useSave } from '../../page/useSave.ts'
import { personItems } from './personItems.ts'

export const AddSeatPageQuery = graphql(`
  query AddSeatPage($boardId: ID!) {
    board(id: $boardId) {
      id
      name
      viewerCan {
        addSeat
      }
    }
    organisations {
      id
      name
      partOf {
        organisationId
        organisationName
        since
      }
    }
    knownPeople {
      id
      name
    }
  }
`)

const AddSeat = graphql(`
  mutation AddSeat($input: AddSeatInput!) {
    result: addSeat(input: $input) {
      __typename
      ... on Seat {
        id
        organisation {
          id
          name
        }
        board {
          id
          seats {
            id
            ...SeatRow
          }
        }
      }
      ...InvalidInputRefusal
    }
  }
`)

/** A coordinator gives an organisation a place on the board. */
export function AddSeatPage() {
  const { boardId = '' } = useParams()
  const navigate = useNavigate()
  const [{ data }] = useQuery({ query: AddSeatPageQuery, variables: { boardId } })
  const { save, saving, refused } = useSave(AddSeat)
  const [typed, type, clear] = useDraft(`seat:new:${boardId}`, {
    organisationId: '',
    holderId: '',
    kind: ['required', 'voting'],
    startsOn: partsOf(todayInLondon()),
  })
  usePageTitle(data?.board?.viewerCan.addSeat ? 'Add a seat' : missingTitle)
  const board = data?.board
  if (!data || !board?.viewerCan.addSeat) return <Missing />

  const submit = async () => {
    const startsOn = readTypedDay(typed.startsOn)
    const { organisationId, holderId, kind } = typed
    const problems = validateSeat({ organisationId, startsOn: startsOn ?? '' })
    const seat = await save(
      (clientMutationId) => ({
        boardId,
        organisationId,
        holderId: holderId || null,
        required: kind.includes('required'),
        voting: kind.includes('voting'),
        startsOn: startsOn ?? '',
        clientMutationId,
      }),
      startsOn === undefined
        ? problems.map((problem) =>
            problem.field === 'startsOn' ? { field: 'startsOn', message: 'Enter a real date.' } : problem,
          )
        : problems,
    )
    if (!seat) return
    clear()
    const words = `${seat.organisation?.name ?? 'The organisation'} has a seat`
    void navigate(`/boards/${boardId}/seats`, { state: saved(words) })
  }

  return (
    <Main before={<BackLink href={`/boards/${board.id}/seats`}>Back to the seats</BackLink>}>
      <FormProblems refused={refused} />
      <span className="govuk-caption-l">{board.name}</span>
      <h1 className="govuk-heading-l">Add a seat</h1>
      <Form action="Add the seat" saving={saving} onSubmit={submit}>
        <Select
          name="organisationId"
          label="Organisation"
          hint="An administrator adds organisations that are missing here."
          items={[
            { value: '', text: 'Choose an organisation' },
            ...data.organisations.map(({ id, name, partOf }) => ({
              value: id,
              text: nameWithMergers({ organisationName: name, partOf: partOf ?? null }),
            })),
          ]}
          value={typed.organisationId}
          errorMessage={problemOf(refused, 'organisationId')}
          onChange={(event) => type({ ...typed, organisationId: event.target.value })}
        />
        <Select
          name="holderId"
          label="Who holds it"
          hint="Somebody who is not in the list can be invited to the seat once it is there."
          items={personItems(data.knownPeople, 'Nobody yet')}
          value={typed.holderId}
          errorMessage={problemOf(refused, 'holderId')}
          onChange={(event) => type({ ...typed, holderId: event.target.value })}
        />
        <Checkboxes
          name="kind"
          fieldset={{ legend: 'Kind of seat' }}
          items={[
            { value: 'required', text: 'The organisation has to take part' },
            { value: 'voting', text: 'The seat has a vote' },
          ]}
          values={typed.kind}
          onValuesChange={(kind) => type({ ...typed, kind: [...kind] })}
        />
        <DayField
          name="startsOn"
          legend="First day of the seat"
          hint="For example, 1 4 2026"
          value={typed.startsOn}
          errorMessage={problemOf(refused, 'startsOn')}
          onChange={(startsOn) => type({ ...typed, startsOn })}
        />
      </Form>
    </Main>
  )
}
