import { useNavigate } from 'react-router'
import { useQuery } from 'urql'
import { BoardKind, boardKindName } from '@boardwork/shared/board/boardKind.ts'
import { validateNewBoard } from '@boardwork/shared/board/boardRules.ts'
import { graphql } from '../../gql/gql.ts'
import { BackLink } from '../../govuk/BackLink.tsx'
import { Fieldset } from '../../govuk/Fieldset.tsx'
import { Radios } from '../../govuk/Radios.tsx'
import { Select } from '../../govuk/Select.tsx'
import { TextInput } from '../../govuk/TextInput.tsx'
import { Form } from '../../page/Form.tsx'
import { FormProblems, problemOf } from '../../page/FormProblems.tsx'
import { Main } from '../../page/Main.tsx'
import { saved } from '../../page/SavedBanner.tsx'
import { useDraft } from '../../page/useDraft.ts'
import { usePageTitle } from '../../page/usePageTitle.ts'
import { useSave } from '../../page/useSave.ts'
import { personItems } from './personItems.ts'

export const NewBoardPageQuery = graphql(`
  query NewBoardPage {
    organisations(kind: COUNCIL) {
      id
      name
    }
    knownPeople {
      id
      name
    }
  }
`)

const CreateBoard = graphql(`
  mutation CreateBoard($input: CreateBoardInput!) {
    result: createBoard(input: $input) {
      __typename
      ... on Board {
        id
        name
      }
      ...InvalidInputRefusal
    }
  }
`)

const kinds = Object.values(BoardKind)

/** An administrator makes a council's board and appoints who coordinates it. */
export function NewBoardPage() {
  const navigate = useNavigate()
  const [{ data }] = useQuery({ query: NewBoardPageQuery })
  const { save, saving, refused } = useSave(CreateBoard)
  const [typed, type, clear] = useDraft<{
    organisationId: string
    name: string
    kind: BoardKind | ''
    coordinatorId: string
    coordinatorEmail: string
  }>('board:new', {
    organisationId: '',
    name: '',
    kind: '',
    coordinatorId: '',
    coordinatorEmail: '',
  })
  usePageTitle('Make a board')

  const submit = async () => {
    const { organisationId, name, kind } = typed
    const coordinatorId = typed.coordinatorId || null
    const coordinatorEmail = typed.coordinatorEmail.trim() || null
    const problems = validateNewBoard({ organisationId, name, kind, coordinatorId, coordinatorEmail })
    const board = await save(
      (clientMutationId) => ({
        organisationId,
        name,
        // With no kind chosen a problem was found, and nothing is sent.
        kind: kind === '' ? 'ADULTS' : kind,
        coordinatorId,
        coordinatorEmail,
        clientMutationId,
      }),
      problems,
    )
    if (!board) return
    clear()
    void navigate('/boards', { state: saved(`The board “${board.name}” is made`) })
  }

  return (
    <Main before={<BackLink href="/boards">Back to all boards</BackLink>}>
      <FormProblems refused={refused} />
      <h1 className="govuk-heading-l">Make a board</h1>
      <Form action="Make the board" saving={saving} onSubmit={submit}>
        <Select
          name="organisationId"
          label="Council"
          items={[
            { value: '', text: 'Choose a council' },
            ...(data?.organisations ?? []).map(({ id, name }) => ({ value: id, text: name })),
          ]}
          value={typed.organisationId}
          errorMessage={problemOf(refused, 'organisationId')}
          onChange={(event) => type({ ...typed, organisationId: event.target.value })}
        />
        <TextInput
          name="name"
          label="Name of the board"
          hint="For example, Fernshire Safeguarding Adults Board"
          value={typed.name}
          errorMessage={problemOf(refused, 'name')}
          onChange={(event) => type({ ...typed, name: event.target.value })}
        />
        <Radios
          name="kind"
          fieldset={{ legend: 'What does it look after?' }}
          items={kinds.map((kind) => ({ value: kind, text: boardKindName[kind] }))}
          value={typed.kind}
          errorMessage={problemOf(refused, 'kind')}
          onValueChange={(value) => type({ ...typed, kind: kinds.find((kind) => kind === value) ?? '' })}
        />
        <Fieldset legend={{ children: 'Who coordinates it?', className: 'govuk-fieldset__legend--m' }}>
          <Select
            name="coordinatorId"
            label="Somebody who has an account"
            items={personItems(data?.knownPeople ?? [], 'Nobody from this list')}
            value={typed.coordinatorId}
            errorMessage={problemOf(refused, 'coordinatorId')}
            onChange={(event) => type({ ...typed, coordinatorId: event.target.value })}
          />
          <TextInput
            name="coordinatorEmail"
            type="email"
            label="Or the e-mail address of somebody to invite"
            hint="Leave it empty if you chose somebody above."
            autoComplete="off"
            spellCheck={false}
            value={typed.coordinatorEmail}
            errorMessage={problemOf(refused, 'coordinatorEmail')}
            onChange={(event) => type({ ...typed, coordinatorEmail: event.target.value })}
          />
        </Fieldset>
      </Form>
    </Main>
  )
}
