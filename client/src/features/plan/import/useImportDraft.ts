import { useCallback, useEffect, useRef, useState } from 'react'
import { useClient } from 'urql'
import { mergeDrafts } from '@boardwork/shared/plan/import/mergeDrafts.ts'
import type { DraftDifference } from '@boardwork/shared/plan/import/mergeDrafts.ts'
import type { PlanDraft } from '@boardwork/shared/plan/import/planDraft.ts'
import { graphql } from '../../../gql/gql.ts'
import { failureWords } from '../../../page/failureWords.ts'
import { newMutationId } from '../../../page/newMutationId.ts'
import { useDraft } from '../../../page/useDraft.ts'
import { draftOf } from './draftFields.ts'

const SaveImportDraft = graphql(`
  mutation SaveImportDraft($input: SaveImportDraftInput!) {
    saveImportDraft(input: $input) {
      __typename
      ... on PlanImport {
        id
        version
        changedAt
      }
      ... on InvalidInput {
        message
      }
      ... on Conflict {
        currentVersion
      }
      ... on NotReady {
        message
      }
    }
  }
`)

const ImportAgain = graphql(`
  query ImportAgain($id: ID!) {
    planImport(id: $id) {
      id
      version
      draft
    }
  }
`)

/** What the server has acknowledged. */
interface Saved {
  draft: PlanDraft
  version: number
}

export type SaveStatus =
  | { kind: 'saved'; at: Date | null }
  | { kind: 'waiting' }
  | { kind: 'lost'; message: string }
  | { kind: 'refused'; message: string }
  | { kind: 'conflict' }

interface Kept {
  draft: PlanDraft
  base: PlanDraft
  version: number
}

const quietMs = 1200
const retryMs = 10_000
const mostUndone = 50

/**
 * The draft of an import while it is mended: kept on this device with each change and on the server soon after.
 * What somebody else saved in between is brought together with it; where both changed one field, the person chooses.
 */
