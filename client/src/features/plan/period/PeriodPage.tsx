import { useState } from 'react'
import { useParams } from 'react-router'
import { useQuery } from 'urql'
import { formatDay } from '@boardwork/shared/board/dates.ts'
import { graphql, readFragment } from '../../../gql/index.ts'
import type { PeriodPageQuery as Page } from '../../../gql/graphql.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { Details } from '../../../govuk/Details.tsx'
import { InsetText } from '../../../govuk/InsetText.tsx'
import { Link } from '../../../govuk/Link.tsx'
import { NotificationBanner } from '../../../govuk/NotificationBanner.tsx'
import { ScrollRegion } from '../../../govuk/ScrollRegion.tsx'
import { Table } from '../../../govuk/Table.tsx'
import { Tag } from '../../../govuk/Tag.tsx'
import { Form } from '../../../page/Form.tsx'
import { FormProblems } from '../../../page/FormProblems.tsx'
import { Main } from '../../../page/Main.tsx'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { useSave } from '../../../page/useSave.ts'
import { WhyLink } from '../../../page/WhyLink.tsx'
import { NotHere, notHere } from '../NotHere.tsx'
import { PeriodTag } from './PeriodTag.tsx'
import { openPointers } from '../pointer/Pointers.tsx'
import { StatusTag } from '../StatusTag.tsx'
import { UpdateDecision } from '../update/UpdateDecision.tsx'
import { WrittenUpdateFragment } from '../update/updateFragments.ts'
import { UpdateStateTag, UpdateText } from '../update/UpdateText.tsx'
import { countText, dateText, named, percentText } from '../words.ts'

export const PeriodPageQuery = graphql(`
  query PeriodPage($boardId: ID!, $startsOn: LocalDate!) {
    boardPeriod(boardId: $boardId, startsOn: $startsOn) {
      period {
        name
        startsOn
        endsOn
        dueOn
        state
        closedAt
        closedByName
      }
      whyNotClose
      viewerCan {
        readUnauthorised
        close
      }
      actions {
        actionId
        reference
        title
        responsible
        update {
          ...WrittenUpdate
        }
        pointers {
          kind
          facts
          words
          answer {
            id
            reason
            answeredByName
          }
        }
      }
    }
  }
`)

const ClosePeriod = graphql(`
  mutation ClosePeriod($input: ClosePeriodInput!) {
    result: closePeriod(input: $input) {
      __typename
      ... on PeriodClosing {
        id
        name
      }
      ...NotReadyRefusal
    }
  }
`)

type PeriodAction = NonNullable<Page['boardPeriod']>['actions'][number]

