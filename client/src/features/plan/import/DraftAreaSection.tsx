import { editArea, removeArea } from '@boardwork/shared/plan/import/editDraft.ts'
import type { DraftArea } from '@boardwork/shared/plan/import/planDraft.ts'
import type { DraftProblem } from '@boardwork/shared/plan/import/validateDraft.ts'
import { Button } from '../../../govuk/Button.tsx'
import { CommitField } from './CommitField.tsx'
import { DraftActionCard } from './DraftActionCard.tsx'
import { fieldsKey } from './draftFields.ts'
import type { Agency, ChangeDraft } from './draftFields.ts'
import { countText, named, placeText } from '../words.ts'

interface DraftAreaSectionProps {
  area: DraftArea
  index: number
  areas: readonly DraftArea[]
  agencies: readonly Agency[]
  problems: readonly DraftProblem[]
  /** The areas, area forms and actions that are open, by their key. */
  open: ReadonlySet<string>
  onOpen: (key: string, isOpen: boolean) => void
  onAddAction: (areaKey: string, label: string) => void
  change: ChangeDraft
}

/** One area of the draft. Closed it is one line; what is inside is drawn once it is opened. */
export function DraftAreaSection({
  area,
  index,
  areas,
  agencies,
  problems,
  open,
  onOpen,
  onAddAction,
  change,
}: DraftAreaSectionProps) {
  const shown = open.has(area.key)
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
      onToggle={(event) => onOpen(area.key, event.currentTarget.open)}
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
          <details
            className="govuk-details"
            open={open.has(fieldsKey(area.key))}
            onToggle={(event) => onOpen(fieldsKey(area.key), event.currentTarget.open)}
          >
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
              editing={open.has(action.key)}
              onEdit={(isOpen) => onOpen(action.key, isOpen)}
              change={change}
            />
          ))}
          <Button
            type="button"
            variant="secondary"
            onClick={() => onAddAction(area.key, `Added an action to ${name}`)}
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
