import { useEffect, useRef } from 'react'
import { ActionPart, actionPartName } from '@boardwork/shared/plan/actionPart.ts'
import {
  editAction,
  mergeActionIntoPrevious,
  moveAction,
  removeAction,
} from '@boardwork/shared/plan/import/editDraft.ts'
import { emptyActivity, emptyUpdate, textsOfItem } from '@boardwork/shared/plan/import/planDraft.ts'
import type { DraftAction, DraftArea } from '@boardwork/shared/plan/import/planDraft.ts'
import { noNamesHint } from '@boardwork/shared/plan/planRules.ts'
import type { DraftProblem } from '@boardwork/shared/plan/import/validateDraft.ts'
import { Button } from '../../../govuk/Button.tsx'
import { Fieldset } from '../../../govuk/Fieldset.tsx'
import { Select } from '../../../govuk/Select.tsx'
import { SummaryList } from '../../../govuk/SummaryList.tsx'
import { CommitField } from './CommitField.tsx'
import type { Agency, ChangeDraft } from './draftFields.ts'
import { DraftItems } from './DraftItems.tsx'
import { EvidenceList } from '../evidence/EvidenceList.tsx'
import { named, placeText } from '../words.ts'

interface DraftActionCardProps {
  action: DraftAction
  first: boolean
  areaKey: string
  areas: readonly DraftArea[]
  agencies: readonly Agency[]
  path: string
  problems: readonly DraftProblem[]
  editing: boolean
  onEdit: (isOpen: boolean) => void
  change: ChangeDraft
}

/** One action of the draft: to read, and in its place to change. */
export function DraftActionCard(props: DraftActionCardProps) {
  const { action, agencies, path, problems, editing, onEdit } = props
  const own = problems.filter((problem) => problem.path.startsWith(`${path}.`))
  const name = action.reference ? `action ${action.reference}` : 'this action'
  const agencyName = (id: string | undefined) => agencies.find((agency) => agency.id === id)?.name
  const wasEditing = useRef(editing)
  // The button that was pressed is gone once the form stands in its place, and the other way round.
  useEffect(() => {
    if (wasEditing.current === editing) return
    wasEditing.current = editing
    document.getElementById(`${action.key}-${editing ? 'title' : 'change'}`)?.focus()
  }, [action.key, editing])
  if (editing) {
    return <ActionForm {...props} problems={own} name={name} onDone={() => onEdit(false)} />
  }
  return (
    <div className="bw-draft-action">
      <SummaryList
        card={{ title: named(action, 'Action without a title') }}
        rows={[
          own.length > 0 && {
            key: 'To check',
            value: own.map((problem) => problem.message).join(' '),
          },
          {
            key: 'Responsible',
            value:
              action.responsible
                .map((one) =>
                  [
                    one.part === 'RESPONSIBLE' ? '' : `${actionPartName[one.part]}:`,
                    [one.postTitle, agencyName(one.organisationId)].filter(Boolean).join(', '),
                  ]
                    .join(' ')
                    .trim(),
                )
                .join('; ') || 'Nobody is named',
          },
          {
            key: 'Evidence and deadlines',
            value: <EvidenceList items={action.expectedEvidence} />,
          },
          action.outcome !== '' && { key: 'Outcome', value: action.outcome },
          action.updates.length > 0 && { key: 'Progress updates', value: <Lines items={action.updates} /> },
          action.progress !== '' && {
            key: 'Progress so far',
            value: <span className="bw-prose">{action.progress}</span>,
          },
          action.activities.length > 0 && { key: 'Activities', value: <Lines items={action.activities} /> },
          action.comments !== '' && { key: 'Comments', value: action.comments },
          { key: 'From', value: placeText(action.source) },
        ]}
      />
      <Button type="button" id={`${action.key}-change`} variant="secondary" onClick={() => onEdit(true)}>
        Change {name}
      </Button>
    </div>
  )
}

/** A line for each item: its texts one after another. */
function Lines({ items }: { items: DraftAction['updates'] | DraftAction['activities'] }) {
  return (
    <ul className="govuk-list govuk-!-margin-bottom-0">
      {items.map((item, index) => (
        // An item has no name but its place.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index}>{textsOfItem(item).filter(Boolean).join(', ')}</li>
      ))}
    </ul>
  )
}

const partOf = (value: string) => Object.values(ActionPart).find((part) => part === value) ?? 'RESPONSIBLE'

interface ActionFormProps extends DraftActionCardProps {
  name: string
  onDone: () => void
}