export function useImportDraft(importId: string, initial: Saved) {
  const client = useClient()
  const [local, setLocal, clearLocal] = useDraft<Kept | null>(`preview:${importId}`, null)
  const [saved, setSaved] = useState<Saved>(initial)
  const [draft, setDraft] = useState<PlanDraft>(() => opened(local, initial))
  const [undone, setUndone] = useState<{ label: string; draft: PlanDraft }[]>([])
  const [theirs, setTheirs] = useState<Saved | null>(null)
  const [status, setStatus] = useState<SaveStatus>({ kind: 'saved', at: null })
  const [announcement, announce] = useState('')
  const latest = useRef(draft)
  const running = useRef<Promise<number | null> | null>(null)
  const tried = useRef<{ draft: PlanDraft; version: number; id: string } | null>(null)
  useEffect(() => {
    latest.current = draft
  }, [draft])

  /** Makes a change that can be undone. */
  const change = useCallback(
    (label: string, make: (from: PlanDraft) => PlanDraft) => {
      const from = latest.current
      const next = make(from)
      if (next === from) return
      latest.current = next
      setUndone((last) => [...last, { label, draft: from }].slice(-mostUndone))
      setDraft(next)
      setLocal({ draft: next, base: saved.draft, version: saved.version })
      announce(label)
    },
    [saved, setLocal],
  )

  const undo = useCallback(() => {
    const last = undone.at(-1)
    if (!last) return
    latest.current = last.draft
    setUndone(undone.slice(0, -1))
    setDraft(last.draft)
    setLocal({ draft: last.draft, base: saved.draft, version: saved.version })
    announce(`Undone: ${last.label}`)
  }, [undone, saved, setLocal])

  /** Takes what somebody else saved; choices come first where both changed one field. */
  const meet = useCallback(
    (other: Saved) => {
      const merged = mergeDrafts(saved.draft, latest.current, other.draft)
      if (merged.conflicts.length > 0) {
        setTheirs(other)
        setStatus({ kind: 'conflict' })
        announce('Somebody else changed the same fields. Choose which text to keep.')
        return
      }
      latest.current = merged.draft
      setUndone([])
      setSaved(other)
      setDraft(merged.draft)
      setLocal({ draft: merged.draft, base: other.draft, version: other.version })
      announce('Somebody else changed this plan too. Their changes and yours have been brought together.')
    },
    [saved, setLocal],
  )

  const saveNow = useCallback(async (): Promise<number | null> => {
    const sending = latest.current
    if (sending === saved.draft) return saved.version
    if (tried.current?.draft !== sending || tried.current.version !== saved.version)
      tried.current = { draft: sending, version: saved.version, id: newMutationId() }
    setStatus({ kind: 'waiting' })
    const { data, error } = await client
      .mutation(SaveImportDraft, {
        input: { importId, version: saved.version, draft: sending, clientMutationId: tried.current.id },
      })
      .toPromise()
    const result = data?.saveImportDraft
    if (result?.__typename === 'PlanImport') {
      setSaved({ draft: sending, version: result.version })
      setStatus({ kind: 'saved', at: new Date() })
      if (latest.current === sending) clearLocal()
      else setLocal({ draft: latest.current, base: sending, version: result.version })
      return result.version
    }
    if (result?.__typename === 'Conflict') {
      const again = await client
        .query(ImportAgain, { id: importId }, { requestPolicy: 'network-only' })
        .toPromise()
      const other = again.data?.planImport
      if (other) meet({ draft: draftOf(other.draft), version: other.version })
      else setStatus({ kind: 'lost', message: failureWords(again.error) })
      return null
    }
    if (result) setStatus({ kind: 'refused', message: result.message })
    else if (error && !error.networkError) setStatus({ kind: 'refused', message: failureWords(error) })
    else
      setStatus({
        kind: 'lost',
        message: 'Not saved yet: we cannot reach Boardwork. Your changes are kept on this device.',
      })
    return null
  }, [client, clearLocal, importId, meet, saved, setLocal])

  /** Saves what is not saved yet; the version that then stands, or null where that was not possible. */
  const flush = useCallback(async (): Promise<number | null> => {
    if (running.current) await running.current
    running.current = saveNow()
    try {
      return await running.current
    } finally {
      running.current = null
    }
  }, [saveNow])

  const unsaved = draft !== saved.draft
  const paused = theirs !== null || status.kind === 'refused'
  useEffect(() => {
    if (!unsaved || paused) return undefined
    const timer = setTimeout(() => void flush(), status.kind === 'lost' ? retryMs : quietMs)
    return () => clearTimeout(timer)
  }, [draft, unsaved, paused, status.kind, flush])

  useEffect(() => {
    const back = () => void flush()
    window.addEventListener('online', back)
    return () => window.removeEventListener('online', back)
  }, [flush])

  const conflicts: DraftDifference[] = theirs ? mergeDrafts(saved.draft, draft, theirs.draft).conflicts : []

  /** Settles what both changed, and goes on from there. */
  const settle = (choices: ReadonlyMap<string, 'mine' | 'theirs'>) => {
    if (!theirs) return
    const merged = mergeDrafts(saved.draft, draft, theirs.draft, choices)
    latest.current = merged.draft
    setUndone([])
    setDraft(merged.draft)
    setSaved(theirs)
    setLocal({ draft: merged.draft, base: theirs.draft, version: theirs.version })
    setTheirs(null)
    setStatus({ kind: 'waiting' })
    announce('The two versions have been brought together.')
  }

  return {
    draft,
    change,
    undo,
    lastChange: undone.at(-1)?.label ?? null,
    status: unsaved && status.kind === 'saved' ? ({ kind: 'waiting' } as const) : status,
    flush,
    conflicts,
    settle,
    announcement,
    clearLocal,
  }
}

/** What was typed on this device and never reached the server comes back, where nobody changed the same. */
function opened(local: Kept | null, initial: Saved): PlanDraft {
  if (!local) return initial.draft
  if (local.version === initial.version) return local.draft
  return mergeDrafts(local.base, local.draft, initial.draft).draft
}
