import { useEffect } from 'react'
import { graphql } from '../../gql/gql.ts'
import { Button } from '../../govuk/Button.tsx'
import { Main } from '../../page/Main.tsx'
import { usePageTitle } from '../../page/usePageTitle.ts'
import { FormErrors } from './FormErrors.tsx'
import { openAnew } from './nextAddress.ts'
import { useSend } from './useSend.ts'

const SignOut = graphql(`
  mutation SignOut {
    signOut
  }
`)

/** Signs out, and goes on to the sign-in page. */
export function SignOutPage() {
  usePageTitle('Sign out')
  const { send, failure } = useSend(SignOut)

  async function signOut() {
    if (await send(() => ({}))) openAnew('/sign-in?signed-out')
  }
  // Whoever followed the link has said what they want; to be asked again by a new render does no harm.
  // oxlint-disable-next-line react/exhaustive-deps
  useEffect(() => void signOut(), [])

  return (
    <Main>
      <FormErrors problems={failure ? [{ field: null, message: failure }] : []} attempt={0} />
      <h1 className="govuk-heading-l">{failure ? 'You are still signed in' : 'Signing out…'}</h1>
      {failure && (
        <Button type="button" onClick={() => void signOut()}>
          Sign out
        </Button>
      )}
    </Main>
  )
}
