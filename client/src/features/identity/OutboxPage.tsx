import { useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import { readFragment } from '../../gql/fragment-masking.ts'
import type { FragmentType } from '../../gql/fragment-masking.ts'
import { graphql } from '../../gql/gql.ts'
import { Details } from '../../govuk/Details.tsx'
import { InsetText } from '../../govuk/InsetText.tsx'
import { Pagination } from '../../govuk/Pagination.tsx'
import { Tag } from '../../govuk/Tag.tsx'
import { Main } from '../../page/Main.tsx'
import { usePageTitle } from '../../page/usePageTitle.ts'
import { dayAndTime } from './times.ts'

export const OutboxPageQuery = graphql(`
  query OutboxPage($after: String) {
    outbox(after: $after) {
      sends
      next
      mails {
        id
        ...OutboxMailRow
      }
    }
  }
`)

/** What the page asks for, from its address. */
export function outboxVariables(search: URLSearchParams): { after: string | null } {
  return { after: search.get('after') }
}

/** The mails that the platform wrote, for administrators. */
export function OutboxPage() {
  const [search] = useSearchParams()
  const variables = outboxVariables(search)
  const [{ data }] = useQuery({ query: OutboxPageQuery, variables })
  usePageTitle('Outbox')
  if (!data) return null
  const { sends, mails, next } = data.outbox
  return (
    <Main>
      <h1 className="govuk-heading-l">Outbox</h1>
      {!sends && (
        <InsetText>
          No e-mail server is set up, so e-mails wait here and are not sent. Give people their links in
          another way that you trust.
        </InsetText>
      )}
      {mails.length === 0 && <p className="govuk-body">No e-mail has been written yet.</p>}
      <ul className="govuk-list bw-entries">
        {mails.map((mail) => (
          <OutboxMailRow key={mail.id} mail={mail} sends={sends} />
        ))}
      </ul>
      {(next || variables.after) && (
        <Pagination
          {...(variables.after ? { previous: { href: '/outbox', text: 'Newest e-mails' } } : {})}
          {...(next
            ? {
                next: {
                  href: `/outbox?${new URLSearchParams({ after: next }).toString()}`,
                  text: 'Older e-mails',
                },
              }
            : {})}
        />
      )}
    </Main>
  )
}

const OutboxMailRowFragment = graphql(`
  fragment OutboxMailRow on OutboxMail {
    recipient
    subject
    body
    writtenAt
    sentAt
    attempts
    lastError
  }
`)

function OutboxMailRow({
  mail,
  sends,
}: {
  mail: FragmentType<typeof OutboxMailRowFragment>
  sends: boolean
}) {
  const { recipient, subject, body, writtenAt, sentAt, attempts, lastError } = readFragment(
    OutboxMailRowFragment,
    mail,
  )
  return (
    <li>
      <h2 className="govuk-heading-s govuk-!-margin-bottom-1">
        {subject}{' '}
        {sentAt ? (
          <Tag colour="green">Sent</Tag>
        ) : lastError ? (
          <Tag colour="red">Not sent</Tag>
        ) : (
          <Tag colour="grey">{sends ? 'Waiting' : 'Written'}</Tag>
        )}
      </h2>
      <p className="govuk-body govuk-!-margin-bottom-1">
        To {recipient}, written on {dayAndTime(writtenAt)}
        {sentAt && `, sent on ${dayAndTime(sentAt)}`}
      </p>
      {lastError && (
        <p className="govuk-body govuk-!-margin-bottom-1">
          Sending failed {attempts === 1 ? 'once' : `${attempts} times`}: {lastError}
        </p>
      )}
      <Details
        summary={
          <>
            Read it
            <span className="govuk-visually-hidden">
              : {subject}, to {recipient}
            </span>
          </>
        }
      >
        <p className="bw-prose">{body}</p>
      </Details>
    </li>
  )
}