function ActionForm({
  action,
  first,
  areaKey,
  areas,
  agencies,
  path,
  problems,
  change,
  name,
  onDone,
}: ActionFormProps) {
  const message = (field: string) =>
    problems.find((problem) => problem.level === 'error' && problem.path === `${path}.${field}`)?.message
  const edit = (label: string, more: Parameters<typeof editAction>[2]) =>
    change(`${label} of ${name}`, (from) => editAction(from, action.key, more))
  const { responsible } = action
  const listProps = (field: 'expectedEvidence' | 'updates' | 'activities') => ({
    id: `${action.key}-${field}`,
    message: (of: string) => message(`${field}.${of}`),
    onChange: (items: DraftAction[typeof field], label: string) => edit(label, { [field]: items }),
  })
  return (
    <div className="bw-draft-action bw-draft-action--open">
      <Fieldset legend={{ children: `Change ${name}`, className: 'govuk-fieldset__legend--s' }}>
        <p className="govuk-hint">
          From the document: {placeText(action.source)}. What you change is saved as you go.
        </p>
        <CommitField
          id={`${action.key}-reference`}
          label="Reference (optional)"
          className="govuk-input--width-10"
          value={action.reference}
          onCommit={(reference) => edit('Changed the reference', { reference })}
          errorMessage={message('reference')}
        />
        <CommitField
          id={`${action.key}-title`}
          label="What is to be done"
          hint={noNamesHint}
          rows={3}
          value={action.title}
          onCommit={(title) => edit('Changed the text', { title })}
          errorMessage={message('title')}
        />
        <DraftItems
          name="evidence"
          fields={[
            { name: 'text', label: 'What will show it', rows: 2 },
            { name: 'deadline', label: 'By when', rows: 2 },
          ]}
          items={action.expectedEvidence}
          empty={{ text: '', deadline: '' }}
          {...listProps('expectedEvidence')}
        />
        {responsible.map((one, index) => (
          <Fieldset
            // Who is responsible has no name but the place.
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
            legend={{ children: `Responsible ${index + 1}`, className: 'govuk-fieldset__legend--s' }}
          >
            <CommitField
              id={`${action.key}-responsible-${index}-postTitle`}
              label="Post"
              value={one.postTitle}
              onCommit={(postTitle) =>
                edit('Changed who is responsible', {
                  responsible: responsible.with(index, { ...one, postTitle }),
                })
              }
              errorMessage={message(`responsible.${index}.postTitle`)}
            />
            <Select
              name={`${action.key}-responsible-${index}-part`}
              label="Part"
              value={one.part}
              onChange={({ target }) => {
                const part = partOf(target.value)
                edit('Changed a part', { responsible: responsible.with(index, { ...one, part }) })
              }}
              items={Object.values(ActionPart).map((part) => ({ value: part, text: actionPartName[part] }))}
            />
            <Select
              name={`${action.key}-responsible-${index}-organisationId`}
              label="Agency of the board"
              value={one.organisationId ?? ''}
              onChange={({ target }) => {
                const { postTitle, part } = one
                const next = target.value
                  ? { postTitle, part, organisationId: target.value }
                  : { postTitle, part }
                edit('Changed who is responsible', { responsible: responsible.with(index, next) })
              }}
              items={[
                { value: '', text: 'No agency' },
                ...agencies.map((agency) => ({ value: agency.id, text: agency.name })),
              ]}
            />
            <Button
              type="button"
              variant="secondary"
              onClick={() =>
                edit('Removed who is responsible', { responsible: responsible.toSpliced(index, 1) })
              }
            >
              Remove responsible {index + 1}
            </Button>
          </Fieldset>
        ))}
        <Button
          type="button"
          variant="secondary"
          onClick={() =>
            edit('Added somebody responsible', {
              responsible: [...responsible, { postTitle: '', part: 'RESPONSIBLE' }],
            })
          }
        >
          Add somebody responsible
        </Button>
        <CommitField
          id={`${action.key}-outcome`}
          label="Outcome (optional)"
          hint="What people who use services and their carers should notice."
          rows={2}
          value={action.outcome}
          onCommit={(outcome) => edit('Changed the outcome', { outcome })}
          errorMessage={message('outcome')}
        />
        <CommitField
          id={`${action.key}-progress`}
          label="Progress so far (optional)"
          rows={3}
          value={action.progress}
          onCommit={(progress) => edit('Changed the progress', { progress })}
          errorMessage={message('progress')}
        />
        <CommitField
          id={`${action.key}-comments`}
          label="Comments (optional)"
          rows={2}
          value={action.comments}
          onCommit={(comments) => edit('Changed the comments', { comments })}
          errorMessage={message('comments')}
        />
        <DraftItems
          name="progress update"
          fields={[
            { name: 'period', label: 'Period' },
            { name: 'status', label: 'Status' },
            { name: 'percentComplete', label: 'Percent complete' },
            { name: 'narrative', label: 'What was done', rows: 3 },
            { name: 'issues', label: 'Issues', rows: 2 },
            { name: 'correctiveActions', label: 'What is done about them', rows: 2 },
          ]}
          items={action.updates}
          empty={emptyUpdate}
          {...listProps('updates')}
        />
        <DraftItems
          name="activity"
          fields={[
            { name: 'title', label: 'What is done', rows: 2 },
            { name: 'lead', label: 'Who leads it' },
            { name: 'deadline', label: 'By when' },
            { name: 'status', label: 'Status' },
            { name: 'comments', label: 'Comments', rows: 2 },
          ]}
          items={action.activities}
          empty={emptyActivity}
          {...listProps('activities')}
        />
        <Select
          name={`${action.key}-area`}
          label="Area that it belongs to"
          value={areaKey}
          onChange={(event) =>
            change(`Moved ${name}`, (from) => moveAction(from, action.key, event.target.value))
          }
          items={areas.map((area) => ({
            value: area.key,
            text: named(area, 'Area without a title').slice(0, 80),
          }))}
        />
        <div className="govuk-button-group">
          <Button type="button" onClick={onDone}>
            Done with {name}
          </Button>
          {!first && (
            <Button
              type="button"
              variant="secondary"
              onClick={() =>
                change(`Joined ${name} to the action before`, (from) =>
                  mergeActionIntoPrevious(from, action.key),
                )
              }
            >
              Join to the action before
            </Button>
          )}
          <Button
            type="button"
            variant="warning"
            onClick={() => change(`Removed ${name}`, (from) => removeAction(from, action.key))}
          >
            Remove {name}
          </Button>
        </div>
        <p className="govuk-hint">The words of an action that you remove go to the unplaced text.</p>
      </Fieldset>
    </div>
  )
}
