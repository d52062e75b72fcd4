import { randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
import { create as contentDisposition } from 'content-disposition'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { RequestContext } from '../access/requestContext.ts'
import type { Platform } from '../access/requestContext.ts'
import { NotFound, NotSignedIn } from '../errors.ts'
import { readPaperFile } from '../features/attendance/agenda/agenda.reads.ts'
import { readEvidenceFile } from '../features/plan/evidence/evidence.reads.ts'
import { exchangeOf } from './cookies.ts'

interface OfRecord {
  Params: { id: string }
}

/** Where the bytes of a file are, and how it is sent. */
interface KeptFile {
  storageKey: string
  fileName: string
  mediaType: string
  bytes: number
}

/**
 * Gives the file of a piece of evidence at `GET /evidence/:id/file`, and of a paper of a meeting at
 * `GET /papers/:id/file`, to whom the record exists for. It is saved and never opened in the browser under our
 * address: whatever is in it, nothing of it runs here.
 */
export function serveDownloads(app: FastifyInstance, platform: Platform): void {
  serveFiles(app, platform, '/evidence/:id/file', readEvidenceFile)
  serveFiles(app, platform, '/papers/:id/file', readPaperFile)
}

function serveFiles(
  app: FastifyInstance,
  platform: Platform,
  address: string,
  read: (context: RequestContext, id: string) => Promise<KeptFile | null>,
): void {
  app.get<OfRecord>(address, async (request, reply) => {
    // A refusal is read by a person, in place of a page.
    reply.type('text/plain; charset=utf-8').header('cache-control', 'private, no-store')
    const context = new RequestContext(platform, exchangeOf(request, reply, platform.settings))
    let file: KeptFile | null = null
    try {
      if (await context.viewer()) file = await read(context, request.params.id)
      else return await reply.code(401).send(new NotSignedIn().message)
    } finally {
      // The connection to the database is free again before the first byte goes out.
      await context.close()
    }
    return file ? sendFile(app, platform, file, reply) : reply.code(404).send(new NotFound().message)
  })
}

async function sendFile(
  app: FastifyInstance,
  { files }: Platform,
  { storageKey, mediaType, bytes, fileName }: KeptFile,
  reply: FastifyReply,
): Promise<FastifyReply> {
  let content: Readable
  try {
    content = await files.get(storageKey)
  } catch (error) {
    const correlationId = randomUUID()
    app.log.error({ correlationId, err: error }, 'a download failed')
    return reply
      .code(500)
      .send(
        `We could not get this file. Try again later. If it happens again, tell us this number: ${correlationId}`,
      )
  }
  return reply
    .type(mediaType)
    .header('content-length', bytes)
    .header('content-disposition', contentDisposition(fileName))
    .header('content-security-policy', "sandbox; default-src 'none'")
    .send(content)
}
