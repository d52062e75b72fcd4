import { useEffect } from 'react'
import { useMutation } from 'urql'
import { graphql } from '../../gql/gql.ts'
import { Button } from '../../govuk/Button.tsx'
import { ErrorSummary } from '../../govuk/ErrorSummary.tsx'
import { failureWords } from '../../page/failureWords.ts'
import { Main } from '../../page/Main.tsx'
import { useErrorInTitle, usePageTitle } from '../../page/usePageTitle.ts'
import { openAnew } from './nextAddress.ts'

const SignOut = graphql(`
  mutation SignOut {
    signOut
  }
`)

/** Signs out, and goes on to the sign-in page. */
export function SignOutPage() {
  usePageTitle('Sign out')
  const [{ error }, execute] = useMutation(SignOut)
  useErrorInTitle(error !== undefined)

  async function signOut() {
    const { data } = await execute({})
    if (data) openAnew('/sign-in?signed-out')
  }
  // Whoever followed the link has said what they want; to be asked again by a new render does no harm.
  // oxlint-disable-next-line react/exhaustive-deps
  useEffect(() => void signOut(), [])

  return (
    <Main>
      {error && <ErrorSummary errorList={[{ text: failureWords(error) }]} />}
      <h1 className="govuk-heading-l">{error ? 'You are still signed in' : 'Signing out…'}</h1>
      {error && (
        <Button type="button" onClick={() => void signOut()}>
          Sign out
        </Button>
      )}
    </Main>
  )
}
