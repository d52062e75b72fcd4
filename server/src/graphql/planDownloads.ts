import type { FastifyInstance } from 'fastify'
import { formatDay, todayInLondon } from '@boardwork/shared/board/dates.ts'
import type { Platform } from '../access/requestContext.ts'
import { NotAllowed } from '../errors.ts'
import { readPlanToTakeOut, readPublication } from '../features/plan/export.reads.ts'
import { writePlan } from '../features/plan/write/writePlan.ts'
import { writePublication } from '../features/plan/write/writePublication.ts'
import { readSignedIn, sendAs, wordType } from './sendDocument.ts'

interface OfPlan {
  Params: { planId: string }
  Querystring: { as?: unknown; agency?: unknown }
}

/** What a plan can be taken out as: what writes it, how the file ends, and what it is. */
const forms = {
  word: {
    kind: 'document',
    ending: 'docx',
    type: wordType,
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
