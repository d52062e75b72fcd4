import { useNavigate, useParams, useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import { roleName } from '@boardwork/shared/board/role.ts'
import { emailProblem } from '@boardwork/shared/identity/person.ts'
import { graphql } from '../../gql/gql.ts'
import type { InvitePageQuery as Page, Role } from '../../gql/graphql.ts'
import { BackLink } from '../../govuk/BackLink.tsx'
import { Radios } from '../../govuk/Radios.tsx'
import { Select } from '../../govuk/Select.tsx'
import { TextInput } from '../../govuk/TextInput.tsx'
import { Form } from '../../page/Form.tsx'
import { FormProblems, problemOf } from '../../page/FormProblems.tsx'
import { Main } from '../../page/Main.tsx'
import { Missing } from '../../page/Missing.tsx'
import { saved } from '../../page/SavedBanner.tsx'
import { useDraft } from '../../page/useDraft.ts'
import { usePageTitle } from '../../page/usePageTitle.ts'
import { useSave } from '../../page/useSave.ts'

export const InvitePageQuery = graphql(`
  query InvitePage($boardId: ID!) {
    board(id: $boardId) {
      id
      name
      organisationId
      seats {
        id
        live
        organisation {
          id
          name
        }
        viewerCan {
          nameDeputy
        }
      }
      viewerCan {
        invite
        addSeat
      }
    }
    organisations {
      id
      name
    }
  }
`)

const Invite = graphql(`
  mutation InviteToBoard($input: InviteInput!) {
    result: invite(input: $input) {
      __typename
      ... on Invitation {
        id
        email
      }
      ...InvalidInputRefusal
      ...NotReadyRefusal
    }
  }
`)

const seated = ['MEMBER', 'DEPUTY'] as const
const hints: Partial<Record<Role, string>> = {
  MEMBER:
    'Holds a seat of their organisation. Whoever holds it now gives it up when the invitation is accepted.',
  DEPUTY: 'May stand in for the holder of a seat.',
}

/** Invites somebody by e-mail to a role or a seat at the board. */
export function InvitePage() {
  const { boardId = '' } = useParams()
  const [search] = useSearchParams()
  const [{ data }] = useQuery({ query: InvitePageQuery, variables: { boardId } })
  if (!data?.board?.viewerCan.invite) return <Missing />
  return (
    <InviteForm board={data.board} organisations={data.organisations} seatId={search.get('seat') ?? ''} />
  )
}

interface InviteFormProps {
  board: NonNullable<Page['board']>
  organisations: Page['organisations']
  /** The seat from which somebody came here. */
  seatId: string
}

function InviteForm({ board, organisations, seatId }: InviteFormProps) {
  const navigate = useNavigate()
  const { save, saving, refused } = useSave(Invite)
  const [typed, type, clear] = useDraft<{
    email: string
    role: Role | ''
    seatId: string
    organisationId: string
  }>(`invite:${board.id}:${seatId}`, {
    email: '',
    role: seatId ? 'MEMBER' : '',
    seatId,
    organisationId: board.organisationId,
  })
  usePageTitle('Invite somebody')
  const seats = (board.seats ?? []).filter((seat) => seat.live)
  const isSeated = seated.some((role) => role === typed.role)
  const roles: Role[] = [
    ...(board.viewerCan.addSeat ? seated : []),
    'COORDINATOR',
    'CHAIR',
    'MODERATOR',
    'SCRUTINY',
  ]
  const back = `/boards/${board.id}/people`

  const submit = async () => {
    const seat = isSeated ? seats.find(({ id }) => id === typed.seatId) : undefined
    const wrongEmail = emailProblem(typed.email)
    const invitation = await save(
      (clientMutationId) => ({
        scope: 'BOARD',
        scopeId: board.id,
        // With no role chosen a problem was found, and nothing is sent.
        role: typed.role === '' ? 'SCRUTINY' : typed.role,
        email: typed.email,
        organisationId: isSeated ? (seat?.organisation?.id ?? '') : typed.organisationId,
        seatId: seat?.id ?? null,
        clientMutationId,
      }),
      [
        ...(wrongEmail ? [{ field: 'email', message: wrongEmail }] : []),
        ...(typed.role === '' ? [{ field: 'role', message: 'Choose a role.' }] : []),
        ...(isSeated && !seat ? [{ field: 'seatId', message: 'Choose a seat.' }] : []),
      ],
    )
    if (!invitation) return
    clear()
    void navigate(back, { state: saved(`The invitation to ${invitation.email} is on its way`) })
  }

  return (
    <Main before={<BackLink href={back}>Back to the people</BackLink>}>
      <FormProblems refused={refused} />
      <span className="govuk-caption-l">{board.name}</span>
      <h1 className="govuk-heading-l">Invite somebody by e-mail</h1>
      <p>The invitation can be used once, within seven days, by whoever reads mail at this address.</p>
      <Form action="Send the invitation" saving={saving} onSubmit={submit}>
        <TextInput
          name="email"
          type="email"
          label="E-mail address"
          hint="Their address at work."
          autoComplete="off"
          spellCheck={false}
          value={typed.email}
          errorMessage={problemOf(refused, 'email')}
          onChange={(event) => type({ ...typed, email: event.target.value })}
        />
        <Radios
          name="role"
          fieldset={{ legend: 'Role' }}
          items={roles.map((role) => ({
            value: role,
            text: roleName[role],
            ...(hints[role] ? { hint: hints[role] } : {}),
          }))}
          value={typed.role}
          errorMessage={problemOf(refused, 'role')}
          onValueChange={(value) => type({ ...typed, role: roles.find((role) => role === value) ?? '' })}
        />
        {isSeated ? (
          <Select
            name="seatId"
            label="Seat"
            items={[
              { value: '', text: 'Choose a seat' },
              ...seats.map(({ id, organisation }) => ({
                value: id,
                text: organisation?.name ?? 'An organisation of another region',
              })),
            ]}
            value={typed.seatId}
            errorMessage={problemOf(refused, 'seatId') ?? problemOf(refused, 'organisationId')}
            onChange={(event) => type({ ...typed, seatId: event.target.value })}
          />
        ) : (
          <Select
            name="organisationId"
            label="Organisation that the person works for"
            items={organisations.map(({ id, name }) => ({ value: id, text: name }))}
            value={typed.organisationId}
            errorMessage={problemOf(refused, 'organisationId')}
            onChange={(event) => type({ ...typed, organisationId: event.target.value })}
          />
        )}
      </Form>
    </Main>
  )
}
