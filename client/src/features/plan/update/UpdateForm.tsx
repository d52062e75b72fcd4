import { useState } from 'react'
import type { MouseEvent, SubmitEvent } from 'react'
import { ActionStatus, actionStatusName } from '@boardwork/shared/plan/actionStatus.ts'
import { noNamesHint } from '@boardwork/shared/plan/planRules.ts'
import { checkCorrection, checkUpdate } from '@boardwork/shared/plan/updateState.ts'
import { graphql, readFragment } from '../../../gql/index.ts'
import type { FragmentType } from '../../../gql/index.ts'
import { Button } from '../../../govuk/Button.tsx'
import { Select } from '../../../govuk/Select.tsx'
import { Textarea } from '../../../govuk/Textarea.tsx'
import { TextInput } from '../../../govuk/TextInput.tsx'
import { FormProblems, problemOf } from '../../../page/FormProblems.tsx'
import { useDraft } from '../../../page/useDraft.ts'
import { useSave } from '../../../page/useSave.ts'
import { ActivityNotes, notesToWrite } from '../action/ActivityNotes.tsx'
import type { ActivityNoteForm, NotedActivity } from '../action/ActivityNotes.tsx'
import { WrittenUpdateFragment } from './updateFragments.ts'
import { withPrefix } from '../withPrefix.ts'
import { timeText } from '../words.ts'

const WriteUpdate = graphql(`
  mutation WriteUpdate($input: WriteUpdateInput!) {
    result: writeUpdate(input: $input) {
      __typename
      ... on ProgressUpdate {
        ...WrittenUpdate
        action {
          ...ActionReporting
          allUpdates {
            ...WrittenUpdate
          }
        }
      }
      ...InvalidInputRefusal
      ...ConflictRefusal
      ...NotReadyRefusal
    }
  }
`)

const labels = {
  status: 'Status',
  percentComplete: 'Percent complete',
  narrative: 'What was done',
  issues: 'Issues',
  correctiveActions: 'What is done about them',
  correctionReason: 'What was wrong',
  activityNotes: 'Activities',
}

interface UpdateFields {
  status: ActionStatus
  percentComplete: string
  narrative: string
  issues: string
  correctiveActions: string
  correctionReason: string
  activityNotes: ActivityNoteForm[]
  version: number
}

interface UpdateStart {
  status: ActionStatus
  percentComplete?: number | null
  narrative?: string
  activityNotes?: readonly { activityId: string; status?: ActionStatus | null; comments: string }[] | null
}

interface UpdateFormProps {
  actionId: string
  activities: readonly NotedActivity[]
  period: { name: string; startsOn: string }
  /** What was written so far; null where nothing was. */
  update: FragmentType<typeof WrittenUpdateFragment> | null
  /** Where a new update starts from: how the action stood before, or what is corrected. */
  from?: UpdateStart | null | undefined
  /** The update that this one corrects. */
  correctsId?: string | undefined
  /** Whether it is a late report for a closed period. */
  late?: boolean
  onSubmitted: (words: string) => void
  /** The action, where forms of several stand on one page. */
  about?: string | undefined
  /** Goes to the next action of a list, where the form stands in one. */
  onNext?: (() => void) | undefined
}

