import { useState } from 'react'
import { readFragment } from '../../../gql/index.ts'
import type { FragmentType } from '../../../gql/index.ts'
import { Details } from '../../../govuk/Details.tsx'
import { InsetText } from '../../../govuk/InsetText.tsx'
import { ActionReportingFragment, WrittenUpdateFragment } from './updateFragments.ts'
import { UpdateDecision } from './UpdateDecision.tsx'
import { UpdateForm } from './UpdateForm.tsx'
import { UpdateStateTag, UpdateText } from './UpdateText.tsx'
import { dueText } from '../action/dueText.ts'

interface ActionReportingProps {
  action: FragmentType<typeof ActionReportingFragment>
  /** The action, where several stand on one page. */
  about?: string
  /** Whether somebody was led here to write: the form opens. */
  reached?: boolean
  /** Goes to the next action of a list; without it none is offered. */
  onNext?: (() => void) | undefined
}

/** What is to be reported about an action next, and what of it waits for the viewer. */
export function ActionReporting({ action: given, about, reached = false, onNext }: ActionReportingProps) {
  const action = readFragment(ActionReportingFragment, given)
  const [done, setDone] = useState('')
  const [open, setOpen] = useState(reached)
  const [was, setWas] = useState(reached)
  if (was !== reached) {
    setWas(reached)
    if (reached) setOpen(true)
  }
  const { report } = action
  if (!report) return null
  const update = readFragment(WrittenUpdateFragment, report.update ?? null)
  const { period } = report
  const writable = report.viewerCanWrite && (!update || update.viewerCan.write)
  const decide = report.awaiting.filter(
    (each) => readFragment(WrittenUpdateFragment, each).viewerCan.authorise,
  )
  return (
    <>
      <p>
        {dueText(period, update?.state ?? null)} {update && <UpdateStateTag state={update.state} />}
      </p>
      <p role="status" className="govuk-!-font-weight-bold">
        {done}
      </p>
      {update?.state === 'RETURNED' && (
        <InsetText>
          {update.decidedByName} returned it: {update.returnReason}
        </InsetText>
      )}
      {writable && (
        <Details
          summary={`${update ? 'Go on with' : 'Write'} the update for ${period.name}`}
          open={open}
          onToggle={(event) => setOpen(event.currentTarget.open)}
        >
          {open && (
            <UpdateForm
              key={period.startsOn}
              actionId={action.id}
              activities={action.activities}
              period={period}
              update={report.update ?? null}
              from={action.latestUpdate}
              onSubmitted={(words) => {
                setOpen(false)
                setDone(words)
              }}
              about={about}
              onNext={onNext}
            />
          )}
        </Details>
      )}
      {decide.map((each) => {
        const waiting = readFragment(WrittenUpdateFragment, each)
        return (
          <Details
            key={waiting.id}
            summary={`Authorise the ${waiting.correctsId ? 'correction' : 'update'} for ${waiting.period}`}
          >
            <UpdateText update={each} />
            <UpdateDecision update={each} onDecided={setDone} />
          </Details>
        )
      })}
    </>
  )
}
