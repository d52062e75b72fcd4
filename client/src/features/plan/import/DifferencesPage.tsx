import { useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import type { DifferenceChoice } from '@boardwork/shared/plan/import/planDifference.ts'
import { graphql } from '../../../gql/gql.ts'
import type { DifferencesPageQuery as Page } from '../../../gql/graphql.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { Button } from '../../../govuk/Button.tsx'
import { Details } from '../../../govuk/Details.tsx'
import { ErrorSummary } from '../../../govuk/ErrorSummary.tsx'
import { InsetText } from '../../../govuk/InsetText.tsx'
import { Link } from '../../../govuk/Link.tsx'
import { Pagination } from '../../../govuk/Pagination.tsx'
import { Select } from '../../../govuk/Select.tsx'
import { WarningText } from '../../../govuk/WarningText.tsx'
import { Main } from '../../../page/Main.tsx'
import { saved } from '../../../page/SavedBanner.tsx'
import { useErrorInTitle, usePageTitle } from '../../../page/usePageTitle.ts'
import { useSave } from '../../../page/useSave.ts'
import { DifferenceCard } from './DifferenceCard.tsx'
import { NotHere, notHere } from '../NotHere.tsx'
import { useDifferenceChoices } from './useDifferenceChoices.ts'
import { countText } from '../words.ts'
import '../plan.scss'

export const DifferencesPageQuery = graphql(`
  query DifferencesPage($id: ID!) {
    planImport(id: $id) {
      id
      fileName
      version
      intoPlan {
        id
        title
      }
      difference {
        id
        compared
        toMend
        items {
          key
          kind
          what
          isInPlan
          name
          areaName
          seen
          rows {
            key
            label
            earlier
            plan
            document
            bothChanged
            choice
            chosen
            cannotBecause
          }
        }
        editedHere {
          name
          labels
        }
      }
    }
  }
`)

const MergePlan = graphql(`
  mutation MergePlan($input: MergePlanInput!) {
    result: mergePlan(input: $input) {
      __typename
      ... on Plan {
        id
        title
        version
      }
      ...InvalidInputRefusal
      ...ConflictRefusal
      ...NotReadyRefusal
    }
  }
`)

/** What a later version of a document would change in its plan, to be chosen one by one and then saved. */
export function DifferencesPage() {
  const { importId = '' } = useParams()
  const [{ data }, reload] = useQuery({ query: DifferencesPageQuery, variables: { id: importId } })
  const started = data?.planImport
  const { difference, intoPlan: plan } = started ?? {}
  const isHere = started && difference && plan
  usePageTitle(isHere ? 'What is different' : notHere('import'))
  if (!isHere) return <NotHere what="import" loaded={data !== undefined} />
  return (
    <Differences
      started={started}
      difference={difference}
      plan={plan}
      onReload={() => reload({ requestPolicy: 'network-only' })}
    />
  )
}

type Started = NonNullable<Page['planImport']>
type Difference = NonNullable<Started['difference']>
type Item = Difference['items'][number]

interface DifferencesProps {
  started: Started
  difference: Difference
  plan: { id: string; title: string }
  onReload: () => void
}

const pageSize = 50
const shows = {
  '': 'Everything',
  BOTH: 'Changed on both sides',
  ADDED: 'Added',
  CHANGED: 'Changed',
  MOVED: 'Moved',
  GONE: 'Left out',
} as const

const fits = (item: Item, show: string): boolean =>
  show === '' || (show === 'BOTH' ? item.rows.some((row) => row.bothChanged) : item.kind === show)

function Differences({ started, difference, plan, onReload }: DifferencesProps) {
  const navigate = useNavigate()
  const [search, setSearch] = useSearchParams()
  const { choices, choose, flush, failure, isSaving } = useDifferenceChoices(started.id, started.version)
  const { save, saving, refused } = useSave(MergePlan)
  // What stood here when a save came too late.
  const [lookedAt, setLookedAt] = useState<ReadonlyMap<string, string> | null>(null)
  const { items } = difference
  const show = search.get('show') ?? ''
  const shown = items.filter((item) => fits(item, show))
  const pages = Math.max(1, Math.ceil(shown.length / pageSize))
  const page = Math.min(pages, Math.max(1, Number(search.get('page')) || 1))
  const errors = [
    ...refused.problems
      .slice(0, 20)
      .map(({ message }) => ({ text: message, href: `/imports/${started.id}` })),
    ...[refused.failure ?? failure].filter((text) => text !== null).map((text) => ({ text })),
    ...(refused.conflict
      ? [
          {
            text: 'Somebody else changed something here while you were looking, so nothing was saved. Look through the list again, and save again.',
          },
        ]
      : []),
  ]
  useErrorInTitle(errors.length > 0)

  const merge = async () => {
    const version = await flush()
    if (version === null) return
    const seen = items.map((item) => ({ key: item.key, seen: item.seen }))
    const merged = await save((clientMutationId) => ({
      importId: started.id,
      version,
      seen,
      clientMutationId,
    }))
    if (merged) {
      void navigate(`/plans/${plan.id}/imports`, {
        state: saved(`${started.fileName} has been brought in to the plan`),
      })
      return
    }
    setLookedAt(new Map(seen.map((item) => [item.key, item.seen])))
    onReload()
  }
  const chooseShown = (choice: DifferenceChoice) =>
    choose(
      shown.flatMap((item) => item.rows.filter((row) => row.cannotBecause === null).map((row) => row.key)),
      choice,
    )
  const addressOf = (to: number): string => {
    const next = new URLSearchParams(search)
    next.set('page', String(to))
    return `?${next.toString()}`
  }

  return (
    <Main before={<BackLink href={`/imports/${started.id}`}>Back to the document</BackLink>}>
      {errors.length > 0 && <ErrorSummary key={refused.attempt} errorList={errors} />}
      <span className="govuk-caption-l">{plan.title}</span>
      <h1 className="govuk-heading-l">What is different</h1>
      <p>
        Here “{started.fileName}” stands beside the plan as it is today. Choose for each difference whether to
        take it. What you leave out stays in the document, which is kept with the plan.
      </p>
      {!difference.compared && (
        <InsetText>
          The plan was not brought in from a document, so nobody can say which side changed what. Unless you
          choose otherwise, only what is new comes in.
        </InsetText>
      )}
      {difference.toMend > 0 && (
        <WarningText>
          {countText(difference.toMend, 'thing')} in the document {difference.toMend === 1 ? 'has' : 'have'}{' '}
          to be put right before this can be saved.{' '}
          <Link href={`/imports/${started.id}`}>Go to the document</Link>
        </WarningText>
      )}
      <EditedHere editedHere={difference.editedHere} />

      {items.length === 0 ? (
        <p>Nothing is different: the document says what the plan says.</p>
      ) : (
        <>
          <search aria-label="Filter the differences" className="bw-filter">
            <Select
              name="show"
              label="Show"
              value={show}
              onChange={(event) => {
                const { value } = event.target
                setSearch(value === '' ? {} : { show: value }, { replace: true, preventScrollReset: true })
              }}
              items={Object.entries(shows).map(([value, text]) => ({
                value,
                text: `${text} (${items.filter((item) => fits(item, value)).length})`,
              }))}
            />
          </search>
          <div className="govuk-button-group">
            <Button type="button" variant="secondary" onClick={() => chooseShown('TAKE')}>
              Take all shown from the document
            </Button>
            <Button type="button" variant="secondary" onClick={() => chooseShown('KEEP')}>
              Keep all shown as in the plan
            </Button>
          </div>
          <p role="status">
            Showing {countText(shown.length, 'difference')}
            {pages > 1 && `, page ${page} of ${pages}`}.{' '}
            {failure === null && (isSaving ? 'Saving your choices…' : 'Your choices are saved.')}
          </p>
        </>
      )}
      {shown.slice((page - 1) * pageSize, page * pageSize).map((item) => (
        <DifferenceCard
          key={item.key}
          item={item}
          choices={choices}
          onChoose={(key, choice) => choose([key], choice)}
          changedMeanwhile={lookedAt !== null && lookedAt.get(item.key) !== item.seen}
        />
      ))}
      {pages > 1 && (
        <Pagination
          landmarkLabel="Pages of the differences"
          previous={page > 1 ? { href: addressOf(page - 1) } : undefined}
          next={page < pages ? { href: addressOf(page + 1) } : undefined}
        />
      )}
      <h2 className="govuk-heading-m">Save it</h2>
      <p>You can undo this import until somebody has built on it.</p>
      <Button type="button" disabled={saving} onClick={() => void merge()}>
        Save into the plan
      </Button>
    </Main>
  )
}

function EditedHere({ editedHere }: Pick<Difference, 'editedHere'>) {
  if (editedHere.length === 0) return null
  return (
    <Details
      summary={`Changed in the plan alone: ${countText(editedHere.length, 'area or action', 'areas and actions')}`}
    >
      <p>The document says the same as before, so what was changed in the plan stays.</p>
      <ul className="govuk-list govuk-list--bullet">
        {editedHere.map(({ name, labels }) => (
          <li key={name}>
            {name}: {labels.join(', ')}
          </li>
        ))}
      </ul>
    </Details>
  )
}
