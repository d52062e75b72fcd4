import { useEffect, useState } from 'react'
import { useMutation } from 'urql'
import { graphql } from '../../gql/gql.ts'
import { Button } from '../../govuk/Button.tsx'
import { ErrorSummary } from '../../govuk/ErrorSummary.tsx'
import { Link } from '../../govuk/Link.tsx'
import { failureWords } from '../../page/failureWords.ts'
import { Main } from '../../page/Main.tsx'
import { forgetUnsent, listUnsent } from '../../page/unsent.ts'
import { useErrorInTitle, usePageTitle } from '../../page/usePageTitle.ts'
import { openAnew } from './nextAddress.ts'

const SignOut = graphql(`
  mutation SignOut {
    signOut
  }
`)

/** Signs out, and goes on to the sign-in page; first it says what has not been sent from this device. */
export function SignOutPage() {
  usePageTitle('Sign out')
  const [unsent] = useState(listUnsent)
  const [{ error }, execute] = useMutation(SignOut)
  useErrorInTitle(error !== undefined)

  async function signOut() {
    const { data } = await execute({})
    if (!data) return
    forgetUnsent()
    openAnew('/sign-in?signed-out')
  }
  // Whoever followed the link has said what they want; to be asked again by a new render does no harm.
  useEffect(() => {
    if (unsent.length === 0) void signOut()
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])

  if (unsent.length > 0)
    return <Unsent unsent={unsent} error={error && failureWords(error)} signOut={signOut} />
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

interface UnsentProps {
  /** What it is, such as `marks:<meeting id>`. */
  unsent: readonly string[]
  error: string | undefined
  signOut: () => Promise<void>
}

function Unsent({ unsent, error, signOut }: UnsentProps) {
  return (
    <Main>
      {error && <ErrorSummary errorList={[{ text: error }]} />}
      <h1 className="govuk-heading-l">Some marks have not been sent</h1>
      <p className="govuk-body">
        This device holds marks of a register that have not reached Boardwork. Open the register to send them.
        If you sign out now, they are deleted from this device.
      </p>
      <ul className="govuk-list">
        {unsent.map((what, number) => (
          <li key={what}>
            <Link href={`/meetings/${what.replace(/^marks:/, '')}/register`}>
              Open the register{unsent.length > 1 && ` ${number + 1} of ${unsent.length}`}
            </Link>
          </li>
        ))}
      </ul>
      <Button type="button" variant="warning" onClick={() => void signOut()}>
        Delete them and sign out
      </Button>
    </Main>
  )
}