/** Writes the update of an action for a period, or a correction: kept as a draft, or submitted. */
export function UpdateForm({
  actionId,
  activities,
  period,
  update: given,
  from,
  correctsId,
  late = false,
  onSubmitted,
  about,
  onNext,
}: UpdateFormProps) {
  const update = readFragment(WrittenUpdateFragment, given)
  const prefix = `update-${correctsId ?? actionId}-${period.startsOn}`
  const initial: UpdateFields = {
    status: update?.status ?? from?.status ?? 'NOT_STARTED',
    percentComplete: String(update?.percentComplete ?? from?.percentComplete ?? 0),
    narrative: update?.narrative ?? from?.narrative ?? '',
    issues: update?.issues ?? '',
    correctiveActions: update?.correctiveActions ?? '',
    correctionReason: update?.correctionReason ?? '',
    activityNotes: notesToWrite(activities, (update ?? from)?.activityNotes ?? []),
    version: update?.version ?? 0,
  }
  const [draft, setForm, clear] = useDraft<UpdateFields>(prefix, initial)
  // What the device kept may come from a form that asked for less.
  const form = { ...initial, ...draft }
  const { save, saving, seenVersion, refused } = useSave(WriteUpdate)
  const [kept, setKept] = useState('')
  const shown = withPrefix(refused, prefix)
  const change = (more: Partial<UpdateFields>) => {
    setKept('')
    setForm({ ...form, ...more })
  }

  const send = async (submit: boolean, goOn?: () => void) => {
    setKept('')
    const text = {
      status: form.status,
      percentComplete: /^\d{1,3}$/.test(form.percentComplete.trim())
        ? Number(form.percentComplete)
        : Number.NaN,
      narrative: form.narrative,
      issues: form.issues,
      correctiveActions: form.correctiveActions,
      activityNotes: form.activityNotes,
    }
    const written = await save(
      (clientMutationId) => ({
        ...text,
        actionId,
        periodStartsOn: period.startsOn,
        correctsId: correctsId ?? null,
        correctionReason: form.correctionReason,
        late,
        submit,
        version: Math.max(form.version, seenVersion),
        clientMutationId,
      }),
      [...checkUpdate(text, submit), ...(correctsId ? checkCorrection(form.correctionReason) : [])],
    )
    if (!written) return
    const saved = readFragment(WrittenUpdateFragment, written)
    setForm({ ...form, version: saved.version })
    clear()
    if (submit) onSubmitted(`Submitted for ${period.name}. It now waits to be authorised.`)
    else setKept(`Draft saved at ${timeText(new Date())}.`)
    goOn?.()
  }

  const field = (name: keyof typeof labels) => ({
    name: `${prefix}-${name}`,
    label: labels[name],
    errorMessage: problemOf(shown, `${prefix}-${name}`),
  })
  return (
    <form
      noValidate
      aria-label={[`${correctsId ? 'Correction' : late ? 'Late report' : 'Update'} for ${period.name}`, about]
        .filter(Boolean)
        .join(', ')}
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault()
        void send(true)
      }}
    >
      <FormProblems refused={shown} labels={labels} />
      {correctsId && (
        <Textarea
          {...field('correctionReason')}
          rows={2}
          hint="Both updates stay in the history, with this reason."
          value={form.correctionReason}
          onChange={(event) => change({ correctionReason: event.target.value })}
        />
      )}
      <div className="bw-filter bw-filter--plain">
        <Select
          {...field('status')}
          value={form.status}
          onChange={({ target }) =>
            change({
              status: Object.values(ActionStatus).find((each) => each === target.value) ?? form.status,
            })
          }
          items={Object.entries(actionStatusName).map(([value, text]) => ({ value, text }))}
        />
        <TextInput
          {...field('percentComplete')}
          className="govuk-input--width-3"
          inputMode="numeric"
          value={form.percentComplete}
          onChange={(event) => change({ percentComplete: event.target.value })}
        />
      </div>
      <Textarea
        {...field('narrative')}
        hint={`In ${period.name}. ${noNamesHint}`}
        rows={4}
        value={form.narrative}
        onChange={(event) => change({ narrative: event.target.value })}
      />
      <Textarea
        {...field('issues')}
        label="Issues (optional)"
        rows={2}
        value={form.issues}
        onChange={(event) => change({ issues: event.target.value })}
      />
      <Textarea
        {...field('correctiveActions')}
        label="What is done about them (optional)"
        rows={2}
        value={form.correctiveActions}
        onChange={(event) => change({ correctiveActions: event.target.value })}
      />
      <ActivityNotes
        prefix={prefix}
        activities={activities}
        notes={form.activityNotes}
        refused={shown}
        onChange={(activityNotes) => change({ activityNotes })}
      />
      <p role="status">{kept}</p>
      <div className="govuk-button-group">
        <Button
          disabled={saving}
          onClick={(event: MouseEvent) => {
            // The second click of a double click would send it again.
            if (event.detail > 1) event.preventDefault()
          }}
        >
          Submit to be authorised
        </Button>
        <Button
          type="button"
          variant="secondary"
          disabled={saving}
          onClick={(event: MouseEvent) => {
            if (event.detail < 2) void send(false)
          }}
        >
          Save as draft
        </Button>
        {onNext && (
          <>
            <Button
              type="button"
              variant="secondary"
              disabled={saving}
              onClick={(event: MouseEvent) => {
                if (event.detail < 2) void send(true, onNext)
              }}
            >
              Submit and go to next
            </Button>
            <Button
              type="button"
              variant="secondary"
              disabled={saving}
              onClick={(event: MouseEvent) => {
                if (event.detail < 2) void send(false, onNext)
              }}
            >
              Save and go to next
            </Button>
          </>
        )}
      </div>
    </form>
  )
}
