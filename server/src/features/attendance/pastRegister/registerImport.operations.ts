import { createHash } from 'node:crypto'
import { noChoices, PastPart, withChoices } from '@boardwork/shared/attendance/pastRegister/pastChoices.ts'
import type { PastChoice, PastChoices } from '@boardwork/shared/attendance/pastRegister/pastChoices.ts'
import { pastRegisterLimits } from '@boardwork/shared/attendance/pastRegister/pastRegister.ts'
import { isOrganisation } from '@boardwork/shared/attendance/pastRegister/pastWriting.ts'
import { usualYearStart } from '@boardwork/shared/attendance/figures/boardYear.ts'
import { readTypedTime } from '@boardwork/shared/attendance/meeting/meetingTime.ts'
import { todayInLondon } from '@boardwork/shared/board/dates.ts'
import type { SourceDocument } from '@boardwork/shared/document/sourceDocument.ts'
import { operation } from '../../../access/operation.ts'
import type { Change } from '../../../access/operation.ts'
import { authorize } from '../../../access/policy.ts'
import { Conflict, InvalidInput, NotReady } from '../../../access/refusals.ts'
import type { RequestContext } from '../../../access/requestContext.ts'
import { newId } from '../../../db/newId.ts'
import { readDocument } from '../../../documents/readDocument.ts'
import { NotFound } from '../../../errors.ts'
import { Board } from '../../board/board.entity.ts'
import { Seat } from '../../board/seat.entity.ts'
import { Upload } from '../../plan/import/upload.entity.ts'
import { onList } from './onList.ts'
import { RegisterImport } from './registerImport.entity.ts'
import type {
  BringInRegisterInput,
  ChooseInRegisterInput,
  RegisterImportInput,
} from './registerImport.inputs.ts'
import { registerImportPolicy } from './registerImport.policy.ts'

export const registerImportAgain = (change: Change, id: string) => change.find(RegisterImport, { id })

/** How long what was chosen may be: keys and values in characters, all of it in bytes of JSON. */
const choiceLimits = { at: 2000, key: 500, value: 100, bytes: 1024 * 1024 } as const

/** Reads a list of attendance and keeps its words, for the preview. */
export async function bringInRegister(
  context: RequestContext,
  input: BringInRegisterInput,
): Promise<RegisterImport | InvalidInput> {
  const line = registerImportPolicy.bringIn
  const fileName = input.fileName.trim().slice(0, 200) || 'Pasted text'
  const { uploadId, text } = input.source
  if (Boolean(uploadId) === (typeof text === 'string'))
    return InvalidInput.of('source', 'Choose a file or paste the list: one of the two.')
  const viewer = await context.signedIn()
  const [board] = await context.rows<{ id: string }>('select id from board where id = $1', [input.boardId])
  if (!board) throw new NotFound()
  authorize(viewer, line, { boardId: board.id })
  const bytes = uploadId ? await uploadedBytes(context, board.id, uploadId) : Buffer.from(text ?? '', 'utf8')
  // Reading may take seconds, and must not keep a connection to the database from others.
  await context.refresh()
  const read = bytes && (await readDocument({ name: uploadId ? fileName : 'The text', bytes }))
  const problem = read?.ok ? await whyNoRegister(read.document) : null

  return operation(context, line, input.clientMutationId, registerImportAgain, async (change) => {
    const found = await change.find(Board, { id: board.id })
    change.authorize(line, { boardId: found.id })
    if (!read) throw new NotFound()
    if (!read.ok) return InvalidInput.of('source', read.message)
    if (problem !== null) return InvalidInput.of('source', problem)
    const now = new Date()
    const started = change.em.create(RegisterImport, {
      boardId: found.id,
      id: newId(),
      fileName,
      textHash: hashOfWords(read.document),
      document: read.document,
      choices: noChoices,
      state: 'PREVIEW',
      startedById: change.viewer.personId,
      startedAt: now,
      changedAt: now,
      version: 1,
    })
    if (uploadId) await change.em.nativeDelete(Upload, { boardId: found.id, id: uploadId })
    change.record({
      chainId: found.id,
      action: line.name,
      recordType: 'RegisterImport',
      recordId: started.id,
      after: { fileName, textHash: started.textHash },
    })
    return started
  })
}

/** Null where it has been read already: then the request is a repeated one, or there is nothing to read. */
async function uploadedBytes(context: RequestContext, boardId: string, id: string): Promise<Buffer | null> {
  const [upload] = await context.rows<{ content: Buffer }>(
    'select content from upload where board_id = $1 and id = $2',
    [boardId, id],
  )
  return upload?.content ?? null
}

