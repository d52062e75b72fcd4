import type { FastifyInstance } from 'fastify'
import type { Platform } from '../access/requestContext.ts'
import {
  readAgencyToTakeOut,
  readAttendanceToTakeOut,
} from '../features/attendance/figures/attendedExport.reads.ts'
import { writeAgency } from '../features/attendance/figures/writeAgency.ts'
import { writeAttendance } from '../features/attendance/figures/writeAttendance.ts'
import { formOf } from './documentForm.ts'
import { readSignedIn, sendAs } from './sendDocument.ts'

interface OfBoard {
  Params: { boardId: string }
  Querystring: { as?: unknown; year?: unknown; groups?: unknown; compare?: unknown }
}

interface OfAgency {
  Params: { organisationId: string }
  Querystring: { as?: unknown; year?: unknown }
}

/**
 * Gives attendance as a document, with what its page shows to who asks: that of a board at
 * `GET /boards/:boardId/attendance/file?as=word|excel`, with `&year=`, `&groups=1` and `&compare=1` as its page has them,
 * and that of an agency at all of its boards at `GET /organisations/:organisationId/attendance/file?as=word|excel`, with
 * `&year=`.
 */
export function serveAttendanceDownloads(app: FastifyInstance, platform: Platform): void {
  app.get<OfBoard>('/boards/:boardId/attendance/file', async (request, reply) => {
    const { as, year, groups, compare } = request.query
    const form = formOf(as)
    const found = await readSignedIn(platform, request, reply, (context) =>
      form
        ? readAttendanceToTakeOut(context, request.params.boardId, {
            year: yearOf(year),
            withSubGroups: groups === '1',
            compare: compare === '1',
          })
        : Promise.resolve(null),
    )
    if (!found || !form) return reply
    // The connection to the database is free again while it is written.
    const bytes = await writeAttendance({ kind: form.kind, ...found })
    return sendAs(reply, found.title, form).send(Buffer.from(bytes))
  })

  app.get<OfAgency>('/organisations/:organisationId/attendance/file', async (request, reply) => {
    const form = formOf(request.query.as)
    const found = await readSignedIn(platform, request, reply, (context) =>
      form
        ? readAgencyToTakeOut(context, request.params.organisationId, yearOf(request.query.year))
        : Promise.resolve(null),
    )
    if (!found || !form) return reply
    const bytes = await writeAgency({ kind: form.kind, ...found })
    return sendAs(reply, found.title, form).send(Buffer.from(bytes))
  })
}

const yearOf = (asked: unknown): number | null =>
  typeof asked === 'string' && /^\d{4}$/.test(asked) ? Number(asked) : null
