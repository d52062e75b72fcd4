import { useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { graphql } from '../../gql/gql.ts'
import type { AccessKind, RecordKind } from '../../gql/graphql.ts'
import { BackLink } from '../../govuk/BackLink.tsx'
import { Tag } from '../../govuk/Tag.tsx'
import { Main } from '../../page/Main.tsx'
import { Missing, missingTitle } from '../../page/Missing.tsx'
import { usePageTitle } from '../../page/usePageTitle.ts'

export const WhyPageQuery = graphql(`
  query WhyPage($record: RecordKind!, $id: ID!) {
    whyCanISee(record: $record, id: $id) {
      kind
      text
    }
  }
`)

const records: Record<RecordKind, string> = {
  BOARD: 'this board',
  ORGANISATION: 'this organisation',
  SEAT: 'this seat',
  GRANT: 'this role',
  PERSON: 'this person',
  PLAN: 'this plan',
  AREA: 'this area of a plan',
  ACTION: 'this action',
  COMMENT: 'this comment',
  SHARE: 'this share',
  IMPORT: 'this document',
  ACTIVITY: 'this activity',
  EVIDENCE: 'this evidence',
  UPDATE: 'this update',
  PERIOD: 'this reporting period',
  MEASURE: 'this measure',
  MEASURE_RESULT: 'this result of a measure',
  MILESTONE: 'this milestone or review',
  MEETING: 'this meeting',
  LOG_EVENT: 'this event of the log',
}

const kinds: Record<AccessKind, string> = {
  GRANT: 'Role',
  SEAT: 'Seat',
  DEPUTY: 'Deputy',
  SHARE: 'Share',
  AGENCY: 'Agency',
  ADMINISTRATOR: 'Administrator',
  OWN: 'Your own',
}

/** What the page asks for, from its address. A kind that there is not finds nothing. */
export function whyVariables(params: Record<string, string | undefined>): { record: RecordKind; id: string } {
  const { record, id = '' } = params
  return isRecordKind(record) ? { record, id } : { record: 'BOARD', id: '' }
}

function isRecordKind(text: string | undefined): text is RecordKind {
  return text !== undefined && Object.hasOwn(records, text)
}

/** Says which roles, seats and shares open a record to the viewer. */
export function WhyPage() {
  const variables = whyVariables(useParams())
  const navigate = useNavigate()
  const [{ data }] = useQuery({ query: WhyPageQuery, variables })
  const title = `Why you can see ${records[variables.record]}`
  usePageTitle(data ? title : missingTitle)
  if (!data) return <Missing />
  return (
    <Main
      before={
        <BackLink
          href="/"
          onClick={(event) => {
            event.preventDefault()
            void navigate(-1)
          }}
        />
      }
    >
      <h1 className="govuk-heading-l">{title}</h1>
      <p>{data.whyCanISee.length === 1 ? 'There is one reason:' : 'Each of these is enough:'}</p>
      <ul className="govuk-list govuk-list--spaced">
        {data.whyCanISee.map(({ kind, text }) => (
          <li key={text}>
            <Tag colour="grey">{kinds[kind]}</Tag> {text}
          </li>
        ))}
      </ul>
      <p>When a role, a seat or a share ends, what it opened is closed with your next click.</p>
    </Main>
  )
}
