import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import { nameWithMergers } from '@boardwork/shared/organisation/merger.ts'
import { organisationKindName } from '@boardwork/shared/organisation/organisationKind.ts'
import { graphql } from '../../gql/gql.ts'
import { BackLink } from '../../govuk/BackLink.tsx'
import { Button } from '../../govuk/Button.tsx'
import { Link } from '../../govuk/Link.tsx'
import { ScrollRegion } from '../../govuk/ScrollRegion.tsx'
import { Table } from '../../govuk/Table.tsx'
import { TextInput } from '../../govuk/TextInput.tsx'
import { Main } from '../../page/Main.tsx'
import { SavedBanner } from '../../page/SavedBanner.tsx'
import { usePageTitle } from '../../page/usePageTitle.ts'

export const OrganisationsAdminPageQuery = graphql(`
  query OrganisationsAdminPage($search: String!) {
    regions {
      id
      name
    }
    organisations(search: $search, first: 200) {
      id
      name
      kind
      region {
        id
        name
      }
      partOf {
        organisationId
        organisationName
        since
      }
    }
  }
`)

/** What the page asks for, from its address. */
export function organisationsVariables(search: URLSearchParams): { search: string } {
  return { search: search.get('search') ?? '' }
}

/** Regions and organisations, for administrators. */
export function OrganisationsAdminPage() {
  const [search, setSearch] = useSearchParams()
  const variables = organisationsVariables(search)
  const [{ data }] = useQuery({ query: OrganisationsAdminPageQuery, variables })
  const [typed, setTyped] = useState(variables.search)
  usePageTitle(variables.search ? `Organisations: ${variables.search}` : 'Regions and organisations')
  const organisations = data?.organisations ?? []
  const regions = data?.regions ?? []
  return (
    <Main before={<BackLink href="/" />}>
      <SavedBanner />
      <h1 className="govuk-heading-l">Regions and organisations</h1>
      <div className="govuk-button-group">
        <Button href="/organisations/new">Add an organisation</Button>
        <Button href="/regions/new" variant="secondary">
          Add a region
        </Button>
      </div>
      <p>
        {regions.length === 0
          ? 'There is no region yet. Add one first: organisations belong to a region.'
          : `Regions: ${regions.map((region) => region.name).join(', ')}.`}
      </p>
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
            label="Name of the organisation"
            hint="A part of it is enough."
            className="govuk-input--width-20"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Button variant="secondary">Search</Button>
        </form>
      </search>
      {data && organisations.length === 0 && <p>There is no organisation of this name.</p>}
      {organisations.length > 0 && (
        <ScrollRegion label="Organisations">
          <Table
            stacked
            caption={organisations.length === 200 ? 'The first 200 organisations' : 'Organisations'}
            captionClassName="govuk-table__caption--m"
            firstCellIsHeader
            head={[
              'Organisation',
              'Kind',
              'Region',
              { children: <span className="govuk-visually-hidden">Change</span> },
            ]}
            rows={organisations.map((organisation) => [
              nameWithMergers({ organisationName: organisation.name, partOf: organisation.partOf ?? null }),
              organisationKindName[organisation.kind],
              organisation.region?.name ?? '',
              <Link key="change" href={`/organisations/${organisation.id}/change`}>
                Change<span className="govuk-visually-hidden"> {organisation.name}</span>
              </Link>,
            ])}
          />
        </ScrollRegion>
      )}
    </Main>
  )
}
