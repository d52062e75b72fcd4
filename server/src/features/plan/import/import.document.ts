import { createHash } from 'node:crypto'
import { textsOfDocument } from '@boardwork/shared/plan/import/missingWords.ts'
import { wordsOf } from '@boardwork/shared/plan/import/phrases.ts'
import type { ColumnOverrides } from '@boardwork/shared/plan/import/planColumns.ts'
import { documentStyle } from '@boardwork/shared/plan/documentStyle.ts'
import { draftFromRecognised } from '@boardwork/shared/plan/import/planDraft.ts'
import { noPlanMessage } from '@boardwork/shared/plan/import/recognisedPlan.ts'
import type { SourceDocument } from '@boardwork/shared/document/sourceDocument.ts'
import { operation } from '../../../access/operation.ts'
import { authorize } from '../../../access/policy.ts'
import { Conflict, InvalidInput, NotReady } from '../../../access/refusals.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import { newId } from '../../../db/newId.ts'
import { NotFound } from '../../../errors.ts'
import { Board } from '../../board/board.entity.ts'
import { ColumnChoice } from './columnChoice.entity.ts'
import { importAgain, notInPreview } from './import.operations.ts'
import { columnChoices } from './import.reads.ts'
import type { ChooseColumnsInput, ImportPlanInput } from '../plan.inputs.ts'
import { Plan } from '../plan.entity.ts'
import { planPolicy } from '../plan.policy.ts'
import { PlanImport } from './planImport.entity.ts'
import { readPlanDocument, recogniseAgain } from '../../../documents/readDocument.ts'
import { Upload } from './upload.entity.ts'

/** Reads a document and keeps what was understood of it, for the preview. */
export async function importPlan(
  context: RequestContext,
  input: ImportPlanInput,
): Promise<PlanImport | InvalidInput> {
  const fileName = input.fileName.trim().slice(0, 200) || 'Pasted text'
  const { uploadId, text } = input.source
  if (Boolean(uploadId) === (typeof text === 'string'))
    return InvalidInput.of('source', 'Choose a file or paste the text: one of the two.')
  const viewer = await context.signedIn()
  const boardId = await knownBoard(context, input.boardId)
  authorize(viewer, planPolicy.import, { boardId })
  const bytes = uploadId ? await uploadedBytes(context, boardId, uploadId) : Buffer.from(text ?? '', 'utf8')
  const columns = await columnChoices(context, boardId)
  // Reading may take seconds, and must not keep a connection to the database from others.
  await context.refresh()
  const read =
    bytes &&
    (await readPlanDocument({ name: uploadId ? fileName : 'The text', bytes }, columns, (share) => {
      if (uploadId) void notePercent(context, viewer.personId, uploadId, share)
    }))

  return operation(context, planPolicy.import, input.clientMutationId, importAgain, async (change) => {
    const board = await change.find(Board, { id: boardId })
    change.authorize(planPolicy.import, { boardId: board.id })
    if (!read) throw new NotFound()
    if (!read.ok) return InvalidInput.of('source', read.message)
    const noPlan = noPlanMessage(read.plan)
    if (noPlan !== undefined) return InvalidInput.of('source', noPlan)
    const into = input.planId ? await change.find(Plan, { id: input.planId, boardId: board.id }) : null
    const draft = draftFromRecognised(read.plan)
    // A later version need not name its plan.
    if (into && draft.title.trim() === '') draft.title = into.title

    const now = new Date()
    const started = change.em.create(PlanImport, {
      boardId: board.id,
      id: newId(),
      fileName,
      textHash: hashOfWords(read.document),
      document: read.document,
      headers: read.plan.headers,
      style: documentStyle(read.document, read.plan),
      draft,
      mended: false,
      state: 'PREVIEW',
      intoPlanId: into?.id ?? null,
      choices: {},
      startedById: change.viewer.personId,
      startedAt: now,
      changedAt: now,
      version: 1,
    })
    if (uploadId) await change.em.nativeDelete(Upload, { boardId: board.id, id: uploadId })
    change.record({
      chainId: board.id,
      action: planPolicy.import.name,
      recordType: 'PlanImport',
      recordId: started.id,
      after: { fileName, textHash: started.textHash, ...(into ? { intoPlanId: into.id } : {}) },
    })
    return started
  })
}

