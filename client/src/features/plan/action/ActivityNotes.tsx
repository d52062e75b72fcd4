import { ActionStatus, actionStatusName } from '@boardwork/shared/plan/actionStatus.ts'
import { readStatus } from '@boardwork/shared/plan/import/statusWords.ts'
import { statusOfActivity } from '@boardwork/shared/plan/updateState.ts'
import type { ActivityNote } from '@boardwork/shared/plan/updateState.ts'
import { Details } from '../../../govuk/Details.tsx'
import { Fieldset } from '../../../govuk/Fieldset.tsx'
import { Select } from '../../../govuk/Select.tsx'
import { Textarea } from '../../../govuk/Textarea.tsx'
import { problemOf } from '../../../page/FormProblems.tsx'
import type { Refused } from '../../../page/useRefused.ts'
import { countText } from '../words.ts'

/** An activity, and how it stood so far. */
export interface NotedActivity {
  id: string
  title: string
  status?: string | null
  latestNote?: { status?: ActionStatus | null } | null
}

export type ActivityNoteForm = Omit<ActivityNote, 'title'>

/** What of the activities an update can say something: those that are not complete, or of which it does already. */
export function notesToWrite(
  activities: readonly NotedActivity[],
  written: readonly { activityId: string; status?: ActionStatus | null; comments: string }[],
): ActivityNoteForm[] {
  return activities.flatMap(({ id, status = null, latestNote }) => {
    const note = written.find(({ activityId }) => activityId === id)
    const now = statusOfActivity({
      status,
      latestNote: latestNote ? { status: latestNote.status ?? null } : null,
    })
    if (!note && readStatus(now) === 'COMPLETE') return []
    return [{ activityId: id, status: note?.status ?? null, comments: note?.comments ?? '' }]
  })
}

interface ActivityNotesProps {
  prefix: string
  activities: readonly NotedActivity[]
  notes: readonly ActivityNoteForm[]
  refused: Refused
  onChange: (notes: ActivityNoteForm[]) => void
}

/** How each open activity stands, as a part of an update. */
export function ActivityNotes({ prefix, activities, notes, refused, onChange }: ActivityNotesProps) {
  if (notes.length === 0) return null
  const change = (index: number, more: Partial<ActivityNoteForm>) =>
    onChange(notes.map((note, at) => (at === index ? { ...note, ...more } : note)))
  const hasProblem = refused.problems.some(({ field }) => field.startsWith(`${prefix}-activityNotes`))
  return (
    <Details
      summary={`How ${countText(notes.length, 'activity', 'activities')} ${notes.length === 1 ? 'stands' : 'stand'} (optional)`}
      open={hasProblem || undefined}
    >
      {notes.map(({ activityId, status, comments }, index) => {
        const name = `${prefix}-activityNotes-${index}`
        return (
          <Fieldset
            key={activityId}
            legend={{
              children: activities.find(({ id }) => id === activityId)?.title,
              className: 'govuk-fieldset__legend--s',
            }}
          >
            <Select
              name={`${name}-status`}
              label="Status"
              value={status ?? ''}
              onChange={({ target }) =>
                change(index, {
                  status: Object.values(ActionStatus).find((each) => each === target.value) ?? null,
                })
              }
              items={[
                { value: '', text: 'As before' },
                ...Object.entries(actionStatusName).map(([value, text]) => ({ value, text })),
              ]}
            />
            <Textarea
              name={`${name}-comments`}
              label="Comments"
              rows={2}
              value={comments}
              onChange={(event) => change(index, { comments: event.target.value })}
              errorMessage={problemOf(refused, `${prefix}-activityNotes.${index}.comments`)}
            />
          </Fieldset>
        )
      })}
    </Details>
  )
}
