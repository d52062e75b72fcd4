import { useNavigate } from 'react-router'
import { graphql } from '../../gql/gql.ts'
import type { SeatRowFragment as Seat } from '../../gql/graphql.ts'
import { Button } from '../../govuk/Button.tsx'
import { Select } from '../../govuk/Select.tsx'
import { Form } from '../../page/Form.tsx'
import { FormProblems, problemOf } from '../../page/FormProblems.tsx'
import { saved } from '../../page/SavedBanner.tsx'
import { useDraft } from '../../page/useDraft.ts'
import { useSave } from '../../page/useSave.ts'
import { personItems } from './personItems.ts'

const NameDeputy = graphql(`
  mutation NameDeputy($input: NameDeputyInput!) {
    result: nameDeputy(input: $input) {
      __typename
      ... on Deputy {
        id
        person {
          id
          name
        }
        seat {
          id
          ...SeatRow
        }
      }
      ...InvalidInputRefusal
      ...NotReadyRefusal
    }
  }
`)

const EndDeputy = graphql(`
  mutation EndDeputy($input: EndDeputyInput!) {
    result: endDeputy(input: $input) {
      __typename
      ... on Deputy {
        id
        endedAt
      }
      ...NotReadyRefusal
    }
  }
`)

interface DeputiesProps {
  boardId: string
  seat: Seat
  people: readonly { id: string; name: string }[]
}

/** Who may stand in for the holder of a seat, and who is to. */
export function Deputies({ boardId, seat, people }: DeputiesProps) {
  const navigate = useNavigate()
  const naming = useSave(NameDeputy)
  const ending = useSave(EndDeputy)
  const [personId, choose, clear] = useDraft(`deputy:${seat.id}`, '')
  const deputies = seat.deputies.filter((deputy) => !deputy.endedAt)
  const here = `/boards/${boardId}/seats/${seat.id}`

  const name = async () => {
    const deputy = await naming.save(
      (clientMutationId) => ({ seatId: seat.id, personId, clientMutationId }),
      personId === '' ? [{ field: 'personId', message: 'Choose a person.' }] : [],
    )
    if (!deputy) return
    clear()
    choose('')
    const words = `${deputy.person?.name ?? 'The person'} is a deputy`
    void navigate(here, { replace: true, state: saved(words) })
  }

  const end = async (deputyId: string, who: string) => {
    const deputy = await ending.save((clientMutationId) => ({ deputyId, clientMutationId }))
    if (deputy) void navigate(here, { replace: true, state: saved(`${who} is not a deputy any more`) })
  }

  return (
    <section aria-labelledby="deputies">
      <h2 className="govuk-heading-m" id="deputies">
        Deputies
      </h2>
      <FormProblems refused={ending.refused} />
      {deputies.length === 0 && <p>Nobody stands in for the holder.</p>}
      <ul className="govuk-list bw-entries">
        {deputies.map((deputy) => {
          const who = deputy.person?.name ?? 'Somebody you do not know'
          return (
            <li key={deputy.id} className="bw-entries__split">
              {who}
              <Button
                type="button"
                variant="secondary"
                className="govuk-!-margin-bottom-0"
                disabled={ending.saving}
                onClick={() => void end(deputy.id, who)}
              >
                Remove<span className="govuk-visually-hidden"> {who} as deputy</span>
              </Button>
            </li>
          )
        })}
      </ul>
      <FormProblems refused={naming.refused} />
      <Form action="Name the deputy" variant="secondary" saving={naming.saving} onSubmit={name}>
        <Select
          name="personId"
          label="Name a deputy"
          items={personItems(people, 'Choose a person')}
          value={personId}
          errorMessage={problemOf(naming.refused, 'personId')}
          onChange={(event) => choose(event.target.value)}
        />
      </Form>
    </section>
  )
}
