import { useState } from 'react'
import { useParams } from 'react-router'
import { useQuery } from 'urql'
import { roleName } from '@boardwork/shared/board/role.ts'
import { passwordProblem } from '@boardwork/shared/identity/password.ts'
import { nameProblem, personLimits } from '@boardwork/shared/identity/person.ts'
import type { FieldMessage } from '@boardwork/shared/organisation/checkText.ts'
import { readFragment } from '../../gql/fragment-masking.ts'
import type { FragmentType } from '../../gql/fragment-masking.ts'
import { graphql } from '../../gql/gql.ts'
import { InsetText } from '../../govuk/InsetText.tsx'
import { Link } from '../../govuk/Link.tsx'
import { PasswordInput } from '../../govuk/PasswordInput.tsx'
import { SummaryList } from '../../govuk/SummaryList.tsx'
import { TextInput } from '../../govuk/TextInput.tsx'
import { Form } from '../../page/Form.tsx'
import { FormProblems, problemOf } from '../../page/FormProblems.tsx'
import { Main } from '../../page/Main.tsx'
import { useDraft } from '../../page/useDraft.ts'
import { usePageTitle } from '../../page/usePageTitle.ts'
import { useSave } from '../../page/useSave.ts'
import { day } from './times.ts'
import { NewPassword } from './NewPassword.tsx'
import { openAnew } from './nextAddress.ts'

export const InvitationPageQuery = graphql(`
  query InvitationPage($token: String!) {
    viewer {
      id
      email
    }
    invitation(token: $token) {
      state
      ...AcceptInvitationForm
    }
  }
`)

const closed = {
  ACCEPTED: {
    title: 'This invitation has been used already',
    text: 'If it was you who used it, sign in. If it was not, tell whoever invited you.',
  },
  EXPIRED: {
    title: 'This invitation is too old',
    text: 'An invitation can be used for seven days. Ask whoever invited you to send it again.',
  },
  WITHDRAWN: {
    title: 'This invitation has been withdrawn',
    text: 'Ask whoever invited you if you should have access.',
  },
  WRONG: {
    title: 'This link is not right',
    text: 'Part of it may be missing, or you may have been sent a newer one. Open the whole link from the newest e-mail.',
  },
}

export function InvitationPage() {
  const { token = '' } = useParams()
  const [{ data }] = useQuery({ query: InvitationPageQuery, variables: { token } })
  if (!data) return null
  const { invitation, viewer } = data
  if (invitation?.state === 'OPEN')
    return <AcceptInvitationForm invitation={invitation} token={token} signedInAs={viewer?.email ?? null} />
  return <Closed {...closed[invitation?.state ?? 'WRONG']} />
}

function Closed({ title, text }: { title: string; text: string }) {
  usePageTitle(title)
  return (
    <Main>
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="govuk-body">{text}</p>
      <p className="govuk-body">
        <Link href="/sign-in">Sign in</Link>
      </p>
    </Main>
  )
}

const AcceptInvitationFormFragment = graphql(`
  fragment AcceptInvitationForm on OpenedInvitation {
    role
    scopeName
    organisationName
    invitedByName
    email
    expiresAt
    needsAccount
    isForViewer
  }
`)

const AcceptInvitation = graphql(`
  mutation AcceptInvitation($input: AcceptInvitationInput!) {
    result: acceptInvitation(input: $input) {
      ... on Viewer {
        id
      }
      ...InvalidInputRefusal
      ...NotReadyRefusal
    }
  }
`)

function AcceptInvitationForm({
  invitation,
  token,
  signedInAs,
}: {
  invitation: FragmentType<typeof AcceptInvitationFormFragment>
  token: string
  signedInAs: string | null
}) {
  const { role, scopeName, organisationName, invitedByName, email, expiresAt, needsAccount, isForViewer } =
    readFragment(AcceptInvitationFormFragment, invitation)
  const { save, saving, refused } = useSave(AcceptInvitation)
  const [name, setName, clearName] = useDraft('invitation', '')
  const [password, setPassword] = useState('')
  usePageTitle(`Invitation to ${scopeName}`)

  function check(): FieldMessage[] {
    if (isForViewer) return []
    if (!needsAccount) return password === '' ? [{ field: 'password', message: 'Enter your password.' }] : []
    const wrongName = nameProblem(name)
    const wrongPassword = passwordProblem(password, { email, name })
    return [
      ...(wrongName ? [{ field: 'name', message: wrongName }] : []),
      ...(wrongPassword ? [{ field: 'password', message: wrongPassword }] : []),
    ]
  }

  async function accept() {
    const viewer = await save(
      () => ({ token, name: needsAccount ? name : null, password: isForViewer ? null : password }),
      check(),
    )
    if (!viewer) return
    clearName()
    openAnew('/')
  }

  return (
    <Main>
      <FormProblems refused={refused} />
      <h1 className="govuk-heading-l">Invitation to {scopeName}</h1>
      <SummaryList
        rows={[
          { key: 'Your role', value: `${roleName[role]}, ${scopeName}` },
          { key: 'You work for', value: organisationName },
          { key: 'Invited by', value: invitedByName },
          { key: 'For', value: email },
          { key: 'Can be used until', value: day(expiresAt) },
        ]}
      />
      {signedInAs !== null && !isForViewer && (
        <InsetText>
          You are signed in as {signedInAs}, and the invitation is for {email}. When you accept, you are
          signed in as {email} instead.
        </InsetText>
      )}
      <Form action="Accept the invitation" saving={saving} onSubmit={accept}>
        {needsAccount && (
          <>
            <p className="govuk-body">You need an account for this address. It is for all your boards.</p>
            <TextInput
              name="name"
              label="Your name"
              hint="As others at the board should read it."
              autoComplete="name"
              maxLength={personLimits.name}
              value={name}
              errorMessage={problemOf(refused, 'name')}
              onChange={(event) => setName(event.target.value)}
            />
            <NewPassword
              name="password"
              label="Password"
              value={password}
              errorMessage={problemOf(refused, 'password')}
              onChange={setPassword}
            />
          </>
        )}
        {!needsAccount && !isForViewer && (
          <PasswordInput
            name="password"
            label={`The password of your account ${email}`}
            value={password}
            errorMessage={problemOf(refused, 'password')}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Form>
      {!needsAccount && !isForViewer && (
        <p className="govuk-body">
          <Link href="/forgotten-password">I have forgotten my password</Link>
        </p>
      )}
    </Main>
  )
}
