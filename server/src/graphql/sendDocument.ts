import { create as contentDisposition } from 'content-disposition'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { RequestContext } from '../access/requestContext.ts'
import type { Platform } from '../access/requestContext.ts'
import { NotFound, NotSignedIn } from '../errors.ts'
import { cleanFileName } from '../files/cleanFileName.ts'
import { exchangeOf } from './cookies.ts'

/** The media type of a Word document. */
export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Reads for who is signed in. Null when the answer has been given: a refusal, which a person reads in place of a page. */
export async function readSignedIn<Found>(
  platform: Platform,
  request: FastifyRequest,
  reply: FastifyReply,
  read: (context: RequestContext) => Promise<Found | null>,
): Promise<Found | null> {
  reply.type('text/plain; charset=utf-8').header('cache-control', 'private, no-store')
  const context = new RequestContext(platform, exchangeOf(request, reply, platform.settings))
  try {
    if (!(await context.viewer())) {
      reply.code(401).send(new NotSignedIn().message)
      return null
    }
    const found = await read(context)
    if (!found) reply.code(404).send(new NotFound().message)
    return found
  } finally {
    await context.close()
  }
}

/** A file that is saved, and never opened under our address. */
export function sendAs(
  reply: FastifyReply,
  title: string,
  form: { ending: string; type: string },
): FastifyReply {
  return reply
    .type(form.type)
    .header('content-disposition', contentDisposition(fileName(title, form.ending)))
    .header('content-security-policy', "sandbox; default-src 'none'")
}

/** Neither a path nor what Windows takes in no name. */
const notInNames = /[/\\:*?"<>|]+/g

function fileName(title: string, ending: string): string {
  const name = cleanFileName(title.replaceAll(notInNames, '-')).slice(0, 120).trim()
  return `${name.replace(/^\.+|\.+$/g, '') || 'Document'}.${ending}`
}
