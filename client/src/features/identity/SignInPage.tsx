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
import { Form } from '../../page/Form.tsx'
import { FormProblems, problemOf } from '../../page/FormProblems.tsx'
import { Main } from '../../page/Main.tsx'
import { usePageTitle } from '../../page/usePageTitle.ts'
import { useSave } from '../../page/useSave.ts'
import { nextAddress, openAnew } from './nextAddress.ts'

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
    result: signIn(input: $input) {
      ... on Viewer {
        id
      }
      ...InvalidInputRefusal
      ...NotReadyRefusal
    }
  }
`)

export function SignInPage() {
  const [{ data }] = useQuery({ query: SignInPageQuery })
  const [search] = useSearchParams()
  const { save, saving, refused } = useSave(SignIn)
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  usePageTitle('Sign in')

  async function signIn() {
    const wrongEmail = emailProblem(email)
    const viewer = await save(
      () => ({ email, password }),
      [
        ...(wrongEmail ? [{ field: 'email', message: wrongEmail }] : []),
        ...(password === '' ? [{ field: 'password', message: 'Enter your password.' }] : []),
      ],
    )
    if (viewer) openAnew(nextAddress(search))
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
      <FormProblems refused={refused} />
      <h1 className="govuk-heading-l">Sign in</h1>
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <Form action="Sign in" saving={saving} onSubmit={signIn}>
            <TextInput
              name="email"
              type="email"
              label="E-mail address"
              autoComplete="username"
              spellCheck={false}
              value={email}
              errorMessage={problemOf(refused, 'email')}
              onChange={(event) => setEmail(event.target.value)}
            />
            <PasswordInput
              name="password"
              label="Password"
              value={password}
              errorMessage={problemOf(refused, 'password')}
              onChange={(event) => setPassword(event.target.value)}
            />
          </Form>
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
    result: signInAsDemonstrationPerson(input: $input) {
      ... on Viewer {
        id
      }
      ... on InvalidInput {
        message
      }
      ...NotReadyRefusal
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
  const { save, saving, refused } = useSave(SignInAsDemonstrationPerson)

  async function signInAs(personId: string) {
    if (await save(() => ({ personId }))) openAnew(next)
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
      <FormProblems refused={refused} />
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
                    disabled={saving}
                    onClick={() => void signInAs(person.personId)}
                  >
                    Sign in as {person.name}
                  </Button>
                  <ul className="govuk-list govuk-!-font-size-16 govuk-!-margin-bottom-0">
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
