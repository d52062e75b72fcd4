import { useNavigate } from 'react-router'
import { useQuery } from 'urql'
import { BoardKind, boardKindName } from '@boardwork/shared/board/boardKind.ts'
import { validateNewBoard } from '@boardwork/shared/board/boardRules.ts'
import { graphql } from '../../gql/gql.ts'
import { BackLink } from '../../govuk/BackLink.tsx'
import { Button } from '../../govuk/Button.tsx'
import { Radios } from '../../govuk/Radios.tsx'
import { Select } from '../../govuk/Select.tsx'
import { TextInput } from '../../govuk/TextInput.tsx'
import { FormProblems, isRefused, problemOf } from '../../page/FormProblems.tsx'
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
      ... on InvalidInput {
        problems {
          field
          message
        }
      }
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
    how: string
    coordinatorId: string
    coordinatorEmail: string
  }>('board:new', { organisationId: '', name: '', kind: '', how: '', coordinatorId: '', coordinatorEmail: '' })
  usePageTitle('Make a board', isRefused(refused))

  const submit = async () => {
    const { organisationId, name, kind } = typed
    const coordinatorId = typed.how === 'coordinatorId' ? typed.coordinatorId || null : null
    const coordinatorEmail = typed.how === 'coordinatorEmail' ? typed.coordinatorEmail : null
    const problems = validateNewBoard({ organisationId, name, kind, coordinatorId, coordinatorEmail }).map(
      (problem) =>
        problem.field === 'coordinatorId' && typed.how === 'coordinatorEmail'
          ? { field: 'coordinatorEmail', message: 'Enter an e-mail address.' }
          : problem,
    )
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
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
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
        <Radios
          name="how"
          idPrefix={typed.how === '' ? 'coordinatorId' : 'how'}
          fieldset={{ legend: 'Who coordinates it?' }}
          errorMessage={typed.how === '' ? problemOf(refused, 'coordinatorId') : undefined}
          items={[
            {
              value: 'coordinatorId',
              text: 'Somebody who has an account',
              conditional: (
                <Select
                  name="coordinatorId"
                  id={typed.how === '' ? 'coordinator-select' : 'coordinatorId'}
                  label="Person"
                  items={personItems(data?.knownPeople ?? [], 'Choose a person')}
                  value={typed.coordinatorId}
                  errorMessage={typed.how === '' ? undefined : problemOf(refused, 'coordinatorId')}
                  onChange={(event) => type({ ...typed, coordinatorId: event.target.value })}
                />
              ),
            },
            {
              value: 'coordinatorEmail',
              text: 'Somebody whom I invite by e-mail',
              conditional: (
                <TextInput
                  name="coordinatorEmail"
                  type="email"
                  label="E-mail address"
                  autoComplete="off"
                  spellCheck={false}
                  value={typed.coordinatorEmail}
                  errorMessage={problemOf(refused, 'coordinatorEmail')}
                  onChange={(event) => type({ ...typed, coordinatorEmail: event.target.value })}
                />
              ),
            },
          ]}
          value={typed.how}
          onValueChange={(how) => type({ ...typed, how })}
        />
        <Button preventDoubleClick disabled={saving}>
          Make the board
        </Button>
      </form>
    </Main>
  )
}
