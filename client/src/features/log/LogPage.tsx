import { useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import { readTypedDay } from '@boardwork/shared/board/dates.ts'
import { actionName, describeEvent, recordTypeName } from '@boardwork/shared/log/describeEvent.ts'
import { fieldWords, valueWords } from '@boardwork/shared/log/fieldWords.ts'
import { graphql } from '../../gql/gql.ts'
import type { LogPageQuery as Page } from '../../gql/graphql.ts'
import { BackLink } from '../../govuk/BackLink.tsx'
import { Button } from '../../govuk/Button.tsx'
import { Details } from '../../govuk/Details.tsx'
import { Link } from '../../govuk/Link.tsx'
import { Pagination } from '../../govuk/Pagination.tsx'
import { ScrollRegion } from '../../govuk/ScrollRegion.tsx'
import { Select } from '../../govuk/Select.tsx'
import { Table } from '../../govuk/Table.tsx'
import { DayField, partsOf } from '../../page/DayField.tsx'
import { FormProblems, problemOf } from '../../page/FormProblems.tsx'
import { Main } from '../../page/Main.tsx'
import { Missing, missingTitle } from '../../page/Missing.tsx'
import { usePageTitle } from '../../page/usePageTitle.ts'
import { useRefused } from '../../page/useRefused.ts'

export const LogPageQuery = graphql(`
  query LogPage($boardId: ID!, $filter: LogFilter!, $after: Int) {
    board(id: $boardId) {
      id
      name
    }
    boardLog(boardId: $boardId, filter: $filter, first: 50, after: $after) {
      total
      next
      actions
      recordTypes
      people {
        personId
        name
      }
      events {
        chainId
        sequence
        happenedAt
        personName
        under
        action
        recordType
        recordId
        before
        after
      }
    }
  }
`)

const names = ['action', 'personId', 'recordType', 'from', 'to'] as const
const isDay = /^\d{4}-\d\d-\d\d$/

/** What the page asks for, from its address. */
export function logVariables(params: Record<string, string | undefined>, search: URLSearchParams) {
  const [action, personId, recordType, from, to] = names.map((name) => search.get(name) || null)
  const after = Number(search.get('after'))
  return {
    boardId: params['boardId'] ?? '',
    filter: {
      action: action ?? null,
      personId: personId ?? null,
      recordType: recordType ?? null,
      from: from && isDay.test(from) ? from : null,
      to: to && isDay.test(to) ? to : null,
    },
    after: Number.isInteger(after) && after > 0 ? after : null,
  }
}

/** What was done at a board, the newest first. The filters stand in the address, so that a link keeps them. */
export function LogPage() {
  const params = useParams()
  const [search] = useSearchParams()
  const variables = logVariables(params, search)
  const [{ data }] = useQuery({ query: LogPageQuery, variables })
  const { board, boardLog: log } = data ?? {}
  usePageTitle(board ? `Log – ${board.name}` : missingTitle)
  if (!board || !log) return <Missing />
  const total = log.total === 10_000 ? 'More than 10,000 events' : countOf(log.total)
  return (
    <Main before={<BackLink href={`/boards/${board.id}`}>Back to the board</BackLink>}>
      <span className="govuk-caption-l">{board.name}</span>
      <h1 className="govuk-heading-l">Log</h1>
      <p>
        Every change at the board stands here, with who made it and when. Nobody can change or delete an
        event.
      </p>
      <Filters key={search.toString()} log={log} />
      {log.events.length === 0 ? (
        <p>No event fits what you chose.</p>
      ) : (
        <ScrollRegion label="Events">
          <Table
            stacked
            caption={`${total}${variables.after ? ', older ones' : ', the newest first'}`}
            captionClassName="govuk-table__caption--m"
            head={[{ children: 'Number', format: 'numeric' }, 'When', 'What', 'More']}
            rows={log.events.map((event) => [
              { children: event.sequence, format: 'numeric' },
              momentText(event.happenedAt),
              describeEvent(event),
              <EventDetails key="more" event={event} />,
            ])}
          />
        </ScrollRegion>
      )}
      {(variables.after !== null || log.next !== null) && (
        <Pagination
          landmarkLabel="Pages of the log"
          previous={
            variables.after === null
              ? undefined
              : { href: `?${withAfter(search, null)}`, text: 'Newest events' }
          }
          next={
            log.next === null ? undefined : { href: `?${withAfter(search, log.next)}`, text: 'Older events' }
          }
        />
      )}
    </Main>
  )
}

function countOf(total: number): string {
  return total === 1 ? '1 event' : `${total.toLocaleString('en-GB')} events`
}

function withAfter(search: URLSearchParams, after: number | null | undefined): string {
  const next = new URLSearchParams(search)
  if (after) next.set('after', String(after))
  else next.delete('after')
  return next.toString()
}

function momentText(moment: string): string {
  return new Date(moment).toLocaleString('en-GB', {
    timeZone: 'Europe/London',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  })
}

type Log = Page['boardLog']

function Filters({ log }: { log: Log }) {
  const [search, setSearch] = useSearchParams()
  const [chosen, choose] = useState({
    action: search.get('action') ?? '',
    personId: search.get('personId') ?? '',
    recordType: search.get('recordType') ?? '',
  })
  const [from, setFrom] = useState(partsOf(search.get('from')))
  const [to, setTo] = useState(partsOf(search.get('to')))
  const { refused, refuse, accept } = useRefused()
  const isFiltered = names.some((name) => search.get(name))

  const show = () => {
    const days = { from: readTypedDay(from), to: readTypedDay(to) }
    const wrong = (['from', 'to'] as const)
      .filter((name) => days[name] === undefined)
      .map((field) => ({ field, message: 'Enter a real date, or leave all three boxes empty.' }))
    if (days.from && days.to && days.from > days.to) {
      wrong.push({ field: 'to', message: 'The last day has to be on or after the first day.' })
    }
    if (wrong.length > 0) return refuse({ problems: wrong })
    accept()
    const next = Object.entries({ ...chosen, from: days.from ?? '', to: days.to ?? '' })
    setSearch(Object.fromEntries(next.filter(([, value]) => value !== '')))
  }

  return (
    <search>
      <FormProblems refused={refused} />
      <Details
        summary="Choose which events to show"
        open={isFiltered || refused.problems.length > 0 || undefined}
      >
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            show()
          }}
        >
          <Select
            name="action"
            label="What was done"
            items={[
              { value: '', text: 'Anything' },
              ...log.actions.map((action) => ({ value: action, text: actionName(action) })),
            ]}
            value={chosen.action}
            onChange={(event) => choose({ ...chosen, action: event.target.value })}
          />
          <Select
            name="personId"
            label="Who did it"
            items={[
              { value: '', text: 'Anybody' },
              ...log.people.map(({ personId, name }) => ({ value: personId, text: name })),
            ]}
            value={chosen.personId}
            onChange={(event) => choose({ ...chosen, personId: event.target.value })}
          />
          <Select
            name="recordType"
            label="What it was done to"
            items={[
              { value: '', text: 'Anything' },
              ...log.recordTypes.map((type) => ({ value: type, text: recordTypeName(type) })),
            ]}
            value={chosen.recordType}
            onChange={(event) => choose({ ...chosen, recordType: event.target.value })}
          />
          <DayField
            name="from"
            legend="From"
            hint="For example, 1 4 2026"
            value={from}
            errorMessage={problemOf(refused, 'from')}
            onChange={setFrom}
          />
          <DayField
            name="to"
            legend="To"
            value={to}
            errorMessage={problemOf(refused, 'to')}
            onChange={setTo}
          />
          <div className="govuk-button-group">
            <Button variant="secondary">Show these events</Button>
            {isFiltered && <Link href="?">Show all events</Link>}
          </div>
        </form>
      </Details>
    </search>
  )
}

function EventDetails({ event }: { event: Log['events'][number] }) {
  const fields = [...new Set([...Object.keys(event.before), ...Object.keys(event.after)])]
  return (
    <Details
      className="govuk-!-margin-bottom-0"
      summary={
        <>
          Before and after<span className="govuk-visually-hidden"> of event {event.sequence}</span>
        </>
      }
    >
      <p className="govuk-body-s">
        {actionName(event.action)}. {recordTypeName(event.recordType)}{' '}
        <span className="bw-prose">{event.recordId}</span>.
      </p>
      {fields.length > 0 && (
        <ul className="govuk-list govuk-!-font-size-16">
          {fields.map((field) => (
            <li key={field} className="bw-prose">
              {fieldWords(event.recordType, field)}:{valueWords(field, event.before[field]) || '–'} →{' '}
              {valueWords(field, event.after[field]) || '–'}
            </li>
          ))}
        </ul>
      )}
      <p className="govuk-body-s">
        <Link href={`/why/LOG_EVENT/${event.chainId}:${event.sequence}`}>Why can I see this?</Link>
      </p>
    </Details>
  )
}
