import { useState } from 'react'
import { useLocation, useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { formatDay, readTypedDay, todayInLondon } from '@boardwork/shared/board/dates.ts'
import { checkMilestone, checkOutcome } from '@boardwork/shared/plan/milestone.ts'
import { noNamesHint } from '@boardwork/shared/plan/planRules.ts'
import { graphql, readFragment } from '../../../gql/index.ts'
import type { MilestoneFragment as Milestone } from '../../../gql/graphql.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { Button } from '../../../govuk/Button.tsx'
import { Details } from '../../../govuk/Details.tsx'
import { SummaryList } from '../../../govuk/SummaryList.tsx'
import { Textarea } from '../../../govuk/Textarea.tsx'
import { TextInput } from '../../../govuk/TextInput.tsx'
import { DayField, partsOf } from '../../../page/DayField.tsx'
import { Form } from '../../../page/Form.tsx'
import { FormProblems, problemOf } from '../../../page/FormProblems.tsx'
import { Main } from '../../../page/Main.tsx'
import { saved, SavedBanner } from '../../../page/SavedBanner.tsx'
import { useDraft } from '../../../page/useDraft.ts'
import { usePageTitle } from '../../../page/usePageTitle.ts'
import { useSave } from '../../../page/useSave.ts'
import { CompleteMilestone, MilestoneFragment, RemoveMilestone, SaveMilestone } from './milestoneFragments.ts'
import { MilestoneTag } from './Milestones.tsx'
import { NotHere, notHere } from '../NotHere.tsx'
import { dateText, named } from '../words.ts'

export const MilestonePageQuery = graphql(`
  query MilestonePage($id: ID!) {
    milestone(id: $id) {
      id
      removedAt
      plan {
        id
        title
      }
      ...Milestone
    }
  }
`)

/** A milestone or review: where it stands, what came of it, and the forms to say so and to change it. */
export function MilestonePage() {
  const { milestoneId = '' } = useParams()
  const { key } = useLocation()
  const [{ data }] = useQuery({ query: MilestonePageQuery, variables: { id: milestoneId } })
  const found = data?.milestone
  const milestone = readFragment(MilestoneFragment, found)
  usePageTitle(milestone ? milestone.title : notHere('milestone'))
  if (!found || found.removedAt || !milestone) return <NotHere what="milestone" loaded={data !== undefined} />
  const { action, viewerCan, doneOn } = milestone
  const back = action ? `/actions/${action.id}` : `/plans/${milestone.planId}`
  return (
    <Main before={<BackLink href={back}>Back to the {action ? 'action' : 'plan'}</BackLink>}>
      <SavedBanner />
      <span className="govuk-caption-l">
        {action ? named(action, 'Action without a title') : found.plan.title}
      </span>
      <h1 className="govuk-heading-l">{milestone.title}</h1>
      <Standing milestone={milestone} />
      {/* Once something was saved, the forms begin afresh. */}
      {viewerCan.complete && <CompleteForm key={`complete ${key}`} milestone={milestone} open={!doneOn} />}
      {viewerCan.change && <ChangeForm key={`change ${key}`} milestone={milestone} back={back} />}
    </Main>
  )
}

function Standing({ milestone }: { milestone: Milestone }) {
  const { kind, dueOn, doneOn, state, outcome, decision, reviewedBy, recordedByName, recordedAt } = milestone
  const review = kind === 'REVIEW'
  const prose = (text: string) => <span className="bw-prose">{text}</span>
  return (
    <SummaryList
      rows={[
        { key: 'State', value: <MilestoneTag state={state} /> },
        { key: 'Due', value: formatDay(dueOn) },
        doneOn ? { key: 'Done', value: formatDay(doneOn) } : null,
        outcome ? { key: review ? 'What was found' : 'What is there', value: prose(outcome) } : null,
        decision ? { key: 'What was decided', value: prose(decision) } : null,
        reviewedBy ? { key: 'Who reviewed it', value: reviewedBy } : null,
        recordedByName && recordedAt
          ? { key: 'Recorded', value: `By ${recordedByName}, ${dateText(recordedAt)}` }
          : null,
      ]}
    />
  )
}

const labels = {
  doneOn: 'When it was done',
  outcome: 'What was found',
  decision: 'What was decided',
  reviewedBy: 'Who reviewed it',
}

/** Says that it is done and what came of it; later, says it otherwise. */
function CompleteForm({ milestone, open: atOnce }: { milestone: Milestone; open: boolean }) {
  const navigate = useNavigate()
  const { id: milestoneId, kind, doneOn, version } = milestone
  const review = kind === 'REVIEW'
  const [open, setOpen] = useState(atOnce)
  const { save, saving, seenVersion, refused } = useSave(CompleteMilestone)
  const [typed, type, clear] = useDraft(`milestone:done:${milestoneId}`, {
    doneOn: partsOf(doneOn),
    outcome: milestone.outcome ?? '',
    decision: milestone.decision ?? '',
    reviewedBy: milestone.reviewedBy ?? '',
    version,
  })

  const send = async (said: {
    doneOn: string | null
    outcome: string
    decision: string
    reviewedBy: string
  }) => {
    const kept = await save(
      (clientMutationId) => ({
        ...said,
        milestoneId,
        version: Math.max(typed.version, seenVersion),
        clientMutationId,
      }),
      said.doneOn === null && doneOn ? [] : checkOutcome(kind, said, todayInLondon()),
    )
    if (!kept) return
    clear()
    void navigate(`/milestones/${milestoneId}`, { replace: true, state: saved('Saved') })
  }

  return (
    <Details
      summary={
        doneOn ? 'Change what was said' : review ? 'Say what came of the review' : 'Say that it is there'
      }
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <FormProblems refused={refused} labels={labels} />
      <Form
        action="Save"
        saving={saving}
        onSubmit={() => {
          const { doneOn: day, outcome, decision, reviewedBy } = typed
          return send({ doneOn: readTypedDay(day) ?? '', outcome, decision, reviewedBy })
        }}
      >
        <DayField
          name="doneOn"
          legend={review ? 'When was the review?' : 'Since when is it there?'}
          hint="For example, 31 3 2027."
          value={typed.doneOn}
          errorMessage={problemOf(refused, 'doneOn')}
          onChange={(day) => type({ ...typed, doneOn: day })}
        />
        <Textarea
          name="outcome"
          label={review ? 'What was found?' : 'What is there? (optional)'}
          hint={noNamesHint}
          rows={3}
          value={typed.outcome}
          onChange={(event) => type({ ...typed, outcome: event.target.value })}
          errorMessage={problemOf(refused, 'outcome')}
        />
        {review && (
          <>
            <Textarea
              name="decision"
              label="What was decided? (optional)"
              rows={3}
              value={typed.decision}
              onChange={(event) => type({ ...typed, decision: event.target.value })}
              errorMessage={problemOf(refused, 'decision')}
            />
            <TextInput
              name="reviewedBy"
              label="Who reviewed it? (optional)"
              hint="A group, a meeting or a post, such as “the performance sub-group”."
              value={typed.reviewedBy}
              onChange={(event) => type({ ...typed, reviewedBy: event.target.value })}
              errorMessage={problemOf(refused, 'reviewedBy')}
            />
          </>
        )}
      </Form>
      {doneOn && (
        <Button
          type="button"
          variant="secondary"
          disabled={saving}
          onClick={() => void send({ doneOn: null, outcome: '', decision: '', reviewedBy: '' })}
        >
          It is not done after all
        </Button>
      )}
    </Details>
  )
}

/** Changes its words and its day, or takes it out of the plan. */
function ChangeForm({ milestone, back }: { milestone: Milestone; back: string }) {
  const navigate = useNavigate()
  const { id: milestoneId, planId, actionId, doneOn, version } = milestone
  const { save, saving, seenVersion, refused } = useSave(SaveMilestone)
  const removing = useSave(RemoveMilestone)
  const [open, setOpen] = useState(false)
  const [typed, type, clear] = useDraft(`milestone:${milestoneId}`, {
    title: milestone.title,
    dueOn: partsOf(milestone.dueOn),
    version,
  })

  const submit = async () => {
    const dueOn = readTypedDay(typed.dueOn) ?? null
    const changed = await save(
      (clientMutationId) => ({
        planId,
        actionId,
        milestoneId,
        title: typed.title,
        dueOn: dueOn ?? '',
        version: Math.max(typed.version, seenVersion),
        clientMutationId,
      }),
      checkMilestone({ title: typed.title, dueOn }),
    )
    if (!changed) return
    clear()
    void navigate(`/milestones/${milestoneId}`, { replace: true, state: saved('Saved') })
  }

  const remove = async () => {
    const removed = await removing.save((clientMutationId) => ({ milestoneId, version, clientMutationId }))
    if (removed) void navigate(back, { state: saved(`“${milestone.title}” is taken out of the plan`) })
  }

  return (
    <Details
      summary="Change its words or its day"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <FormProblems refused={refused} labels={{ title: 'What shall be there', dueOn: 'By which day' }} />
      <FormProblems refused={removing.refused} />
      <Form action="Save the change" variant="secondary" saving={saving} onSubmit={submit}>
        <Textarea
          name="title"
          label={milestone.kind === 'REVIEW' ? 'Name of the review' : 'What shall be there?'}
          rows={2}
          value={typed.title}
          onChange={(event) => type({ ...typed, title: event.target.value })}
          errorMessage={problemOf(refused, 'title')}
        />
        <DayField
          name="dueOn"
          legend="By which day?"
          hint="For example, 31 3 2027."
          value={typed.dueOn}
          errorMessage={problemOf(refused, 'dueOn')}
          onChange={(dueOn) => type({ ...typed, dueOn })}
        />
      </Form>
      {!doneOn && (
        <Button type="button" variant="warning" disabled={removing.saving} onClick={() => void remove()}>
          Take it out of the plan
        </Button>
      )}
    </Details>
  )
}
