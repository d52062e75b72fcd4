import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import { emailProblem } from '@boardwork/shared/identity/person.ts'
import { roleName } from '@boardwork/shared/board/role.ts'
import type { Role } from '@boardwork/shared/board/role.ts'
import { readFragment } from '../../gql/fragment-masking.ts'
import type { FragmentType } from '../../gql/fragment-masking.ts'
import { graphql } from '../../gql/gql.ts'
import { Button } from '../../govuk/Button.tsx'
import { Link } from '../../govuk/Link.tsx'
import { NotificationBanner } from '../../govuk/NotificationBanner.tsx'
import { PasswordInput } from '../../govuk/PasswordInput.tsx'
import { TextInput } from '../../govuk/TextInput.tsx'
import { Main } from '../../page/Main.tsx'
import { usePageTitle } from '../../page/usePageTitle.ts'
import { FormErrors, messageFor } from './FormErrors.tsx'
import { nextAddress, openAnew } from './nextAddress.ts'
import { useProblems } from './useProblems.ts'
import { useSend } from './useSend.ts'

export const SignInPageQuery = graphql(`
  query SignInPage {
    signInOptions {
      demonstration
      ...DemonstrationPeople
    }
  }
`)

const SignIn = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      ... on Viewer {
        id
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

export function SignInPage() {
  const [{ data }] = useQuery({ query: SignInPageQuery })
  const [search] = useSearchParams()
  const { problems, attempt, show } = useProblems()
  const { busy, send, failure } = useSend(SignIn)
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const shown = failure ? [{ field: null, message: failure }] : problems
  usePageTitle('Sign in', shown.length > 0)

  async function signIn() {
    const wrongEmail = emailProblem(email)
    const found = [
      ...(wrongEmail ? [{ field: 'email', message: wrongEmail }] : []),
      ...(password === '' ? [{ field: 'password', message: 'Enter your password.' }] : []),
    ]
    if (!show(found)) return
    const answer = (await send(() => ({ input: { email, password } })))?.signIn
    if (!answer) return
    if (answer.__typename === 'Viewer') openAnew(nextAddress(search))
    else if (answer.__typename === 'InvalidInput') show(answer.problems)
    else show([{ field: null, message: answer.message }])
  }

  return (
    <Main>
      {data?.signInOptions.demonstration && (
        <NotificationBanner title="Demonstration" titleId="demonstration-title">
          <p className="govuk-notification-banner__heading">
            This is a demonstration. Everything in it is invented.
          </p>
          <p>Anybody can sign in as anybody and see all of it. Do not enter anything real.</p>
        </NotificationBanner>
      )}
      {search.has('signed-out') && <NotificationBanner type="success">You are signed out</NotificationBanner>}
      <FormErrors problems={shown} attempt={attempt} />
      <h1 className="govuk-heading-l">Sign in</h1>
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault()
              void signIn()
            }}
          >
            <TextInput
              name="email"
              type="email"
              label="E-mail address"
              autoComplete="username"
              spellCheck={false}
              value={email}
              errorMessage={messageFor(shown, 'email')}
              onChange={(event) => setEmail(event.target.value)}
            />
            <PasswordInput
              name="password"
              label="Password"
              value={password}
              errorMessage={messageFor(shown, 'password')}
              onChange={(event) => setPassword(event.target.value)}
            />
            <Button preventDoubleClick disabled={busy}>
              Sign in
            </Button>
          </form>
          <p className="govuk-body">
            <Link href="/forgotten-password">I have forgotten my password</Link>
          </p>
          <p className="govuk-body">
            There is no sign-up: the coordinator of a board, or somebody who leads your agency, invites you by
            e-mail.
          </p>
        </div>
      </div>
      {data?.signInOptions.demonstration && (
        <DemonstrationPeople options={data.signInOptions} next={nextAddress(search)} />
      )}
    </Main>
  )
}

const DemonstrationPeopleFragment = graphql(`
  fragment DemonstrationPeople on SignInOptions {
    people {
      personId
      name
      roles {
        role
        text
      }
    }
  }
`)

const SignInAsDemonstrationPerson = graphql(`
  mutation SignInAsDemonstrationPerson($input: SignInAsDemonstrationPersonInput!) {
    signInAsDemonstrationPerson(input: $input) {
      ... on Viewer {
        id
      }
      ... on InvalidInput {
        message
      }
      ... on NotReady {
        message
      }
    }
  }
`)

/** The invented people, under the first of their roles in the order of the roles. */
function DemonstrationPeople({
  options,
  next,
}: {
  options: FragmentType<typeof DemonstrationPeopleFragment>
  next: string
}) {
  const { people } = readFragment(DemonstrationPeopleFragment, options)
  const { busy, send, failure } = useSend(SignInAsDemonstrationPerson)
  const { problems, attempt, show } = useProblems()

  async function signInAs(personId: string) {
    show([])
    const answer = (await send(() => ({ input: { personId } })))?.signInAsDemonstrationPerson
    if (!answer) return
    if (answer.__typename === 'Viewer') openAnew(next)
    else show([{ field: null, message: answer.message }])
  }

  const order = Object.keys(roleName)
  const rank = (role: Role) => order.indexOf(role)
  const groups = Map.groupBy(
    people.filter((person) => person.roles.length > 0),
    (person) =>
      person.roles.map(({ role }) => role).toSorted((a, b) => rank(a) - rank(b))[0] ?? 'CONTRIBUTOR',
  )
  return (
    <section aria-labelledby="demonstration-people">
      <h2 className="govuk-heading-m" id="demonstration-people">
        Look around as one of the invented people
      </h2>
      <FormErrors problems={failure ? [{ field: null, message: failure }] : problems} attempt={attempt} />
      {[...groups]
        .toSorted(([a], [b]) => rank(a) - rank(b))
        .map(([role, group]) => (
          <div key={role}>
            <h3 className="govuk-heading-s">{roleName[role]}</h3>
            <ul className="govuk-list bw-dashboard">
              {group.map((person) => (
                <li key={person.personId}>
                  <Button
                    type="button"
                    variant="secondary"
                    className="govuk-!-margin-bottom-1"
                    preventDoubleClick
                    disabled={busy}
                    onClick={() => void signInAs(person.personId)}
                  >
                    Sign in as {person.name}
                  </Button>
                  <ul className="govuk-list govuk-body-s">
                    {person.roles.map(({ text }) => (
                      <li key={text}>{text}</li>
                    ))}
                  </ul>
                </li>
              ))}
            </ul>
          </div>
        ))}
    </section>
  )
}
