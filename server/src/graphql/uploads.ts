import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { GraphQLError } from 'graphql'
import { randomUUID } from 'node:crypto'
import { may } from '../access/policy.ts'
import { RequestContext } from '../access/requestContext.ts'
import type { Platform } from '../access/requestContext.ts'
import { NotAllowed, NotFound, NotSignedIn } from '../errors.ts'
import { keepUpload } from '../features/plan/import.operations.ts'
import { planPolicy } from '../features/plan/plan.policy.ts'
import { exchangeOf } from './cookies.ts'
import { limits } from './limits.ts'

interface ToBoard {
  Params: { boardId: string }
}

const megabytes = limits.upload / 1024 / 1024
const tooLarge = `This file is too large. We can take up to ${megabytes} MB. Copy the plan from it and paste it as text.`

/** An answer with a status and one sentence for the person who sent the file. */
class Refusal extends Error {
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/**
 * Takes a file for a board at `POST /uploads/:boardId`: its bytes are the body, its name stands percent-encoded in
 * `x-boardwork-file-name`. Who may not import is refused before the body is read.
 */
export async function serveUploads(app: FastifyInstance, platform: Platform): Promise<void> {
  await app.register((routes, _options, done) => {
    routes.removeAllContentTypeParsers()
    // The body stays a stream: it is read below, no further than its limit.
    routes.addContentTypeParser('application/octet-stream', (_request, _payload, parsed) => parsed(null))
    routes.setErrorHandler((error, request, reply) => refuse(app, error, request, reply))
    routes.post<ToBoard>(
      '/uploads/:boardId',
      {
        onRequest: async (request) => {
          // A page of another site cannot send this header without asking first.
          if (request.headers['x-boardwork-upload'] !== '1')
            throw new Refusal(400, 'This file was not sent by a page of Boardwork. Load the page again.')
          if (Number(request.headers['content-length'] ?? 0) > limits.upload) throw new Refusal(413, tooLarge)
        },
        preParsing: async (request, reply) => admit(platform, request.params.boardId, request, reply),
      },
      async (request, reply) => {
        const content = await readBody(request)
        const context = new RequestContext(platform, exchangeOf(request, reply, platform.settings))
        try {
          const upload = await keepUpload(context, request.params.boardId, fileNameOf(request), content)
          return { id: upload.id }
        } finally {
          await context.close()
        }
      },
    )
    done()
  })
}

/** Asks before the body is read, and holds no connection to the database while it comes. */
async function admit(
  platform: Platform,
  boardId: string,
  request: FastifyRequest<ToBoard>,
  reply: FastifyReply,
): Promise<void> {
  const context = new RequestContext(platform, exchangeOf(request, reply, platform.settings))
  try {
    const viewer = await context.signedIn()
    const [board] = await context.rows<{ id: string }>('select id from board where id::text = $1', [boardId])
    if (!board) throw new NotFound()
    if (!may(viewer, planPolicy.import, { boardId: board.id })) throw new NotAllowed()
  } finally {
    await context.close()
  }
}

async function readBody(request: FastifyRequest<ToBoard>): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request.raw) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('A body without an encoding comes as buffers.')
    const bytes: Buffer = chunk
    length += bytes.length
    if (length > limits.upload) throw new Refusal(413, tooLarge)
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

function fileNameOf(request: FastifyRequest<ToBoard>): string {
  const header = request.headers['x-boardwork-file-name']
  if (typeof header !== 'string') return 'File without a name'
  try {
    // Control characters have no place in a name that is shown and logged.
    return (
      decodeURIComponent(header)
        .replaceAll(/\p{Cc}/gu, '')
        .trim()
        .slice(0, 200) || 'File without a name'
    )
  } catch {
    throw new Refusal(400, 'We could not read the name of this file. Rename it and try again.')
  }
}

function refuse(app: FastifyInstance, error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const [status, message] = statusOf(error)
  if (status === 500) {
    const correlationId = randomUUID()
    app.log.error({ correlationId, error }, 'an upload failed')
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
  if (error instanceof Refusal) return [error.status, error.message]
  if (error instanceof NotSignedIn) return [401, error.message]
  if (error instanceof NotAllowed) return [403, error.message]
  if (error instanceof NotFound) return [404, error.message]
  if (error instanceof GraphQLError) return [400, error.message]
  if (error instanceof Error && 'statusCode' in error && error.statusCode === 415)
    return [415, 'Send the file as application/octet-stream.']
  return [500, '']
}
