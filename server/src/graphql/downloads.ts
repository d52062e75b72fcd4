import { randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
import { create as contentDisposition } from 'content-disposition'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { RequestContext } from '../access/requestContext.ts'
import type { Platform } from '../access/requestContext.ts'
import { NotFound, NotSignedIn } from '../errors.ts'
import { readEvidenceFile } from '../features/plan/evidence.reads.ts'
import type { EvidenceFileRow } from '../features/plan/evidence.reads.ts'
import { exchangeOf } from './cookies.ts'

interface OfEvidence {
  Params: { evidenceId: string }
}

/**
 * Gives the file of a piece of evidence at `GET /evidence/:evidenceId/file`, to whom the piece exists for. It is
 * saved and never opened in the browser under our address: whatever is in it, nothing of it runs here.
 */
export function serveDownloads(app: FastifyInstance, platform: Platform): void {
  app.get<OfEvidence>('/evidence/:evidenceId/file', async (request, reply) => {
    // A refusal is read by a person, in place of a page.
    reply.type('text/plain; charset=utf-8').header('cache-control', 'private, no-store')
    const context = new RequestContext(platform, exchangeOf(request, reply, platform.settings))
    let file: EvidenceFileRow | null = null
    try {
      if (await context.viewer()) file = await readEvidenceFile(context, request.params.evidenceId)
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
  { storageKey, mediaType, bytes, fileName }: EvidenceFileRow,
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
