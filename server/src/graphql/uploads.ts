import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { GraphQLError } from 'graphql'
import { randomUUID } from 'node:crypto'
import { checkPaper } from '@boardwork/shared/attendance/agenda/agendaRules.ts'
import { checkEvidence, evidenceLimits, fileTooLarge } from '@boardwork/shared/plan/evidenceRules.ts'
import { may } from '../access/policy.ts'
import { RequestContext } from '../access/requestContext.ts'
import type { Platform } from '../access/requestContext.ts'
import { NotAllowed, NotFound, NotSignedIn } from '../errors.ts'
import { InvalidInput, isRefusal } from '../access/refusals.ts'
import { agendaPolicy } from '../features/attendance/agenda/agenda.policy.ts'
import { addFilePaper } from '../features/attendance/agenda/paper.operations.ts'
import { addFileEvidence } from '../features/plan/evidence/evidence.operations.ts'
import type { EvidenceFile } from '../features/plan/evidence/evidence.operations.ts'
import { actionsOfViewer } from '../features/plan/evidence/evidence.reads.ts'
import { keepUpload } from '../features/plan/import/import.operations.ts'
import { evidencePolicy, planPolicy } from '../features/plan/plan.policy.ts'
import { cleanFileName } from '../files/cleanFileName.ts'
import { receiveFile, TooManyBytes } from '../files/receiveFile.ts'
import { recogniseFile } from '../files/recogniseFile.ts'
import { exchangeOf } from './cookies.ts'
import { limits } from './limits.ts'

interface ToBoard {
  Params: { boardId: string }
}

interface ToMeeting {
  Params: { meetingId: string }
}

interface ToAction {
  Params: { actionId: string }
}

const megabytes = limits.upload / 1024 / 1024
const tooLarge = `This file is too large. We can take up to ${megabytes} MB. Copy the words from it and paste them as text.`

