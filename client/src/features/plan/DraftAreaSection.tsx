import { useEffect, useState } from 'react'
import { addAction, editArea, removeArea } from '@boardwork/shared/plan/editDraft.ts'
import type { DraftArea, PlanDraft } from '@boardwork/shared/plan/planDraft.ts'
import type { DraftProblem } from '@boardwork/shared/plan/validateDraft.ts'
import { Button } from '../../govuk/Button.tsx'
import { CommitField } from './CommitField.tsx'
import { DraftActionCard } from './DraftActionCard.tsx'
import type { Agency } from './ImportPreviewPage.tsx'
import { countText, named, placeText } from './words.ts'

export type ChangeDraft = (label: string, make: (from: PlanDraft) => PlanDraft) => void

interface DraftAreaSectionProps {
  area: DraftArea
  index: number
  areas: readonly DraftArea[]
  agencies: readonly Agency[]
  problems: readonly DraftProblem[]
  /** Changes each time that somebody asks to see a field in this area. */
  opened: object | null
  openAction: string | null
  change: ChangeDraft
}

/** One area of the draft. Closed it is one line; what is inside is drawn once it is opened. */
export function DraftAreaSection({
  area,
  index,
  areas,
  agencies,
  problems,
  opened,
  openAction,
  change,
}: DraftAreaSectionProps) {
  const [open, setOpen] = useState(area.actions.length === 0 && area.title === '')
  const shown = open || opened !== null
  useEffect(() => {
    if (opened) setOpen(true)
  }, [opened])
  const path = `areas.${index}`
  const inside = problems.filter((problem) => problem.path.startsWith(`${path}.`))
  const errors = inside.filter((problem) => problem.level === 'error').length
  const message = (field: string) =>
    inside.find((problem) => problem.level === 'error' && problem.path === `${path}.${field}`)?.message
  const name = area.reference ? `area ${area.reference}` : 'this area'

  return (
    <details
      className="govuk-details bw-draft-area"
      open={shown}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">
          {named(area, 'Area without a title')} ({countText(area.actions.length, 'action')}
          {errors > 0 && `, ${countText(errors, 'problem')}`}
          {inside.length > errors && `, ${inside.length - errors} to check`})
        </span>
      </summary>
      {shown && (
        <div className="bw-draft-area__inside">
          <p className="govuk-hint">
            {area.theme && `Theme: ${area.theme}. `}From the document: {placeText(area.source)}
          </p>
          <details className="govuk-details">
            <summary className="govuk-details__summary">
              <span className="govuk-details__summary-text">Change {name}</span>
            </summary>
            <div className="govuk-details__text">
              <AreaFields area={area} message={message} change={change} />
              <Button
                type="button"
                variant="warning"
                onClick={() => change(`Removed ${name}`, (from) => removeArea(from, area.key))}
              >
                Remove {name}
              </Button>
              <p className="govuk-hint">Its words go to the unplaced text, so that none is lost.</p>
            </div>
          </details>
          {area.actions.map((action, actionIndex) => (
            <DraftActionCard
              key={action.key}
              action={action}
              first={actionIndex === 0}
              areaKey={area.key}
              areas={areas}
              agencies={agencies}
              path={`${path}.actions.${actionIndex}`}
              problems={inside}
              opened={openAction === action.key ? opened : null}
              change={change}
            />
          ))}
          <Button
            type="button"
            variant="secondary"
            onClick={() => change(`Added an action to ${name}`, (from) => addAction(from, area.key))}
          >
            Add an action to {name}
          </Button>
        </div>
      )}
    </details>
  )
}

interface AreaFieldsProps {
  area: DraftArea
  message: (field: string) => string | undefined
  change: ChangeDraft
}

function AreaFields({ area, message, change }: AreaFieldsProps) {
  const edit = (what: string, more: Partial<Pick<DraftArea, 'reference' | 'theme' | 'title'>>) =>
    change(`Changed the ${what} of an area`, (from) => editArea(from, area.key, more))
  return (
    <>
      <CommitField
        id={`${area.key}-reference`}
        label="Reference (optional)"
        className="govuk-input--width-10"
        value={area.reference}
        onCommit={(reference) => edit('reference', { reference })}
        errorMessage={message('reference')}
      />
      <CommitField
        id={`${area.key}-theme`}
        label="Theme (optional)"
        value={area.theme}
        onCommit={(theme) => edit('theme', { theme })}
        errorMessage={message('theme')}
      />
      <CommitField
        id={`${area.key}-title`}
        label="What is to be improved"
        rows={2}
        value={area.title}
        onCommit={(title) => edit('title', { title })}
        errorMessage={message('title')}
      />
    </>
  )
}
