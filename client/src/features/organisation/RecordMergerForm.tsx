import { useNavigate } from 'react-router'
import { useQuery } from 'urql'
import { readTypedDay, todayInLondon } from '@boardwork/shared/board/dates.ts'
import { validateMerger } from '@boardwork/shared/organisation/merger.ts'
import { graphql, readFragment } from '../../gql/index.ts'
import type { FragmentType } from '../../gql/index.ts'
import type { RecordMergerFragment as Organisation } from '../../gql/graphql.ts'
import { Link } from '../../govuk/Link.tsx'
import { Select } from '../../govuk/Select.tsx'
import { DayField, partsOf } from '../../page/DayField.tsx'
import { Form } from '../../page/Form.tsx'
import { FormProblems, problemOf } from '../../page/FormProblems.tsx'
import { saved } from '../../page/SavedBanner.tsx'
import { useDraft } from '../../page/useDraft.ts'
import { usePageTitle } from '../../page/usePageTitle.ts'
import { useSave } from '../../page/useSave.ts'

const RecordMergerFragment = graphql(`
  fragment RecordMerger on Organisation {
    id
    name
    version
    regionId
    seats {
      id
      endsOn
      board {
        id
        name
      }
    }
  }
`)

const OrganisationsOfRegion = graphql(`
  query OrganisationsOfRegion($regionId: ID!) {
    organisations(regionId: $regionId) {
      id
      name
    }
  }
`)

const RecordMerger = graphql(`
  mutation RecordMerger($input: RecordMergerInput!) {
    result: recordMerger(input: $input) {
      __typename
      ... on Organisation {
        id
        name
        version
        partOf {
          organisationId
          organisationName
          since
        }
      }
      ...InvalidInputRefusal
      ...NotReadyRefusal
      ...ConflictRefusal
    }
  }
`)

/** Asks of which organisation this one became part, and when; says what that does and what it does not. */
export function RecordMergerForm({
  organisation: given,
}: {
  organisation: FragmentType<typeof RecordMergerFragment>
}) {
  const organisation = readFragment(RecordMergerFragment, given)
  const { id, name, version, regionId } = organisation
  const navigate = useNavigate()
  const [{ data }] = useQuery({ query: OrganisationsOfRegion, variables: { regionId } })
  const { save, saving, seenVersion, refused } = useSave(RecordMerger)
  const [typed, type, clear] = useDraft(`organisation:merger:${id}`, {
    intoId: '',
    since: partsOf(null),
    version,
  })
  usePageTitle(`Record a merger: ${name}`)

  const submit = async () => {
    const since = readTypedDay(typed.since)
    const { intoId } = typed
    const problems = validateMerger({ organisationId: id, intoId, since: since ?? '' }, todayInLondon())
    const merged = await save(
      (clientMutationId) => ({
        organisationId: id,
        version: Math.max(typed.version, seenVersion),
        intoId,
        since: since ?? '',
        clientMutationId,
      }),
      since === undefined
        ? [
            ...problems.filter(({ field }) => field !== 'since'),
            { field: 'since', message: 'Enter a real date.' },
          ]
        : problems,
    )
    if (!merged) return
    clear()
    const words = `${merged.name} is part of ${merged.partOf?.organisationName ?? 'the other organisation'} now`
    void navigate('/organisations', { state: saved(words) })
  }

  return (
    <>
      <FormProblems
        refused={refused}
        labels={{ intoId: 'Organisation that it became part of', since: 'First day as part of it' }}
      />
      <span className="govuk-caption-l">{name}</span>
      <h1 className="govuk-heading-l">Record a merger</h1>
      <p>Record here that {name} became part of another organisation of its region.</p>
      <WhatItDoes organisation={organisation} />
      <h2 className="govuk-heading-m">The merger</h2>
      <Form action="Record the merger" saving={saving} onSubmit={submit}>
        <Select
          name="intoId"
          label="Organisation that it became part of"
          items={[
            { value: '', text: 'Choose an organisation' },
            ...(data?.organisations ?? [])
              .filter((other) => other.id !== id)
              .map((other) => ({ value: other.id, text: other.name })),
          ]}
          value={typed.intoId}
          errorMessage={problemOf(refused, 'intoId')}
          onChange={(event) => type({ ...typed, intoId: event.target.value })}
        />
        <DayField
          name="since"
          legend="First day as part of it"
          hint="For example, 1 10 2026"
          value={typed.since}
          errorMessage={problemOf(refused, 'since')}
          onChange={(since) => type({ ...typed, since })}
        />
      </Form>
    </>
  )
}

function WhatItDoes({ organisation: { name, seats } }: { organisation: Organisation }) {
  const today = todayInLondon()
  const open = seats.filter(({ endsOn }) => !endsOn || endsOn >= today)
  return (
    <>
      <h2 className="govuk-heading-m">What this does</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>Where boards look at attendance, both names say since when they have been together.</li>
        <li>
          Whoever leads the other organisation can see the attendance of {name}: its seats, its marks and the
          meetings that they are from.
        </li>
      </ul>
      <h2 className="govuk-heading-m">What this does not do</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>The marks of {name} stay its own. They do not count for or against the other organisation.</li>
        <li>
          Nobody may act for {name} because of it: not answer for a seat or about a flag, and not see or
          change anything in plans.
        </li>
        <li>No seat and no role ends.</li>
      </ul>
      <h2 className="govuk-heading-m">Seats that it holds now</h2>
      {open.length === 0 ? (
        <p>{name} holds no seat at a board now.</p>
      ) : (
        <>
          <p>If a seat is to end, the coordinator of the board ends it.</p>
          <ul className="govuk-list govuk-list--bullet">
            {open.map(({ id, board }) => (
              <li key={id}>
                {board ? (
                  <Link href={`/boards/${board.id}`}>{board.name}</Link>
                ) : (
                  'A board that you do not see'
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