async function knownBoard(context: RequestContext, id: string): Promise<string> {
  const [board] = await context.rows<{ id: string }>('select id from board where id = $1', [id])
  if (!board) throw new NotFound()
  return board.id
}

/** Null where it has been read already: then the request is a repeated one, or there is nothing to read. */
async function uploadedBytes(context: RequestContext, boardId: string, id: string): Promise<Buffer | null> {
  const [upload] = await context.rows<{ content: Buffer }>(
    'select content from upload where board_id = $1 and id = $2',
    [boardId, id],
  )
  return upload?.content ?? null
}

/** Lets the page that waits see how far it is. Whether it comes through changes nothing for the reading. */
async function notePercent(
  context: RequestContext,
  personId: string,
  id: string,
  share: number,
): Promise<void> {
  const em = context.platform.orm.em.fork({ session: { variables: { 'app.person_id': personId } } })
  try {
    await em.transactional((inner) =>
      inner.nativeUpdate(Upload, { id }, { percentRead: Math.round(share * 100) }),
    )
  } catch {
    // The next one may.
  }
}

function hashOfWords(document: SourceDocument): string {
  const words = textsOfDocument(document).flatMap(wordsOf)
  return createHash('sha256').update(words.join(' ')).digest('hex')
}

/**
 * Reads the document of an import again with a person's choice of what its columns hold. The board's next document
 * with the same headings starts with these choices.
 */
export async function chooseColumns(
  context: RequestContext,
  input: ChooseColumnsInput,
): Promise<PlanImport | InvalidInput | Conflict | NotReady> {
  const viewer = await context.signedIn()
  const [found] = await context.rows<{ boardId: string; document: SourceDocument }>(
    'select board_id as "boardId", document from plan_import where id = $1',
    [input.importId],
  )
  if (!found) throw new NotFound()
  authorize(viewer, planPolicy.import, found)
  const chosen = new Map(input.columns.map(({ key, field }) => [key, field]))
  const columns: ColumnOverrides = {
    ...(await columnChoices(context, found.boardId)),
    ...Object.fromEntries(chosen),
  }
  await context.refresh()
  const read = await recogniseAgain(found.document, columns)

  return operation(context, planPolicy.import, input.clientMutationId, importAgain, async (change) => {
    const started = await change.find(PlanImport, { id: input.importId })
    change.authorize(planPolicy.import, started)
    await change.lock(started)
    const late = await notInPreview(change, started)
    if (late) return late
    if (started.version !== input.version) return new Conflict(started.id, started.version, [])
    if (started.mended)
      return new NotReady(
        'You have changed this plan already, and reading the document again would undo that. To choose other columns, bring the document in again.',
      )
    if (!read.ok) return InvalidInput.of('columns', read.message)
    if (noPlanMessage(read.plan) !== undefined)
      return InvalidInput.of(
        'columns',
        'With these columns we find no action in the document. Choose which column says what is to be done.',
      )
    const draft = draftFromRecognised(read.plan)
    started.draft = { ...draft, title: draft.title || started.draft.title }
    started.headers = read.plan.headers
    started.style = documentStyle(read.document, read.plan)
    started.changedAt = new Date()
    await change.em.upsertMany(
      ColumnChoice,
      [...chosen].map(([columnKey, field]) => ({
        boardId: started.boardId,
        columnKey,
        field,
        chosenAt: started.changedAt,
      })),
    )
    change.record({
      chainId: started.boardId,
      action: 'plan.chooseColumns',
      recordType: 'PlanImport',
      recordId: started.id,
      after: { columns: Object.fromEntries(chosen) },
    })
    return started
  })
}
