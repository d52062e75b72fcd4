import { useState } from 'react'
import { useParams } from 'react-router'
import { useQuery } from 'urql'
import type { ResultOf } from '@graphql-typed-document-node/core'
import { graphql, readFragment } from '../../../gql/index.ts'
import type { FragmentType } from '../../../gql/index.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { Button } from '../../../govuk/Button.tsx'
import { Details } from '../../../govuk/Details.tsx'
import { Main } from '../../../page/Main.tsx'
import { SavedBanner } from '../../../page/SavedBanner.tsx'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { WhyLink } from '../../../page/WhyLink.tsx'
import { ActionCard } from './ActionCard.tsx'
import { ActionMeasures } from '../measure/ActionMeasures.tsx'
import type { NotedActivity } from './ActivityNotes.tsx'
import { DecidedAt } from '../update/DecidedAt.tsx'
import { EvidenceSoFar } from '../evidence/EvidencePieces.tsx'
import { ActionReporting } from '../update/ActionReporting.tsx'
import { FieldOrigins } from '../import/FieldOrigins.tsx'
import { HistoryLink } from '../history/HistoryLink.tsx'
import { LateReports } from '../update/LateReports.tsx'
import { ActionLinks, LinkedText } from '../link/LinkedText.tsx'
import { ActionMilestones } from '../milestone/Milestones.tsx'
import { NotHere, notHere } from '../NotHere.tsx'
import { Pointers } from '../pointer/Pointers.tsx'
import { WrittenUpdateFragment } from '../update/updateFragments.ts'
import { UpdateForm } from '../update/UpdateForm.tsx'
import { UpdateStateTag, UpdateText } from '../update/UpdateText.tsx'
import { named } from '../words.ts'

export const ActionPageQuery = graphql(`
  query ActionPage($id: ID!) {
    planAction(id: $id) {
      id
      reference
      title
      area {
        id
        viewerCan {
          edit
        }
      }
      place {
        boardName
        areaTitle
      }
      allUpdates {
        id
        ...WrittenUpdate
      }
      viewerCanAddEvidence
      evidence {
        id
        ...EvidencePiece
      }
      report {
        viewerCanWrite
      }
      seeAlso {
        id
        reference
        title
      }
      activities {
        id
        title
        status
        latestNote {
          status
        }
      }
      referredToBy {
        id
        reference
        title
      }
      origins {
        ...FieldOrigin
      }
      ...ActionCard
      ...ActionMeasures
      ...ActionMilestones
      ...DecidedAt
      ...ActionReporting
      ...Pointers
    }
  }
`)

/** An action with everything that was reported about it, and what is to be reported next. */
export function ActionPage() {
  const { actionId = '' } = useParams()
  const [{ data }] = useQuery({ query: ActionPageQuery, variables: { id: actionId } })
  const action = data?.planAction
  usePageTitle(action ? named(action, 'Action') : notHere('action'))
  if (!action) return <NotHere what="action" loaded={data !== undefined} />
  const updates = action.allUpdates.map((given) => ({
    given,
    update: readFragment(WrittenUpdateFragment, given),
  }))
  return (
    <Main before={<BackLink href={`/areas/${action.area.id}`}>Back to the area</BackLink>}>
      <SavedBanner />
      <span className="govuk-caption-l">
        {action.place.boardName}: {action.place.areaTitle}
      </span>
      <h1 className="govuk-heading-l">
        <LinkedText text={named(action, 'Action without a title')} links={action.seeAlso} />
      </h1>
      <ActionCard
        action={action}
        evidence={<EvidenceSoFar pieces={action.evidence} />}
        evidenceHref={action.viewerCanAddEvidence ? `/actions/${action.id}/evidence` : undefined}
        linked={false}
      />
      <FieldOrigins origins={action.origins} />
      <DecidedAt action={action} />
      {action.referredToBy.length > 0 && (
        <section aria-labelledby="referrers" className="govuk-!-margin-bottom-6">
          <h2 className="govuk-heading-m" id="referrers">
            Referred to by
          </h2>
          <ActionLinks links={action.referredToBy} />
        </section>
      )}
      {action.area.viewerCan.edit && (
        <Button href={`/actions/${action.id}/edit`} variant="secondary">
          Change this action
        </Button>
      )}
      <Pointers action={action} />
      <ActionMeasures action={action} />
      <ActionMilestones action={action} />
      {action.report && (
        <section aria-labelledby="next">
          <h2 className="govuk-heading-m" id="next">
            Next update
          </h2>
          <ActionReporting action={action} />
        </section>
      )}
      <LateReports action={action} />
      <section aria-labelledby="updates">
        <h2 className="govuk-heading-m" id="updates">
          All updates
        </h2>
        {updates.length === 0 && <p>Nothing was reported yet.</p>}
        {updates.map(({ given, update }) => (
          <section key={update.id} aria-labelledby={update.id}>
            <h3 className="govuk-heading-s" id={update.id}>
              {update.correctsId ? `Correction for ${update.period}` : update.period}{' '}
              <UpdateStateTag state={update.state} />
            </h3>
            {update.corrected && <p>An authorised correction has taken the place of this update.</p>}
            <UpdateText update={given} />
            <Correction
              actionId={action.id}
              activities={action.activities}
              update={update}
              correction={updates.find((each) => each.update.correctsId === update.id)?.given ?? null}
            />
          </section>
        ))}
      </section>
      <HistoryLink href={`/actions/${action.id}/history`} />
      <WhyLink record="ACTION" id={action.id} />
    </Main>
  )
}

interface CorrectionProps {
  actionId: string
  activities: readonly NotedActivity[]
  update: ResultOf<typeof WrittenUpdateFragment>
  /** What was written of it so far. */
  correction: FragmentType<typeof WrittenUpdateFragment> | null
}

/** A form for a correction, where there is none yet or it is still being written. */
function Correction({ actionId, activities, update, correction }: CorrectionProps) {
  const [open, setOpen] = useState(false)
  const [done, setDone] = useState('')
  const written = readFragment(WrittenUpdateFragment, correction)
  const may = update.viewerCan.correct && (!written || written.viewerCan.write)
  return (
    <>
      <p role="status" className="govuk-!-font-weight-bold">
        {done}
      </p>
      {may && (
        <Details
          summary={`${written ? 'Go on with' : 'Write'} a correction for ${update.period}`}
          open={open}
          onToggle={(event) => setOpen(event.currentTarget.open)}
        >
          {open && (
            <UpdateForm
              actionId={actionId}
              activities={activities}
              period={{ name: update.period, startsOn: update.periodStartsOn }}
              update={correction}
              from={update}
              correctsId={update.id}
              onSubmitted={(words) => {
                setOpen(false)
                setDone(words)
              }}
            />
          )}
        </Details>
      )}
    </>
  )
}
