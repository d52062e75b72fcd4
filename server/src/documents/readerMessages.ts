import type { ColumnOverrides } from '@boardwork/shared/plan/import/planColumns.ts'
import type { RecognisedPlan } from '@boardwork/shared/plan/import/recognisedPlan.ts'
import type { Upload } from '@boardwork/shared/document/readableDocument.ts'
import type { SourceDocument } from '@boardwork/shared/document/sourceDocument.ts'

/**
 * What a reading process is told: a file, or what was read of one before; and, where a plan is to be recognised in it, a
 * person's choice of columns.
 */
export type ToReader =
  { file: Upload; columns?: ColumnOverrides } | { document: SourceDocument; columns: ColumnOverrides }

/** `plan` is there where one was to be recognised. */
export type ReadByReader =
  { ok: true; document: SourceDocument; plan?: RecognisedPlan } | { ok: false; message: string }

export type ReadPlan =
  { ok: true; document: SourceDocument; plan: RecognisedPlan } | { ok: false; message: string }

/** What it tells: how far it is, what it read, or how it failed through a mistake of ours. */
export type FromReader = { progress: number } | { result: ReadByReader } | { failed: string }
