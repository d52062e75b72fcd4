import { useParams } from 'react-router'
import { useQuery } from 'urql'
import { graphql } from '../../../gql/gql.ts'
import type { MinutesPageQuery as Data } from '../../../gql/graphql.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { Button } from '../../../govuk/Button.tsx'
import { InsetText } from '../../../govuk/InsetText.tsx'
import { SummaryList } from '../../../govuk/SummaryList.tsx'
import { Table } from '../../../govuk/Table.tsx'
import { Main } from '../../../page/Main.tsx'
import { Missing, missingTitle } from '../../../page/Missing.tsx'
import { usePageTitle } from '../../../page/usePageTitle.ts'

export const MinutesPageQuery = graphql(`
  query MinutesPage($id: ID!) {
    meeting(id: $id) {
      id
      minutes {
        title
        facts {
          label
          text
        }
        warnings
        attendance {
          heading
          people
        }
        openBefore {
          words
          who
          due
          state
          given
        }
        parts {
          number
          title
          presenter
          notes
          decisions
          actions {
            words
            who
            due
            planAction
          }
        }
        next
      }
    }
  }
`)

/** The draft of the minutes of a meeting, as it can be had in Word. */
export function MinutesPage() {
  const { meetingId = '' } = useParams()
  const [{ data }] = useQuery({ query: MinutesPageQuery, variables: { id: meetingId } })
  const minutes = data?.meeting?.minutes
  usePageTitle(minutes?.title ?? missingTitle)
  if (!minutes) return <Missing />
  return (
    <Main before={<BackLink href={`/meetings/${meetingId}`}>Back to the meeting</BackLink>}>
      <h1 className="govuk-heading-l">{minutes.title}</h1>
      {minutes.warnings.map((warning) => (
        <InsetText key={warning}>{warning}</InsetText>
      ))}
      <Button href={`/meetings/${meetingId}/minutes/file`} download>
        Download as Word
      </Button>
      <SummaryList rows={minutes.facts.map(({ label, text }) => ({ key: label, value: text }))} />
      <h2 className="govuk-heading-m">Who was there</h2>
      {minutes.attendance.length === 0 && <p>Nobody was expected.</p>}
      <SummaryList
        rows={minutes.attendance.map(({ heading, people }) => ({ key: heading, value: people.join('; ') }))}
      />
      {minutes.openBefore.length > 0 && (
        <Table
          stacked
          caption="Actions of earlier meetings that were still open"
          head={['Action', 'By whom', 'By when', 'How it stands', 'Given on']}
          rows={minutes.openBefore.map(({ words, who, due, state, given }) => [
            words,
            who,
            due,
            state,
            given,
          ])}
        />
      )}
      {minutes.parts.map((part) => (
        <MinutesPart key={part.number} part={part} />
      ))}
      <h2 className="govuk-heading-m">Next meeting</h2>
      <p>{minutes.next}</p>
    </Main>
  )
}

type Minutes = NonNullable<NonNullable<Data['meeting']>['minutes']>

function MinutesPart({ part }: { part: Minutes['parts'][number] }) {
  const { number, title, presenter, notes, decisions, actions } = part
  const heading = typeof number === 'number' ? `${number}. ${title}` : title
  return (
    <section aria-label={heading}>
      <h2 className="govuk-heading-m">{heading}</h2>
      {presenter !== '' && <p>Presented by {presenter}</p>}
      {notes !== '' && <p className="bw-prose">{notes}</p>}
      {decisions.map((decision) => (
        <p key={decision}>
          <strong>Decision:</strong> <span className="bw-prose">{decision}</span>
        </p>
      ))}
      {actions.length > 0 && (
        <Table
          stacked
          caption="Actions"
          head={['Action', 'By whom', 'By when', 'In the improvement plan']}
          rows={actions.map(({ words, who, due, planAction }) => [words, who, due, planAction || 'No'])}
        />
      )}
    </section>
  )
}
