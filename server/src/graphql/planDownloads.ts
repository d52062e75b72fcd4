import type { FastifyInstance } from 'fastify'
import { formatDay, todayInLondon } from '@boardwork/shared/board/dates.ts'
import type { Platform } from '../access/requestContext.ts'
import { NotAllowed } from '../errors.ts'
import { readPlanToTakeOut, readPublication } from '../features/plan/export/export.reads.ts'
import { writePlan } from '../features/plan/export/writePlan.ts'
import { writePublication } from '../features/plan/export/writePublication.ts'
import { formOf } from './documentForm.ts'
import { readSignedIn, sendAs } from './sendDocument.ts'

interface OfPlan {
  Params: { planId: string }
  Querystring: { as?: unknown; agency?: unknown }
}

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
