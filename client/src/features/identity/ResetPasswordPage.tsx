import { useState } from 'react'
import { useParams } from 'react-router'
import { useQuery } from 'urql'
import { passwordProblem } from '@boardwork/shared/identity/password.ts'
import { graphql } from '../../gql/gql.ts'
import { Button } from '../../govuk/Button.tsx'
import { Link } from '../../govuk/Link.tsx'
import { Form } from '../../page/Form.tsx'
import { FormProblems, problemOf } from '../../page/FormProblems.tsx'
import { Main } from '../../page/Main.tsx'
import { usePageTitle } from '../../page/usePageTitle.ts'
import { useSave } from '../../page/useSave.ts'
import { NewPassword } from './NewPassword.tsx'
import { Outcome } from './Outcome.tsx'

export const ResetPasswordPageQuery = graphql(`
  query ResetPasswordPage($token: String!) {
    passwordResetLink(token: $token) {
      usable
    }
  }
`)

const ResetPassword = graphql(`
  mutation ResetPassword($input: ResetPasswordInput!) {
    result: resetPassword(input: $input) {
      ... on Done {
        message
      }
      ...InvalidInputRefusal
      ...NotReadyRefusal
    }
  }
`)

export function ResetPasswordPage() {
  const { token = '' } = useParams()
  const [{ data }] = useQuery({ query: ResetPasswordPageQuery, variables: { token } })
  const { save, saving, refused } = useSave(ResetPassword)
  const [newPassword, setNewPassword] = useState('')
  const [done, setDone] = useState<string | null>(null)
  const spent = data?.passwordResetLink.usable === false
  usePageTitle(done ? 'Your password is set' : 'Set a new password')

  async function set() {
    const wrong = passwordProblem(newPassword, { email: '', name: '' })
    const answer = await save(
      () => ({ token, newPassword }),
      wrong ? [{ field: 'newPassword', message: wrong }] : [],
    )
    if (answer) setDone(answer.message)
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
      <FormProblems refused={refused} />
      <h1 className="govuk-heading-l">Set a new password</h1>
      <Form action="Set the password" saving={saving} onSubmit={set}>
        <NewPassword
          name="newPassword"
          label="New password"
          value={newPassword}
          errorMessage={problemOf(refused, 'newPassword')}
          onChange={setNewPassword}
        />
      </Form>
    </Main>
  )
}
