import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import { readFragment } from '../../gql/fragment-masking.ts'
import type { FragmentType } from '../../gql/fragment-masking.ts'
import { graphql } from '../../gql/gql.ts'
import { Button } from '../../govuk/Button.tsx'
import { Link } from '../../govuk/Link.tsx'
import { Pagination } from '../../govuk/Pagination.tsx'
import { Tag } from '../../govuk/Tag.tsx'
import { TextInput } from '../../govuk/TextInput.tsx'
import { WarningText } from '../../govuk/WarningText.tsx'
import { FormProblems } from '../../page/FormProblems.tsx'
import { Invitations } from '../../page/Invitations.tsx'
import { Main } from '../../page/Main.tsx'
import { SavedBanner } from '../../page/SavedBanner.tsx'
import { usePageTitle } from '../../page/usePageTitle.ts'
import { useSave } from '../../page/useSave.ts'
import { day } from './times.ts'

export const PeoplePageQuery = graphql(`
  query PeoplePage($search: String!, $after: String) {
    people(search: $search, after: $after) {
      next
      people {
        id
        ...PersonAccountRow
      }
    }
    platformInvitations {
      id
      ...OpenInvitation
    }
  }
`)

/** What the page asks for, from its address. */
export function peopleVariables(search: URLSearchParams): { search: string; after: string | null } {
  return { search: search.get('search') ?? '', after: search.get('after') }
}

/** Everybody with an account, for administrators. */
export function PeoplePage() {
  const [search, setSearch] = useSearchParams()
  const variables = peopleVariables(search)
  const [{ data }, ask] = useQuery({ query: PeoplePageQuery, variables })
  const [typed, setTyped] = useState(variables.search)
  usePageTitle(variables.search ? `People: ${variables.search}` : 'People')
  const people = data?.people.people ?? []
  const next = data?.people.next
  return (
    <Main>
      <SavedBanner />
      <h1 className="govuk-heading-l">People</h1>
      <Button href="/people/invite">Invite an administrator</Button>
      {data && (
        <Invitations
          invitations={data.platformInvitations}
          mayChange
          readAgain={() => ask({ requestPolicy: 'network-only' })}
        />
      )}
      <h2 className="govuk-heading-m">Accounts</h2>
      <search>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            setSearch(typed ? { search: typed } : {})
          }}
        >
          <TextInput
            name="search"
            type="search"
            label="Name or e-mail address"
            hint="A part of it is enough."
            className="govuk-input--width-20"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Button variant="secondary">Search</Button>
        </form>
      </search>
      {data && people.length === 0 && (
        <p className="govuk-body">
          Nobody is called that. <Link href="/people">Show everybody</Link>
        </p>
      )}
      <ul className="govuk-list bw-entries">
        {people.map((person) => (
          <PersonAccountRow key={person.id} person={person} />
        ))}
      </ul>
      {(next || variables.after) && (
        <Pagination
          {...(variables.after
            ? {
                previous: {
                  href: `/people?${new URLSearchParams({ search: variables.search }).toString()}`,
                  text: 'First page',
                },
              }
            : {})}
          {...(next
            ? {
                next: {
                  href: `/people?${new URLSearchParams({ search: variables.search, after: next }).toString()}`,
                },
              }
            : {})}
        />
      )}
    </Main>
  )
}

const PersonAccountRowFragment = graphql(`
  fragment PersonAccountRow on PersonAccount {
    id
    name
    email
    disabledAt
    roles
  }
`)

const DisablePerson = graphql(`
  mutation DisablePerson($input: PersonAccountInput!) {
    result: disablePerson(input: $input) {
      ... on PersonAccount {
        ...PersonAccountRow
      }
      ...NotReadyRefusal
    }
  }
`)

const EnablePerson = graphql(`
  mutation EnablePerson($input: PersonAccountInput!) {
    result: enablePerson(input: $input) {
      ... on PersonAccount {
        ...PersonAccountRow
      }
      ...NotReadyRefusal
    }
  }
`)

function PersonAccountRow({ person }: { person: FragmentType<typeof PersonAccountRowFragment> }) {
  const { id, name, email, disabledAt, roles } = readFragment(PersonAccountRowFragment, person)
  const [asking, setAsking] = useState(false)
  const disable = useSave(DisablePerson)
  const enable = useSave(EnablePerson)

  async function switchOff() {
    if (await disable.save((clientMutationId) => ({ personId: id, clientMutationId }))) setAsking(false)
  }

  return (
    <li>
      <FormProblems refused={disable.refused} />
      <FormProblems refused={enable.refused} />
      <h3 className="govuk-heading-s govuk-!-margin-bottom-1">
        {name} {disabledAt && <Tag colour="red">Switched off since {day(disabledAt)}</Tag>}
      </h3>
      <p className="govuk-body govuk-!-margin-bottom-1">{email}</p>
      <ul className="govuk-list govuk-list--bullet">
        {roles.map((role) => (
          <li key={role}>{role}</li>
        ))}
      </ul>
      {asking && (
        <WarningText>
          {name} is signed out at once, everywhere, and cannot sign in until the account is switched on again.
        </WarningText>
      )}
      <div className="govuk-button-group govuk-!-margin-bottom-0">
        {disabledAt ? (
          <Button
            type="button"
            variant="secondary"
            disabled={enable.saving}
            onClick={() => void enable.save((clientMutationId) => ({ personId: id, clientMutationId }))}
          >
            Switch on the account<span className="govuk-visually-hidden"> of {name}</span>
          </Button>
        ) : asking ? (
          <>
            <Button
              type="button"
              variant="warning"
              disabled={disable.saving}
              onClick={() => void switchOff()}
            >
              Yes, switch off the account<span className="govuk-visually-hidden"> of {name}</span>
            </Button>
            <Button type="button" variant="secondary" onClick={() => setAsking(false)}>
              Keep it on<span className="govuk-visually-hidden"> for {name}</span>
            </Button>
          </>
        ) : (
          <Button type="button" variant="secondary" onClick={() => setAsking(true)}>
            Switch off the account<span className="govuk-visually-hidden"> of {name}</span>
          </Button>
        )}
      </div>
    </li>
  )
}
