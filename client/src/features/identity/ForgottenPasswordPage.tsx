import { useState } from 'react'
import { emailProblem } from '@boardwork/shared/identity/person.ts'
import { graphql } from '../../gql/gql.ts'
import { BackLink } from '../../govuk/BackLink.tsx'
import { Button } from '../../govuk/Button.tsx'
import { TextInput } from '../../govuk/TextInput.tsx'
import { Main } from '../../page/Main.tsx'
import { usePageTitle } from '../../page/usePageTitle.ts'
import { FormErrors, messageFor } from './FormErrors.tsx'
import { Outcome } from './Outcome.tsx'
import { useProblems } from './useProblems.ts'
import { useSend } from './useSend.ts'

const RequestPasswordReset = graphql(`
  mutation RequestPasswordReset($input: RequestPasswordResetInput!) {
    requestPasswordReset(input: $input) {
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

export function ForgottenPasswordPage() {
  const { problems, attempt, show } = useProblems()
  const { busy, send, failure } = useSend(RequestPasswordReset)
  const [email, setEmail] = useState('')
  const [sent, setSent] = useState<string | null>(null)
  const shown = failure ? [{ field: null, message: failure }] : problems
  usePageTitle(sent ? 'Look into your mail' : 'Forgotten password', shown.length > 0)

  async function ask() {
    const wrong = emailProblem(email)
    if (!show(wrong ? [{ field: 'email', message: wrong }] : [])) return
    const answer = (await send(() => ({ input: { email } })))?.requestPasswordReset
    if (answer?.__typename === 'Done') setSent(answer.message)
    else if (answer) show(answer.problems)
  }

  if (sent !== null)
    return (
      <Main>
        <Outcome title="Look into your mail">
          <p className="govuk-body">{sent}</p>
          <p className="govuk-body">
            If no mail comes, look into the folder for junk, or ask whoever invited you.
          </p>
        </Outcome>
      </Main>
    )
  return (
    <Main before={<BackLink href="/sign-in" />}>
      <FormErrors problems={shown} attempt={attempt} />
      <h1 className="govuk-heading-l">Forgotten password</h1>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void ask()
        }}
      >
        <TextInput
          name="email"
          type="email"
          label="E-mail address"
          hint="We send a link to it, to set a new password."
          autoComplete="username"
          spellCheck={false}
          value={email}
          errorMessage={messageFor(shown, 'email')}
          onChange={(event) => setEmail(event.target.value)}
        />
        <Button preventDoubleClick disabled={busy}>
          Send the link
        </Button>
      </form>
    </Main>
  )
}
