import { ActionStatus, actionStatusName } from '@boardwork/shared/plan/actionStatus.ts'
import {
  lacksPeriod,
  meaningOf,
  setMeaning,
  statusWordsOf,
} from '@boardwork/shared/plan/import/draftUpdates.ts'
import { editPeriod } from '@boardwork/shared/plan/import/editDraft.ts'
import type { PlanDraft } from '@boardwork/shared/plan/import/planDraft.ts'
import type { DraftProblem } from '@boardwork/shared/plan/import/validateDraft.ts'
import { Select } from '../../../govuk/Select.tsx'
import { CommitField } from './CommitField.tsx'
import type { ChangeDraft } from './draftFields.ts'

interface DraftStatusesProps {
  draft: PlanDraft
  problems: readonly DraftProblem[]
  change: ChangeDraft
}

/** What the statuses of the document mean, and which period they describe; nothing where it has none. */
export function DraftStatuses({ draft, problems, change }: DraftStatusesProps) {
  const statuses = statusWordsOf(draft)
  if (statuses.length === 0) return null
  const message = (path: string) => problems.find((problem) => problem.path === path)?.message
  return (
    <section aria-labelledby="statuses">
      <h2 className="govuk-heading-m" id="statuses" tabIndex={-1}>
        Statuses
      </h2>
      <p>Check what each status in the document means.</p>
      {lacksPeriod(draft) && (
        <CommitField
          id="period"
          label="Period that the statuses describe"
          hint="The document does not say it. For example, Q2 2026/27 or June 2026."
          className="govuk-input--width-10"
          value={draft.period}
          onCommit={(period) =>
            change('Changed the period of the statuses', (from) => editPeriod(from, period))
          }
          errorMessage={message('period')}
        />
      )}
      {statuses.map((words, index) => {
        const meaning = meaningOf(draft, words)
        return (
          <Select
            key={words}
            name={`status-${index}`}
            label={words === '' ? 'Updates without a status' : `“${words.slice(0, 80)}” means`}
            value={meaning ?? ''}
            errorMessage={meaning === undefined ? 'Choose what it means.' : undefined}
            onChange={({ target }) => {
              const status = Object.values(ActionStatus).find((each) => each === target.value)
              if (status) change('Said what a status means', (from) => setMeaning(from, words, status))
            }}
            items={[
              ...(meaning === undefined ? [{ value: '', text: 'Choose' }] : []),
              ...Object.values(ActionStatus).map((value) => ({ value, text: actionStatusName[value] })),
            ]}
          />
        )
      })}
    </section>
  )
}
