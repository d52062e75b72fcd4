import { useState } from 'react'
import { useParams } from 'react-router'
import { useQuery } from 'urql'
import { passwordProblem } from '@boardwork/shared/identity/password.ts'
import { graphql } from '../../gql/gql.ts'
import { Button } from '../../govuk/Button.tsx'
import { Link } from '../../govuk/Link.tsx'
import { Main } from '../../page/Main.tsx'
import { usePageTitle } from '../../page/usePageTitle.ts'
import { FormErrors, messageFor } from './FormErrors.tsx'
import { NewPassword } from './NewPassword.tsx'
import { Outcome } from './Outcome.tsx'
import { useProblems } from './useProblems.ts'
import { useSend } from './useSend.ts'

export const ResetPasswordPageQuery = graphql(`
  query ResetPasswordPage($token: String!) {
    passwordResetLink(token: $token) {
      usable
    }
  }
`)

const ResetPassword = graphql(`
  mutation ResetPassword($input: ResetPasswordInput!) {
    resetPassword(input: $input) {
      ... on Done {
        message
      }
      ... on InvalidInput {
        problems {
          field
          message
        }
      }
      ... on NotReady {
        message
      }
    }
  }
`)

export function ResetPasswordPage() {
  const { token = '' } = useParams()
  const [{ data }] = useQuery({ query: ResetPasswordPageQuery, variables: { token } })
  const { problems, attempt, show } = useProblems()
  const { busy, send, failure } = useSend(ResetPassword)
  const [newPassword, setNewPassword] = useState('')
  const [done, setDone] = useState<string | null>(null)
  const shown = failure ? [{ field: null, message: failure }] : problems
  const spent = data?.passwordResetLink.usable === false
  usePageTitle(done ? 'Your password is set' : 'Set a new password', shown.length > 0)

  async function set() {
    const wrong = passwordProblem(newPassword, { email: '', name: '' })
    if (!show(wrong ? [{ field: 'newPassword', message: wrong }] : [])) return
    const answer = (await send(() => ({ input: { token, newPassword } })))?.resetPassword
    if (!answer) return
    if (answer.__typename === 'Done') setDone(answer.message)
    else if (answer.__typename === 'InvalidInput') show(answer.problems)
    else show([{ field: null, message: answer.message }])
  }

  if (done !== null)
    return (
      <Main>
        <Outcome title="Your password is set">
          <p className="govuk-body">{done}</p>
          <Button href="/sign-in">Sign in</Button>
        </Outcome>
      </Main>
    )
  if (spent)
    return (
      <Main>
        <h1 className="govuk-heading-l">This link cannot be used any more</h1>
        <p className="govuk-body">A link to set a password works once and for a short time.</p>
        <p className="govuk-body">
          <Link href="/forgotten-password">Ask for a new link</Link>
        </p>
      </Main>
    )
  return (
    <Main>
      <FormErrors problems={shown} attempt={attempt} />
      <h1 className="govuk-heading-l">Set a new password</h1>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void set()
        }}
      >
        <NewPassword
          name="newPassword"
          label="New password"
          value={newPassword}
          errorMessage={messageFor(shown, 'newPassword')}
          onChange={setNewPassword}
        />
        <Button preventDoubleClick disabled={busy}>
          Set the password
        </Button>
      </form>
    </Main>
  )
}
