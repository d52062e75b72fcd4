import { useState } from 'react'
import { useQuery } from 'urql'
import { passwordProblem } from '@boardwork/shared/identity/password.ts'
import { nameProblem, personLimits } from '@boardwork/shared/identity/person.ts'
import { readFragment } from '../../gql/fragment-masking.ts'
import type { FragmentType } from '../../gql/fragment-masking.ts'
import { graphql } from '../../gql/gql.ts'
import { Button } from '../../govuk/Button.tsx'
import { NotificationBanner } from '../../govuk/NotificationBanner.tsx'
import { PasswordInput } from '../../govuk/PasswordInput.tsx'
import { SummaryList } from '../../govuk/SummaryList.tsx'
import { TextInput } from '../../govuk/TextInput.tsx'
import { Main } from '../../page/Main.tsx'
import { useDraft } from '../../page/useDraft.ts'
import { usePageTitle } from '../../page/usePageTitle.ts'
import { FormErrors, messageFor } from './FormErrors.tsx'
import { NewPassword } from './NewPassword.tsx'
import { Sessions } from './Sessions.tsx'
import { useProblems } from './useProblems.ts'
import { useSend } from './useSend.ts'

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
    changeName(input: $input) {
      ... on Viewer {
        ...ChangeName
      }
      ... on InvalidInput {
        problems {
          field
          message
        }
      }
      ... on Conflict {
        currentVersion
        fields {
          theirs
          yours
        }
      }
    }
  }
`)

function ChangeName({ viewer }: { viewer: FragmentType<typeof ChangeNameFragment> }) {
  const { name, email, version } = readFragment(ChangeNameFragment, viewer)
  const { problems, attempt, show } = useProblems()
  const { busy, send, failure } = useSend(ChangeNameMutation)
  const [typed, setTyped, clear] = useDraft('account:name', name)
  const [knownVersion, setKnownVersion] = useState(version)
  const [saved, setSaved] = useState(false)
  const shown = failure ? [{ field: null, message: failure }] : problems

  async function save() {
    setSaved(false)
    const wrong = nameProblem(typed)
    if (!show(wrong ? [{ field: 'name', message: wrong }] : [])) return
    const answer = (
      await send((clientMutationId) => ({
        input: { name: typed, version: Math.max(version, knownVersion), clientMutationId },
      }))
    )?.changeName
    if (!answer) return
    if (answer.__typename === 'Viewer') {
      clear()
      setSaved(true)
    } else if (answer.__typename === 'InvalidInput') show(answer.problems)
    else {
      setKnownVersion(answer.currentVersion)
      const [field] = answer.fields
      show([
        {
          field: 'name',
          message: `Your name was changed to “${field?.theirs ?? ''}” in the meantime. Save again to make it “${field?.yours ?? typed}”.`,
        },
      ])
    }
  }

  return (
    <section aria-labelledby="name-heading">
      <h2 className="govuk-heading-m" id="name-heading">
        Name and address
      </h2>
      {saved && <NotificationBanner type="success">Your name is saved</NotificationBanner>}
      <FormErrors problems={shown} attempt={attempt} />
      <SummaryList rows={[{ key: 'E-mail address', value: email }]} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <TextInput
          name="name"
          label="Your name"
          autoComplete="name"
          maxLength={personLimits.name}
          value={typed}
          errorMessage={messageFor(shown, 'name')}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button variant="secondary" preventDoubleClick disabled={busy}>
          Save the name
        </Button>
      </form>
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
    changePassword(input: $input) {
      ... on Done {
        message
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

function ChangePassword({ viewer }: { viewer: FragmentType<typeof ChangePasswordFragment> }) {
  const owner = readFragment(ChangePasswordFragment, viewer)
  const { problems, attempt, show } = useProblems()
  const { busy, send, failure } = useSend(ChangePasswordMutation)
  const [currentPassword, setCurrentPassword] = useState('')
  const [newPassword, setNewPassword] = useState('')
  const [done, setDone] = useState<string | null>(null)
  const shown = failure ? [{ field: null, message: failure }] : problems

  async function change() {
    setDone(null)
    const wrong = passwordProblem(newPassword, owner)
    const found = [
      ...(currentPassword === ''
        ? [{ field: 'currentPassword', message: 'Enter your current password.' }]
        : []),
      ...(wrong ? [{ field: 'newPassword', message: wrong }] : []),
    ]
    if (!show(found)) return
    const answer = (
      await send((clientMutationId) => ({ input: { currentPassword, newPassword, clientMutationId } }))
    )?.changePassword
    if (!answer) return
    if (answer.__typename === 'InvalidInput') show(answer.problems)
    else {
      setDone(answer.message)
      setCurrentPassword('')
      setNewPassword('')
    }
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
      <FormErrors problems={shown} attempt={attempt} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void change()
        }}
      >
        {/* A password manager keeps the new password under the right address. */}
        <input type="hidden" name="username" autoComplete="username" value={owner.email} readOnly />
        <PasswordInput
          name="currentPassword"
          label="Current password"
          value={currentPassword}
          errorMessage={messageFor(shown, 'currentPassword')}
          onChange={(event) => setCurrentPassword(event.target.value)}
        />
        <NewPassword
          name="newPassword"
          label="New password"
          value={newPassword}
          errorMessage={messageFor(shown, 'newPassword')}
          onChange={setNewPassword}
        />
        <Button variant="secondary" preventDoubleClick disabled={busy}>
          Change the password
        </Button>
      </form>
    </section>
  )
}
