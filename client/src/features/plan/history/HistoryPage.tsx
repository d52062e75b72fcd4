import { useParams, useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import { graphql } from '../../../gql/gql.ts'
import type { HistoryOf, HistoryPageQuery as Page } from '../../../gql/graphql.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { Link } from '../../../govuk/Link.tsx'
import { Pagination } from '../../../govuk/Pagination.tsx'
import { Table } from '../../../govuk/Table.tsx'
import { Main } from '../../../page/Main.tsx'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { NotHere, notHere } from '../NotHere.tsx'
import { named } from '../words.ts'

export const HistoryPageQuery = graphql(`
  query HistoryPage($of: HistoryOf!, $id: ID!, $after: Int) {
    planHistory(of: $of, id: $id, first: 50, after: $after) {
      title
      next
      entries {
        sequence
        happenedAt
        sentence
        text
        action {
          id
          reference
          title
        }
        fields {
          field
          words
          before
          after
        }
      }
    }
  }
`)

const kinds = {
  PLAN: { what: 'plan', address: 'plans' },
  AREA: { what: 'area', address: 'areas' },
  ACTION: { what: 'action', address: 'actions' },
} as const

/** What the page asks for, from its address. */
export function historyVariables(of: HistoryOf) {
  return ({ id = '' }: Record<string, string | undefined>, search: URLSearchParams) => {
    const after = Number(search.get('after'))
    return { of, id, after: Number.isInteger(after) && after > 0 ? after : null }
  }
}

/** Who changed which field of a plan, an area or an action when, from what to what; the newest first. */
export function HistoryPage({ of }: { of: HistoryOf }) {
  const params = useParams()
  const [search] = useSearchParams()
  const variables = historyVariables(of)(params, search)
  const [{ data }] = useQuery({ query: HistoryPageQuery, variables })
  const { what, address } = kinds[of]
  const history = data?.planHistory
  usePageTitle(history ? `History – ${history.title}` : notHere(what))
  if (!history) return <NotHere what={what} loaded={data !== undefined} />
  const { entries, next } = history
  return (
    <Main before={<BackLink href={`/${address}/${variables.id}`}>Back to the {what}</BackLink>}>
      <span className="govuk-caption-l">{history.title}</span>
      <h1 className="govuk-heading-l">History</h1>
      <p>
        Every change since the plan was adopted, the newest first. Where the words of a document came from
        stands on the page of the {of === 'PLAN' ? 'area or action' : what}.
      </p>
      {entries.length === 0 && <p>Nothing was changed {variables.after ? 'before that' : 'yet'}.</p>}
      <ol className="govuk-list bw-entries bw-history" reversed>
        {entries.map((entry) => (
          <Entry key={entry.sequence} entry={entry} ofAction={of === 'ACTION'} />
        ))}
      </ol>
      {(variables.after !== null || next !== null) && (
        <Pagination
          landmarkLabel="Pages of the history"
          previous={variables.after === null ? undefined : { href: '?', text: 'Newest changes' }}
          next={next === null ? undefined : { href: `?after=${next}`, text: 'Older changes' }}
        />
      )}
    </Main>
  )
}

type HistoryEntry = NonNullable<Page['planHistory']>['entries'][number]

function Entry({ entry, ofAction }: { entry: HistoryEntry; ofAction: boolean }) {
  const { happenedAt, sentence, text, action, fields } = entry
  const moment = momentText(happenedAt)
  const isNew = fields.every(({ before }) => before === '')
  return (
    <li>
      <p className="govuk-!-margin-bottom-2">
        <strong>{sentence}</strong> <time dateTime={happenedAt}>{moment}</time>
      </p>
      {!ofAction && action && (
        <p className="govuk-!-margin-bottom-2">
          <Link href={`/actions/${action.id}`}>{named(action, 'Action without a title')}</Link>
        </p>
      )}
      {text && <blockquote className="bw-prose">{text}</blockquote>}
      {fields.length > 0 && (
        <Table
          stacked
          caption={`What was changed, ${moment}`}
          captionClassName="govuk-visually-hidden"
          firstCellIsHeader
          head={['Field', ...(isNew ? [] : ['Before']), isNew ? 'Words' : 'After']}
          rows={fields.map(({ words, before, after }) => [
            words,
            ...(isNew ? [] : [<Value key="before" text={before} />]),
            <Value key="after" text={after} />,
          ])}
        />
      )}
    </li>
  )
}

function Value({ text }: { text: string }) {
  return text === '' ? 'Nothing' : <span className="bw-prose">{text}</span>
}

function momentText(moment: string): string {
  return new Date(moment).toLocaleString('en-GB', {
    timeZone: 'Europe/London',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  })
}
