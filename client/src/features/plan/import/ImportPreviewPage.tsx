import { useEffect, useMemo, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { addAction, addArea, editTitle } from '@boardwork/shared/plan/import/editDraft.ts'
import type { PlanField } from '@boardwork/shared/plan/import/planField.ts'
import type { PlanDraft } from '@boardwork/shared/plan/import/planDraft.ts'
import { validateDraft } from '@boardwork/shared/plan/import/validateDraft.ts'
import type { DraftProblem } from '@boardwork/shared/plan/import/validateDraft.ts'
import { graphql } from '../../../gql/gql.ts'
import { BackLink } from '../../../govuk/BackLink.tsx'
import { Button } from '../../../govuk/Button.tsx'
import { Details } from '../../../govuk/Details.tsx'
import { ErrorSummary } from '../../../govuk/ErrorSummary.tsx'
import { Link } from '../../../govuk/Link.tsx'
import { NotificationBanner } from '../../../govuk/NotificationBanner.tsx'
import { WarningText } from '../../../govuk/WarningText.tsx'
import { Main } from '../../../page/Main.tsx'
import { SavedBanner } from '../../../page/SavedBanner.tsx'
import { useErrorInTitle, usePageTitle } from '../../../page/usePageTitle.ts'
import { useSave } from '../../../page/useSave.ts'
import { CommitField } from './CommitField.tsx'
import { DraftAreaSection } from './DraftAreaSection.tsx'
import { DraftColumns } from './DraftColumns.tsx'
import { DraftConflicts } from './DraftConflicts.tsx'
import { DraftStatuses } from './DraftStatuses.tsx'
import { draftOf, fieldOf, fieldsKey } from './draftFields.ts'
import type { Agency } from './draftFields.ts'
import { NotHere, notHere } from '../NotHere.tsx'
import { UnplacedTray } from './UnplacedTray.tsx'
import { useImportDraft } from './useImportDraft.ts'
import type { SaveStatus } from './useImportDraft.ts'
import { countText, dateText, timeText } from '../words.ts'
import '../plan.scss'

export const ImportPreviewQuery = graphql(`
  query ImportPreview($id: ID!) {
    planImport(id: $id) {
      id
      boardId
      fileName
      state
      version
      draft
      mended
      columns {
        key
        heading
        field
        chosen
      }
      startedAt
      agencies {
        id
        name
      }
      earlier {
        importId
        fileName
        startedAt
        state
        planId
        planTitle
      }
      plan {
        id
        title
      }
      intoPlan {
        id
        title
      }
    }
  }
`)

const SavePlan = graphql(`
  mutation SavePlan($input: ImportInput!) {
    result: savePlan(input: $input) {
      __typename
      ... on Plan {
        id
        title
        state
      }
      ...InvalidInputRefusal
      ... on Conflict {
        message
      }
      ...NotReadyRefusal
    }
  }
`)

const DiscardImport = graphql(`
  mutation DiscardImport($input: ImportInput!) {
    result: discardImport(input: $input) {
      __typename
      ... on PlanImport {
        id
        state
      }
      ... on Conflict {
        message
      }
      ...NotReadyRefusal
    }
  }
`)

/** What was understood of a document, to be looked through and put right before it becomes a plan. */
export function ImportPreviewPage() {
  const { importId = '' } = useParams()
  const [{ data }] = useQuery({ query: ImportPreviewQuery, variables: { id: importId } })
  const [read, setRead] = useState(0)
  const started = data?.planImport
  usePageTitle(started ? 'Check the plan' : notHere('import'))
  if (!started) return <NotHere what="import" loaded={data !== undefined} />
  if (started.state !== 'PREVIEW')
    return (
      <Main before={<BackLink href={`/boards/${started.boardId}`}>Back to the board</BackLink>}>
        <h1 className="govuk-heading-l">{started.fileName}</h1>
        {started.plan ? (
          <p>
            This import has been saved as a plan:{' '}
            <Link href={`/plans/${started.plan.id}`}>{started.plan.title}</Link>. What it changed stands with{' '}
            <Link href={`/plans/${started.plan.id}/imports`}>the documents of that plan</Link>.
          </p>
        ) : (
          <p>
            This import has been put away.{' '}
            <Link href={`/boards/${started.boardId}/import`}>Bring the document in again</Link>.
          </p>
        )}
      </Main>
    )
  // Once the document was read again, the preview starts anew.
  return (
    <Preview
      key={`${started.id} ${read}`}
      started={{ ...started, draft: draftOf(started.draft) }}
      readAgain={read > 0}
      onRead={() => setRead(read + 1)}
    />
  )
}

interface StartedImport {
  id: string
  boardId: string
  fileName: string
  version: number
  draft: PlanDraft
  mended: boolean
  columns: { key: string; heading: string; field: PlanField; chosen: boolean }[]
  startedAt: string
  agencies: Agency[]
  intoPlan?: { id: string; title: string } | null
  earlier: {
    importId: string
    fileName: string
    startedAt: string
    planId?: string | null
    planTitle?: string | null
  }[]
}

interface PreviewProps {
  started: StartedImport
  /** Whether the document was just read again with other columns. */
  readAgain: boolean
  onRead: () => void
}

function Preview({ started, readAgain, onRead }: PreviewProps) {
  const navigate = useNavigate()
  const into = started.intoPlan
  const backTo = into ? `/plans/${into.id}/imports` : `/boards/${started.boardId}`
  const { draft, change, undo, lastChange, status, flush, conflicts, settle, announcement, clearLocal } =
    useImportDraft(started.id, started)
  const saving = useSave(SavePlan)
  const discarding = useSave(DiscardImport)
  const [target, setTarget] = useState<{ controlId: string } | null>(null)
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const problems = useMemo(() => validateDraft(draft), [draft])
  const unplaced = draft.unplaced.filter((rest) => rest.kept === 'unplaced').length
  const warnings = problems.filter((problem) => problem.level === 'warning')
  const errors = saving.refused.problems
  const failure = saving.refused.failure ?? discarding.refused.failure
  useErrorInTitle(errors.length > 0 || failure !== null)

  // The field may stand in an area that opens only now.
  useEffect(() => {
    const control = target && document.getElementById(target.controlId)
    control?.scrollIntoView({ block: 'center' })
    control?.focus({ preventScroll: true })
  }, [target])

  const onOpen = (key: string, isOpen: boolean) =>
    setOpen((last) => {
      if (last.has(key) === isOpen) return last
      return isOpen ? new Set([...last, key]) : new Set([...last].filter((other) => other !== key))
    })

  const goTo = (path: string) => {
    const field = fieldOf(draft, path)
    if (!field) return
    if (field.areaKey) onOpen(field.areaKey, true)
    if (field.actionKey) onOpen(field.actionKey, true)
    else if (field.areaKey) onOpen(fieldsKey(field.areaKey), true)
    setTarget({ controlId: field.controlId })
  }

  // The key of what is added next is known beforehand, so that it can stand open.
  const nextKey = `k${draft.lastKey + 1}`
  const onAddAction = (areaKey: string, label: string) => {
    onOpen(nextKey, true)
    change(label, (from) => addAction(from, areaKey))
    setTarget({ controlId: `${nextKey}-title` })
  }
  const onAddArea = () => {
    onOpen(nextKey, true)
    onOpen(fieldsKey(nextKey), true)
    change('Added an area', addArea)
    setTarget({ controlId: `${nextKey}-title` })
  }

  const save = async () => {
    const found = problems
      .filter((problem) => problem.level === 'error')
      .map(({ path, message }) => ({ field: path, message }))
    if (found.length > 0) return saving.refuse({ problems: found })
    const version = await flush()
    if (version === null) {
      return saving.refuse({
        failure: 'The plan could not be saved, because your last changes could not be saved. Try again.',
      })
    }
    if (into) {
      void navigate(`/imports/${started.id}/differences`)
      return
    }
    const plan = await saving.save((clientMutationId) => ({
      importId: started.id,
      version,
      clientMutationId,
    }))
    if (!plan) return
    clearLocal()
    void navigate(`/plans/${plan.id}`)
  }

  const discard = async () => {
    const version = await flush()
    if (version === null) return
    const discarded = await discarding.save((clientMutationId) => ({
      importId: started.id,
      version,
      clientMutationId,
    }))
    if (!discarded) return
    clearLocal()
    void navigate(backTo)
  }

  // In the bar that stays in sight, and once more where somebody ends who has read to the end.
  const saveButton = (
    <Button type="button" disabled={saving.saving || conflicts.length > 0} onClick={() => void save()}>
      {into ? 'See what is different' : 'Save as draft plan'}
    </Button>
  )

  const jump = (path: string) => ({
    href: `#${fieldOf(draft, path)?.controlId ?? 'plan-title'}`,
    onClick: (event: { preventDefault(): void }) => {
      event.preventDefault()
      goTo(path)
    },
  })

  return (
    <Main before={<BackLink href={backTo}>{into ? 'Back to the documents' : 'Back to the board'}</BackLink>}>
      {(errors.length > 0 || failure !== null) && (
        <ErrorSummary
          key={saving.refused.attempt + discarding.refused.attempt}
          errorList={[
            ...errors.slice(0, 20).map(({ field, message }) => ({ text: message, ...jump(field) })),
            ...(failure === null ? [] : [{ text: failure }]),
          ]}
        />
      )}
      {readAgain && (
        <NotificationBanner type="success">
          We have read the document again with your columns
        </NotificationBanner>
      )}
      <SavedBanner />
      <h1 className="govuk-heading-l">Check the plan</h1>
      <p>
        This is what we understood of {started.fileName}, brought in on {dateText(started.startedAt)}. Correct
        what is wrong, then{' '}
        {into
          ? `look at what is different from “${into.title}”. The plan stays as it is until you save the differences.`
          : 'save it as a draft plan. Only the coordinators and chairs of the board see the draft.'}
      </p>
      <EarlierImports earlier={started.earlier} />
      <p className="govuk-body-l">
        {countsText(draft)}, <a href="#tray">{countText(unplaced, 'line')} unplaced</a>
      </p>

      <div className="bw-save-bar">
        <SaveState status={status} onRetry={() => void flush()} />
        {lastChange !== null && (
          <Button type="button" variant="secondary" onClick={undo}>
            Undo: {lastChange}
          </Button>
        )}
        {saveButton}
      </div>
      <p role="status" className="govuk-visually-hidden">
        {announcement}
      </p>

      {conflicts.length > 0 && <DraftConflicts conflicts={conflicts} onSettle={settle} />}

      <CommitField
        id="plan-title"
        label="Title of the plan"
        value={draft.title}
        onCommit={(title) => change('Changed the title of the plan', (from) => editTitle(from, title))}
        errorMessage={messageFor(problems, 'title')}
      />

      {warnings.length > 0 && (
        <Details summary={`${countText(warnings.length, 'thing')} to check`}>
          <ul className="govuk-list govuk-list--bullet">
            {warnings.slice(0, 100).map((warning) => (
              <li key={warning.path + warning.message}>
                <a {...jump(warning.path)} className="govuk-link">
                  {warning.message}
                </a>
              </li>
            ))}
          </ul>
        </Details>
      )}

      {started.columns.length > 0 && (
        <DraftColumns
          importId={started.id}
          version={started.version}
          columns={started.columns}
          mended={started.mended || draft !== started.draft}
          onRead={onRead}
        />
      )}

      <DraftStatuses draft={draft} problems={problems} change={change} />

      <h2 className="govuk-heading-m" id="areas" tabIndex={-1}>
        Areas and actions
      </h2>
      {draft.areas.map((area, index) => (
        <DraftAreaSection
          key={area.key}
          area={area}
          index={index}
          areas={draft.areas}
          agencies={started.agencies}
          problems={problems}
          open={open}
          onOpen={onOpen}
          onAddAction={onAddAction}
          change={change}
        />
      ))}
      <Button type="button" variant="secondary" onClick={onAddArea}>
        Add an area
      </Button>

      <UnplacedTray draft={draft} change={change} />

      <h2 className="govuk-heading-m">{into ? 'Compare it' : 'Save it'}</h2>
      {!into && (
        <p>You can still change the plan after you save it. The chair adopts it before members see it.</p>
      )}
      <div className="govuk-button-group">{saveButton}</div>
      <Details summary="Put this import away">
        <p>
          The plan will not be saved, and this preview closes for everybody. You can bring the document in
          again.
        </p>
        <Button type="button" variant="warning" disabled={discarding.saving} onClick={() => void discard()}>
          Put this import away
        </Button>
      </Details>
    </Main>
  )
}

export function messageFor(problems: readonly DraftProblem[], path: string): string | undefined {
  return problems.find((problem) => problem.level === 'error' && problem.path === path)?.message
}

function countsText(draft: PlanDraft): string {
  const actions = draft.areas.reduce((sum, area) => sum + area.actions.length, 0)
  const themes = new Set(draft.areas.map((area) => area.theme).filter((theme) => theme !== ''))
  return [
    countText(draft.areas.length, 'area'),
    countText(actions, 'action'),
    ...(themes.size > 0 ? [countText(themes.size, 'theme')] : []),
  ].join(', ')
}

function EarlierImports({ earlier }: Pick<StartedImport, 'earlier'>) {
  if (earlier.length === 0) return null
  return (
    <NotificationBanner title="Brought in before" titleId="brought-in-before">
      <p className="govuk-notification-banner__heading">
        The same document was brought in to this board before.
      </p>
      <ul className="govuk-list">
        {earlier.map((one) => (
          <li key={one.importId}>
            {one.planId ? (
              <>
                On {dateText(one.startedAt)}, as the plan{' '}
                <Link href={`/plans/${one.planId}`} className="govuk-notification-banner__link">
                  {one.planTitle ?? one.fileName}
                </Link>
              </>
            ) : (
              <>
                On {dateText(one.startedAt)}, not saved yet:{' '}
                <Link href={`/imports/${one.importId}`} className="govuk-notification-banner__link">
                  go on with {one.fileName}
                </Link>
              </>
            )}
          </li>
        ))}
      </ul>
    </NotificationBanner>
  )
}

function SaveState({ status, onRetry }: { status: SaveStatus; onRetry: () => void }) {
  if (status.kind === 'saved')
    return <p>{status.at ? `Saved at ${timeText(status.at)}` : 'All changes are saved'}</p>
  if (status.kind === 'waiting') return <p>Saving…</p>
  if (status.kind === 'conflict')
    return (
      <p>
        Not saved yet:{' '}
        <a href="#conflicts" className="govuk-link">
          choose whose text to keep
        </a>
        .
      </p>
    )
  return (
    <div role="alert">
      <WarningText>{status.message}</WarningText>
      <Button type="button" variant="secondary" onClick={onRetry}>
        Try to save again
      </Button>
    </div>
  )
}
