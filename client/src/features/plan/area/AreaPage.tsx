import { useParams } from 'react-router'
import { useQuery } from 'urql'
import { graphql } from '../../../gql/index.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { Button } from '../../../govuk/Button.tsx'
import { Details } from '../../../govuk/Details.tsx'
import { InsetText } from '../../../govuk/InsetText.tsx'
import { ScrollRegion } from '../../../govuk/ScrollRegion.tsx'
import { Table } from '../../../govuk/Table.tsx'
import { Main } from '../../../page/Main.tsx'
import { NotHere, notHere } from '../NotHere.tsx'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { WhyLink } from '../../../page/WhyLink.tsx'
import { ActionCard } from '../action/ActionCard.tsx'
import { AreaComments } from './AreaComments.tsx'
import { AreaShares } from './AreaShares.tsx'
import { EvidenceSoFar } from '../evidence/EvidencePieces.tsx'
import { FieldOrigins } from '../import/FieldOrigins.tsx'
import { HistoryLink } from '../history/HistoryLink.tsx'
import { LinkedText } from '../link/LinkedText.tsx'
import { StatusTag } from '../StatusTag.tsx'
import { dateText, named } from '../words.ts'

export const AreaPageQuery = graphql(`
  query AreaPage($id: ID!) {
    area(id: $id) {
      id
      reference
      theme
      title
      plan {
        id
        title
        state
        wholeVisible
      }
      viewerCan {
        comment
        share
        edit
      }
      sharedWithViewer {
        id
        boardName
        receiverName
        level
        reason
        endsOn
      }
      actions {
        id
        reference
        progress
        comments
        updates {
          id
          period
          status
          percentComplete
          narrative
          issues
          writtenAt
        }
        viewerCanAddEvidence
        evidence {
          id
          ...EvidencePiece
        }
        seeAlso {
          id
          reference
          title
        }
        ...ActionCard
      }
      origins {
        ...FieldOrigin
      }
      ...AreaComments
      ...AreaShares
    }
  }
`)

/** An area with its actions in full, what people say about it, and with whom it is shared. */
export function AreaPage() {
  const { areaId = '' } = useParams()
  const [{ data }] = useQuery({ query: AreaPageQuery, variables: { id: areaId } })
  const area = data?.area
  usePageTitle(area ? named(area, 'Area') : notHere('area'))
  if (!area) return <NotHere what="area" loaded={data !== undefined} />
  const { plan, viewerCan, sharedWithViewer: share } = area

  return (
    <Main before={<BackLink href={`/plans/${plan.id}`}>Back to the plan</BackLink>}>
      {area.theme && <span className="govuk-caption-l">{area.theme}</span>}
      <h1 className="govuk-heading-l">{named(area, 'Area without a title')}</h1>
      {share && (
        <InsetText>
          {share.boardName} shares this area with {share.receiverName} to{' '}
          {share.level === 'READ' ? 'read' : 'read and comment'} until {dateText(share.endsOn)}. Reason:{' '}
          {share.reason}
        </InsetText>
      )}
      {(viewerCan.edit || viewerCan.share) && (
        <div className="govuk-button-group">
          {viewerCan.edit && (
            <Button href={`/areas/${area.id}/edit`} variant="secondary">
              Change this area
            </Button>
          )}
          {viewerCan.share && (
            <Button href={`/areas/${area.id}/share`} variant="secondary">
              Share this area
            </Button>
          )}
        </div>
      )}

      <FieldOrigins origins={area.origins} />
      <h2 className="govuk-heading-m">Actions</h2>
      {area.actions.length === 0 && <p>This area has no actions.</p>}
      {area.actions.map((action) => (
        <div key={action.id}>
          <ActionCard
            action={action}
            editHref={viewerCan.edit ? `/actions/${action.id}/edit` : undefined}
            evidence={<EvidenceSoFar pieces={action.evidence} />}
            evidenceHref={action.viewerCanAddEvidence ? `/actions/${action.id}/evidence` : undefined}
          />
          {action.progress && (
            <p className="bw-prose">
              Progress in the document: <LinkedText text={action.progress} links={action.seeAlso} />
            </p>
          )}
          {action.comments && (
            <p className="bw-prose">
              Comments in the document: <LinkedText text={action.comments} links={action.seeAlso} />
            </p>
          )}
          {action.updates.length > 0 && (
            <Details summary={`Progress so far${action.reference ? ` of action ${action.reference}` : ''}`}>
              <ScrollRegion label={`Progress of action ${action.reference}`}>
                <Table
                  stacked
                  caption="Progress, the newest first"
                  captionClassName="govuk-visually-hidden"
                  head={[
                    'Period',
                    'Status',
                    { children: 'Complete', format: 'numeric' },
                    'What was done',
                    'Issues',
                  ]}
                  firstCellIsHeader
                  rows={action.updates.toReversed().map((update) => [
                    update.period,
                    <StatusTag key="status" status={update.status} />,
                    {
                      children:
                        typeof update.percentComplete === 'number'
                          ? `${update.percentComplete}%`
                          : 'Not said',
                      format: 'numeric',
                    },
                    <LinkedText key="narrative" text={update.narrative} links={action.seeAlso} />,
                    <LinkedText key="issues" text={update.issues ?? 'None'} links={action.seeAlso} />,
                  ])}
                />
              </ScrollRegion>
            </Details>
          )}
        </div>
      ))}
      <AreaComments area={area} />
      <AreaShares area={area} />
      <HistoryLink href={`/areas/${area.id}/history`} />
      <WhyLink record="AREA" id={area.id} />
    </Main>
  )
}
