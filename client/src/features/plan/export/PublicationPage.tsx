import { useParams } from 'react-router'
import { useQuery } from 'urql'
import { publishedPlan } from '@boardwork/shared/plan/export/publication.ts'
import type { PublishedAction, PublishedArea } from '@boardwork/shared/plan/export/publication.ts'
import { graphql } from '../../../gql/gql.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { Button } from '../../../govuk/Button.tsx'
import { Table } from '../../../govuk/Table.tsx'
import { Main } from '../../../page/Main.tsx'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { NotHere, notHere } from '../NotHere.tsx'
import '../plan.scss'

export const PublicationPageQuery = graphql(`
  query PublicationPage($id: ID!) {
    plan(id: $id) {
      id
      title
      state
      boardName
      wholeVisible
      viewerCan {
        publish
      }
      areas {
        id
        reference
        theme
        title
        actions {
          id
          reference
          title
          expectedEvidence {
            id
            deadline
          }
          responsible {
            id
            postTitle
            organisationName
          }
          latestUpdate {
            id
            period
            status
            narrative
          }
        }
      }
    }
  }
`)

/** An adopted plan as a board puts it before the public: to read, to print, and to take out as one file. */
export function PublicationPage() {
  const { planId = '' } = useParams()
  const [{ data }] = useQuery({ query: PublicationPageQuery, variables: { id: planId } })
  const plan = data?.plan?.state === 'ADOPTED' && data.plan.wholeVisible ? data.plan : undefined
  usePageTitle(plan ? `${plan.title}, for publication` : notHere('page'))
  if (!plan) return <NotHere what="page" loaded={data !== undefined} />
  const { title, boardName, counts, areas } = publishedPlan(plan)

  return (
    <Main before={<BackLink href={`/plans/${plan.id}`}>Back to the plan</BackLink>}>
      {plan.viewerCan.publish && (
        <div className="bw-publish">
          <p>
            Coordinators and chairs decide what is published. The page names agencies and posts, and leaves
            out names of people as far as it can tell them. Read it through before you put it on a website.
          </p>
          <Button href={`/plans/${plan.id}/publication/file`} download>
            Download this page
          </Button>
        </div>
      )}
      <span className="govuk-caption-xl">{boardName}</span>
      <h1 className="govuk-heading-xl">{title}</h1>
      {areas.length === 0 ? (
        <p>There are no actions in this plan.</p>
      ) : (
        <>
          <nav aria-label="Contents">
            <h2 className="govuk-heading-m">Contents</h2>
            <ul className="govuk-list govuk-list--bullet">
              {areas.map(({ id, heading }) => (
                <li key={id}>
                  <a className="govuk-link" href={`#${id}`}>
                    {heading}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <Table
            caption="How the actions stand"
            captionClassName="govuk-table__caption--m"
            firstCellIsHeader
            head={['Status', { children: 'Actions', format: 'numeric' }]}
            rows={counts.map(({ status, count }) => [status, { children: String(count), format: 'numeric' }])}
          />
        </>
      )}
      {areas.map((area) => (
        <PublishedAreaSection key={area.id} area={area} />
      ))}
    </Main>
  )
}

function PublishedAreaSection({ area: { id, theme, heading, actions } }: { area: PublishedArea }) {
  return (
    <section aria-labelledby={id}>
      <h2 className="govuk-heading-l" id={id}>
        {theme !== '' && <span className="govuk-caption-l">{theme}</span>}
        {heading}
      </h2>
      <Table
        caption={`Actions: ${heading}`}
        captionClassName="govuk-visually-hidden"
        firstCellIsHeader
        stacked
        head={['Action', 'Responsible', 'Deadline', 'Status', 'Progress']}
        rows={actions.map(cellsOf)}
      />
    </section>
  )
}

function cellsOf({ reference, title, responsible, deadlines, status, period, progress }: PublishedAction) {
  return [
    [reference, title].filter((text) => text !== '').join(' '),
    responsible.join('; ') || 'Not named',
    deadlines.join('; ') || 'Not named',
    period === '' ? status : `${status} (${period})`,
    { children: progress === '' ? 'Nothing was reported yet' : progress, className: 'bw-prose' },
  ]
}
