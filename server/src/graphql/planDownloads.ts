import { create as contentDisposition } from 'content-disposition'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { formatDay, todayInLondon } from '@boardwork/shared/board/dates.ts'
import { RequestContext } from '../access/requestContext.ts'
import type { Platform } from '../access/requestContext.ts'
import { NotAllowed, NotFound, NotSignedIn } from '../errors.ts'
import { cleanFileName } from '../files/cleanFileName.ts'
import { readPlanToTakeOut, readPublication } from '../features/plan/export.reads.ts'
import { writePlan } from '../features/plan/write/writePlan.ts'
import { writePublication } from '../features/plan/write/writePublication.ts'
import { exchangeOf } from './cookies.ts'

interface OfPlan {
  Params: { planId: string }
  Querystring: { as?: unknown; agency?: unknown }
}

/** What a plan can be taken out as: what writes it, how the file ends, and what it is. */
const forms = {
  word: {
    kind: 'document',
    ending: 'docx',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  excel: {
    kind: 'workbook',
    ending: 'xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
} as const

const formOf = (as: unknown) => (as === 'word' || as === 'excel' ? forms[as] : null)

/**
 * Gives a plan as a document: `GET /plans/:planId/file?as=word|excel`, with `&agency=ID` the part of one agency, and
 * `GET /plans/:planId/publication/file` its page for the public. What is in it is what its pages show to who asks.
 */
export function servePlanDownloads(app: FastifyInstance, platform: Platform): void {
  app.get<OfPlan>('/plans/:planId/file', async (request, reply) => {
    const { as, agency } = request.query
    const form = formOf(as)
    const found = await readSignedIn(platform, request, reply, (context) =>
      form && (agency === undefined || typeof agency === 'string')
        ? readPlanToTakeOut(context, request.params.planId, agency ?? null)
        : Promise.resolve(null),
    )
    if (!found || !form) return reply
    // The connection to the database is free again while it is written.
    const bytes = await writePlan({ kind: form.kind, ...found })
    return sendAs(reply, found.plan.title, form).send(Buffer.from(bytes))
  })

  app.get<OfPlan>('/plans/:planId/publication/file', async (request, reply) => {
    const found = await readSignedIn(platform, request, reply, (context) =>
      readPublication(context, request.params.planId),
    )
    if (!found) return reply
    if (!found.mayPublish) return reply.code(403).send(new NotAllowed().message)
    const { published } = found
    const html = writePublication(published, formatDay(todayInLondon()))
    return sendAs(reply, published.title, { ending: 'html', type: 'text/html; charset=utf-8' }).send(html)
  })
}

/** Reads for who is signed in. Null when the answer has been given: a refusal, which a person reads in place of a page. */
async function readSignedIn<Found>(
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
function sendAs(reply: FastifyReply, title: string, form: { ending: string; type: string }): FastifyReply {
  return reply
    .type(form.type)
    .header('content-disposition', contentDisposition(fileName(title, form.ending)))
    .header('content-security-policy', "sandbox; default-src 'none'")
}

/** Neither a path nor what Windows takes in no name. */
const notInNames = /[/\\:*?"<>|]+/g

function fileName(title: string, ending: string): string {
  const name = cleanFileName(title.replaceAll(notInNames, '-')).slice(0, 120).trim()
  return `${name.replace(/^\.+|\.+$/g, '') || 'Plan'}.${ending}`
}
