import { useNavigate } from 'react-router'
import { useQuery } from 'urql'
import { emailProblem } from '@boardwork/shared/identity/person.ts'
import { graphql } from '../../gql/gql.ts'
import { BackLink } from '../../govuk/BackLink.tsx'
import { Select } from '../../govuk/Select.tsx'
import { TextInput } from '../../govuk/TextInput.tsx'
import { WarningText } from '../../govuk/WarningText.tsx'
import { Form } from '../../page/Form.tsx'
import { FormProblems, problemOf } from '../../page/FormProblems.tsx'
import { Main } from '../../page/Main.tsx'
import { saved } from '../../page/SavedBanner.tsx'
import { useDraft } from '../../page/useDraft.ts'
import { usePageTitle } from '../../page/usePageTitle.ts'
import { useSave } from '../../page/useSave.ts'

export const InviteAdministratorPageQuery = graphql(`
  query InviteAdministratorPage {
    organisations {
      id
      name
    }
  }
`)

const InviteAdministrator = graphql(`
  mutation InviteAdministrator($input: InviteInput!) {
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

/** The platform has one scope, and so no id of its own. */
const platform = '00000000-0000-0000-0000-000000000000'

/** An administrator invites another one by e-mail. */
export function InviteAdministratorPage() {
  const navigate = useNavigate()
  const [{ data }] = useQuery({ query: InviteAdministratorPageQuery })
  const { save, saving, refused } = useSave(InviteAdministrator)
  const [typed, type, clear] = useDraft('invite:administrator', { email: '', organisationId: '' })
  usePageTitle('Invite an administrator')

  const submit = async () => {
    const wrongEmail = emailProblem(typed.email)
    const invitation = await save(
      (clientMutationId) => ({
        scope: 'PLATFORM',
        scopeId: platform,
        role: 'ADMINISTRATOR',
        ...typed,
        clientMutationId,
      }),
      [
        ...(wrongEmail ? [{ field: 'email', message: wrongEmail }] : []),
        ...(typed.organisationId === ''
          ? [{ field: 'organisationId', message: 'Choose the organisation that the person works for.' }]
          : []),
      ],
    )
    if (!invitation) return
    clear()
    void navigate('/people', { state: saved(`The invitation to ${invitation.email} is on its way`) })
  }

  return (
    <Main before={<BackLink href="/people">Back to the people</BackLink>}>
      <FormProblems refused={refused} />
      <h1 className="govuk-heading-l">Invite an administrator</h1>
      <WarningText>
        Administrators make boards, appoint coordinators and switch accounts off. Invite only people who run
        Boardwork.
      </WarningText>
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
        <Select
          name="organisationId"
          label="Organisation that the person works for"
          items={[
            { value: '', text: 'Choose an organisation' },
            ...(data?.organisations ?? []).map(({ id, name }) => ({ value: id, text: name })),
          ]}
          value={typed.organisationId}
          errorMessage={problemOf(refused, 'organisationId')}
          onChange={(event) => type({ ...typed, organisationId: event.target.value })}
        />
      </Form>
    </Main>
  )
}