/** An answer with a status and one sentence for the person who sent the file. */
class Refusal extends Error {
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/**
 * Takes files: their bytes are the body, their name stands percent-encoded in `x-boardwork-file-name`. Who may not
 * send one there is refused before the body is read.
 *
 * `POST /uploads/:boardId` takes a plan to bring in. `POST /uploads/evidence/:actionId` takes evidence for an action,
 * with what it shows in `x-boardwork-words` and a `clientMutationId` in `x-boardwork-client-mutation-id`.
 * `POST /uploads/papers/:meetingId` takes a paper of a meeting, with its title in `x-boardwork-words`, the item of the
 * agenda, if any, in `x-boardwork-item`, and a `clientMutationId`.
 */
export async function serveUploads(app: FastifyInstance, platform: Platform): Promise<void> {
  await app.register((routes, _options, done) => {
    routes.removeAllContentTypeParsers()
    // The body stays a stream: it is read below, no further than its limit.
    routes.addContentTypeParser('application/octet-stream', (_request, _payload, parsed) => parsed(null))
    routes.setErrorHandler((error, request, reply) => refuse(app, error, request, reply))
    // Asked before the body is read; no connection to the database is held while it comes.
    const ask = async <Answer>(
      request: FastifyRequest,
      reply: FastifyReply,
      question: (context: RequestContext) => Promise<Answer>,
    ): Promise<Answer> => {
      const context = new RequestContext(platform, exchangeOf(request, reply, platform.settings))
      try {
        return await question(context)
      } finally {
        await context.close()
      }
    }
    routes.post<ToBoard>(
      '/uploads/:boardId',
      {
        onRequest: async (request) => checkHead(request, limits.upload, tooLarge),
        preParsing: async (request, reply) =>
          ask(request, reply, (context) => admitImport(context, request.params.boardId)),
      },
      async (request, reply) => {
        const content = await readBody(request)
        return ask(request, reply, async (context) => {
          const upload = await keepUpload(context, request.params.boardId, fileNameOf(request), content)
          return { id: upload.id }
        })
      },
    )
    routes.post<ToAction>(
      '/uploads/evidence/:actionId',
      {
        onRequest: async (request) => checkHead(request, evidenceLimits.fileBytes, fileTooLarge),
        preParsing: async (request, reply) => {
          await ask(request, reply, (context) => admitEvidence(context, request.params.actionId))
          const [problem] = checkEvidence({ kind: 'FILE', words: headerText(request, 'x-boardwork-words') })
          if (problem) throw new Refusal(400, problem.message)
        },
      },
      (request, reply) =>
        receiveWhole(request, (file, clientMutationId) =>
          ask(request, reply, async (context) => {
            const words = headerText(request, 'x-boardwork-words')
            const kept = await addFileEvidence(
              context,
              request.params.actionId,
              words,
              file,
              clientMutationId,
            )
            if (isRefusal(kept)) throw new Refusal(409, kept.message)
            return { id: kept.id }
          }),
        ),
    )
    routes.post<ToMeeting>(
      '/uploads/papers/:meetingId',
      {
        onRequest: async (request) => checkHead(request, evidenceLimits.fileBytes, fileTooLarge),
        preParsing: async (request, reply) => {
          await ask(request, reply, (context) => admitPaper(context, request.params.meetingId))
          const title = headerText(request, 'x-boardwork-words')
          const [problem] = checkPaper({ title, address: null })
          if (problem) throw new Refusal(400, problem.message)
        },
      },
      (request, reply) =>
        receiveWhole(request, (file, clientMutationId) =>
          ask(request, reply, async (context) => {
            const { meetingId } = request.params
            const itemId = headerText(request, 'x-boardwork-item') || null
            const title = headerText(request, 'x-boardwork-words')
            const kept = await addFilePaper(context, { meetingId, itemId, clientMutationId }, title, file)
            if (isRefusal(kept)) throw new Refusal(kept instanceof InvalidInput ? 400 : 409, kept.message)
            return { id: kept.id }
          }),
        ),
    )
    done()
  })
}

/** Takes a file whole and finds out what it is; nothing of it stays on this machine afterwards. */
async function receiveWhole<Answer>(
  request: FastifyRequest,
  keep: (file: EvidenceFile, clientMutationId: string) => Promise<Answer>,
): Promise<Answer> {
  const clientMutationId = request.headers['x-boardwork-client-mutation-id']
  if (typeof clientMutationId !== 'string')
    throw new Refusal(400, 'This file was sent without a clientMutationId.')
  const received = await receiveFile(request.raw, evidenceLimits.fileBytes)
  try {
    if (received.bytes === 0) throw new Refusal(400, 'This file is empty. Choose another one.')
    const fileName = fileNameOf(request)
    const recognised = await recogniseFile(received.path, fileName)
    if (recognised.refused !== undefined) throw new Refusal(415, recognised.refused)
    const { path, bytes, sha256 } = received
    return await keep({ path, bytes, sha256, fileName, mediaType: recognised.mediaType }, clientMutationId)
  } finally {
    await received.remove()
  }
}

function checkHead(request: FastifyRequest, most: number, tooMuch: string): void {
  // A page of another site cannot send this header without asking first.
  if (request.headers['x-boardwork-upload'] !== '1')
    throw new Refusal(400, 'This file was not sent by a page of Boardwork. Load the page again.')
  if (Number(request.headers['content-length'] ?? 0) > most) throw new Refusal(413, tooMuch)
}

async function admitImport(context: RequestContext, boardId: string): Promise<void> {
  const viewer = await context.signedIn()
  const [board] = await context.rows<{ id: string }>('select id from board where id::text = $1', [boardId])
  if (!board) throw new NotFound()
  if (!may(viewer, planPolicy.import, { boardId: board.id })) throw new NotAllowed()
}

async function admitEvidence(context: RequestContext, actionId: string): Promise<void> {
  const viewer = await context.signedIn()
  const [action] = await context.rows<{ id: string; boardId: string }>(
    'select id, board_id as "boardId" from plan_action where id::text = $1',
    [actionId],
  )
  if (!action) throw new NotFound()
  const { boardId } = action
  const responsible = (await context.loader(actionsOfViewer).load(action.id)) ?? false
  if (!may(viewer, evidencePolicy.add, { boardId, responsible })) throw new NotAllowed()
}

async function admitPaper(context: RequestContext, meetingId: string): Promise<void> {
  const viewer = await context.signedIn()
  const [meeting] = await context.rows<{ boardId: string }>(
    'select board_id as "boardId" from meeting where id::text = $1',
    [meetingId],
  )
  if (!meeting) throw new NotFound()
  if (!may(viewer, agendaPolicy.addPaper, meeting)) throw new NotAllowed()
}

async function readBody(request: FastifyRequest<ToBoard>): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  // The connection stays open when too much comes: the sender is to read the answer.
  for await (const chunk of request.raw.iterator({ destroyOnReturn: false })) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('A body without an encoding comes as buffers.')
    const bytes: Buffer = chunk
    length += bytes.length
    if (length > limits.upload) throw new Refusal(413, tooLarge)
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

function fileNameOf(request: FastifyRequest): string {
  return cleanFileName(headerText(request, 'x-boardwork-file-name')) || 'File without a name'
}

/** Any letters, percent-encoded, since a header holds none but those of English. */
function headerText(request: FastifyRequest, name: string): string {
  const header = request.headers[name]
  if (typeof header !== 'string') return ''
  try {
    return decodeURIComponent(header)
  } catch {
    throw new Refusal(400, 'We could not read the name of this file. Rename it and try again.')
  }
}

function refuse(app: FastifyInstance, error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  // Whoever went away half way reads no answer, and nothing failed here.
  if (request.raw.errored) return
  const [status, message] = statusOf(error)
  if (status === 500) {
    const correlationId = randomUUID()
    app.log.error({ correlationId, err: error }, 'an upload failed')
    void reply.code(500).send({
      message: `Something went wrong on our side. Nothing was kept. If it happens again, tell us this number: ${correlationId}`,
    })
    return
  }
  // What still comes is thrown away, so that the sender gets to read the answer.
  request.raw.resume()
  void reply.code(status).send({ message })
}

function statusOf(error: unknown): [number, string] {
  if (error instanceof TooManyBytes) return [413, fileTooLarge]
  if (error instanceof Refusal) return [error.status, error.message]
  if (error instanceof NotSignedIn) return [401, error.message]
  if (error instanceof NotAllowed) return [403, error.message]
  if (error instanceof NotFound) return [404, error.message]
  if (error instanceof GraphQLError) return [400, error.message]
  if (error instanceof Error && 'statusCode' in error && error.statusCode === 415)
    return [415, 'Send the file as application/octet-stream.']
  return [500, '']
}
