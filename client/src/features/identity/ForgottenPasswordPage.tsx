import { useState } from 'react'
import { emailProblem } from '@boardwork/shared/identity/person.ts'
import { graphql } from '../../gql/gql.ts'
import { BackLink } from '../../govuk/BackLink.tsx'
import { TextInput } from '../../govuk/TextInput.tsx'
import { Form } from '../../page/Form.tsx'
import { FormProblems, problemOf } from '../../page/FormProblems.tsx'
import { Main } from '../../page/Main.tsx'
import { usePageTitle } from '../../page/usePageTitle.ts'
import { useSave } from '../../page/useSave.ts'
import { Outcome } from './Outcome.tsx'

const RequestPasswordReset = graphql(`
  mutation RequestPasswordReset($input: RequestPasswordResetInput!) {
    result: requestPasswordReset(input: $input) {
      ... on Done {
        message
      }
      ...InvalidInputRefusal
    }
  }
`)

export function ForgottenPasswordPage() {
  const { save, saving, refused } = useSave(RequestPasswordReset)
  const [email, setEmail] = useState('')
  const [sent, setSent] = useState<string | null>(null)
  usePageTitle(sent ? 'Check your e-mail' : 'Forgotten password')

  async function ask() {
    const wrong = emailProblem(email)
    const done = await save(() => ({ email }), wrong ? [{ field: 'email', message: wrong }] : [])
    if (done) setSent(done.message)
  }

  if (sent !== null)
    return (
      <Main>
        <Outcome title="Check your e-mail">
          <p className="govuk-body">{sent}</p>
          <p className="govuk-body">
            If nothing comes, look in your junk folder, or ask whoever invited you.
          </p>
        </Outcome>
      </Main>
    )
  return (
    <Main before={<BackLink href="/sign-in" />}>
      <FormProblems refused={refused} />
      <h1 className="govuk-heading-l">Forgotten password</h1>
      <Form action="Send the link" saving={saving} onSubmit={ask}>
        <TextInput
          name="email"
          type="email"
          label="E-mail address"
          hint="We will send a link to this address, to set a new password."
          autoComplete="username"
          spellCheck={false}
          value={email}
          errorMessage={problemOf(refused, 'email')}
          onChange={(event) => setEmail(event.target.value)}
        />
      </Form>
    </Main>
  )
}
