import { useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { validateBoardName } from '@boardwork/shared/board/boardRules.ts'
import { graphql } from '../../gql/gql.ts'
import { BackLink } from '../../govuk/BackLink.tsx'
import { Select } from '../../govuk/Select.tsx'
import { TextInput } from '../../govuk/TextInput.tsx'
import { Form } from '../../page/Form.tsx'
import { FormProblems, problemOf } from '../../page/FormProblems.tsx'
import { Main } from '../../page/Main.tsx'
import { Missing, missingTitle } from '../../page/Missing.tsx'
import { saved } from '../../page/SavedBanner.tsx'
import { useDraft } from '../../page/useDraft.ts'
import { usePageTitle } from '../../page/usePageTitle.ts'
import { useSave } from '../../page/useSave.ts'
import { personItems } from './personItems.ts'

export const NewSubGroupPageQuery = graphql(`
  query NewSubGroupPage($boardId: ID!) {
    board(id: $boardId) {
      id
      name
      viewerTies {
        role
      }
      viewerCan {
        createSubGroup
      }
    }
    knownPeople {
      id
      name
    }
  }
`)

const CreateSubGroup = graphql(`
  mutation CreateSubGroup($input: CreateSubGroupInput!) {
    result: createSubGroup(input: $input) {
      __typename
      ... on Board {
        id
        name
        parent {
          id
          subGroups {
            id
            name
          }
        }
      }
      ...InvalidInputRefusal
      ...NotReadyRefusal
    }
  }
`)

/** Adds a sub-group to a board. Its coordinator is whoever adds it and runs the board, or whom an administrator names. */
export function NewSubGroupPage() {
  const { boardId = '' } = useParams()
  const navigate = useNavigate()
  const [{ data }] = useQuery({ query: NewSubGroupPageQuery, variables: { boardId } })
  const { save, saving, refused } = useSave(CreateSubGroup)
  const [typed, type, clear] = useDraft(`board:sub-group:${boardId}`, { name: '', coordinatorId: '' })
  usePageTitle(data?.board?.viewerCan.createSubGroup ? 'Add a sub-group' : missingTitle)
  const board = data?.board
  if (!data || !board?.viewerCan.createSubGroup) return <Missing />
  const runsBoard = board.viewerTies.some((tie) => tie.role === 'COORDINATOR')

  const submit = async () => {
    const { name, coordinatorId } = typed
    const nobody = !runsBoard && coordinatorId === ''
    const subGroup = await save(
      (clientMutationId) => ({ boardId, name, coordinatorId: coordinatorId || null, clientMutationId }),
      [
        ...validateBoardName({ name }),
        ...(nobody ? [{ field: 'coordinatorId', message: 'Choose who coordinates it.' }] : []),
      ],
    )
    if (!subGroup) return
    clear()
    const words = `The sub-group “${subGroup.name}” is added`
    void navigate(coordinatorId === '' ? `/boards/${subGroup.id}` : `/boards/${boardId}`, {
      state: saved(words),
    })
  }

  return (
    <Main before={<BackLink href={`/boards/${board.id}`}>Back to the board</BackLink>}>
      <FormProblems refused={refused} />
      <span className="govuk-caption-l">{board.name}</span>
      <h1 className="govuk-heading-l">Add a sub-group</h1>
      <p>
        A sub-group has its own seats, people and plans. Only people with a role or seat in it can see it.
      </p>
      <Form action="Add the sub-group" saving={saving} onSubmit={submit}>
        <TextInput
          name="name"
          label="Name of the sub-group"
          value={typed.name}
          errorMessage={problemOf(refused, 'name')}
          onChange={(event) => type({ ...typed, name: event.target.value })}
        />
        <Select
          name="coordinatorId"
          label="Who coordinates it"
          items={personItems(data.knownPeople, runsBoard ? 'I do' : 'Choose a person')}
          value={typed.coordinatorId}
          errorMessage={problemOf(refused, 'coordinatorId')}
          onChange={(event) => type({ ...typed, coordinatorId: event.target.value })}
        />
      </Form>
    </Main>
  )
}