async function whyNoRegister(document: SourceDocument): Promise<string | null> {
  const cells = document.blocks.reduce(
    (sum, block) =>
      sum + (block.kind === 'table' ? block.rows.reduce((of, { cells: each }) => of + each.length, 0) : 1),
    0,
  )
  const split = 'Split it, for example by years, and bring in one part after the other.'
  if (cells > pastRegisterLimits.cells) return `This list has too many cells for us to read at once. ${split}`
  const { meetings, rows, marks } = await onList('measure', {
    document: JSON.stringify(document),
    choices: noChoices,
    options: { today: todayInLondon(), yearStartsMonth: usualYearStart },
  })
  if (
    meetings > pastRegisterLimits.meetings ||
    rows > pastRegisterLimits.rows ||
    marks > pastRegisterLimits.marks
  )
    return `This list has more meetings or people than we can bring in at once. ${split}`
  if (meetings > 0) return null
  return 'We found no list of attendance in this document: no table with meetings on one side and agencies or people on the other, none with a line for each, and none with lists of who was present. Check that you chose the right document.'
}

function hashOfWords({ blocks }: SourceDocument): string {
  const words = blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [block.text]
    return block.kind === 'table' ? block.rows.flatMap(({ cells }) => cells.map(({ text }) => text)) : []
  })
  return createHash('sha256').update(words.join('\n')).digest('hex')
}

/** Keeps what was chosen in the preview. */
export function chooseInRegister(
  context: RequestContext,
  input: ChooseInRegisterInput,
): Promise<RegisterImport | InvalidInput | Conflict | NotReady> {
  const line = registerImportPolicy.bringIn
  return operation(context, line, input.clientMutationId, registerImportAgain, async (change) => {
    const started = await change.find(RegisterImport, { id: input.importId })
    change.authorize(line, { boardId: started.boardId })
    await change.lock(started)
    const late = notInPreview(started)
    if (late) return late
    await change.em.populate(started, ['choices'])
    const made = input.choices.map(({ part, key, value }): PastChoice => ({
      part,
      key,
      value: value ?? null,
    }))
    if (started.version !== input.version)
      return new Conflict(started.id, started.version, differences(started.choices, made))
    const problems = await problemsOf(change, started, made)
    if (problems) return problems
    started.choices = withChoices(started.choices, made)
    started.changedAt = new Date()
    change.record({
      chainId: started.boardId,
      action: 'registerImport.choose',
      recordType: 'RegisterImport',
      recordId: started.id,
      after: { fileName: started.fileName, choices: made.length },
    })
    return started
  })
}

/** What was chosen elsewhere in the meantime, where it differs. */
function differences(choices: PastChoices, made: readonly PastChoice[]) {
  const of = {
    ANSWER: choices.answers,
    AGENCY: choices.agencies,
    PERSON: choices.people,
    MEETING: choices.meetings,
    SEAT: choices.seats,
    TIME: choices.times,
  }
  return made.flatMap(({ part, key, value }) => {
    const known: Readonly<Record<string, string>> = { ...of[part] }
    const theirs = known[key] ?? ''
    return theirs === (value ?? '') ? [] : [{ field: `${part} ${key}`, theirs, yours: value ?? '' }]
  })
}

async function problemsOf(
  change: Change,
  started: RegisterImport,
  made: readonly PastChoice[],
): Promise<InvalidInput | null> {
  const tooMuch =
    made.length > choiceLimits.at ||
    made.some(
      ({ key, value }) => key.length > choiceLimits.key || (value?.length ?? 0) > choiceLimits.value,
    ) ||
    JSON.stringify(withChoices(started.choices, made)).length > choiceLimits.bytes
  if (tooMuch) return InvalidInput.of('choices', 'This is more than we keep for one list.')
  for (const { part, key, value } of made)
    if (part === PastPart.TIME && (value === null || !/^\d\d:\d\d$/.test(value) || !readTypedTime(value)))
      return InvalidInput.of(key, 'Enter a time such as 10:00.')
  const chosen = made.flatMap(({ part, value }) =>
    part === PastPart.AGENCY && isOrganisation(value) ? [value] : [],
  )
  if (chosen.length === 0) return null
  const seats = await change.em.find(Seat, { boardId: started.boardId })
  const seated = new Set(seats.map(({ organisationId }) => organisationId))
  return chosen.every((id) => seated.has(id))
    ? null
    : InvalidInput.of('choices', 'Choose an agency that has or had a seat on this board.')
}

/** Puts an import away; its words stay. */
export function discardRegister(
  context: RequestContext,
  input: RegisterImportInput,
): Promise<RegisterImport | Conflict | NotReady> {
  const line = registerImportPolicy.bringIn
  return operation(context, line, input.clientMutationId, registerImportAgain, async (change) => {
    const started = await change.find(RegisterImport, { id: input.importId })
    change.authorize(line, { boardId: started.boardId })
    await change.lock(started)
    const late = notInPreview(started)
    if (late) return late
    if (started.version !== input.version) return new Conflict(started.id, started.version, [])
    started.state = 'DISCARDED'
    started.changedAt = new Date()
    change.record({
      chainId: started.boardId,
      action: 'registerImport.discard',
      recordType: 'RegisterImport',
      recordId: started.id,
      before: { fileName: started.fileName },
    })
    return started
  })
}

/** What can still be said of an import that is not in preview any more. */
export function notInPreview({ state }: RegisterImport): NotReady | null {
  if (state === 'PREVIEW') return null
  return new NotReady(
    state === 'SAVED'
      ? 'These registers are saved already. Undo that first to change what was chosen.'
      : 'This import has been put away. Bring the list in again to go on.',
  )
}