/** A reporting period: who has reported, who has not, what waits to be authorised, and its closing. */
export function PeriodPage() {
  const { boardId = '', startsOn = '' } = useParams()
  const [{ data }, refresh] = useQuery({ query: PeriodPageQuery, variables: { boardId, startsOn } })
  const [done, setDone] = useState('')
  const { save, saving, refused } = useSave(ClosePeriod)
  const found = data?.boardPeriod
  usePageTitle(found?.period.name ?? notHere('period'))
  if (!found) return <NotHere what="period" loaded={data !== undefined} />
  const { period, actions, viewerCan, whyNotClose } = found
  const inState = (states: readonly (string | null)[]) =>
    actions.filter(({ update }) =>
      states.includes(readFragment(WrittenUpdateFragment, update ?? null)?.state ?? null),
    )
  const waiting = inState(['SUBMITTED'])
  const begun = inState(['DRAFT', 'RETURNED'])
  const silent = inState([null])
  const authorised = inState(['AUTHORISED'])
  const open = actions.flatMap(({ pointers }) => openPointers(pointers)).length
  const unauthorised = waiting.length + begun.length
  const isClosed = period.state === 'CLOSED'
  const late = authorised.filter(({ update }) => readFragment(WrittenUpdateFragment, update ?? null)?.late)
  const all = viewerCan.readUnauthorised

  const say = (words: string) => {
    setDone(words)
    refresh({ requestPolicy: 'network-only' })
  }
  const close = async () => {
    const closed = await save((clientMutationId) => ({ boardId, startsOn, clientMutationId }))
    if (closed) say(`${period.name} is closed. What was reported for it stays as it is.`)
  }

  return (
    <Main before={<BackLink href={`/boards/${boardId}/periods`}>Back to the periods</BackLink>}>
      {done && (
        <NotificationBanner key={done} type="success">
          {done}
        </NotificationBanner>
      )}
      <FormProblems refused={refused} />
      <h1 className="govuk-heading-l">
        {period.name} <PeriodTag state={period.state} />
      </h1>
      <p>
        {formatDay(period.startsOn)} to {formatDay(period.endsOn)}. Updates are due on{' '}
        {formatDay(period.dueOn)}.
        {isClosed && period.closedAt && ` Closed by ${period.closedByName} on ${dateText(period.closedAt)}.`}
      </p>
      <p>
        {countText(actions.length, 'action')}: {authorised.length} authorised
        {late.length > 0 && ` (${late.length} of them late, after the period was closed)`},{' '}
        {all
          ? `${waiting.length} awaiting authorisation, ${begun.length} begun or returned, ${silent.length} without an update.`
          : `${unauthorised + silent.length} not authorised.`}
        {open > 0 && ` ${countText(open, 'thing')} worth a second look.`}
      </p>

      {waiting.length > 0 && (
        <section aria-labelledby="waiting">
          <h2 className="govuk-heading-m" id="waiting">
            Await authorisation
          </h2>
          <ul className="govuk-list bw-entries">
            {waiting.map((action) => (
              <Waiting key={action.actionId} action={action} onDecided={say} />
            ))}
          </ul>
        </section>
      )}
      <ActionTable heading="Begun or returned" actions={begun} />
      <ActionTable heading={all ? 'No update' : 'Not authorised'} actions={silent} />
      <ActionTable heading="Authorised" actions={authorised} />

      <WhyLink record="PERIOD" id={`${boardId}:${startsOn}`} />

      {viewerCan.close && !isClosed && (
        <section aria-labelledby="close">
          <h2 className="govuk-heading-m" id="close">
            Close {period.name}
          </h2>
          {whyNotClose ? (
            <p>{whyNotClose}</p>
          ) : (
            <>
              <InsetText>
                Nothing that was reported for {period.name} can be changed once it is closed; a correction is
                a new update. {closingText(unauthorised, silent.length)}
              </InsetText>
              <Form action={`Close ${period.name}`} variant="warning" saving={saving} onSubmit={close}>
                {null}
              </Form>
            </>
          )}
        </section>
      )}
    </Main>
  )
}

function closingText(unauthorised: number, silent: number): string {
  if (unauthorised + silent === 0) return 'Every action has an authorised update.'
  const parts = [
    unauthorised > 0 && `${countText(unauthorised, 'update')} not authorised`,
    silent > 0 && `${countText(silent, 'action')} without an update`,
  ].filter(Boolean)
  return `It would stay with ${parts.join(' and ')}.`
}

function Waiting({ action, onDecided }: { action: PeriodAction; onDecided: (words: string) => void }) {
  if (!action.update) return null
  const { viewerCan } = readFragment(WrittenUpdateFragment, action.update)
  return (
    <li>
      <p className="govuk-!-margin-bottom-2">
        <Link href={`/actions/${action.actionId}`}>{named(action, 'Action without a title')}</Link>
      </p>
      <Details
        summary={viewerCan.authorise ? 'Read it and decide' : 'Read it'}
        className="govuk-!-margin-bottom-0"
      >
        <UpdateText update={action.update} />
        {viewerCan.authorise ? (
          <UpdateDecision update={action.update} onDecided={onDecided} />
        ) : (
          <p>Somebody else authorises this update.</p>
        )}
      </Details>
    </li>
  )
}

function ActionTable({ heading, actions }: { heading: string; actions: readonly PeriodAction[] }) {
  if (actions.length === 0) return null
  return (
    <ScrollRegion label={heading}>
      <Table
        stacked
        caption={`${heading} (${actions.length})`}
        captionClassName="govuk-table__caption--m"
        firstCellIsHeader
        head={['Action', 'Responsible', 'Update', 'Worth a second look']}
        rows={actions.map((action) => {
          const update = readFragment(WrittenUpdateFragment, action.update ?? null)
          return [
            <Link key="action" href={`/actions/${action.actionId}`}>
              {named(action, 'Action without a title')}
            </Link>,
            action.responsible.join('; ') || 'Nobody is named yet',
            update ? (
              <>
                <StatusTag status={update.status} /> {percentText(update.percentComplete)}{' '}
                {update.state !== 'AUTHORISED' && <UpdateStateTag state={update.state} />}
                {update.late && <Tag colour="orange">Late</Tag>}
              </>
            ) : (
              'None'
            ),
            openPointers(action.pointers)
              .map(({ words }) => words)
              .join(' ') || 'Nothing',
          ]
        })}
      />
    </ScrollRegion>
  )
}
