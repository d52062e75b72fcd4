import { useState } from 'react'
import { useQuery } from 'urql'
import { passwordProblem } from '@boardwork/shared/identity/password.ts'
import { nameProblem, personLimits } from '@boardwork/shared/identity/person.ts'
import { readFragment } from '../../gql/fragment-masking.ts'
import type { FragmentType } from '../../gql/fragment-masking.ts'
import { graphql } from '../../gql/gql.ts'
import { NotificationBanner } from '../../govuk/NotificationBanner.tsx'
import { PasswordInput } from '../../govuk/PasswordInput.tsx'
import { SummaryList } from '../../govuk/SummaryList.tsx'
import { TextInput } from '../../govuk/TextInput.tsx'
import { Form } from '../../page/Form.tsx'
import { FormProblems, problemOf } from '../../page/FormProblems.tsx'
import { Main } from '../../page/Main.tsx'
import { useDraft } from '../../page/useDraft.ts'
import { usePageTitle } from '../../page/usePageTitle.ts'
import { useSave } from '../../page/useSave.ts'
import { NewPassword } from './NewPassword.tsx'
import { Sessions } from './Sessions.tsx'

export const AccountPageQuery = graphql(`
  query AccountPage {
    viewer {
      id
      ...ChangeName
      ...ChangePassword
    }
    sessions {
      id
      ...SessionRow
    }
  }
`)

/** One's own account: name, password, and where one is signed in. */
export function AccountPage() {
  const [{ data }, ask] = useQuery({ query: AccountPageQuery })
  usePageTitle('Your account')
  if (!data?.viewer) return null
  return (
    <Main>
      <h1 className="govuk-heading-l">Your account</h1>
      <ChangeName viewer={data.viewer} />
      <ChangePassword viewer={data.viewer} />
      <Sessions sessions={data.sessions} readAgain={() => ask({ requestPolicy: 'network-only' })} />
    </Main>
  )
}

const ChangeNameFragment = graphql(`
  fragment ChangeName on Viewer {
    id
    name
    email
    version
  }
`)

const ChangeNameMutation = graphql(`
  mutation ChangeName($input: ChangeNameInput!) {
    result: changeName(input: $input) {
      ... on Viewer {
        ...ChangeName
      }
      ...InvalidInputRefusal
      ...ConflictRefusal
    }
  }
`)

function ChangeName({ viewer }: { viewer: FragmentType<typeof ChangeNameFragment> }) {
  const { name, email, version } = readFragment(ChangeNameFragment, viewer)
  const { save, saving, seenVersion, refused } = useSave(ChangeNameMutation)
  const [typed, setTyped, clear] = useDraft('account:name', name)
  const [saved, setSaved] = useState(false)

  async function submit() {
    setSaved(false)
    const wrong = nameProblem(typed)
    const viewerNow = await save(
      (clientMutationId) => ({
        name: typed,
        version: Math.max(version, seenVersion),
        clientMutationId,
      }),
      wrong ? [{ field: 'name', message: wrong }] : [],
    )
    if (!viewerNow) return
    clear()
    setSaved(true)
  }

  return (
    <section aria-labelledby="name-heading">
      <h2 className="govuk-heading-m" id="name-heading">
        Name and address
      </h2>
      {saved && <NotificationBanner type="success">Your name is saved</NotificationBanner>}
      <FormProblems refused={refused} labels={{ name: 'Your name' }} />
      <SummaryList rows={[{ key: 'E-mail address', value: email }]} />
      <Form action="Save the name" variant="secondary" saving={saving} onSubmit={submit}>
        <TextInput
          name="name"
          label="Your name"
          autoComplete="name"
          maxLength={personLimits.name}
          value={typed}
          errorMessage={problemOf(refused, 'name')}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Form>
    </section>
  )
}

const ChangePasswordFragment = graphql(`
  fragment ChangePassword on Viewer {
    name
    email
  }
`)

const ChangePasswordMutation = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    result: changePassword(input: $input) {
      ... on Done {
        message
      }
      ...InvalidInputRefusal
    }
  }
`)

function ChangePassword({ viewer }: { viewer: FragmentType<typeof ChangePasswordFragment> }) {
  const owner = readFragment(ChangePasswordFragment, viewer)
  const { save, saving, refused } = useSave(ChangePasswordMutation)
  const [currentPassword, setCurrentPassword] = useState('')
  const [newPassword, setNewPassword] = useState('')
  const [done, setDone] = useState<string | null>(null)

  async function change() {
    setDone(null)
    const wrong = passwordProblem(newPassword, owner)
    const answer = await save(
      (clientMutationId) => ({ currentPassword, newPassword, clientMutationId }),
      [
        ...(currentPassword === ''
          ? [{ field: 'currentPassword', message: 'Enter your current password.' }]
          : []),
        ...(wrong ? [{ field: 'newPassword', message: wrong }] : []),
      ],
    )
    if (!answer) return
    setDone(answer.message)
    setCurrentPassword('')
    setNewPassword('')
  }

  return (
    <section aria-labelledby="password-heading">
      <h2 className="govuk-heading-m" id="password-heading">
        Password
      </h2>
      {done !== null && (
        <NotificationBanner type="success" titleId="password-changed">
          {done}
        </NotificationBanner>
      )}
      <FormProblems refused={refused} />
      <Form action="Change the password" variant="secondary" saving={saving} onSubmit={change}>
        {/* A password manager keeps the new password under the right address. */}
        <input type="hidden" name="username" autoComplete="username" value={owner.email} readOnly />
        <PasswordInput
          name="currentPassword"
          label="Current password"
          value={currentPassword}
          errorMessage={problemOf(refused, 'currentPassword')}
          onChange={(event) => setCurrentPassword(event.target.value)}
        />
        <NewPassword
          name="newPassword"
          label="New password"
          value={newPassword}
          errorMessage={problemOf(refused, 'newPassword')}
          onChange={setNewPassword}
        />
      </Form>
    </section>
  )
}
