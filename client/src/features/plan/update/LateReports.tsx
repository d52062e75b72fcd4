import { useState } from 'react'
import { formatDay } from '@boardwork/shared/board/dates.ts'
import { readFragment } from '../../../gql/index.ts'
import type { FragmentType } from '../../../gql/index.ts'
import { Details } from '../../../govuk/Details.tsx'
import { InsetText } from '../../../govuk/InsetText.tsx'
import { ActionReportingFragment, WrittenUpdateFragment } from './updateFragments.ts'
import { UpdateForm } from './UpdateForm.tsx'

/** The closed periods for which nothing was written, each with a form for a late report. */
export function LateReports({ action: given }: { action: FragmentType<typeof ActionReportingFragment> }) {
  const action = readFragment(ActionReportingFragment, given)
  const [done, setDone] = useState('')
  const [open, setOpen] = useState('')
  const missed = action.report?.viewerCanWrite ? action.report.missed : []
  if (missed.length === 0 && done === '') return null
  return (
    <section aria-labelledby="late">
      <h2 className="govuk-heading-m" id="late">
        Late reports
      </h2>
      <p>
        Nothing was written about this action for these periods before they were closed. A late report is
        authorised in the usual way and marked as late.
      </p>
      <p role="status" className="govuk-!-font-weight-bold">
        {done}
      </p>
      {missed.map(({ period, update }) => {
        const written = readFragment(WrittenUpdateFragment, update ?? null)
        return (
          <div key={period.startsOn}>
            {written?.state === 'RETURNED' && (
              <InsetText>
                {written.decidedByName} returned it: {written.returnReason}
              </InsetText>
            )}
            <Details
              summary={`${written ? 'Go on with' : 'Hand in'} a late report for ${period.name}, which ended on ${formatDay(period.endsOn)}`}
              open={open === period.startsOn}
              onToggle={(event) => {
                if (event.currentTarget.open) setOpen(period.startsOn)
                else if (open === period.startsOn) setOpen('')
              }}
            >
              {open === period.startsOn && (
                <UpdateForm
                  actionId={action.id}
                  period={period}
                  activities={action.activities}
                  update={update ?? null}
                  late
                  onSubmitted={(words) => {
                    setOpen('')
                    setDone(words)
                  }}
                />
              )}
            </Details>
          </div>
        )
      })}
    </section>
  )
}
